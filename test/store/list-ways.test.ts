import { describe, expect, test } from 'vitest';
import type { Way } from '../../src/modules/payment-lists/store/choose-way.ts';
import { type Kind, listKinds } from '../../src/modules/payment-lists/store/kinds.ts';
import { listPayments } from '../../src/modules/payment-lists/store/list-payments.ts';
import { countInside, kindsInside } from '../../src/modules/payment-lists/store/ways.ts';
import type { PaymentQuery } from '../../src/modules/payments/payment-store.ts';
import { databases } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { everything, openTestStore } from '../support/store/examples.ts';
import { compilerOf, openPlans } from '../support/store/plans.ts';

const place = { payment: 'pay_0198', event: 'evt_0198' };
const kind: Kind = {
  ...{ effective_run_mode: 'TEST', id_societe: '1', client: 'web', id_origin: 'web' },
  ...{ payment_target: 'PAYBOX', payment_type: 'CB', status: 'PAID' },
};
const days = { from: '2026-11-01', to: '2026-11-30' } as const;
const amountCents = { from: 100, to: 200 };

const alongKinds = { along: 'KINDS', kinds: [kind, { ...kind, status: 'REFUSED' }] } as const;
const within = (range: 'amountCents' | 'due'): Way => ({ along: 'RANGE', range, kinds: [kind] });

const ways: readonly (readonly [Partial<PaymentQuery>, Way, string])[] = [
  [{}, alongKinds, 'payment_list_kind'],
  [{ beforeId: 'pay_1' }, alongKinds, 'payment_list_kind'],
  [{ sort: 'OLDEST', created: days }, alongKinds, 'payment_list_kind'],
  [{ amountCents, due: days }, alongKinds, 'payment_list_kind'],
  [{ sort: 'AMOUNT', created: days }, alongKinds, 'payment_list_kind_amount_cents'],
  [{ sort: 'AMOUNT', amountCents, beforeId: 'pay_1', beforeValue: 150 }, alongKinds, 'payment_list_kind_amount_cents'],
  [{ sort: 'DUE' }, alongKinds, 'payment_list_kind_due_date'],
  [{ sort: 'DUE', due: days, created: days }, alongKinds, 'payment_list_kind_due_date'],
  [
    { sort: 'DUE', due: { from: '0001-01-01', to: null } },
    { ...alongKinds, isInAnyOrder: true },
    'payment_list_kind_due_date',
  ],
  [{ amountCents }, within('amountCents'), 'payment_list_kind_amount_cents'],
  [{ amountCents, created: days, sort: 'OLDEST' }, within('amountCents'), 'payment_list_kind_amount_cents'],
  [{ amountCents, due: days, sort: 'DUE' }, within('amountCents'), 'payment_list_kind_amount_cents'],
  [{ due: days }, within('due'), 'payment_list_kind_due_date'],
  [{ due: days, idSociete: '1', sort: 'AMOUNT' }, within('due'), 'payment_list_kind_due_date'],
  [{ created: days, sort: 'AMOUNT', statuses: ['PAID'] }, { along: 'RANGE', range: 'created', kinds: null }, 'PRIMARY'],
  [{ amountCents, sort: 'AMOUNT' }, { ...alongKinds, isInAnyOrder: true }, 'payment_list_kind_amount_cents'],
];

describe.each(databases)('a page of payments ($name)', (database) => {
  const db = compilerOf(database.name);
  const opened = openForGroup(() => openTestStore(database));
  const planOf = openPlans(database, opened);

  /** Along which indexes SQLite enters the list; rows that are looked up by their key do not count. */
  const entered = (plan: string): readonly string[] => {
    const step =
      /(?:SCAN|SEARCH) payment_list (?:EXISTS )?USING (?:(?:COVERING )?INDEX (\w+)|(PRIMARY) KEY) ?(\(id=\?\))?/g;
    const found = [...plan.matchAll(step)].flatMap(([, index, key, byId]) => (byId ? [] : [index ?? key ?? '']));
    return [...new Set(found)];
  };

  test.each(ways)('of %j by %j enters %s', async (change, way, index) => {
    const query = { ...everything, runMode: 'TEST', ...change } as const;
    const plan = await planOf(listPayments(db, query, place, { database: database.name, way })?.sql ?? '');
    expect(plan).not.toMatch(/Seq Scan on payment|SCAN payment/);
    if (database.name === 'postgres') return;
    expect(entered(plan)).toEqual([index]);
    // In its order, each kind is read for one page at most.
    if (way.along === 'KINDS') expect(plan).not.toMatch(/payment_list USING .*\n.*TEMP B-TREE/);
    const isCovered = way.along === 'RANGE' && way.kinds !== null && change.sort !== 'AMOUNT' && change.sort !== 'DUE';
    if (isCovered) expect(plan).toContain(`COVERING INDEX ${index}`);
  });

  test.each(['amountCents', 'due'] as const)('counts a range of %s in its index alone', async (range) => {
    const query = { ...everything, runMode: 'TEST', amountCents, due: days, statuses: ['PAID'] } as const;
    const inside = { range, kinds: [kind, { ...kind, status: 'REFUSED' }] };
    const { name } = database;
    const counted = countInside(db, query, inside, { database: name, limit: 100 });
    for (const { sql } of [counted, kindsInside(db, query, inside, name)]) {
      const plan = await planOf(sql);
      expect(plan).not.toMatch(/Seq Scan|SCAN payment/);
      if (database.name === 'postgres') continue;
      expect(entered(plan)).toEqual([`payment_list_kind_${range === 'due' ? 'due_date' : 'amount_cents'}`]);
      expect(plan).not.toMatch(/payment_list USING (?!COVERING)/);
    }
  });

  test('finds the kinds of some days in the index of kinds alone', async () => {
    const query = { ...everything, created: days, sort: 'AMOUNT' } as const;
    const { sql } = kindsInside(db, query, { range: 'created', kinds: [kind] }, database.name);
    const plan = await planOf(sql);
    // Which index PostgreSQL takes, it says of a table with rows: see `plans.test.ts`.
    if (database.name === 'postgres') expect(plan).not.toMatch(/Seq Scan/);
    else expect(plan).toMatch(/USING COVERING INDEX payment_list_kind \(.*status=\? AND id>\? AND id<\?\)/);
  });

  test.each(['all', 'due'] as const)('knows %s kinds from an index alone', async (which) => {
    const plan = await planOf(listKinds(db, database.name, which).sql);
    if (database.name === 'postgres') expect(plan).not.toMatch(/Seq Scan/);
    else expect(plan).toMatch(/^SCAN payment_list USING COVERING INDEX payment_list_kind\w*$/);
  });
});
