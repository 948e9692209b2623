import type { Logger } from 'pino';
import type { Store } from '../../src/app/store.ts';
import { createPaymentListWorker } from '../../src/modules/payment-lists/worker.ts';
import { createSearchWorker } from '../../src/modules/search/worker.ts';
import type { Databases } from '../growth-databases.ts';
import type { Figure, Meter } from './measure.ts';
import { createPayments } from './shop.ts';

const added = 10_000;
const addedAtOnce = 1000;
/** From one payment to the next. */
const everyMs = 20;
/** After the last payment: until all are settled, and then the ages at which copies are looked at again. */
const settledMs = 130_000;
const lookAgainMs: readonly number[] = [11 * 60_000, 26 * 3_600_000];

type Options = { readonly store: Store; readonly databases: Databases; readonly total: number; readonly meter: Meter };

/** What each worker takes of a payment, beside those that are there: 50 a second, on a clock that does not wait. */
export async function measureWorkers({ store, databases, total, meter }: Options): Promise<readonly Figure[]> {
  let now = Date.now();
  const options = { store, clock: () => now, logger: { info: () => undefined } as unknown as Logger };
  const workers = [createSearchWorker(options), createPaymentListWorker(options)];
  const keepsLease = async (): Promise<boolean> => true;
  for (const worker of workers) await worker.round(keepsLease);
  const start = Date.now();
  const end = start + added * everyMs + settledMs;
  await record(databases, total, start);
  const figures: Figure[] = [];
  for (const { name, everyMs: pauseMs, round } of workers) {
    const { cpuMs } = await meter.once(async () => {
      for (now = start; now < end; now += pauseMs) await round(keepsLease);
      for (const ageMs of lookAgainMs) {
        now = end + ageMs;
        await round(keepsLease);
      }
    });
    const value = (cpuMs / added) * 1000;
    figures.push({ what: `worker ${name}, a payment`, value, unit: 'µs of CPU', aim: { most: 150 } });
  }
  return figures;
}

async function record(databases: Databases, total: number, start: number): Promise<void> {
  const { fill, settle } = await databases.open(String(total));
  const rowsOf = createPayments({ total, until: start + total * everyMs, everyMs });
  for (let done = 0; done < added; done += addedAtOnce) {
    await fill(Array.from({ length: addedAtOnce }, (_, index) => rowsOf(total - added + done + index)));
  }
  await settle();
}
