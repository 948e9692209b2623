import type { Logger } from 'pino';
import { faultOf } from '../../kernel/store-unavailable.ts';
import { type Failed, unlessFails } from '../../workers/unless-fails.ts';
import type { Worker } from '../../workers/workers.ts';
import { expireUnverified, type UnverifiedSettings } from '../payments/notifications/keep-unverified.ts';
import { applyRetention, type Retired } from './apply-retention.ts';
import type { Services } from './ports.ts';
import type { RetentionPeriods } from './retention.ts';

export type RetentionOptions = {
  readonly services: Pick<Services, 'store' | 'clock' | 'identifiers' | 'eventHandlers'>;
  /** The periods in force. */
  readonly periods: () => RetentionPeriods;
  readonly unverified: () => UnverifiedSettings;
  /** Called with the result of a round. */
  readonly count: (retired: Retired) => void;
  readonly logger: Logger;
};

const everyMs = 15 * 60_000;
/** Of each kind. The next round takes the rest, so that an old table does not keep the disk busy. */
const rowsPerRound = 10_000;

/** Applies the retention periods, a little at a time. */
export function createRetention({ services, periods, unverified, count, logger }: RetentionOptions): Worker {
  const failed: Failed = (subject, error) =>
    logger.error(
      { subject, fault: faultOf(error) },
      'what was kept long enough could not be removed; it is tried again',
    );
  return {
    name: 'retention',
    everyMs,
    round: async (keepsLease) => {
      const retired = await applyRetention(services, {
        periods: periods(),
        isRehearsal: false,
        limit: rowsPerRound,
        goesOn: keepsLease,
        failed,
      });
      count(retired);
      if (Object.values(retired).some((removed) => removed > 0))
        logger.info(retired, 'what was kept long enough was removed');
      await unlessFails('unverified messages', failed, () => expireUnverified(services, unverified(), keepsLease));
      // An account that was asked for and is not to be: it is needed no more.
      await services.store.transact((transaction) => transaction.forgetExpiredInputs(services.clock()));
    },
  };
}
