import { describe, expect, it } from 'vitest';
import { accountOfBooks, reconcileAccount } from '../../../src/modules/accounting/reconcile-account.ts';
import type { PlaceOfEntry } from '../../../src/modules/bank-statements/bank-import-store.ts';
import { openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { databases } from '../../support/databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { countedCalls } from '../../support/store/counted-calls.ts';

const period = { from: '2026-11-25', to: '2026-11-25' } as const;

describe.each(databases)('a day with many entries ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it('is reconciled in as many reads as a day with few, and read in pages of any size', async () => {
    const transfers = await Promise.all(Array.from({ length: 12 }, () => on.transfer()));
    await on.statement(
      transfers.map((payment, index) => ({
        ...{ amount: '123.45', bankReference: `B${index}` },
        details: [{ amount: '123.45', structured: referenceOf(payment) }],
      })),
    );
    const account = accountOfBooks(on.services.societes, { idSociete: '1', runMode: 'TEST' });
    if (!account) throw new Error('société 1 has an account');
    const { calls, counting } = countedCalls();
    const services = { store: counting(on.store), societes: on.services.societes };
    for await (const day of reconcileAccount(services, account, period)) {
      expect(day).toMatchObject({ bookedCents: 12 * 12_345, differenceCents: 0, lines: [] });
    }
    expect(calls.toSorted()).toEqual([
      ...['bankEntriesBetween', 'eventsNumbered', 'journalEntriesOnAccount', 'statementBalances'],
    ]);

    const entriesAfter = (after: PlaceOfEntry, limit: number) =>
      on.store.bankEntriesBetween(account.iban, { after, to: period.to, limit });
    const all = await entriesAfter({ bookedOn: period.from, id: '' }, 100);
    expect(all).toHaveLength(12);
    const [third, fourth] = all.slice(2);
    expect(await entriesAfter({ bookedOn: period.to, id: third?.id ?? '' }, 1)).toEqual([fourth]);
    expect(await entriesAfter({ bookedOn: '2026-11-24', id: 'bke_z' }, 100)).toEqual(all);
  });
});
