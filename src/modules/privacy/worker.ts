import type { Logger } from 'pino';
import type { Worker } from '../../workers/workers.ts';
import { expireUnverified, type UnverifiedSettings } from '../payments/notifications/keep-unverified.ts';
import { applyRetention, type Retired } from './apply-retention.ts';
import type { Services } from './ports.ts';
import type { RetentionPeriods } from './retention.ts';

export type RetentionOptions = {
  readonly services: Pick<Services, 'store' | 'clock' | 'identifiers' | 'eventHandlers'>;
  /** As the config says now. */
  readonly periods: () => RetentionPeriods;
  readonly unverified: () => UnverifiedSettings;
  /** Told what a round removed. */
  readonly count: (retired: Retired) => void;
  readonly logger: Logger;
};

const everyMs = 15 * 60_000;
/** Of a kind. What is left waits for the next round, so that an old table never keeps the disk to itself. */
const rowsPerRound = 10_000;

/** Removes what is older than it is kept, a little at a time. */
export function createRetention({ services, periods, unverified, count, logger }: RetentionOptions): Worker {
  return {
    name: 'retention',
    everyMs,
    round: async (keepsLease) => {
      const retired = await applyRetention(services, {
        periods: periods(),
        isRehearsal: false,
        limit: rowsPerRound,
        goesOn: keepsLease,
      });
      await expireUnverified(services, unverified(), keepsLease);
      count(retired);
      if (Object.values(retired).some((removed) => removed > 0))
        logger.info(retired, 'what was kept long enough was removed');
    },
  };
}
