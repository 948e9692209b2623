import type { Logger } from 'pino';
import type { Worker } from '../../workers/workers.ts';
import { type FoldServices, foldPayments } from './fold-payments.ts';

const everyMs = 10_000;
/** A line in the log for so many payments of one round. */
const paymentsPerLine = 50_000;

/** Fills the table of lists and the table of days. A database from before them takes some minutes per million payments. */
export const createPaymentListWorker = ({
  store,
  clock,
  logger,
}: FoldServices & { readonly logger: Logger }): Worker => ({
  name: 'payment-lists',
  everyMs,
  round: async (keepsLease) => {
    let payments = 0;
    await foldPayments({
      ...{ store, clock, keepsLease },
      onStep: (step) => {
        const before = payments;
        payments += step.payments;
        if (Math.floor(before / paymentsPerLine) === Math.floor(payments / paymentsPerLine)) return;
        logger.info({ payments, until: step.place.payment }, 'the lists of payments are being filled');
      },
    });
    if (payments >= paymentsPerLine) logger.info({ payments }, 'the lists of payments are filled');
  },
});
