import { describe, expect, it } from 'vitest';
import { suspenseText } from '../../../src/cli/books/journal-suspense.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import { reverseJournalEntry } from '../../../src/modules/accounting/reverse-journal-entry.ts';
import { balancesOf } from '../../support/accounting/balances.ts';
import { openImporting } from '../../support/bank-statements/importing.ts';
import { credit } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

const books = { idSociete: '1', runMode: 'TEST' } as const;

describe.each(drawnDatabases())('money in suspense ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it('is there again where its reversal was a mistake and is reversed too, and goes from there', async () => {
    const undo = async (index: number) => {
      const entries = await on.store.journalEntries({ ...books, limit: 100, beforeId: null });
      return reverseJournalEntry(on.services, anonymous, { id: entries.toReversed()[index]?.id, reason: 'essai' });
    };
    const payment = await on.transfer();
    await on.statement([credit('123.45', { texts: ['MERCI'] }, { bankReference: 'B1' })]);
    await undo(0);
    expect(await suspenseText(on.store, books)).toContain('nothing of a statement');
    await undo(1);
    expect(await suspenseText(on.store, books)).toContain('123,45 EUR');
    await on.decide({ resolution: 'ASSIGNED', payment: payment.id }, 'UNMATCHED_CREDIT');
    await expect(undo(2)).rejects.toThrow('has left this account');
    expect(await suspenseText(on.store, books)).toContain('nothing of a statement');
    expect(await balancesOf(on)).toEqual({ '411000': -12_345, '512100': 12_345 });
    await undo(3);
    expect(await suspenseText(on.store, books)).toContain('123,45 EUR');
  });
});
