import type { Worker } from '../../../workers/workers.ts';
import type { Services } from '../ports.ts';
import { expireMandates } from './expire-mandates.ts';

/** A mandate ends on a day, not at an hour. */
const everyMs = 3_600_000;

export const createMandateExpiry = (services: Pick<Services, 'store' | 'clock' | 'identifiers'>): Worker => ({
  name: 'expire-mandates',
  everyMs,
  round: (keepsLease) => expireMandates(services, keepsLease),
});
