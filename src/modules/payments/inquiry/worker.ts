import type { Logger } from 'pino';
import type { Worker } from '../../../workers/workers.ts';
import { reviewSilentDebits } from '../../direct-debits/batches/review-silent-debits.ts';
import { confirmReports } from '../notifications/confirm-reports.ts';
import type { Services } from '../services.ts';
import type { Resolving, Rounds } from './along-due.ts';
import { askAboutSilent, repeatLostInquiries } from './ask-about-silent.ts';
import type { BankAccess } from './ask-bank.ts';
import { expirePayments, settleOperations } from './resolve-payments.ts';

/** Settles what is in doubt, ends what nobody paid in time, and asks about payments of which no news came. */
export const createResolver = (services: Services & BankAccess, logger: Logger): Worker => ({
  name: 'resolver',
  everyMs: 15_000,
  round: async (keepsLease) => {
    const resolving: Resolving = { services, ...roundsOf(keepsLease, logger) };
    await settleOperations(resolving);
    await expirePayments(resolving);
    await confirmReports(resolving);
    await repeatLostInquiries(resolving);
    await askAboutSilent(resolving);
  },
});

/** A bank answers about its files by the day. */
const debitsEveryMs = 3_600_000;

/** Calls a person to debits of which the bank said nothing in time. */
export const createDebitReview = (services: Services, logger: Logger): Worker => ({
  name: 'review-debits',
  everyMs: debitsEveryMs,
  round: (keepsLease) => reviewSilentDebits(services, roundsOf(keepsLease, logger)),
});

const roundsOf = (keepsLease: Rounds['keepsLease'], logger: Logger): Rounds => ({
  keepsLease,
  failed: (subject, error) => {
    const fault = error instanceof Error ? error.name : 'not an error';
    logger.error({ subject, fault }, 'the clock could not settle this; it is tried again');
  },
});
