import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createIdentifiers, type Identifiers } from '../src/domain/identifiers.ts';
import type { Attempt, Payment } from '../src/domain/payment.ts';
import type { PaymentQuery, Store, Transaction } from '../src/domain/store.ts';
import { openStore } from '../src/store/open-store.ts';
import { describeMachine, markdownTable, median } from './report.ts';

const help = `Measures how the store's work grows with the number of stored payments, and prints CPU time with ratios.

  npm run bench:growth -- [options]

  --sizes N,N,…   numbers of stored payments, in rising order (10000,100000); 1000000 takes some minutes
  --database URL  an EMPTY database (a SQLite file of its own, removed afterwards)
  --help`;

const idSocietes = ['1', '2', '3', '6'];
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

/** Payments as a shop makes them: four sociétés, a hundred customers, one in ten still waiting. */
type Maker = {
  readonly make: (number: number) => Payment;
  readonly identifiers: Identifiers;
};

function createMaker(): Maker {
  let now = Date.UTC(2026, 0, 1);
  const identifiers = createIdentifiers(() => now);
  return {
    identifiers,
    make: (number) => {
      now += 30_000;
      return {
        id: identifiers.newId('pay'),
        reference: identifiers.newReference(),
        token: identifiers.newToken(),
        client: number % 100 === 0 ? 'compta' : 'web',
        paymentTarget: 'PAYBOX',
        paymentRunMode: 'TEST',
        effectiveRunMode: 'TEST',
        paymentType: 'CB',
        typePaiement: 'CB',
        idOrigin: 'web',
        idSociete: idSocietes[number % 4] ?? '1',
        idClient: String(number % 100),
        idCommande: String(number),
        amountCents: 1250,
        currency: 'EUR',
        email: 'client@example.fr',
        commentaire: 'Livraison du 12',
        payer: null,
        returnUrl: null,
        mandate: null,
        accounting: null,
        flow: 'HOSTED_PAGE',
        status: number % 10 === 0 ? 'REQUIRES_ACTION' : 'PAID',
        version: 1,
        derivedKey: `derived-${number}`,
        createdAt: now,
        updatedAt: now,
        expiresAt: now + 86_400_000,
        capture: 'NOW',
      };
    },
  };
}

/** The rows of one initiation. */
async function record(transaction: Transaction, payment: Payment, identifiers: Identifiers): Promise<void> {
  const attempt: Attempt = {
    id: identifiers.newId('att'),
    paymentId: payment.id,
    number: 1,
    reference: `${payment.reference}-1`,
    sequence: null,
    status: 'OPEN',
    bankTransaction: null,
    bankCode: null,
    createdAt: payment.createdAt,
    openedAt: null,
  };
  const { id: paymentId, status, createdAt: at } = payment;
  // Two random references may meet among a million; the gateway draws again, and so does this.
  const stored = await transaction.insertPayment(payment);
  if (!stored) return record(transaction, { ...payment, reference: identifiers.newReference() }, identifiers);
  await transaction.insertAttempt(attempt, payment.paymentTarget);
  const data = { attempt: 1, attemptReference: attempt.reference };
  await transaction.appendEvent({ id: identifiers.newId('evt'), paymentId, type: 'INITIATED', status, at, data }, 1);
}

async function fill(store: Store, { make, identifiers }: Maker, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += 1000) {
    const payments = Array.from({ length: Math.min(1000, to - start) }, (_, index) => make(start + index));
    await store.transact(async (transaction) => {
      for (const payment of payments) await record(transaction, payment, identifiers);
    });
  }
}

/** One measured piece of work; `run` does it `times` times at once. */
type Operation = {
  readonly name: string;
  readonly times?: number;
  readonly run: (index: number) => Promise<unknown>;
};

function operationsAt(store: Store, maker: Maker, size: number, samples: readonly Payment[]): readonly Operation[] {
  const sample = (index: number) => samples[index % samples.length] as Payment;
  const page = (query: Partial<PaymentQuery>) => () => store.payments({ ...everything, ...query });
  let extra = size * 1000;
  const initiate = () => {
    const payment = maker.make(++extra);
    return store.transact((transaction) => record(transaction, payment, maker.identifiers));
  };
  return [
    { name: 'initiate, its own commit', run: initiate },
    {
      name: `initiate, ${atOnce} at once`,
      times: atOnce,
      run: () => Promise.all(Array.from({ length: atOnce }, initiate)),
    },
    { name: 'payment by id', run: (index) => store.paymentById(sample(index).id) },
    { name: 'payment by reference', run: (index) => store.paymentByReference(sample(index).reference) },
    { name: 'first page: all', run: page({}) },
    { name: 'first page: one société', run: page({ idSociete: '3' }) },
    { name: 'first page: one customer', run: page({ idClient: '77' }) },
    { name: 'first page: one order', run: page({ idCommande: String(size >> 1) }) },
    { name: 'first page: one status', run: page({ statuses: ['REQUIRES_ACTION'] }) },
    { name: 'first page: a status that nothing has', run: page({ statuses: ['NEEDS_REVIEW'] }) },
    {
      name: 'first page: what one client may see',
      run: page({ visibleTo: { client: 'compta', societes: ['6'], origins: ['compta'] } }),
    },
  ];
}

const atOnce = 32;
const batches = 7;
const batchLength = 200;

/** CPU microseconds of one piece of work: the median of a few batches. */
async function measure({ times = 1, run }: Operation): Promise<number> {
  const measured: number[] = [];
  const rounds = Math.ceil(batchLength / times);
  for (let batch = 0; batch < batches; batch++) {
    const before = process.cpuUsage();
    for (let round = 0; round < rounds; round++) await run(batch * rounds + round);
    const { user, system } = process.cpuUsage(before);
    measured.push((user + system) / (rounds * times));
  }
  return median(measured);
}

async function measureSizes(databaseUrl: string, sizes: readonly number[]): Promise<ReadonlyMap<string, number[]>> {
  const store = await openStore({ databaseUrl });
  try {
    await store.migrate();
    const maker = createMaker();
    const results = new Map<string, number[]>();
    let filled = 0;
    for (const size of sizes) {
      await fill(store, maker, filled, size);
      filled = size;
      process.stderr.write(`${size} payments stored\n`);
      const samples = await store.payments({ ...everything, limit: 500 });
      const operations = operationsAt(store, maker, size, samples);
      // The first size must not pay for the compiler that all of them profit from.
      if (size === sizes[0]) for (const operation of operations) await measure(operation);
      for (const operation of operations) {
        results.set(operation.name, [...(results.get(operation.name) ?? []), await measure(operation)]);
      }
    }
    return results;
  } finally {
    await store.close();
  }
}

function report(results: ReadonlyMap<string, number[]>, sizes: readonly number[]): string {
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
      database: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0)) throw new Error('--sizes must be whole numbers');
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-growth-'));
  try {
    const databaseUrl = values.database ?? `sqlite:${path.join(folder, 'growth.sqlite')}`;
    console.log(report(await measureSizes(databaseUrl, sizes), sizes));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
