import type { Logger } from 'pino';
import type { Worker } from '../../../workers/workers.ts';
import { failedByClock } from '../inquiry/process-due-items.ts';
import type { Services } from '../ports.ts';
import { remindOfTransfers } from './remind-transfers.ts';

const everyMs = 60_000;

/** Reminds of awaited transfers that are about to expire. */
export const createTransferReminders = (services: Services, logger: Logger): Worker => {
  const failed = failedByClock(services.clock, logger);
  return {
    name: 'remind-of-transfers',
    everyMs,
    round: (keepsLease) => remindOfTransfers(services, { keepsLease, failed }),
  };
};
