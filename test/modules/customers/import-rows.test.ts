import { describe, expect, it } from 'vitest';
import { ImportCustomersDocument, type ImportedCustomerInput } from '../../generated/graphql.ts';
import { directoryOn } from '../../support/customers/directory.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';

describe.each(drawnDatabases())('importCustomers ($name)', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  const send = async (customers: readonly ImportedCustomerInput[]) => {
    const { data, errors } = await gateway.send(ImportCustomersDocument, { input: { customers: [...customers] } });
    if (!data) throw new Error(JSON.stringify(errors));
    return data.importCustomers;
  };
  const rows = async (customers: readonly ImportedCustomerInput[]) => {
    const result = await send(customers);
    if (result.__typename !== 'ImportCustomersSuccess') throw new Error(JSON.stringify(result));
    return result.rows.map(({ change, issues }) => change ?? issues.map(({ path }) => path.join('.')).join());
  };
  const row = (idClient: string, city: string | null, version?: number): ImportedCustomerInput => ({
    ...{ idSociete: '1', idClient, city },
    ...(version !== undefined && { version }),
  });
  const cityOf = async (idClient: string) => (await gateway.store.customer({ idSociete: '1', idClient }))?.details.city;
  const entries = async () =>
    (
      await gateway.store.auditEntries(
        { actors: null, action: 'importCustomers', object: null, outcome: null, from: null, until: null },
        null,
        100,
      )
    ).map(({ object, outcome, code }) => [object, outcome, code]);

  it('enters and changes rows, and changes nothing the second time', async () => {
    const { entered } = directoryOn(gateway);
    await entered({ idClient: 'A2', city: 'Paris' });
    const given = [row('A1', 'Lyon', 0), row('A2', 'Lille', 1), row('A3', '  ')];
    const before = await entries();
    expect(await rows(given)).toEqual(['CREATED', 'CHANGED', 'city']);
    expect([await cityOf('A1'), await cityOf('A2'), await cityOf('A3')]).toEqual(['Lyon', 'Lille', undefined]);
    expect(await rows(given)).toEqual(['UNCHANGED', 'UNCHANGED', 'city']);
    expect(await gateway.store.customer({ idSociete: '1', idClient: 'A2' })).toMatchObject({ version: 2 });
    // How many, and no customer.
    expect((await entries()).slice(0, -before.length || undefined)).toEqual([
      [null, 'UNCHANGED', null],
      ['1 new, 1 changed', 'DONE', null],
    ]);
  });

  it('refuses a row whose entry says something else since, and overwrites nothing', async () => {
    const { entered, remove } = directoryOn(gateway);
    for (const idClient of ['B1', 'B2', 'B3']) await entered({ idClient, city: 'Paris' });
    await entered({ idClient: 'B1', city: 'Brest' });
    await remove('B2');
    const given = [row('B1', 'Lyon', 1), row('B2', 'Lyon', 1), row('B3', 'Lyon', 0), row('B4', 'Lyon', 0)];
    expect(await rows(given)).toEqual(['version', 'version', 'version', 'CREATED']);
    expect([await cityOf('B1'), await cityOf('B2'), await cityOf('B3')]).toEqual(['Brest', undefined, 'Paris']);
    expect(await rows([row('B1', 'Lyon')])).toEqual(['CHANGED']);
  });

  it('lets two imports of the same rows at once write each row once', async () => {
    const given = Array.from({ length: 50 }, (_, index) => row(`C${index}`, 'Lyon', 0));
    const both = (await Promise.all([rows(given), rows(given)])).flat();
    expect(both.filter((change) => change === 'CREATED')).toHaveLength(50);
    expect(both.filter((change) => change === 'UNCHANGED')).toHaveLength(50);
  });

  it('takes a customer that stands twice in the rows as two changes', async () => {
    expect(await rows([row('D1', 'Lyon'), row('D1', 'Paris'), row('D1', null)])).toEqual(['CREATED', 'CHANGED', '']);
    expect(await cityOf('D1')).toBe('Paris');
  });

  it('takes 200 rows at once', async () => {
    const many = Array.from({ length: 201 }, (_, index) => row(`E${index}`, 'Lyon'));
    expect(await send(many)).toMatchObject({ __typename: 'InvalidInputError', path: ['customers'] });
    expect(await send([])).toMatchObject({ __typename: 'InvalidInputError', path: ['customers'] });
    expect(new Set(await rows(many.slice(1)))).toEqual(new Set(['CREATED']));
  });

  it('writes nothing where one row is of a société that the caller may not use', async () => {
    const given = [row('F1', 'Lyon'), { ...row('F2', 'Lyon'), idSociete: '9' }];
    expect(await send(given)).toMatchObject({ __typename: 'NotAllowedError', path: ['idSociete'] });
    expect(await cityOf('F1')).toBeUndefined();
  });
});
