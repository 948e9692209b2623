import { describe, expect, it } from 'vitest';
import { createBooks } from '../../../src/app/event-handlers.ts';
import type { GatewayServices } from '../../../src/app/services.ts';
import type { Store } from '../../../src/app/store.ts';
import { developmentSocietes } from '../../../src/config/development.ts';
import { type AccountingRules, defaultAccountingRules } from '../../../src/kernel/accounting-rules.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import { rulesOf, type Societe } from '../../../src/kernel/merchant.ts';
import { addDays } from '../../../src/kernel/sepa/target-calendar.ts';
import { checkJournal } from '../../../src/modules/accounting/check-journal.ts';
import { knownExercises } from '../../../src/modules/accounting/exercises.ts';
import { postJournal } from '../../../src/modules/accounting/post-journal.ts';
import { trialBalance } from '../../../src/modules/accounting/read-journal.ts';
import { reverseJournalEntry } from '../../../src/modules/accounting/reverse-journal-entry.ts';
import { createJournalWorker } from '../../../src/modules/accounting/worker.ts';
import { inWords, reconciledDays } from '../../support/accounting/reconciled.ts';
import { at, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { withRules } from '../../support/bank-statements/ruled.ts';
import { credit, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { servicesOver } from '../../support/store/services.ts';

const books = { idSociete: '1', runMode: 'TEST' } as const;
const dayMs = 86_400_000;

/** With other settings of société 1, or without it, so many days later. */
function changed(store: Store, change: Partial<AccountingRules> | null, days = 0): GatewayServices {
  const societes = new Map<string, Societe>(developmentSocietes(''));
  const societe = societes.get('1');
  if (change === null || !societe) societes.delete('1');
  else societes.set('1', { ...societe, accounting: { TEST: { ...defaultAccountingRules, ...change } } });
  return servicesOver(store, { clock: () => at + days * dayMs, builtInSocietes: () => societes });
}

describe.each(drawnDatabases())('entries of a books whose settings changed ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  function changedTo(change: Partial<AccountingRules> | null, days = 0, store = on.store) {
    const services = changed(store, change, days);
    const warnings: unknown[] = [];
    const logger = { warn: (line: object) => warnings.push(line) };
    const worker = createJournalWorker(services, logger);
    const check = async () => {
      const checking = { store: on.store, ...createBooks({ ...services, rulesOf: rulesOf(services) }) };
      return checkJournal(checking, { books, booksMissing: false, onProgress: () => undefined });
    };
    return { services, warnings, post: () => worker.round(async () => true), check };
  }

  async function received(day: string, { services } = changedTo({})) {
    const structured = referenceOf(await on.transfer());
    const entries = [credit('123.45', { structured }, { bookedOn: day, bankReference: day })];
    await on.import(writtenStatement({ id: day, entries }), { services });
  }

  const numbered = async (exercise: number) =>
    (await on.store.postedEntries({ ...books, exercise }, 0, 100)).map(
      ({ date, posting }) => `${posting.number} ${date}`,
    );

  it('wait where the config does not name the société, and are seen to wait', async () => {
    const rules = { fiscalYearStart: '07-01', closedUntil: '2026-11-24' };
    await received('2026-11-20', changedTo(rules));
    const gone = changedTo(null);
    await gone.post();
    await gone.post();
    expect([await numbered(2026), await numbered(2027)]).toEqual([[], []]);
    expect(gone.warnings).toEqual([{ ...books, why: 'the config does not name the société' }]);
    expect(await gone.check()).toMatchObject({
      unposted: 1,
      problems: ['no entry gets its number: the config does not name the société'],
    });
    expect(await trialBalance(on, books, { from: '2026-11-01', to: '2026-11-30' })).toMatchObject({
      isComplete: false,
    });
    const [entry] = await on.store.unpostedEntries('', 1);
    await expect(reverseJournalEntry(gone.services, anonymous, { id: entry?.id, reason: 'doublon' })).rejects.toThrow(
      'The config does not name the société of this entry.',
    );
    await changedTo(rules).post();
    expect([await numbered(2026), await numbered(2027)]).toEqual([[], ['1 2026-11-25']]);
  });

  it('are no part of totals that were added up while they got their numbers', async () => {
    await received('2026-11-20');
    const { accountTotals } = on.store;
    const reads = {
      hasDueEntry: on.store.hasDueEntry,
      accountTotals: async (...asked: Parameters<typeof accountTotals>) => {
        const totals = await accountTotals(...asked);
        if (asked[1] === '2026-11-20') await changedTo({}).post();
        return totals;
      },
    };
    const period = { from: '2026-11-01', to: '2026-11-30' };
    expect(await trialBalance({ store: reads }, books, period)).toMatchObject({ debitCents: 0, isComplete: false });
    expect(await trialBalance({ store: reads }, books, period)).toMatchObject({ debitCents: 12_345, isComplete: true });
  });

  async function receivedByAnother() {
    const structured = referenceOf(await on.transfer({ idSociete: '2' }));
    const { iban = '' } = developmentSocietes('').get('2')?.accounts.MILLIET?.TEST ?? {};
    await on.import(writtenStatement({ id: 'S2', iban, entries: [credit('123.45', { structured })] }));
  }

  const postedByAnother = () => on.store.postedEntries({ ...books, idSociete: '2', exercise: 2026 }, 0, 9);

  it('hold up no entry of another société', async () => {
    await received('2026-11-20');
    await receivedByAnother();
    await changedTo(null).post();
    expect(await postedByAnother()).toHaveLength(1);
    expect(await numbered(2026)).toEqual([]);
  });

  it('are not read again in each round, and lock nothing', async () => {
    await received('2026-11-20');
    const asked: string[] = [];
    const store = new Proxy(on.store, {
      get: (target, name: keyof Store) => {
        if (name === 'transact' || name === 'dueEntries') asked.push(name);
        return target[name];
      },
    });
    const { warnings, post } = changedTo(null, 0, store);
    await post();
    await post();
    expect([warnings.length, asked]).toEqual([1, []]);
    const { post: postLater } = changedTo({ closedUntil: '2026-11-25' }, 0, store);
    await postLater();
    expect(asked).toEqual([]);
    await changedTo({}, 0, store).post();
    expect([asked, await numbered(2026)]).toEqual([['transact'], ['1 2026-11-20']]);
  });

  it('get their numbers in turn with those of others, once nothing holds them', async () => {
    const details = (index: number) => [{ amount: '1.00', texts: [`MERCI ${index}`] }];
    const unknown = Array.from({ length: 110 }, (_, index) => ({
      ...{ amount: '1.00', bankReference: `U${index}`, details: details(index) },
      bookedOn: addDays('2026-11-25', index - 109),
    }));
    await on.statement(unknown);
    await receivedByAnother();
    let batches = 0;
    const services = { store: on.store, clock: () => at, rulesOf: () => defaultAccountingRules };
    expect(await postJournal(services, async () => ++batches <= 2)).toBe(51);
    expect(await postedByAnother()).toHaveLength(1);
    expect(await postJournal(services)).toBe(60);
    const exercise = { ...books, exercise: 2026 };
    const entries = await on.store.postedEntries(exercise, 0, 200);
    expect(entries.map(({ posting }) => posting.number)).toEqual(Array.from({ length: 110 }, (_, index) => index + 1));
    expect(entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id).toSorted());
    expect((await changedTo({}).check()).problems).toEqual([]);
    // A change of the calendar leaves months of days outside of it: none of them is a question of its own.
    let questions = 0;
    const counted = new Proxy(on.store, {
      get: (store, name: keyof Store) => {
        questions++;
        return store[name];
      },
    });
    const later = { ...defaultAccountingRules, fiscalYearStart: '09-01' };
    expect(await knownExercises({ store: counted, clock: () => at }, books, later)).toEqual([
      { year: 2026, first: '2025-09-01', last: '2026-11-25' },
      { year: 2027, first: '2026-11-26', last: '2027-08-31' },
    ]);
    expect(questions).toBeLessThan(20);
  });

  it('of a société that left the config are checked by command, named by an export, and no others are booked', async () => {
    const societes = new Map<string, Societe>(developmentSocietes(''));
    const [one] = societes.values();
    if (one) societes.set('9', { ...one, id: '9' }).delete('1');
    const services = servicesOver(on.store, { clock: () => at, builtInSocietes: () => societes });
    const structured = referenceOf(await on.transfer({ idSociete: '9' }));
    await on.import(writtenStatement({ entries: [credit('123.45', { structured })] }), { services });
    const journal = (...args: string[]) =>
      commandOn({ databaseUrl: on.databaseUrl, now: () => at + dayMs }, ['journal', ...args]);
    expect(await journal('check', '--societe', '9')).toMatchObject({
      code: 1,
      written: expect.stringMatching(/1 that waits(?:.|\n)*no entry gets its number: the config does not name/),
    });
    expect(await journal('check', '--societe', '9', '--book-missing')).toMatchObject({ code: 2 });
    expect(await journal('check', '--societe', '8')).toMatchObject({ code: 2 });
    expect((await journal('export', '--societe', '1', '--exercise', '2026', '--out', '-')).complaints).toContain(
      'TEST entries of société 9 wait for their numbers: the config does not name the société.',
    );
  });

  it('wait where fiscalYearStart does not fit what has its number, and the exports lose nothing', async () => {
    const earlier = changedTo({ fiscalYearStart: '10-01' });
    await received('2026-11-24', earlier);
    await earlier.post();
    expect(await numbered(2027)).toEqual(['1 2026-11-24']);
    const why =
      'exercise 2027 has entries of 2026-11-24, which fiscalYearStart 01-01 puts into 2026: set fiscalYearStart back';
    const changed = changedTo({});
    await changed.post();
    expect(changed.warnings).toEqual([{ ...books, why }]);
    await received('2026-11-25', changed);
    await changed.post();
    expect([await numbered(2026), await numbered(2027)]).toEqual([[], ['1 2026-11-24']]);
    expect(await changed.check()).toMatchObject({ unposted: 1, problems: [`no entry gets its number: ${why}`] });
    const exported = (...args: string[]) =>
      commandOn({ databaseUrl: on.databaseUrl, now: () => at }, ['journal', 'export', '--societe', '1', ...args]);
    const { complaints, written } = await exported('--exercise', '2027', '--out', '-');
    expect(complaints).toContain('Exported 1 entry, 2 lines, 2026-11-24 to 2027-12-31');
    expect(complaints).toContain(`TEST entries of société 1 wait for their numbers: ${why}`);
    expect(written).toContain('20261124');
    expect((await exported('--exercise', '2026', '--out', '-')).complaints).toContain(
      '0 entries, 0 lines, 2026-01-01 to 2026-11-23',
    );
    await changedTo({ fiscalYearStart: '10-01' }).post();
    expect(await numbered(2027)).toEqual(['1 2026-11-24', '2 2026-11-25']);
  });

  it('go on in the next exercise where the days before the change are closed', async () => {
    const earlier = changedTo({});
    for (const day of ['2025-12-15', '2026-11-24']) await received(day, earlier);
    await earlier.post();
    await received('2026-11-25', earlier);
    const open = changedTo({ fiscalYearStart: '12-01' });
    await open.post();
    expect(open.warnings).toMatchObject([{ why: expect.stringContaining('exercise 2025 has entries of 2025-12-15') }]);
    expect(open.warnings).toMatchObject([{ why: expect.stringMatching(/earlier exercise, 2025-12-15 at least$/) }]);
    const closed = changedTo({ fiscalYearStart: '12-01', closedUntil: '2025-12-31' }, 10);
    await received('2026-12-02', closed);
    await closed.post();
    expect(closed.warnings).toEqual([]);
    expect(await Promise.all([2025, 2026, 2027].map(numbered))).toEqual([
      ['1 2025-12-15'],
      ['1 2026-11-24', '2 2026-11-25'],
      ['1 2026-12-02'],
    ]);
    expect((await closed.check()).problems).toEqual([]);
    const rules = { ...defaultAccountingRules, fiscalYearStart: '12-01' };
    expect(await knownExercises(closed.services, books, rules)).toEqual([
      { year: 2025, first: '2024-12-01', last: '2025-12-15' },
      { year: 2026, first: '2025-12-16', last: '2026-11-30' },
      { year: 2027, first: '2026-12-01', last: '2027-11-30' },
    ]);
  });

  it('name the day to close where an exercise became longer', async () => {
    const earlier = changedTo({ fiscalYearStart: '10-01' });
    await received('2025-11-20', earlier);
    await earlier.post();
    await received('2026-11-25', earlier);
    const open = changedTo({});
    await open.post();
    const day = /exercise 2026 has entries of 2025-11-20.* earlier exercise, 2025-12-31 at least$/;
    expect(open.warnings).toMatchObject([{ why: expect.stringMatching(day) }]);
    const closed = changedTo({ closedUntil: '2025-12-31' });
    await closed.post();
    expect([closed.warnings, await numbered(2026)]).toEqual([[], ['1 2025-11-20', '2 2026-11-25']]);
  });
});

