import type { Worker } from '../../../workers/workers.ts';
import type { Services } from '../ports.ts';
import { remindOfTransfers } from './remind-transfers.ts';

const everyMs = 60_000;

/** Reminds of awaited transfers that are about to expire. */
export const createTransferReminders = (services: Services): Worker => ({
  name: 'remind-of-transfers',
  everyMs,
  round: (keepsLease) => remindOfTransfers(services, keepsLease),
});
