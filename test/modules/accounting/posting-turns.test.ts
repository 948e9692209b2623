import { describe, expect, it } from 'vitest';
import type { Store, Transaction } from '../../../src/app/store.ts';
import { developmentSocietes } from '../../../src/config/development.ts';
import { defaultAccountingRules } from '../../../src/kernel/accounting-rules.ts';
import { postJournal } from '../../../src/modules/accounting/post-journal.ts';
import { openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { credit, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

const rulesOf = () => defaultAccountingRules;
const numberedAs = '1 2026-11-20';

describe.each(drawnDatabases())('the turns of the poster ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  async function received(idSociete: '1' | '2'): Promise<void> {
    const structured = referenceOf(await on.transfer({ idSociete }));
    const entries = [credit('123.45', { structured }, { bookedOn: '2026-11-20' })];
    const { iban = '' } = developmentSocietes('').get(idSociete)?.accounts.MILLIET?.TEST ?? {};
    await on.import(writtenStatement({ id: idSociete, iban, entries }));
  }
  const numbered = async (idSociete: string, exercise: number) =>
    (await on.store.postedEntries({ idSociete, runMode: 'TEST', exercise }, 0, 9)).map(
      ({ date, posting }) => `${posting.number} ${date}`,
    );

  it('put into no exercise what came to its turn after the midnight at which that closed', async () => {
    await received('1');
    const moments = [Date.UTC(2027, 11, 31, 22, 59, 59)];
    const clock = () => moments.pop() ?? Date.UTC(2027, 11, 31, 23, 0, 2);
    expect(await postJournal({ store: on.store, clock, rulesOf })).toBe(1);
    expect([await numbered('1', 2026), await numbered('1', 2027)]).toEqual([[], ['1 2027-01-01']]);
  });

  it('come to all books, and a fault of one is said at the end', async () => {
    for (const idSociete of ['1', '2'] as const) await received(idSociete);
    const failing = (transaction: Transaction): Transaction => ({
      ...transaction,
      lastPosting: async (books) => {
        if (books.idSociete === '1') throw new Error('the books of 1 cannot be read');
        return transaction.lastPosting(books);
      },
    });
    const store: Store = { ...on.store, transact: (work) => on.store.transact((inner) => work(failing(inner))) };
    const clock = () => Date.UTC(2026, 10, 27, 9);
    await expect(postJournal({ store, clock, rulesOf })).rejects.toThrow('the books of 1');
    expect([await numbered('1', 2026), await numbered('2', 2026)]).toEqual([[], [numberedAs]]);
    await postJournal({ store: on.store, clock, rulesOf });
    expect(await numbered('1', 2026)).toEqual([numberedAs]);
  });
});
