import type { Logger } from 'pino';
import type { Resolver } from '../inquiry/process-due-items.ts';
import { confirmReportsOf } from './confirm-reports.ts';

export type Confirming = {
  /** Asks the bank about a payment that its message reported as paid. */
  readonly start: (paymentId: string) => void;
  /** Resolves when no question is under way any more. */
  readonly close: () => Promise<void>;
};

/** Asks right after the message was answered. Where that fails or the process ends, the resolver asks. */
export function createConfirming(services: Resolver, logger: Logger): Confirming {
  const underWay = new Set<Promise<void>>();
  return {
    start: (paymentId) => {
      const asking = confirmReportsOf(services, paymentId)
        .catch((error: unknown) => {
          const fault = error instanceof Error ? error.name : 'not an error';
          logger.error(
            { payment: paymentId, fault },
            'the bank could not be asked to confirm a payment; the resolver asks',
          );
        })
        .finally(() => underWay.delete(asking));
      underWay.add(asking);
    },
    close: async () => {
      await Promise.all(underWay);
    },
  };
}
