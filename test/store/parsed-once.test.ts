import { constants, DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { createQueries } from '../../src/app/store.ts';
import type { Way } from '../../src/modules/payment-lists/store/choose-way.ts';
import type { Kind } from '../../src/modules/payment-lists/store/kinds.ts';
import { listPayments } from '../../src/modules/payment-lists/store/list-payments.ts';
import { countInside, kindsInside } from '../../src/modules/payment-lists/store/ways.ts';
import type { PaymentQuery } from '../../src/modules/payments/payment-store.ts';
import type { Connection, Statement } from '../../src/store/connection.ts';
import type { PreparedQuery } from '../../src/store/prepared-query.ts';
import { databases } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { everything, openTestStore } from '../support/store/examples.ts';
import { compilerOf } from '../support/store/plans.ts';

const [sqlite] = databases as [(typeof databases)[number]];
const db = compilerOf('sqlite');
const opened = openForGroup(() => openTestStore(sqlite));
const place = { payment: 'pay_0198', event: 'evt_0198' };
const days = { from: '2026-11-01', to: '2026-11-30' } as const;
const amountCents = { from: 100, to: 200 };

/** How often SQLite parses a statement again that it has run once: it asks the authorizer about each column then. */
function parsesOfRepeat({ sql, parameters }: { readonly sql: string; readonly parameters: readonly unknown[] }) {
  using database = new DatabaseSync(opened.databaseUrl.slice('sqlite:'.length));
  const statement = database.prepare(sql);
  const values = parameters as readonly SQLInputValue[];
  let asked = 0;
  database.setAuthorizer(() => {
    asked++;
    return constants.SQLITE_OK;
  });
  statement.all(...values);
  asked = 0;
  for (let run = 0; run < 3; run++) statement.all(...values);
  return asked;
}

const kind: Kind = {
  ...{ effective_run_mode: 'TEST', id_societe: '1', client: 'web', id_origin: 'web' },
  ...{ payment_target: 'PAYBOX', payment_type: 'CB', status: 'PAID' },
};
const inside = { range: 'amountCents', kinds: [kind] } as const;
const inRange: Way = { along: 'RANGE', ...inside };
const alongKinds: Way = { along: 'KINDS', kinds: [kind] };
type Listed = { readonly change: Partial<PaymentQuery>; readonly from?: typeof place; readonly way?: Way };
const lists: readonly Listed[] = [
  { change: {} },
  { change: { beforeId: 'pay_1', sort: 'OLDEST' } },
  { change: { idClient: '7', statuses: ['REQUIRES_ACTION'] } },
  { change: { idCommande: '7', statuses: ['PAID', 'SUBMITTED'], sort: 'AMOUNT' } },
  { change: { runMode: 'TEST' }, from: place },
  { change: { runMode: 'LIVE', statuses: ['PAID', 'REFUSED'], beforeId: 'pay_1' }, from: place },
  { change: { sort: 'AMOUNT', created: days, amountCents }, from: place, way: alongKinds },
  { change: { sort: 'DUE', due: days }, from: place, way: alongKinds },
  { change: { paymentTypes: ['CB'], beforeId: 'pay_1' }, from: place, way: alongKinds },
  { change: { visibleTo: { client: 'a', societes: ['1', '2'], origins: ['web'], runModes: ['TEST'] } }, from: place },
  { change: { amountCents, runMode: 'TEST' }, from: place, way: inRange },
];

test.each(lists)('a page of $change is parsed once', ({ change, from = null, way }) => {
  const listing = listPayments(db, { ...everything, ...change }, from, { database: 'sqlite', ...(way && { way }) });
  expect(listing && parsesOfRepeat(listing)).toBe(0);
});

test('a count in a range is parsed once', () => {
  const query = { ...everything, runMode: 'TEST', amountCents } as const;
  expect(parsesOfRepeat(countInside(db, query, inside, { database: 'sqlite', limit: 100 }))).toBe(0);
  expect(parsesOfRepeat(kindsInside(db, query, inside, 'sqlite'))).toBe(0);
});

/** What a kept query runs with a limit. Its other values are texts that all columns take. */
async function statementOf(query: AnyQuery, limit: number): Promise<Statement> {
  const run = vi.fn<Connection['execute']>(async () => ({ rows: [], changes: 0 }));
  const values = new Proxy({}, { get: (_target, name) => (name === 'limit' ? limit : '1') });
  await query({ execute: run } as unknown as Connection, values);
  const [statement] = run.mock.lastCall ?? [];
  return statement as Statement;
}

type AnyQuery = PreparedQuery<object, unknown>;
const limited = Object.entries(createQueries(db) as unknown as Readonly<Record<string, AnyQuery>>)
  .filter(([, query]) => /limit \?/.test(query.sql))
  .map(([name, query]) => ({ name, query }));

test('many kept queries have a limit', () => {
  expect(limited.length).toBeGreaterThan(40);
});

test.each(limited)('$name is parsed once, with whichever limit', async ({ query }) => {
  for (const limit of [100, 20]) expect(parsesOfRepeat(await statementOf(query, limit))).toBe(0);
});

test('a query keeps a few limits, and binds others', async () => {
  const [{ query }] = limited as [(typeof limited)[number]];
  const limits = Array.from({ length: 50 }, (_, index) => index + 1);
  const texts = await Promise.all(limits.map(async (limit) => (await statementOf(query, limit)).sql));
  expect(new Set(texts).size).toBeLessThan(10);
  expect((await statementOf(query, 50)).parameters).toContain(50);
});

test('a bound limit is parsed with each run', () => {
  expect(parsesOfRepeat({ sql: 'select id from payments limit ?', parameters: [5] })).toBeGreaterThan(0);
});
