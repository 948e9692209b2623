import { beforeAll, describe, expect, it } from 'vitest';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { askGraphql } from '../../support/schema/ask-graphql.ts';
import { index } from '../../support/search/searching.ts';

type Page = { readonly edges: readonly { readonly node: { readonly idCommande: string }; readonly cursor: string }[] };

describe.each(drawnDatabases())('payments that are narrowed to a text ($name)', ({ open }) => {
  const clients = [clientNamed('shop'), clientNamed('narrow', { societes: new Set(['1']) })];
  const gateway = openForGroup(() => startGateway({ open, config: { clients } }));
  beforeAll(async () => {
    const payments = [
      { idCommande: 'A1', email: 'dupont@example.fr', amount: 1000 },
      { idCommande: 'A2', email: 'dupont@example.fr', amount: 2000, idSociete: '2' },
      { idCommande: 'A3', email: 'martin@example.fr', amount: 3000 },
      { idCommande: 'A4', email: 'dupont@example.fr', amount: 4000, paymentTarget: 'LABANQUEPOSTALE' },
    ] as const;
    for (const payment of payments) await initiated(gateway, payment, asClient('shop'));
    await index(gateway.store);
  });

  const ask = (query: string, client = 'shop') => askGraphql(gateway, query, {}, asClient(client));
  const page = async (args: string, client?: string): Promise<Page['edges']> => {
    const { data, errors } = await ask(`{ payments(${args}) { edges { node { idCommande } cursor } } }`, client);
    expect(errors).toEqual([]);
    return (data as { payments: Page }).payments.edges;
  };
  const orders = async (args: string, client?: string) => (await page(args, client)).map(({ node }) => node.idCommande);

  it('are those that have all its words and fulfil the filter, newest first', async () => {
    expect(await orders('filter: { text: "dupont" }')).toEqual(['A4', 'A2', 'A1']);
    expect(await orders('filter: { text: "DUPONT a1" }')).toEqual(['A1']);
    expect(await orders('filter: { text: "dupont", paymentTarget: [PAYBOX] }')).toEqual(['A2', 'A1']);
    expect(await orders('filter: { text: "dupont", idSociete: "1", amount: { from: 1001 } }')).toEqual(['A4']);
    expect(await orders('filter: { text: "dupont", status: [PAID] }')).toEqual([]);
    expect(await orders('filter: { text: "dupont", status: [REQUIRES_ACTION, PAID] }')).toEqual(['A4', 'A2', 'A1']);
    expect(await orders('filter: { text: "dupont", runMode: LIVE }')).toEqual([]);
    expect(await orders('filter: { text: "dupont", due: { from: "2026-01-01" } }')).toEqual([]);
    expect(await orders('filter: { text: "durand" }')).toEqual([]);
    expect(await orders('filter: { text: " " }, sort: OLDEST')).toEqual(['A1', 'A2', 'A3', 'A4']);
  });

  it('come page by page', async () => {
    const [first] = await page('filter: { text: "dupont" }, first: 1');
    const [second] = await page(`filter: { text: "dupont" }, first: 1, after: "${first?.cursor}"`);
    expect([first, second].map((edge) => edge?.node.idCommande)).toEqual(['A4', 'A2']);
    expect(await orders(`filter: { text: "dupont" }, after: "${second?.cursor}"`)).toEqual(['A1']);
  });

  it('are those that the caller may see', async () => {
    expect(await orders('filter: { text: "dupont" }', 'narrow')).toEqual(['A4', 'A1']);
  });

  it.each([
    ['payments(filter: { text: "dupont" }, sort: AMOUNT) { edges { cursor } }', 'filter.text goes with NEWEST alone.'],
    ['payments(filter: { text: "dupont" }) { totals { count } }', 'filter.text goes with no totals.'],
    ['paymentTotals(filter: { text: "dupont" }) { count }', 'filter.text goes with no totals.'],
    [`payments(filter: { text: "${'a'.repeat(300)}" }) { edges { cursor } }`, 'filter.text may have 200 characters.'],
  ])('have no other order and no totals: %s', async (field, message) => {
    const { errors } = await ask(`{ ${field} }`);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
