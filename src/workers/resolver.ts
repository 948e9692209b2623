import type { BankAccess } from '../use-cases/ask-bank.ts';
import { askAboutSilent, expirePayments, settleOperations } from '../use-cases/resolve-payments.ts';
import type { Services } from '../use-cases/services.ts';
import type { Worker } from './workers.ts';

/** Settles what is in doubt, ends what nobody paid in time, and asks about payments of which no news came. */
export const createResolver = (services: Services & BankAccess): Worker => ({
  name: 'resolver',
  everyMs: 15_000,
  round: async (keepsLease) => {
    await settleOperations(services, keepsLease);
    await expirePayments(services, keepsLease);
    await askAboutSilent(services, keepsLease);
  },
});
