import { beforeAll, describe, expect, it } from 'vitest';
import { dayMs } from '../../src/kernel/durations.ts';
import { addDays, parisDateOf } from '../../src/kernel/sepa/target-calendar.ts';
import { debited, debitOf } from '../support/direct-debits/debit-requests.ts';
import { signed } from '../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';
import { askGraphql, codesOf } from '../support/schema/ask-graphql.ts';

const document = `query ($filter: PaymentFilter, $sort: PaymentSort, $first: Int, $after: String) {
  payments(filter: $filter, sort: $sort, first: $first, after: $after) {
    edges { node { id } } pageInfo { endCursor hasNextPage } totals { runMode count isExact amount { cents } }
  }
}`;

/** A month ago, so that a worker of today copies everything. */
describe.each(drawnDatabases())('lists and totals of payments ($name)', (database) => {
  const gateway = openForGroup(() => startGateway({ open: database.open, aheadMs: -30 * dayMs }));
  const cards: string[] = [];
  const debits: string[] = [];
  let rum = '';

  type Page = {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
    readonly totals: readonly object[];
  };
  async function pageOf(variables: object): Promise<Page> {
    const { data, errors } = await askGraphql(gateway, document, { ...variables });
    expect(errors).toEqual([]);
    return data?.payments as Page;
  }
  const idsOf = async (variables: object): Promise<string[]> =>
    (await pageOf(variables)).edges.map(({ node }) => node.id);
  const today = () => parisDateOf(gateway.now());

  beforeAll(async () => {
    for (const amount of [500, 300, 900]) cards.push((await initiated(gateway, { amount })).payment.id);
    gateway.advance(3 * dayMs);
    rum = (await signed(gateway, { idClient: 'lists' })).rum;
    for (const mandate of [rum, rum.toLowerCase()]) {
      debits.push(await debited(gateway, { idClient: 'lists', mandate }));
      gateway.advance(4 * dayMs);
    }
  });

  /** The same before and after the worker copied them. */
  describe.each(['read from the payments', 'copied by the worker'])('%s', (what) => {
    beforeAll(async () => {
      if (what === 'copied by the worker') await gateway.runWorkers('payment-lists');
    });

    it('narrow down to days, amounts, a type, a mandate and a client', async () => {
      const created = { from: today(), to: null };
      expect(await idsOf({ filter: { created } })).toEqual([]);
      const first = addDays(today(), -11);
      expect(await idsOf({ filter: { created: { from: first, to: first } } })).toEqual(cards.toReversed());
      expect(await idsOf({ filter: { amount: { from: 300, to: '500' } } })).toEqual([cards[1], cards[0]]);
      expect(await idsOf({ filter: { paymentType: ['DIRECT_SEPA'] } })).toEqual(debits.toReversed());
      expect(await idsOf({ filter: { mandate: rum } })).toEqual(debits.toReversed());
      expect(await idsOf({ filter: { client: 'anonymous', runMode: 'TEST' } })).toHaveLength(5);
      expect(await idsOf({ filter: { runMode: 'LIVE' } })).toEqual([]);
      expect(await idsOf({ filter: { client: 'another' } })).toEqual([]);
    });

    it.each([
      ['all', { from: '0001-01-01', to: '9999-12-31' }],
      ['all', { from: '0000-01-01' }],
      ['all', { to: '9999-12-31' }],
      ['none', { from: '9999-12-31' }],
      ['none', { to: '0001-01-01' }],
    ])('have %s of the days %j, with which other systems say that there is no end', async (which, created) => {
      const all = [...debits.toReversed(), ...cards.toReversed()];
      const { edges, totals } = await pageOf({ filter: { created } });
      expect(edges.map(({ node }) => node.id)).toEqual(which === 'all' ? all : []);
      expect(totals).toMatchObject(which === 'all' ? [{ count: all.length }] : []);
      const byAmount = await idsOf({ filter: { created }, sort: 'AMOUNT' });
      expect(byAmount.toSorted()).toEqual(which === 'all' ? all.toSorted() : []);
    });

    it('find debits by their due date, the earliest first', async () => {
      const dueDates = await Promise.all(debits.map(async (id) => (await debitOf(gateway, id)).dueDate ?? ''));
      expect(await idsOf({ sort: 'DUE' })).toEqual(debits);
      expect(await idsOf({ sort: 'DUE', filter: { idClient: 'lists' } })).toEqual(debits);
      const due = { from: dueDates[0], to: dueDates[0] };
      expect(await idsOf({ filter: { due } })).toEqual([debits[0]]);
      expect(await idsOf({ filter: { due: { from: addDays(String(dueDates[0]), 1) } }, sort: 'DUE' })).toEqual([
        debits[1],
      ]);
    });

    it.each([
      ['NEWEST', () => [...debits.toReversed(), ...cards.toReversed()]],
      ['OLDEST', () => [...cards, ...debits]],
      ['AMOUNT', () => [...debits.toReversed(), cards[2], cards[0], cards[1]]],
      ['DUE', () => debits],
    ] as const)('go on page by page in the order %s', async (sort, expected) => {
      const found: string[] = [];
      for (let after: string | null = null; ; ) {
        const { edges, pageInfo }: Page = await pageOf({ sort, first: 2, after });
        found.push(...edges.map(({ node }) => node.id));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(found).toEqual(expected());
    });

    it('go on from the due date that sorted a debit, where it is announced anew between two pages', async () => {
      const { pageInfo } = await pageOf({ sort: 'DUE', first: 1 });
      const debit = await gateway.store.directDebitOf(String(debits[0]));
      if (!debit) throw new Error('there is a debit');
      const moved = { ...debit, dueDate: addDays(debit.dueDate, 60) };
      const update = (to: typeof debit) =>
        gateway.store.transact((transaction) => transaction.updateDirectDebit(to, debit.state));
      await update(moved);
      expect((await idsOf({ sort: 'DUE', after: pageInfo.endCursor }))[0]).toBe(debits[1]);
      await update(debit);
      expect(await idsOf({ sort: 'DUE', after: debits[0] })).toEqual([debits[1]]);
      for (const after of [`${debits[0]}/`, `${debits[0]}/2026-13-01`, `${debits[0]}/2026-12-01/x`]) {
        const answer = await askGraphql(gateway, document, { sort: 'DUE', after });
        expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
      }
    });

    it('say how many there are, and their sum', async () => {
      const exact = { runMode: 'TEST', isExact: true };
      expect((await pageOf({ first: 1 })).totals).toEqual([{ ...exact, count: 5, amount: { cents: 4200 } }]);
      const { totals } = await pageOf({ filter: { amount: { to: 500 } } });
      expect(totals).toEqual([{ ...exact, count: 2, amount: { cents: 800 } }]);
    });

    it('count the debits alone in the order of their due dates', async () => {
      const exact = { runMode: 'TEST', isExact: true };
      const both = [{ ...exact, count: 2, amount: { cents: 2500 } }];
      for (const filter of [{}, { amount: { from: 1 } }, { due: { to: '9999-12-31' } }, { due: {} }])
        expect((await pageOf({ sort: 'DUE', first: 1, filter })).totals).toEqual(both);
      expect((await pageOf({ sort: 'DUE', filter: { amount: { to: 500 } } })).totals).toEqual([]);
    });

    it('count by day and status, the newest day first', async () => {
      const query = '{ paymentTotals(by: [STATUS, DAY]) { day status paymentTarget count amount { formatted } } }';
      const of = { paymentTarget: null };
      const { data } = await askGraphql(gateway, query);
      expect(data?.paymentTotals).toEqual([
        { ...of, day: addDays(today(), -4), status: 'PENDING', count: 1, amount: { formatted: '12,50\u00a0€' } },
        { ...of, day: addDays(today(), -8), status: 'PENDING', count: 1, amount: { formatted: '12,50\u00a0€' } },
        {
          ...of,
          day: addDays(today(), -11),
          status: 'REQUIRES_ACTION',
          count: 3,
          amount: { formatted: '17,00\u00a0€' },
        },
      ]);
    });
  });

  it.each([
    [{ filter: { created: { from: '2026-02-30' } } }, 'filter.created.from must be a day, for instance 2026-12-31.'],
    [{ filter: { due: { to: 'tomorrow' } } }, 'filter.due.to must be a day, for instance 2026-12-31.'],
    [{ filter: { amount: { to: '-1' } } }, 'filter.amount.to must be 1 to 12 digits.'],
    [
      { filter: { runMode: 'FORCE_LIVE' } },
      'filter.runMode must be TEST or LIVE: what was done by FORCE_LIVE is LIVE.',
    ],
    [{ sort: 'AMOUNT', after: `pay_${'0'.repeat(32)}` }, 'after is not a cursor of this list.'],
  ])('refuse %j', async (variables, message) => {
    const answer = await askGraphql(gateway, document, variables);
    expect([codesOf(answer), answer.errors[0]?.message]).toEqual([['BAD_USER_INPUT'], message]);
  });
});
