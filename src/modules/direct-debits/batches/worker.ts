import type { Logger } from 'pino';
import type { Worker } from '../../../workers/workers.ts';
import { failedByClock } from '../../payments/inquiry/process-due-items.ts';
import type { Services } from '../ports.ts';
import { reviewSilentDebits } from './review-silent-debits.ts';

/** A bank answers about its files by the day. */
const debitsEveryMs = 3_600_000;

/** Calls a person to debits that the bank did not answer in time. */
export const createDebitReview = (services: Services, logger: Logger): Worker => {
  const failed = failedByClock(services.clock, logger);
  return {
    name: 'review-debits',
    everyMs: debitsEveryMs,
    round: (keepsLease) => reviewSilentDebits(services, { keepsLease, failed }),
  };
};
