import type { Logger } from 'pino';
import type { Worker } from '../../../workers/workers.ts';
import { failedByClock } from '../../payments/inquiry/process-due-items.ts';
import type { Services } from '../ports.ts';
import { expireMandates } from './expire-mandates.ts';

/** A mandate ends on a day, not at an hour. */
const everyMs = 3_600_000;

export const createMandateExpiry = (
  services: Pick<Services, 'store' | 'clock' | 'identifiers'>,
  logger: Logger,
): Worker => {
  const failed = failedByClock(services.clock, logger);
  return {
    name: 'expire-mandates',
    everyMs,
    round: (keepsLease) => expireMandates(services, { keepsLease, failed }),
  };
};