describe.each(drawnDatabases())('the account of the bank under a new number ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it('is reconciled as before on the days before: money of payments, in suspense, taken back and put right', async () => {
    const paid = await on.transfer();
    const unknown = { amount: '7.00', bankReference: 'U', details: [{ amount: '7.00', texts: ['MERCI'] }] };
    await on.statement([credit('123.45', { structured: referenceOf(paid) }, { bankReference: 'P' }), unknown]);
    const [received] = await on.store.journalEntriesOf(paid.id);
    await reverseJournalEntry(on.services, anonymous, { id: received?.id, reason: 'doublon' });
    const { accounts } = defaultAccountingRules;
    const renumbered = changed(on.store, { accounts: { ...accounts, bank: { number: '512300', label: 'Banque' } } });
    const before = await reconciledDays(on);
    expect(inWords(before)).toEqual([['2026-11-25', 12_345, 'NOT_BOOKED 12345', 'SUSPENSE 700']]);
    expect(await reconciledDays({ store: on.store, services: renumbered })).toEqual(before);
    const again = await on.transfer();
    const entries = [credit('123.45', { structured: referenceOf(again) }, { bookedOn: '2026-11-26' })];
    await on.import(writtenStatement({ id: 'S2', day: '2026-11-26', opening: 13_045, entries }), {
      services: renumbered,
    });
    expect(inWords(await reconciledDays({ store: on.store, services: renumbered }))).toEqual([
      ...inWords(before),
      ['2026-11-26', 0],
    ]);
  });

  it('shows the difference where a rule books to the account itself', async () => {
    const account = { number: '512100', label: 'Banque' };
    const services = withRules(on.services, [
      { name: 'frais', direction: 'OUT', text: 'COTISATION', action: 'BOOK', account },
    ]);
    const fee = { amount: '7.00', direction: 'DBIT', details: [{ amount: '7.00', texts: ['COTISATION'] }] } as const;
    await on.import(writtenStatement({ id: 'S', opening: 100_000, entries: [fee] }), { services });
    expect(inWords(await reconciledDays({ store: on.store, services }))).toEqual([
      ['2026-11-25', -700, 'NOT_BOOKED -700'],
    ]);
  });
});
