import type { Logger } from 'pino';
import type { Worker } from '../../workers/workers.ts';
import { cleanIndex } from './clean-index.ts';
import { type IndexServices, indexDocuments } from './index-documents.ts';

/** A payment is found some three seconds after it was recorded: more of them at once cost less each. */
const everyMs = 1_500;
/** A line in the log for so many payments. */
const paymentsPerLine = 50_000;

/** Fills the index of words. A database from before the index takes some minutes per million payments. */
export const createSearchWorker = ({ store, clock, logger }: IndexServices & { readonly logger: Logger }): Worker => {
  let older = 0;
  return {
    name: 'search',
    everyMs,
    round: async (keepsLease) => {
      await indexDocuments({
        ...{ store, clock, keepsLease },
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
