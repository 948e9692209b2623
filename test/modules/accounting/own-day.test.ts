import { describe, expect, it } from 'vitest';
import { defaultAccountingRules } from '../../../src/kernel/accounting-rules.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import { rulesOf } from '../../../src/kernel/merchant.ts';
import { fecRows } from '../../../src/modules/accounting/fec.ts';
import { postJournal } from '../../../src/modules/accounting/post-journal.ts';
import { trialBalance } from '../../../src/modules/accounting/read-journal.ts';
import { reverseJournalEntry } from '../../../src/modules/accounting/reverse-journal-entry.ts';
import { at, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { writtenStatement } from '../../support/bank-statements/written-files.ts';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

const dayMs = 86_400_000;
const books = { idSociete: '1', runMode: 'TEST' } as const;

describe.each(drawnDatabases())('an entry that the bank books ahead ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const postOn = (days: number) =>
    postJournal({ store: on.store, clock: () => at + days * dayMs, rulesOf: rulesOf(on.services) });
  const posted = (exercise = 2026) => on.store.postedEntries({ ...books, exercise }, 0, 100);

  /** Today is 25 November 2026. */
  async function received(...days: readonly string[]) {
    for (const [index, bookedOn] of days.entries()) {
      const structured = referenceOf(await on.transfer());
      const entry = { amount: '123.45', bookedOn, bankReference: `B${index}`, details: [{ structured }] };
      await on.import(writtenStatement({ id: `S${index}`, entries: [entry] }));
    }
  }

  it('gets its number and its validation on its own day, and holds up no other', async () => {
    await received('2026-11-28', '2026-11-25', '2027-01-02');
    expect(await postOn(0)).toBe(1);
    expect((await posted()).map(({ date }) => date)).toEqual(['2026-11-25']);
    expect(await postOn(2)).toBe(0);
    expect(await postOn(3)).toBe(1);
    const rows = (await posted()).flatMap((entry) => fecRows(entry));
    // EcritureDate and ValidDate.
    expect(rows.map((row) => [row[3], row[15]])).toEqual([
      ...[
        ['20261125', '20261125'],
        ['20261125', '20261125'],
        ['20261128', '20261128'],
        ['20261128', '20261128'],
      ],
    ]);
    expect(await postOn(38)).toBe(1);
    expect((await posted(2027)).map(({ date }) => date)).toEqual(['2027-01-02']);
  });

  it('does not make the books of today incomplete', async () => {
    await received('2026-11-28', '2026-11-25');
    await postOn(0);
    const completeTo = async (to: string) => (await trialBalance(on, books, { from: '2026-11-01', to })).isComplete;
    expect(await Promise.all(['2026-11-25', '2026-11-27', '2026-11-28'].map(completeTo))).toEqual([true, true, false]);
    // Nothing waits in the books of another société, or of the other mode.
    const period = { from: '2026-11-01', to: '2026-11-28' };
    for (const others of [
      { ...books, idSociete: '2' },
      { ...books, runMode: 'LIVE' as const },
    ]) {
      expect((await trialBalance(on, others, period)).isComplete).toBe(true);
    }
  });

  it('is undone on its own day at the earliest', async () => {
    await received('2026-11-28');
    const [entry] = await on.store.unpostedEntries('', 1);
    const undo = (date?: string) =>
      reverseJournalEntry(on.services, anonymous, { id: entry?.id, reason: 'doublon', date });
    for (const day of ['2025-12-31', '2026-11-27']) {
      await expect(undo(day)).rejects.toThrow('date must not be before the entry, which is of 2026-11-28.');
    }
    expect((await undo()).date).toBe('2026-11-28');
    expect(await postOn(0)).toBe(0);
    expect(await postOn(3)).toBe(2);
  });

  it('waits until the day to which a closed period moves it', async () => {
    await received('2026-11-25');
    const closed = { ...defaultAccountingRules, closedUntil: '2026-11-26' };
    const post = (days: number) =>
      postJournal({ store: on.store, clock: () => at + days * dayMs, rulesOf: () => closed });
    expect([await post(0), await post(1), await post(2)]).toEqual([0, 0, 1]);
    expect((await posted()).map(({ date }) => date)).toEqual(['2026-11-27']);
  });

  it('with many waiting entries leaves no other without its number', async () => {
    await received(...Array.from({ length: 55 }, () => '2026-11-28'), '2026-11-25');
    expect(await postOn(0)).toBe(1);
    expect(await postOn(3)).toBe(55);
  });

  async function journal(...args: string[]) {
    const { code, written, complaints } = await commandOn({ databaseUrl: on.databaseUrl, now: () => at }, [
      ...['journal', ...args],
    ]);
    return { code, written: written + complaints };
  }

  it('makes its year an exercise, and another year is refused', async () => {
    await received('2027-01-02');
    for (const year of ['2026', '2027']) {
      const { code, written } = await journal('export', '--societe', '1', '--exercise', year, '--out', '-');
      expect([code, written]).toEqual([0, expect.stringContaining('on its own day')]);
    }
    for (const year of ['2025', '2028', '1026']) {
      const refusal = `--exercise must be an exercise of société 1 (TEST): 2026, 2027. It is ${year}.`;
      for (const args of [['export', '--out', '-'], ['balance']]) {
        const { code, written } = await journal(...args, '--societe', '1', '--exercise', year);
        expect([code, written]).toEqual([2, expect.stringContaining(refusal)]);
      }
    }
  });
});
