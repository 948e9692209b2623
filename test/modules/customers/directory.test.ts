import { describe, expect, it } from 'vitest';
import { CustomersDocument, type UpsertCustomerInput } from '../../generated/graphql.ts';
import { directoryOn, societes, zoe } from '../../support/customers/directory.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';

describe.each(drawnDatabases())('the directory of customers ($name)', ({ open }) => {
  let number = 0;
  const gateway = openForGroup(() => startGateway({ open, config: { societes: societes() } }));

  const { upsert, entered, remove, read } = directoryOn(gateway);
  const freshNumber = (): string => `N${++number}`;

  describe('an entry', () => {
    it('is made, changed field by field, emptied field by field, and says so', async () => {
      const idClient = freshNumber();
      const made = await entered({ idClient, ...zoe, phone: '06 11 22 33 44', country: 'fr' });
      expect(made).toMatchObject({ change: 'CREATED', customer: { ...zoe, version: 1, updatedBy: 'anonymous' } });
      expect(made.customer.createdAt).toBe(made.customer.updatedAt);

      gateway.advance(1000);
      const changed = await entered({ idClient, city: 'Paris', phone: null });
      expect(changed).toMatchObject({
        change: 'CHANGED',
        customer: { ...zoe, city: 'Paris', phone: null, version: 2 },
      });
      expect(changed.customer.createdAt).toBe(made.customer.createdAt);
      expect(Number(new Date(changed.customer.updatedAt))).toBeGreaterThan(Number(new Date(made.customer.updatedAt)));

      expect(await entered({ idClient, city: ' Paris ' })).toEqual({ ...changed, change: 'UNCHANGED' });
      expect(await read(idClient)).toEqual(changed.customer);
      expect(await read(idClient, '3')).toBeNull();
    });

    it('is compared with the version that a change is based on', async () => {
      const idClient = freshNumber();
      await entered({ idClient, ...zoe });
      await entered({ idClient, city: 'Paris', version: 1 });
      expect(await upsert({ idClient, city: 'Lyon', version: 1 })).toMatchObject({
        __typename: 'InvalidInputError',
        path: ['version'],
      });
      expect(await upsert({ idClient: freshNumber(), ...zoe, version: 1 })).toMatchObject({ path: ['version'] });
      expect(await read(idClient)).toMatchObject({ city: 'Paris', version: 2 });
    });

    it('is one entry, though several write it at the same time', async () => {
      const idClient = freshNumber();
      const results = await Promise.all(
        Array.from({ length: 12 }, (_, index) => entered({ idClient, city: `V${index}` })),
      );
      expect(results.map(({ change }) => change).toSorted()).toEqual([...Array(11).fill('CHANGED'), 'CREATED']);
      expect(await read(idClient)).toMatchObject({ version: 12 });
    });

    it.each([
      [{ phone: '12' }, ['phone']],
      [{ country: 'France' }, ['country']],
      [{ country: 'UK' }, ['country']],
      [{ firstName: 'x'.repeat(64) }, ['firstName']],
      [{ lastName: ' ' }, ['lastName']],
      [{ address: 'carte 4970 1100 0000 0013' }, ['address']],
      [{ city: 'Pa\u0000ris' }, ['city']],
      [{ idClient: 'a/b', city: 'Paris' }, ['idClient']],
      [{ idSociete: '9', city: 'Paris' }, ['idSociete']],
      [{}, []],
      [{ phone: null }, []],
    ] satisfies [Partial<UpsertCustomerInput>, string[]][])(
      'is refused for %j, and nothing is written',
      async (input, path) => {
        const result = await upsert({ idClient: 'refused', ...input });
        expect(result).toMatchObject({ __typename: 'InvalidInputError', path, retryAdvice: 'FIX_INPUT' });
        expect(JSON.stringify(result)).not.toMatch(/\b4970\b|49701100/);
        expect(await read('refused')).toBeNull();
      },
    );

    it('is removed, and removing it again is no error', async () => {
      const idClient = freshNumber();
      await entered({ idClient, ...zoe });
      expect((await remove(idClient)).data?.removeCustomer).toEqual({
        __typename: 'RemoveCustomerSuccess',
        removed: true,
      });
      expect((await remove(idClient)).data?.removeCustomer).toMatchObject({ removed: false });
      expect(await read(idClient)).toBeNull();
    });
  });

  it('is listed by société and number, page by page', async () => {
    const numbers = ['L10', 'L2', 'Lé', 'L3'];
    for (const idClient of numbers) await entered({ idSociete: '6', idClient, city: 'Clichy' });
    await entered({ idSociete: '3', idClient: 'Z', city: 'Bagneux' });
    const page = async (variables: { idSociete?: string; first: number; after?: string }) => {
      const { data } = await gateway.send(CustomersDocument, variables);
      if (!data) throw new Error('no page');
      const { edges, pageInfo } = data.customers;
      return { numbers: edges.map(({ node }) => node.idClient), ...pageInfo };
    };
    const first = await page({ idSociete: '6', first: 3 });
    expect(first).toMatchObject({ numbers: ['L10', 'L2', 'L3'], hasNextPage: true, hasPreviousPage: false });
    const last = await page({ idSociete: '6', first: 3, after: first.endCursor ?? '' });
    expect(last).toMatchObject({ numbers: ['Lé'], hasNextPage: false, hasPreviousPage: true });
    // Over all sociétés: those of 3 come before those of 6.
    const all = await page({ first: 100 });
    expect(all.numbers.slice(-5)).toEqual(['Z', 'L10', 'L2', 'L3', 'Lé']);
    expect(await page({ first: 2, after: '3/Z' })).toMatchObject({ numbers: ['L10', 'L2'], hasNextPage: true });
    const { errors } = await gateway.send(CustomersDocument, { after: 'nonsense' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('leaves no personal data in the log', () => {
    expect(JSON.stringify(gateway.logs)).not.toMatch(/Lef(è|e)vre|rue Haute|611223344/);
  });
});
