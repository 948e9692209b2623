import type { Logger } from 'pino';
import type { Resolving } from '../use-cases/along-due.ts';
import { askAboutSilent, repeatLostInquiries } from '../use-cases/ask-about-silent.ts';
import type { BankAccess } from '../use-cases/ask-bank.ts';
import { expirePayments, settleOperations } from '../use-cases/resolve-payments.ts';
import type { Services } from '../use-cases/services.ts';
import type { Worker } from './workers.ts';

/** Settles what is in doubt, ends what nobody paid in time, and asks about payments of which no news came. */
export const createResolver = (services: Services & BankAccess, logger: Logger): Worker => ({
  name: 'resolver',
  everyMs: 15_000,
  round: async (keepsLease) => {
    const failed = (subject: string, error: unknown): void => {
      const fault = error instanceof Error ? error.name : 'not an error';
      logger.error({ subject, fault }, 'the clock could not settle this; it is tried again');
    };
    const resolving: Resolving = { services, keepsLease, failed };
    await settleOperations(resolving);
    await expirePayments(resolving);
    await repeatLostInquiries(resolving);
    await askAboutSilent(resolving);
  },
});
