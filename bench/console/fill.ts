import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openStore, type Store } from '../../src/app/store.ts';
import { anchorEventLog } from '../../src/modules/event-log/anchor-event-log.ts';
import { foldPayments } from '../../src/modules/payment-lists/fold-payments.ts';
import { indexDocuments } from '../../src/modules/search/index-documents.ts';
import { failing } from '../../test/support/search/failing.ts';
import { type Databases, postgresDatabases, sqliteDatabases } from '../growth-databases.ts';
import { createDirectory, createPayments, type Shop } from './shop.ts';

const rowsAtOnce = 1000;

export type Filled = { readonly databaseUrl: string; readonly databases: Databases };

/** Opens the database of a shop, and fills it where it is not kept from another time. */
export async function openFilled(total: number, isPostgres: boolean, keep: string | null): Promise<Filled> {
  if (keep !== null) await mkdir(keep, { recursive: true });
  const databases = isPostgres ? await postgresDatabases(null, keep) : await sqliteDatabases(keep);
  const mark = keep === null ? null : path.join(keep, `${isPostgres ? 'postgres' : 'sqlite'}-${total}.filled`);
  try {
    const { databaseUrl, fill, settle } = await databases.open(String(total));
    if (mark === null || !existsSync(mark)) {
      await fillShop({ total, until: Date.now() }, databaseUrl, fill);
      await settle();
      if (mark !== null) await writeFile(mark, '');
    }
    return { databaseUrl, databases };
  } catch (error) {
    await databases[Symbol.asyncDispose]();
    throw error;
  }
}

type Opened = Awaited<ReturnType<Databases['open']>>;

async function fillShop(shop: Shop, databaseUrl: string, fill: Opened['fill']): Promise<void> {
  const report = createReport();
  await using store = await openStore({ databaseUrl });
  await store.migrate();
  const directory = createDirectory(shop);
  for (let start = 0; start < directory.length; start += rowsAtOnce) {
    await fill(directory.slice(start, start + rowsAtOnce));
  }
  report('customers and mandates');
  const rowsOf = createPayments(shop);
  for (let start = 0; start < shop.total; start += rowsAtOnce) {
    const numbers = Array.from({ length: Math.min(rowsAtOnce, shop.total - start) }, (_, index) => start + index);
    await fill(numbers.map(rowsOf));
  }
  report('payments');
  await work(store, report);
}

/** As the workers would have done in the course of the year. */
async function work(store: Store, report: (what: string) => void): Promise<void> {
  const always = { store, clock: Date.now, keepsLease: async () => true };
  await foldPayments({ ...always, onStep: () => undefined });
  report('lists and days');
  let place = await anchorEventLog(always, always.keepsLease);
  while (place.anchors > 0) place = await anchorEventLog(always, always.keepsLease);
  report('event log');
  await indexDocuments({ ...always, onOlder: () => undefined, failed: failing });
  report('search');
}

function createReport(): (what: string) => void {
  let since = performance.now();
  let cpu = process.cpuUsage();
  return (what) => {
    const { user, system } = process.cpuUsage(cpu);
    const seconds = ((performance.now() - since) / 1000).toFixed(0);
    process.stderr.write(`filled: ${what}, ${seconds} s (CPU ${((user + system) / 1e6).toFixed(0)} s)\n`);
    since = performance.now();
    cpu = process.cpuUsage();
  };
}
