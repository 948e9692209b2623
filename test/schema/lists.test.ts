import { describe, expect, it } from 'vitest';
import { created, signed } from '../support/direct-debits/mandate-requests.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';
import { askGraphql, codesOf } from '../support/schema/ask-graphql.ts';

/** What holds for every list: where it goes on, and what it is narrowed to. */

const gateway = openForGroup(() => startGateway({ aheadMs: Date.UTC(2026, 10, 25, 9) - Date.now() }));

const lists: [list: string, ask: (after: string) => string][] = [
  ...['payments', 'mandates', 'notifications', 'bankFiles', 'bankExceptions', 'customers'].map(plainList),
  plainList('directDebitBatches'),
  plainList('webhookDeliveries'),
  [
    'journalEntries',
    (after) =>
      `{ journalEntries(idSociete: "1", runMode: TEST${after}) { ... on JournalEntryConnection { edges { cursor } } } }`,
  ],
];

function plainList(list: string): [string, (after: string) => string] {
  return [list, (after) => `{ ${list}(first: 2${after}) { edges { cursor } } }`];
}

describe.each(lists)('the list %s', (list, ask) => {
  it('begins without a cursor', async () => {
    for (const after of ['', ', after: null']) {
      const { data, errors } = await askGraphql(gateway, ask(after));
      expect([data?.[list] !== null, errors]).toEqual([true, []]);
    }
  });

  it.each(['', ' ', 'zzz', '0', 'req_01a2127a57d370008b3bac5a55244781'])(
    'takes no cursor that it did not give: "%s"',
    async (cursor) => {
      const answer = await askGraphql(gateway, ask(`, after: "${cursor}"`));
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
      expect(answer.errors).toMatchObject([{ message: 'after is not a cursor of this list.' }]);
    },
  );
});

describe('a list that is narrowed', () => {
  const decomposed = 'te\u0301le\u0301vente';

  const paymentsOf = async (filter: object): Promise<string[]> => {
    const query = 'query($filter: PaymentFilter) { payments(filter: $filter) { edges { node { id } } } }';
    const { data } = await askGraphql(gateway, query, { filter });
    const page = data?.payments as { edges: { node: { id: string } }[] } | undefined;
    return (page?.edges ?? []).map(({ node }) => node.id);
  };

  it('finds a payment by what it was initiated with, however that is written', async () => {
    const names = { idOrigin: decomposed, idClient: `client ${decomposed}`, idCommande: `order ${decomposed}` };
    const { payment } = await initiated(gateway, names);
    expect(payment.idOrigin).toBe('télévente');
    for (const [name, value] of Object.entries(names)) {
      expect(await paymentsOf({ [name]: value })).toEqual([payment.id]);
      expect(await paymentsOf({ [name]: value.normalize('NFC') })).toEqual([payment.id]);
    }
  });

  it('takes an empty number for no order, as a payment does', async () => {
    const { payment } = await initiated(gateway, { idCommande: '', idClient: 'without an order' });
    expect(await paymentsOf({ idCommande: '', idClient: 'without an order' })).toEqual([payment.id]);
    expect(await paymentsOf({ idCommande: '0', idClient: 'without an order' })).toEqual([payment.id]);
  });

  it('finds a mandate by its customer, however that is written', async () => {
    const { id } = await created(gateway, { idClient: decomposed });
    const query = 'query($filter: MandateFilter) { mandates(filter: $filter) { edges { node { id } } } }';
    const { data } = await askGraphql(gateway, query, { filter: { idClient: decomposed } });
    expect(data?.mandates).toEqual({ edges: [{ node: { id } }] });
  });

  it('finds the mandates that no debit will have used in time', async () => {
    const { id } = await signed(gateway, { idClient: 'lapsing' });
    const query = 'query($filter: MandateFilter) { mandates(filter: $filter) { edges { node { id } } } }';
    const lapsing = async (lapsesBefore: string) =>
      (await askGraphql(gateway, query, { filter: { idClient: 'lapsing', lapsesBefore } })).data?.mandates;
    // Signed on 15 January 2025.
    expect(await lapsing('2028-01-15')).toEqual({ edges: [] });
    expect(await lapsing('2028-01-17')).toEqual({ edges: [{ node: { id } }] });
  });

  it.each([
    ['mandates', 'MandateFilter', { lapsesBefore: 'soon' }, 'lapsesBefore must be a day, for instance 2026-12-31.'],
    ['bankExceptions', 'BankExceptionFilter', { amount: { from: '1,5' } }, 'amount.from must be 1 to 12 digits.'],
    [
      'bankExceptions',
      'BankExceptionFilter',
      { booked: { to: '1.1.' } },
      'booked.to must be a day, for instance 2026-12-31.',
    ],
  ])('refuses for %s what %s cannot mean: %j', async (list, type, filter, message) => {
    const answer = await askGraphql(
      gateway,
      `query($filter: ${type}) { ${list}(filter: $filter) { edges { cursor } } }`,
      { filter },
    );
    expect([codesOf(answer), answer.errors[0]?.message]).toEqual([['BAD_USER_INPUT'], `filter.${message}`]);
  });
});
