import { describe, expect, it } from 'vitest';
import { runGateway, runGatewayHere } from '../../support/cli/run-gateway.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { askGraphql } from '../../support/schema/ask-graphql.ts';
import { index as indexOf } from '../../support/search/searching.ts';

describe.each(drawnDatabases())('the search of people and programs ($name)', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  const environment = () => ({ DATABASE_URL: gateway.databaseUrl, PUBLIC_URL: gateway.url, LOG_LEVEL: 'silent' });
  const run = (...args: string[]) => runGatewayHere(args, environment());
  const index = () => indexOf(gateway.store, () => gateway.now() + 2000);
  const ask = async (given: string) => JSON.parse((await askGraphql(gateway, given)).text);

  it('finds a payment by words, and says where', async () => {
    const { payment } = await initiated(gateway, { email: 'helene.chercheuse@example.fr', amount: 424_242 });
    await index();
    const search = `{ search(text: "chercheuse 4 242,42") { hasMore isComplete hits { matched node {
      __typename ... on Payment { id } ... on Customer { idClient } ... on Node { id } } } } }`;
    expect(await ask(search)).toEqual({
      data: {
        search: {
          ...{ hasMore: false, isComplete: true },
          hits: [{ matched: 'EMAIL', node: { __typename: 'Payment', id: payment.id } }],
        },
      },
    });
  });

  it('finds a customer, which has no id', async () => {
    const details = { lastName: 'Introuvable' };
    await gateway.store.transact((transaction) =>
      transaction.insertCustomer({
        ...{ idSociete: '1', idClient: 'C-9', details, version: 1, createdAt: 1, updatedAt: 1, updatedBy: 'x' },
      }),
    );
    await index();
    expect(await ask('{ search(text: "introuv") { hits { node { ... on Customer { idClient } } } } }')).toEqual({
      data: { search: { hits: [{ node: { idClient: 'C-9' } }] } },
    });
  });

  it('refuses what is too much, as a mistake of the client', async () => {
    for (const given of [
      `{ search(text: "${'dupont '.repeat(1500)}") { hasMore } }`,
      '{ search(text: "dupont", first: 101) { hasMore } }',
      '{ search(text: "dupont", first: 0) { hasMore } }',
    ]) {
      expect(await ask(given)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
    const flood = Array.from({ length: 60 }, (_, place) => `a${place}: search(text: "dupont") { hits { matched } }`);
    expect(JSON.stringify(await ask(`{ ${flood.join(' ')} }`))).toContain('DOCUMENT_REFUSED');
  });

  it('prints a table, or JSON, without the person', async () => {
    const { payment } = await initiated(gateway, { idCommande: 'TROUVE-1', email: 'secret.personne@example.fr' });
    await index();
    const table = await run('payment', 'find', 'trouve-1', '12,50');
    expect(table).toMatchObject({ code: 0, stderr: '' });
    for (const text of [payment.reference, 'payment', 'ORDER', '12,50 EUR', 'REQUIRES_ACTION', 'TEST']) {
      expect(table.stdout).toContain(text);
    }
    const json = await run('payment', 'find', 'secret.personne@example.fr', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      ...{ hasMore: false, isComplete: true },
      hits: [{ kind: 'PAYMENT', matched: 'EMAIL', payment: { reference: payment.reference } }],
    });
    for (const { stdout } of [table, json]) expect(stdout).not.toMatch(/secret|example\.fr|\b2263\b/);
    expect((await run('payment', 'find', 'trouve-1', '--mode', 'LIVE')).stdout).toContain('Nothing matches');
    expect(await run('payment', 'find', 'x'.repeat(201))).toMatchObject({ code: 2 });
    const limited = await run('payment', 'find', 'example', '--limit', '1');
    expect(limited.stdout).toContain('There are more: --limit 5 shows them.');
  });

  it('explains itself', async () => {
    const { stdout } = await runGateway(['payment', 'find', '--help'], environment());
    for (const text of ['<fragment...>', '--mode', 'payment find dupont 12,50']) expect(stdout).toContain(text);
  });
});
