import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import { listBankExceptions } from '../../../src/modules/bank-statements/import/read-bank-files.ts';
import { everything, openImporting } from '../../support/bank-statements/importing.ts';
import { databases } from '../../support/databases.ts';
import { openForGroup } from '../../support/open-for.ts';

describe.each(databases)('the list of exceptions ($name)', (database) => {
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
});
