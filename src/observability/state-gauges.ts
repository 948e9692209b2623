import { Gauge, type Registry } from 'prom-client';
import type { EffectiveRunMode } from '../kernel/vocabulary.ts';

/** How things stand, asked for at each scrape. */

type CountCases = (runMode: EffectiveRunMode) => Promise<number>;
export type OpenCases = {
  readonly paymentsInReview: CountCases;
  readonly overdueDebits: CountCases;
  readonly unconfirmedBankFiles: CountCases;
};

export function watchFollowers(registry: Registry, count: () => number): void {
  new Gauge({
    name: 'reglement_followers',
    help: 'Subscriptions and customer pages that follow a payment.',
    registers: [registry],
    collect() {
      this.set(count());
    },
  });
}

export function watchDatabase(registry: Registry, isReady: () => Promise<boolean>): void {
  new Gauge({
    name: 'reglement_database_ready',
    help: '1: the database answers and takes writes. While 0, gauges from the database are left out.',
    registers: [registry],
    async collect() {
      this.set((await isReady()) ? 1 : 0);
    },
  });
}

export function watchOpenCases(
  registry: Registry,
  { paymentsInReview, overdueDebits, unconfirmedBankFiles }: OpenCases,
): void {
  const watch = (name: string, help: string, count: CountCases): void => {
    new Gauge({
      ...{ name, help, registers: [registry], labelNames: ['mode'] as const },
      async collect() {
        // Where the database does not answer, nothing is said; the rest of the page stays.
        this.reset();
        for (const mode of ['TEST', 'LIVE'] as const) {
          const found = await count(mode).catch(() => null);
          if (found !== null) this.set({ mode }, found);
        }
      },
    });
  };
  watch('reglement_payments_in_review', 'Payments in NEEDS_REVIEW, from the database.', paymentsInReview);
  watch(
    'reglement_direct_debits_overdue',
    'Debits past their due date and in no file, from the database.',
    overdueDebits,
  );
  watch(
    'reglement_bank_files_unconfirmed',
    'Bank files that wait for a confirmation, from the database.',
    unconfirmedBankFiles,
  );
}
