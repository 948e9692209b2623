import type { Logger } from 'pino';
import { minuteMs } from '../../../kernel/durations.ts';
import { createGrowingPauses } from '../../../workers/growing-pauses.ts';
import type { Worker } from '../../../workers/workers.ts';
import { confirmReports } from '../notifications/confirm-reports.ts';
import type { Services } from '../ports.ts';
import { pollUnconfirmedPayments, repeatLostInquiries } from './poll-unconfirmed-payments.ts';
import { failedByClock, type Resolving } from './process-due-items.ts';
import type { BankAccess } from './provider-inquiry.ts';
import { expirePayments, settleOperations } from './resolve-payments.ts';

/** Resolves operations in doubt, expires unpaid payments, and asks the banks about payments without a message. */
export function createResolver(services: Services & BankAccess, logger: Logger): Worker {
  const pauses = createGrowingPauses(minuteMs, 30 * minuteMs);
  const failed = failedByClock(services.clock, logger);
  return {
    name: 'resolver',
    everyMs: 15_000,
    round: async (keepsLease) => {
      const resolving: Resolving = { services, keepsLease, failed };
      await settleOperations(resolving);
      await expirePayments(resolving, pauses);
      await confirmReports(resolving);
      await repeatLostInquiries(resolving);
      await pollUnconfirmedPayments(resolving);
    },
  };
}
