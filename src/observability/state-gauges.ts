import { setTimeout } from 'node:timers/promises';
import { Gauge, type Registry } from 'prom-client';
import type { EffectiveRunMode } from '../kernel/vocabulary.ts';
import { ownMemoryBytes } from './own-memory.ts';

/** How things stand, asked for at each scrape. */

/** Reads what a gauge shows; null: the gauge is left out, and the rest of the page stays. */
export type ReadState = <Value>(read: () => Promise<Value>) => Promise<Value | null>;

/** A scrape that takes over ten seconds fails, and Prometheus then reports the gateway as down. */
const patienceMs = 2_000;

/** Asks first whether the database is ready: while it hangs, each read would hold a connection for all its time-outs. */
export const createReadState =
  (isStoreReady: () => Promise<boolean>): ReadState =>
  async (read) => {
    if (!(await isStoreReady())) return null;
    const giveUp = new AbortController();
    const late = setTimeout(patienceMs, null, { signal: giveUp.signal });
    return Promise.race([read(), late])
      .catch(() => null)
      .finally(() => giveUp.abort());
  };

const runModes = ['TEST', 'LIVE'] as const;

type CountCases = (runMode: EffectiveRunMode) => Promise<number>;
export type OpenCases = {
  readonly paymentsInReview: CountCases;
  readonly overdueDebits: CountCases;
  readonly unconfirmedBankFiles: CountCases;
};

export type WebhookBacklogReading = {
  readonly client: string;
  readonly endpoint: string;
  readonly waiting: number;
  readonly oldestWaitingSeconds: number;
};

export function watchWebhooks(registry: Registry, read: () => Promise<readonly WebhookBacklogReading[]>): void {
  const watch = (name: string, help: string, readingOf: (reading: WebhookBacklogReading) => number): void => {
    new Gauge({
      ...{ name, help, registers: [registry], labelNames: ['client', 'endpoint'] as const },
      async collect() {
        const readings = await read();
        this.reset();
        for (const reading of readings) {
          const { client, endpoint } = reading;
          this.set({ client, endpoint }, readingOf(reading));
        }
      },
    });
  };
  watch('reglement_webhooks_waiting', 'Waiting webhooks, from the database.', ({ waiting }) => waiting);
  watch(
    'reglement_webhooks_oldest_waiting_seconds',
    'Age of the oldest waiting webhook, from the database; 0 without any.',
    ({ oldestWaitingSeconds }) => oldestWaitingSeconds,
  );
}

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

export function watchMemory(registry: Registry): void {
  new Gauge({
    name: 'reglement_own_memory_bytes',
    help: 'Memory of this process that the system cannot take back: without the pages of files.',
    registers: [registry],
    collect() {
      this.set(ownMemoryBytes());
    },
  });
}

export function watchOpenCases(
  registry: Registry,
  readState: ReadState,
  { paymentsInReview, overdueDebits, unconfirmedBankFiles }: OpenCases,
): void {
  const watch = (name: string, help: string, count: CountCases): void => {
    new Gauge({
      ...{ name, help, registers: [registry], labelNames: ['mode'] as const },
      async collect() {
        const counts = await Promise.all(runModes.map((mode) => readState(() => count(mode))));
        this.reset();
        for (const [index, mode] of runModes.entries()) {
          const found = counts[index] ?? null;
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
