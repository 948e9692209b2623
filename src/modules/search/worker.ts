import type { Logger } from 'pino';
import { dayMs } from '../../kernel/durations.ts';
import { faultOf } from '../../kernel/store-unavailable.ts';
import { reportRarely } from '../../workers/report-rarely.ts';
import type { Worker } from '../../workers/workers.ts';
import { cleanIndex } from './clean-index.ts';
import { type IndexServices, indexDocuments } from './index-documents.ts';

/** A payment is found some three seconds after it was recorded: more of them at once cost less each. */
const everyMs = 1_500;
/** A line in the log for so many payments. */
const paymentsPerLine = 50_000;
/** Longer than it looks again: an object is named once. */
const namedAgainMs = 2 * dayMs;

/** Fills the index of words. A database from before the index takes some minutes per million payments. */
export const createSearchWorker = ({ store, clock, logger }: IndexServices & { readonly logger: Logger }): Worker => {
  let older = 0;
  const failed = reportRarely(
    clock,
    (subject, error) =>
      logger.error({ subject, fault: faultOf(error) }, 'this could not be read: the search does not take it in'),
    { firstMs: namedAgainMs, longestMs: namedAgainMs },
  );
  return {
    name: 'search',
    everyMs,
    round: async (keepsLease) => {
      await indexDocuments({
        ...{ store, clock, keepsLease, failed },
        onOlder: (payments) => {
          older += payments;
          if (payments === 0) logger.info({ payments: older }, 'the search index has all payments');
          else if (older % paymentsPerLine < payments)
            logger.info({ payments: older }, 'the search index is being filled');
        },
      });
      await cleanIndex({ store, clock, keepsLease });
    },
  };
};
