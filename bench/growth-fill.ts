import { openStore, type Store } from '../src/app/store.ts';
import { foldPayments } from '../src/modules/payment-lists/fold-payments.ts';
import type { Payment } from '../src/modules/payments/payment.ts';
import { allPayments, type PaymentQuery } from '../src/modules/payments/payment-store.ts';
import type { Databases } from './growth-databases.ts';
import { createRows, type Shop, startOf } from './growth-rows.ts';

const rowsAtOnce = 1000;

/** A database with what the shop would have stored by now, and payments from all over it. */
export async function fillDatabase(
  databases: Databases,
  shop: Shop,
): Promise<{ readonly databaseUrl: string; readonly samples: readonly Payment[] }> {
  const { total } = shop;
  const { databaseUrl, fill, settle } = await databases.open(String(total));
  await using store = await openStore({ databaseUrl });
  await store.migrate();
  const rowsOf = createRows(shop);
  for (let start = 0; start < total; start += rowsAtOnce) {
    await fill(Array.from({ length: Math.min(rowsAtOnce, total - start) }, (_, index) => rowsOf(start + index)));
  }
  // As the worker would have done long ago.
  await foldPayments({ store, clock: Date.now, keepsLease: async () => true, onStep: () => undefined });
  await settle();
  process.stderr.write(`${total} payments stored\n`);
  return { databaseUrl, samples: await samplesOf(store, shop) };
}

export const everything: PaymentQuery = { ...allPayments, limit: 51 };

async function samplesOf(store: Store, shop: Shop): Promise<readonly Payment[]> {
  const samples: Payment[] = [];
  const start = startOf(shop);
  for (let step = 1; step <= 40; step++) {
    const moment = Math.round(start + ((shop.until - start) * step) / 40);
    const beforeId = `pay_${moment.toString(16).padStart(12, '0')}`;
    samples.push(...(await store.payments({ ...everything, limit: 20, beforeId })));
  }
  return samples;
}
