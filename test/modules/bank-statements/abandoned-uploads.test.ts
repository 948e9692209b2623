import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/app/store.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { importBankFile } from '../../../src/modules/bank-statements/import/import-bank-file.ts';
import { removeAbandonedUploads } from '../../../src/modules/bank-statements/import/remove-abandoned-uploads.ts';
import { at, openImporting } from '../../support/bank-statements/importing.ts';
import { writtenStatement } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForEach } from '../../support/open-for.ts';
import { ask } from '../../support/store/examples.ts';

const dayMs = 86_400_000;

describe.each(drawnDatabases())('bytes of a file whose upload died ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  /** Bytes are stored, and then the process is gone before it could take them back. */
  async function abandon(began: number, parts = 1): Promise<void> {
    let left = parts;
    const store: typeof on.store = {
      ...on.store,
      transact: (work) => (left-- > 0 ? on.store.transact(work) : Promise.reject(new Error('the process died'))),
    };
    const services = { ...on.services, store, identifiers: createIdentifiers(() => began) };
    const bytes = (async function* () {
      for (let part = 0; part <= parts; part++) yield Buffer.alloc(256 * 1024, began % 251);
    })();
    const given = { name: 'releve.xml', source: 'UPLOAD', bytes } as const;
    await expect(importBankFile(services, anonymous, given)).rejects.toThrow('the process died');
  }

  const partsThere = async () =>
    Number(((await ask(on.databaseUrl, 'select count(*) as n from bank_file_parts')) as { n: number }[])[0]?.n);
  const removeAt = (now: number, store = on.store, goesOn = async () => true) =>
    removeAbandonedUploads({ store, clock: () => now }, goesOn);

  it('are removed by the clock after a day, and those of files that came whole never', async () => {
    await on.import(writtenStatement({ entries: [] }));
    await abandon(at, 3);
    await abandon(at + dayMs / 2);
    expect([await partsThere(), await removeAt(at + dayMs - 1)]).toEqual([5, 0]);
    expect([await removeAt(at + dayMs + 1), await partsThere()]).toEqual([1, 2]);
    expect([await removeAt(at + dayMs + 1), await removeAt(at + 30 * dayMs), await partsThere()]).toEqual([0, 1, 1]);
    // The file that came whole is still what it was.
    const [file] = await on.store.bankFiles({ limit: 1, beforeId: null, visibleTo: null });
    expect(await on.store.bankFilePart(file?.id ?? '', 0)).not.toBeNull();
  });

  it('go a few at a time, by two gateways at once, and where one of them dies the other goes on', async () => {
    for (let index = 0; index < 45; index++) await abandon(at + index);
    await using other = await openStore({ databaseUrl: on.databaseUrl });
    let rounds = 1;
    await removeAt(at + 2 * dayMs, on.store, async () => rounds-- > 0);
    expect(await partsThere()).toBe(25);
    await Promise.all([removeAt(at + 2 * dayMs), removeAt(at + 2 * dayMs, other)]);
    expect([await partsThere(), await removeAt(at + 2 * dayMs)]).toEqual([0, 0]);
  });

  it('are removed by a running gateway', async () => {
    await using gateway = await startGateway({ databaseUrl: on.databaseUrl });
    await abandon(gateway.now() - 2 * dayMs);
    await gateway.runWorkers('abandoned-uploads');
    expect(await partsThere()).toBe(0);
  });
});
