import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../src/config/config.ts';
import { developmentSocietes } from '../src/config/development.ts';
import { anonymous } from '../src/domain/caller.ts';
import { createIdentifiers } from '../src/domain/identifiers.ts';
import { Secret } from '../src/domain/merchant.ts';
import type { Payment } from '../src/domain/payment.ts';
import type { PaymentQuery, Store } from '../src/domain/store.ts';
import { payboxPublicKey } from '../src/providers/paybox/messages.ts';
import { createServices } from '../src/services.ts';
import { openStore } from '../src/store/open-store.ts';
import { initiatePayment } from '../src/use-cases/initiate-payment.ts';
import { type Databases, postgresDatabases, sqliteDatabases } from './growth-databases.ts';
import { createRows, customersOf, type Shop, startOf } from './growth-rows.ts';
import { describeMachine, markdownTable, median } from './report.ts';

const help = `Measures how the work grows with the number of stored payments, and prints CPU time with ratios.

  npm run bench:growth -- [options]

  --sizes N,N,…   numbers of stored payments (10000,100000); 1000000 takes some minutes
  --postgres      on PostgreSQL instead of SQLite: a server of its own, from npm
  --database URL  with --postgres: on this server, in databases that are made and dropped
  --every N       seconds from one stored payment to the next (30), which says how old the first of them is
  --rounds N      how often each is measured, the sizes in turn (9)
  --help

Each size has a database of its own, so that all of them are measured side by side. What the clock would have removed
by now, by the periods of the config, is not stored: 31 days of idempotency keys, 90 of webhooks.`;

const everything: PaymentQuery = {
  limit: 51,
  beforeId: null,
  statuses: null,
  paymentTargets: null,
  idSociete: null,
  idOrigin: null,
  idClient: null,
  idCommande: null,
  visibleTo: null,
};

const rowsAtOnce = 1000;

/** One measured piece of work; `run` does it `times` times at once. */
type Operation = {
  readonly name: string;
  readonly times?: number;
  readonly run: (index: number) => Promise<unknown>;
};

const settings = readConfig({}, [payboxPublicKey]);
const dayMs = 86_400_000;

const shopOf = (total: number, everyMs: number): Shop => ({
  ...{ total, everyMs, until: Date.now() },
  keyMs: (settings.retention.idempotencyKeyDays ?? Number.POSITIVE_INFINITY) * dayMs,
  webhookMs: settings.webhooks.retentionDays * dayMs,
});

/** The gateway's own initiation: with a webhook to queue for each event. */
function createInitiations(store: Store, shop: Shop) {
  const publicUrl = 'http://127.0.0.1:4000';
  const endpoint = {
    ...{ client: 'web', name: 'main', url: 'https://shop.example/news', events: null },
    secrets: [new Secret('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')] as const,
  };
  const caller = { ...anonymous, client: 'web' };
  const config: Config = {
    ...settings,
    clients: [{ caller, keyHashes: [], networks: [], webhooks: [endpoint] }],
  };
  const services = createServices({
    ...{ config, store, publicUrl, clock: Date.now, identifiers: createIdentifiers(Date.now), isDown: () => false },
    ...{ countInitiation: () => undefined, announceWebhooks: () => undefined },
    builtInSocietes: () => developmentSocietes(publicUrl, payboxPublicKey),
  });
  let orders = shop.total;
  const input = () => ({
    ...{ paymentTarget: 'PAYBOX', paymentRunMode: 'TEST', paymentType: 'CB', idOrigin: 'web', idSociete: '1' },
    ...{
      idClient: String(Math.floor(Math.random() * customersOf(shop))),
      idCommande: String(++orders),
      typePaiement: 'CB',
    },
    ...{ amount: 1250, email: 'client@example.fr', commentaire: 'Livraison du 12' },
  });
  const initiate = (change: object, derivesKey: boolean) =>
    initiatePayment(services, caller, { ...input(), ...change }, { derivesKey, usesDirectory: true });
  return {
    withKey: () => initiate({ idempotencyKey: randomUUID() }, false),
    withTimedKey: () => initiate({ idempotencyKey: randomUUIDv7() }, false),
    legacy: () => initiate({}, true),
  };
}

