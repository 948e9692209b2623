import { describe, expect, it } from 'vitest';
import { batched, debited, openForDebits } from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { askGraphql, codesOf } from '../../support/schema/ask-graphql.ts';

describe.each(drawnDatabases())('the payments of a batch ($name)', ({ open }) => {
  const { gateway, newClient } = openForDebits({ open });

  it('are listed page by page, each with its debit', async () => {
    const idClient = newClient();
    await signed(gateway, { idClient });
    const ids: string[] = [];
    for (const amount of [100, 200, 300]) ids.push(await debited(gateway, { idClient, amount }));
    const [made] = (await batched(gateway)).batches;
    const page = async (args: string) => {
      const { data, errors } = await askGraphql(
        gateway,
        `{ directDebitBatch(id: "${made?.id}") { outcomes { status debits total { cents } } payments(${args}) {
          edges { node { id directDebit { state } } cursor } pageInfo { hasNextPage endCursor }
        } } }`,
      );
      expect(errors).toEqual([]);
      expect(data).toMatchObject({
        directDebitBatch: { outcomes: [{ status: 'SUBMITTED', debits: 3, total: { cents: 600 } }] },
      });
      return (data as { directDebitBatch: { payments: { edges: object[]; pageInfo: { endCursor: string } } } })
        .directDebitBatch.payments;
    };
    const nodes = (some: readonly (string | undefined)[]) =>
      some.map((id) => ({ node: { id, directDebit: { state: 'BATCHED' } }, cursor: id }));
    const first = await page('first: 2');
    expect(first).toMatchObject({ edges: nodes(ids.slice(0, 2)), pageInfo: { hasNextPage: true } });
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(second).toMatchObject({ edges: nodes(ids.slice(2)), pageInfo: { hasNextPage: false } });
    const wrong = await askGraphql(
      gateway,
      `{ directDebitBatch(id: "${made?.id}") { payments(after: "x") { edges { cursor } } } }`,
    );
    expect(codesOf(wrong)).toEqual(['BAD_USER_INPUT']);
  });

  it('begin again after a foreign cursor in the result that makes the batch', async () => {
    const idClient = newClient();
    await signed(gateway, { idClient });
    const id = await debited(gateway, { idClient });
    const query = `mutation($input: CreateDirectDebitBatchInput!) { createDirectDebitBatch(input: $input) {
      ... on CreateDirectDebitBatchSuccess {
        batches { payments(after: "x") { edges { cursor } pageInfo { hasPreviousPage } } }
      }
    } }`;
    const { data, errors } = await askGraphql(gateway, query, {
      input: { idSociete: '1', runMode: 'TEST', cutOff: '2026-12-09' },
    });
    expect(errors).toEqual([]);
    const payments = { edges: [{ cursor: id }], pageInfo: { hasPreviousPage: false } };
    expect(data).toEqual({ createDirectDebitBatch: { batches: [{ payments }] } });
  });

  it('have no outcome in a batch that was taken back', async () => {
    const idClient = newClient();
    await signed(gateway, { idClient });
    await debited(gateway, { idClient });
    const [made] = (await batched(gateway)).batches;
    const outcomes = async () =>
      (await askGraphql(gateway, `{ directDebitBatch(id: "${made?.id}") { outcomes { status debits } } }`)).data;
    expect(await outcomes()).toEqual({ directDebitBatch: { outcomes: [{ status: 'SUBMITTED', debits: 1 }] } });
    await askGraphql(
      gateway,
      `mutation { cancelDirectDebitBatch(input: { id: "${made?.id}" }) { ... on ChangeDirectDebitBatchSuccess { changed } } }`,
    );
    expect(await outcomes()).toEqual({ directDebitBatch: { outcomes: [] } });
  });

  it('and mandates are listed for one run mode', async () => {
    const idClient = newClient();
    await signed(gateway, { idClient });
    await debited(gateway, { idClient });
    await batched(gateway);
    const listsOf = async (runMode: string) => {
      const query = `{
        mandates(filter: { idClient: "${idClient}", runMode: ${runMode} }) { edges { node { runMode } } }
        directDebitBatches(filter: { runMode: ${runMode} }) { edges { node { runMode } } }
      }`;
      const answer = await askGraphql(gateway, query);
      return [
        codesOf(answer),
        Object.values(answer.data ?? {}).map((list) => (list as { edges: object[] }).edges.length),
      ];
    };
    expect(await listsOf('TEST')).toEqual([[], [1, expect.toSatisfy((count: number) => count > 0)]]);
    expect(await listsOf('LIVE')).toEqual([[], [0, 0]]);
    expect((await listsOf('FORCE_LIVE'))[0]).toContain('BAD_USER_INPUT');
  });
});
