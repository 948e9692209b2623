import { describe, expect, it } from 'vitest';
import { continueBankFile } from '../../../../src/modules/bank-statements/import/continue-bank-file.ts';
import { at, openImporting } from '../../../support/bank-statements/importing.ts';
import { credit, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

describe.each(drawnDatabases())('one process at a time imports ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it('also where the clock goes back and another process takes the lease', async () => {
    const claim = (holder: string, now: number) =>
      on.store.transact((t) => t.claimLease({ name: 'bank-import', holder, now, until: now + 60_000 }));
    await claim('another', at);
    const entries = Array.from({ length: 120 }, (_, index) =>
      credit('1.00', { texts: ['DIVERS'] }, { bankReference: `X${index}` }),
    );
    const { file } = await on.import(writtenStatement({ entries }));
    expect(file).toMatchObject({ status: 'IMPORTING', done: 0 });
    await on.store.transact((t) => t.releaseLease('bank-import', 'another'));
    let now = at;
    const goesOn = async () => {
      now = at - 300_000;
      return claim('another', now);
    };
    expect(await continueBankFile({ ...on.services, clock: () => now }, file.id, { goesOn })).toMatchObject({
      ...{ status: 'IMPORTING', done: 50 },
    });
    expect(await claim('a third', now)).toBe(false);
  });
});