function operationsAt(store: Store, shop: Shop, samples: readonly Payment[]): readonly Operation[] {
  const sample = (index: number) => samples[(index * 7919) % samples.length] as Payment;
  const page = (query: Partial<PaymentQuery>) => () => store.payments({ ...everything, ...query });
  const { withKey, withTimedKey, legacy } = createInitiations(store, shop);
  const together = (initiate: () => Promise<unknown>) => () => Promise.all(Array.from({ length: atOnce }, initiate));
  return [
    { name: 'initiate with a key, alone', run: withKey },
    { name: `initiate with a key, ${atOnce} at once`, times: atOnce, run: together(withKey) },
    {
      name: `initiate with a key that begins with the time, ${atOnce} at once`,
      times: atOnce,
      run: together(withTimedKey),
    },
    { name: `initiate by the old door, ${atOnce} at once`, times: atOnce, run: together(legacy) },
    { name: 'payment by id', run: (index) => store.paymentById(sample(index).id) },
    { name: 'payment by reference', run: (index) => store.paymentByReference(sample(index).reference) },
    { name: 'first page: all', run: page({}) },
    { name: 'first page: one société', run: page({ idSociete: '3' }) },
    { name: 'first page: one customer', run: (index) => page({ idClient: sample(index).idClient })() },
    { name: 'first page: one order', run: (index) => page({ idCommande: sample(index).idCommande })() },
    { name: 'first page: one status', run: page({ statuses: ['REQUIRES_ACTION'] }) },
    { name: 'first page: a status that nothing has', run: page({ statuses: ['NEEDS_REVIEW'] }) },
    {
      name: 'first page: what one client may see',
      run: page({ visibleTo: { client: 'compta', societes: ['6'], origins: ['compta'] } }),
    },
  ];
}

const atOnce = 32;
/** Of what is done at once so many that SQLite moves its log into the file in nearly every batch: that is part of the work. */
const batchLength = { alone: 192, atOnce: 640 };

type Sized = { readonly size: number; readonly store: Store; readonly operations: readonly Operation[] };

async function prepare(databases: Databases, shop: Shop): Promise<Sized> {
  const size = shop.total;
  const { databaseUrl, fill, settle } = await databases.open(String(size));
  const store = await openStore({ databaseUrl });
  await store.migrate();
  const rowsOf = createRows(shop);
  for (let start = 0; start < size; start += rowsAtOnce) {
    await fill(Array.from({ length: Math.min(rowsAtOnce, size - start) }, (_, index) => rowsOf(start + index)));
  }
  await settle();
  process.stderr.write(`${size} payments stored\n`);
  return { size, store, operations: operationsAt(store, shop, await samplesOf(store, shop)) };
}

/** Payments from all over the table. */
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

/** CPU microseconds of one piece of work. */
async function measure(databases: Databases, { times = 1, run }: Operation, batch: number): Promise<number> {
  const rounds = Math.ceil((times === 1 ? batchLength.alone : batchLength.atOnce) / times);
  const before = databases.cpuMicroseconds();
  for (let round = 0; round < rounds; round++) await run(batch * rounds + round);
  return (databases.cpuMicroseconds() - before) / (rounds * times);
}

/** By operation, for each size the median of its batches. */
async function measureSizes(
  databases: Databases,
  shops: readonly Shop[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const sized: Sized[] = [];
  try {
    for (const shop of shops) sized.push(await prepare(databases, shop));
    const names = sized[0]?.operations.map(({ name }) => name) ?? [];
    const results = new Map<string, readonly number[]>();
    for (const [place, name] of names.entries()) {
      const measured = sized.map((): number[] => []);
      // Two rounds more, which warm up and do not count; the order turns, so that no size always comes after another.
      for (let round = -2; round < rounds; round++) {
        for (let turn = 0; turn < sized.length; turn++) {
          const which = (turn + Math.max(round, 0)) % sized.length;
          const figure = await measure(databases, sized[which]?.operations[place] as Operation, round + 2);
          if (round >= 0) measured[which]?.push(figure);
        }
      }
      results.set(name, measured.map(median));
    }
    return results;
  } finally {
    for (const { store } of sized) await store.close();
  }
}

function report(results: ReadonlyMap<string, readonly number[]>, sizes: readonly number[]): string {
  const rows = [...results].map(([name, figures]) => {
    const ratio = (figures.at(-1) ?? 0) / (figures[0] ?? 1);
    return [name, ...figures.map((figure) => figure.toFixed(1)), ratio.toFixed(2)];
  });
  const heads = ['CPU µs', ...sizes.map((size) => `${size} payments`), 'last ÷ first'];
  return `${describeMachine()}\n\n${markdownTable(heads, rows)}`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '10000,100000' },
      postgres: { type: 'boolean', default: false },
      database: { type: 'string' },
      every: { type: 'string', default: '30' },
      rounds: { type: 'string', default: '9' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const sizes = values.sizes.split(',').map(Number);
  const rounds = Number(values.rounds);
  const everyMs = Number(values.every) * 1000;
  if (![...sizes, rounds, everyMs].every((figure) => Number.isSafeInteger(figure) && figure > 0)) {
    throw new Error('--sizes, --rounds and --every must be whole numbers');
  }
  const databases = values.postgres ? await postgresDatabases(values.database ?? null) : await sqliteDatabases();
  try {
    const shops = sizes.map((size) => shopOf(size, everyMs));
    console.log(report(await measureSizes(databases, shops, rounds), sizes));
  } finally {
    await databases.close();
  }
}

await main();
