import { remindOfTransfers } from '../use-cases/remind-transfers.ts';
import type { Services } from '../use-cases/services.ts';
import type { Worker } from './workers.ts';

const everyMs = 60_000;

/** Reminds of transfers that are awaited and whose time runs out. */
export const createTransferReminders = (services: Services): Worker => ({
  name: 'remind-of-transfers',
  everyMs,
  round: (keepsLease) => remindOfTransfers(services, keepsLease),
});
