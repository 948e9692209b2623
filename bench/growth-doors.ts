import { setTimeout } from 'node:timers/promises';
import { type LoadRequest, legacyUrl, mutation, paymentById, query, selection } from './cases.ts';
import type { Databases } from './growth-databases.ts';
import { fillDatabase } from './growth-fill.ts';
import type { Operation, Sized } from './growth-operation.ts';
import { customersOf, type Shop } from './growth-rows.ts';
import { type LoadJob, runUnderLoad } from './run-load.ts';
import { type MeasuredServer, startGateway } from './servers.ts';

type Request = Pick<LoadJob, 'request' | 'expected'> & {
  readonly name: string;
  readonly connections: number;
  /** In one batch: so many initiations that SQLite moves its log into the file in nearly each, and no more, for they stay. */
  readonly requests: number;
};

const atOnce = 32;

const initiated = '"InitiatePaymentSuccess"';
/** Customers and keys as a shop sends them: the next may be any. */
const initiation = mutation(selection, { idClient: '{customer}', idCommande: 'growth-{n}', idempotencyKey: '{uuid}' });

const page = (filter: object | null): LoadRequest =>
  query(
    `query ($filter: PaymentFilter) {
      payments(first: 50, filter: $filter) { edges { node { ${selection} } } pageInfo { hasNextPage endCursor } }
    }`,
    { filter },
  );

/**
 * The operations whose growth has an aim, as clients ask for them. Reading comes first, for some minutes after an
 * initiation the gateway begins to ask the bank about it.
 */
const requests: readonly Request[] = [
  { name: 'payment', request: paymentById, expected: '"reference"', ...{ connections: 8, requests: 1500 } },
  {
    ...{ name: 'first page of payments', request: page(null), expected: '"hasNextPage":true' },
    ...{ connections: 8, requests: 300 },
  },
  {
    name: "first page of one customer's payments",
    request: page({ idClient: '{customer}' }),
    expected: '"hasNextPage"',
    ...{ connections: 8, requests: 300 },
  },
  {
    ...{ name: 'initiatePayment with a key, alone', request: initiation, expected: initiated },
    ...{ connections: 1, requests: 192 },
  },
  {
    ...{ name: `initiatePayment with a key, ${atOnce} at once`, request: initiation, expected: initiated },
    ...{ connections: atOnce, requests: 640 },
  },
  {
    name: `the old door, ${atOnce} at once`,
    request: { ...legacyUrl, path: legacyUrl.path.replace('/2263/', '/{customer}/') },
    expected: '"replayed":false',
    ...{ connections: atOnce, requests: 640 },
  },
];

/** The same payment again and again: V8 compiles the way, and nothing is stored. */
const repeats: readonly LoadJob[] = [
  { request: mutation(selection, { idempotencyKey: 'warm' }), expected: initiated },
  { request: { ...legacyUrl, path: legacyUrl.path.replace('{n}', 'warm') }, expected: '"replayed"' },
].map((job) => ({ ...job, connections: atOnce, requests: 12_000 }));

/** A gateway in a process of its own, asked over HTTP. */
export async function openDoorsAt(databases: Databases, shop: Shop): Promise<Sized> {
  const { databaseUrl, samples } = await fillDatabase(databases, shop);
  const gateway = await startGateway({ databaseUrl });
  const choices = {
    customer: Array.from({ length: customersOf(shop) }, (_, number) => String(number)),
    payment: samples.map(({ id }) => id),
  };
  for (const job of repeats) await runUnderLoad(gateway, job);
  await untilIdle(gateway, databases);
  const operations = requests.map(({ name, ...job }): Operation => {
    const measure = async (): Promise<number> => {
      const before = databases.serverCpuMicroseconds();
      const { answered, cpuMicroseconds } = await runUnderLoad(gateway, { ...job, choices });
      return (cpuMicroseconds + databases.serverCpuMicroseconds() - before) / answered;
    };
    return { name, measure };
  });
  return { operations, close: gateway.stop };
}

/** A new gateway has work of its own on what it finds stored: everything that happened is to be anchored, in rounds. */
async function untilIdle(gateway: MeasuredServer, databases: Databases): Promise<void> {
  const used = async () => (await gateway.readUsage()).cpuMicroseconds + databases.serverCpuMicroseconds();
  const deadline = Date.now() + 900_000;
  for (let calm = 0; calm < 8; ) {
    if (Date.now() > deadline) throw new Error('the gateway did not come to rest within a quarter of an hour');
    const before = await used();
    await setTimeout(1000);
    calm = (await used()) - before < 50_000 ? calm + 1 : 0;
  }
}
