import { describe, expect, it } from 'vitest';
import { accountOfBooks, reconcileAccount } from '../../../src/modules/accounting/reconcile-account.ts';
import type { PlaceOfEntry } from '../../../src/modules/bank-statements/bank-import-store.ts';
import { balancesOf } from '../../support/accounting/balances.ts';
import { openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { countedCalls } from '../../support/store/counted-calls.ts';

const period = { from: '2026-11-25', to: '2026-11-25' } as const;

describe.each(drawnDatabases())('a day with many entries ($name)', (database) => {
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

  it('has a block in suspense: each debit takes its part and adds up no other', async () => {
    for (let number = 1; number <= 12; number++) await on.debit(`E${number}`);
    await on.statement([{ amount: '1500.00', batch: 'M1-1', bankReference: 'B1', code: ['IDDT', 'ESDD'] }]);
    const { calls, counting } = countedCalls();
    const transact: typeof on.store.transact = (work) =>
      on.store.transact((transaction) => work(counting(transaction)));
    const services = { ...on.services, store: { ...on.store, transact } };
    await on.decide({ resolution: 'COLLECTED' }, undefined, services);
    const timesOf = (name: string): number => calls.filter((call) => call === name).length;
    // With the first debit, and twice for what is left.
    expect([timesOf('insertJournalEntry'), timesOf('clearedCents')]).toEqual([12, 3]);
    expect(await balancesOf(on)).toEqual({ '411000': -148_140, '471000': -1_860, '512100': 150_000 });
  });
});
