import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Caller } from '../../../src/kernel/caller.ts';
import { listBankExceptions } from '../../../src/modules/bank-statements/import/read-bank-files.ts';
import { everything, openImporting } from '../../support/bank-statements/importing.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';

describe.each(drawnDatabases())('the list of exceptions ($name)', (database) => {
  const on = openForGroup(() => openImporting(database));
  beforeAll(async () => {
    await on.statement([
      { amount: '7.00', bankReference: 'B1', bookedOn: '2026-11-24', details: [{ amount: '7.00', texts: ['X'] }] },
      { amount: '8.00', bankReference: 'B2', bookedOn: '2026-11-25', details: [{ amount: '8.00', texts: ['X'] }] },
    ]);
  });

  const amounts = async (filter: object) =>
    (await listBankExceptions(on.services, anonymous, { ...everything, ...filter })).map(
      ({ amountCents }) => amountCents,
    );

  it.each([
    [{}, [800, 700]],
    [{ idSociete: '1', runMode: 'TEST' }, [800, 700]],
    [{ idSociete: '2' }, []],
    [{ runMode: 'LIVE' }, []],
    [{ amountCents: { from: 701, to: null } }, [800]],
    [{ amountCents: { from: 700, to: 700 } }, [700]],
    [{ booked: { from: null, to: '2026-11-24' } }, [700]],
    [{ booked: { from: '2026-11-25', to: '2026-11-25' } }, [800]],
  ])('of %j has %j', async (filter, expected) => {
    expect(await amounts(filter)).toEqual(expected);
  });

  it.each<[string, Partial<Caller>, readonly number[], readonly unknown[]]>([
    ['TEST', { runModes: new Set(['TEST']) }, [800], ['TEST']],
    ['LIVE', { runModes: new Set(['FORCE_LIVE']) }, [], ['LIVE']],
    ['both', { runModes: new Set(['TEST', 'FORCE_LIVE']) }, [800], [null]],
    ['no mode', { runModes: new Set() }, [], []],
    ['another target', { targets: new Set(['PAYBOX']) }, [], []],
    ['another société', { societes: new Set(['2']) }, [], ['TEST']],
    ['nothing to decide', { scopes: new Set(['read']) }, [], []],
  ])('takes one read at most for a caller that sees %s', async (_what, sight, expected, modes) => {
    const asked: unknown[] = [];
    const store = Object.create(on.store) as typeof on.store;
    store.bankExceptions = (query) => {
      asked.push(query.runMode);
      return on.store.bankExceptions(query);
    };
    const caller = { ...anonymous, ...sight };
    const found = await listBankExceptions({ ...on.services, store }, caller, { ...everything, limit: 1 });
    expect(found.map(({ amountCents }) => amountCents)).toEqual(expected);
    expect(asked).toEqual(modes);
  });
});
