import { beforeAll, describe, expect, it } from 'vitest';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { askGraphql } from '../../support/schema/ask-graphql.ts';
import { index } from '../../support/search/searching.ts';

/** `journal-list.test.ts` and `look-at-files.test.ts` have entries and exceptions. */
describe.each(drawnDatabases())('lists that are narrowed to a text ($name)', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  const ask = async (query: string) => {
    const { data, errors } = await askGraphql(gateway, query);
    expect(errors).toEqual([]);
    return data as Record<string, { edges: { node: Record<string, string>; cursor: string }[] }>;
  };
  let rum = '';

  beforeAll(async () => {
    for (const [idClient, lastName, idSociete] of [
      ['C2', 'Dupont', '1'],
      ['C1', 'Dupond', '1'],
      ['C3', 'Dupont', '2'],
    ]) {
      await ask(
        `mutation { upsertCustomer(input: { idSociete: "${idSociete}", idClient: "${idClient}", lastName: "${lastName}" }) { __typename } }`,
      );
    }
    rum = (await signed(gateway, { idClient: 'M1' })).rum;
    await signed(gateway, { idClient: 'M2' });
    await index(gateway.store);
  });

  const customers = async (args: string) =>
    (await ask(`{ customers(${args}) { edges { node { idClient } cursor } } }`)).customers?.edges ?? [];
  const numbers = async (args: string) => (await customers(args)).map(({ node }) => node.idClient);

  it('customers, in the order of the directory', async () => {
    expect(await numbers('text: "dup"')).toEqual(['C1', 'C2', 'C3']);
    expect(await numbers('text: "dupont"')).toEqual(['C2', 'C3']);
    expect(await numbers('text: "dup", idSociete: "1"')).toEqual(['C1', 'C2']);
    const [first] = await customers('text: "dup", first: 1');
    expect(await numbers(`text: "dup", first: 1, after: "${first?.cursor}"`)).toEqual(['C2']);
    expect(await numbers('text: "martin"')).toEqual([]);
    expect(await numbers('text: ""')).toEqual(['C1', 'C2', 'C3']);
  });

  it('customers of a société, also where another one has very many newer ones with the words', async () => {
    const details = { lastName: 'Dupond' };
    await gateway.store.transact(async (transaction) => {
      for (let number = 0; number < 501; number++) {
        const times = { version: 1, createdAt: Date.now(), updatedAt: Date.now(), updatedBy: 'office' };
        await transaction.insertCustomer({ idSociete: '3', idClient: `N${number}`, details, ...times });
      }
    });
    await index(gateway.store);
    expect(await numbers('text: "dupond", idSociete: "1"')).toEqual(['C1']);
  });

  it('no customer that was taken out since', async () => {
    await ask('mutation { removeCustomer(input: { idSociete: "2", idClient: "C3" }) { __typename } }');
    expect(await numbers('text: "dupont"')).toEqual(['C2']);
  });

  it('mandates', async () => {
    const found = async (filter: string) =>
      (await ask(`{ mandates(filter: { ${filter} }) { edges { node { idClient } } } }`)).mandates?.edges.map(
        ({ node }) => node.idClient,
      );
    expect(await found(`text: "${rum}"`)).toEqual(['M1']);
    expect(await found('text: "m2"')).toEqual(['M2']);
    expect(await found('text: "m2", status: [REVOKED]')).toEqual([]);
  });
});
