import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBooks } from '../../../src/app/event-handlers.ts';
import { rulesOf } from '../../../src/kernel/merchant.ts';
import { checkJournal } from '../../../src/modules/accounting/check-journal.ts';
import { accountOfBooks, reconcileAccount } from '../../../src/modules/accounting/reconcile-account.ts';
import type { ReconciledDay } from '../../../src/modules/accounting/reconciliation.ts';
import { type Importing, openImporting } from '../../support/bank-statements/importing.ts';
import { type Format, filesOf, month, movementsOf, type Plan } from '../../support/bank-statements/month.ts';
import { writtenCfonb120, writtenMt940 } from '../../support/bank-statements/written-cfonb.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { someRuns } from '../../support/sample.ts';
import { ask } from '../../support/store/examples.ts';

const books = { idSociete: '1', runMode: 'TEST' } as const;

/** What moved on the bank account on each day, its kind, and the sum, by the journal. */
async function bookedOn(on: Importing, { isNet = false } = {}): Promise<readonly string[]> {
  const checking = { store: on.store, ...createBooks({ ...on.services, rulesOf: rulesOf(on.services) }) };
  const options = { books, booksMissing: false, onProgress: () => undefined };
  expect((await checkJournal(checking, options)).problems).toEqual([]);
  const moved = (await on.store.unpostedEntries('', 1_000)).flatMap(({ kind, pieceDate, lines, event }) =>
    lines
      .filter(({ account }) => account === '512100')
      .map(({ debitCents, creditCents }) => ({ kind, pieceDate, cents: debitCents - creditCents, event })),
  );
  const shown: string[] = [];
  for (const { kind, pieceDate, cents, event } of moved) {
    const payment = event === null ? null : await on.store.paymentById(event.paymentId);
    // A return that is known before its debit was credited is booked neither way: together they are nothing.
    if (!isNet || payment?.status !== 'RETURNED') shown.push(`${pieceDate} ${kind} ${cents}`);
  }
  return isNet ? [...shown.toSorted(), `${moved.reduce((sum, { cents }) => sum + cents, 0)}`] : shown.toSorted();
}

/** The days on which the books and what is listed are not the statement. */
async function differencesOf({ store, services: { societes } }: Importing): Promise<readonly ReconciledDay[]> {
  const account = accountOfBooks(societes, books);
  if (!account) throw new Error('société 1 has an account');
  const period = { from: '2026-11-01', to: '2026-11-30' };
  const days: ReconciledDay[] = [];
  for await (const day of reconcileAccount({ store, societes }, account, period)) days.push(day);
  expect(days.map(({ day }) => day)).toEqual(['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06']);
  return days.filter(({ differenceCents }) => differenceCents !== 0);
}

const example: readonly Plan[] = [
  { kind: 'TRANSFER', cents: 1_250, day: 2 },
  { kind: 'TRANSFER', cents: 1_250, day: 2 },
  { kind: 'RETURNED', cents: 2_000, day: 2 },
  { kind: 'RETURNED', cents: 1_250, day: 3 },
  { kind: 'OTHER', cents: 99_999, day: 4 },
  { kind: 'OTHER', cents: 1_250, day: 4 },
  { kind: 'DEBIT', cents: 2_000, day: 5 },
  { kind: 'OTHER', cents: 1_250, day: 2 },
];
/** Money in and out of payments, and the credits that no payment explains: debits of others are no business of it. */
const expected = [
  ...['2026-11-02 DIRECT_DEBIT_SETTLED 2000', '2026-11-02 TRANSFER_RECEIVED 1250', '2026-11-02 TRANSFER_RECEIVED 1250'],
  ...['2026-11-03 DIRECT_DEBIT_SETTLED 1250', '2026-11-04 SUSPENSE 99999', '2026-11-05 DIRECT_DEBIT_SETTLED 2000'],
  ...['2026-11-05 RETURNED -2000', '2026-11-06 RETURNED -1250'],
].toSorted();

describe.each(drawnDatabases())('a month of an account ($name)', (database) => {
  let on: Importing;
  beforeEach(async () => {
    on = await openImporting(database);
  });
  afterEach(() => on.close());

  async function importing(files: readonly (string | Buffer)[]): Promise<void> {
    for (const one of files) {
      const { file } = await on.import(one);
      expect([file.status, file.reason]).toEqual(['IMPORTED', null]);
    }
  }

  it.each(['camt.053.02', 'camt.053.08', 'cfonb120', 'mt940'] as const)(
    'books the same in %s, and reconciles to 0 each day',
    async (format) => {
      await importing(filesOf(format, await movementsOf(on, example)));
      expect(await bookedOn(on)).toEqual(expected);
      expect(await differencesOf(on)).toEqual([]);
    },
  );

  it.each<[string, readonly Format[]]>([
    ['a notice first', ['camt.054', 'cfonb120']],
    ['a notice last', ['cfonb120', 'camt.054']],
    ['returns last', ['mt940', 'cfonb240']],
    ['all of them', ['mt940', 'cfonb240', 'camt.054', 'cfonb120', 'camt.053.02']],
    ['transfers in CFONB 240 last', ['camt.053.08', 'cfonb240.all', 'mt940']],
  ])('is booked once with %s', async (_what, order) => {
    const movements = await movementsOf(on, example);
    for (const format of order) await importing(filesOf(format, movements));
    expect(await bookedOn(on)).toEqual(expected);
    expect(await differencesOf(on)).toEqual([]);
  });

  it.each([
    ['cfonb240', 'camt.053.08'],
    ['cfonb240', 'cfonb120'],
    ['cfonb240', 'mt940'],
    ['cfonb240.all', 'camt.053.08'],
    ['cfonb240.all', 'cfonb120'],
  ] as const)('is the same in all with the returns in %s before %s', async (returns, format) => {
    const movements = await movementsOf(on, example);
    for (const one of [returns, format, returns]) await importing(filesOf(one, movements));
    const total = expected.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
    expect((await bookedOn(on, { isNet: true })).at(-1)).toBe(String(total));
    // The line of each credit and of each return explains its day; together they are nothing.
    const differences = await differencesOf(on);
    for (const { differenceCents, lines } of differences) {
      const notBooked = lines.filter(({ kind }) => kind === 'NOT_BOOKED');
      expect(notBooked.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(differenceCents);
    }
    expect(differences.reduce((sum, { differenceCents }) => sum + (differenceCents ?? Number.NaN), 0)).toBe(0);
  });

  it.each(['cfonb120', 'mt940'] as const)('is booked once where %s comes by the day and as a whole', async (format) => {
    const movements = await movementsOf(on, example);
    await importing(filesOf(format, movements));
    await importing(filesOf(format, movements, true));
    expect(await bookedOn(on)).toEqual(expected);
  });

  it.each([
    ['pages', ['00123/001', '00123/002', '00123/003']],
    ['statements', ['00123', '00124', '00125']],
  ])('counts equal entries of one day in several %s of MT940, and as a whole once more', async (_what, numbers) => {
    const entry = { cents: 1_250, day: '2026-11-03', text: '/REMI/FACTURE' };
    const parts = [
      { openingCents: 0, from: '2026-11-02', until: '2026-11-03', entries: [entry] },
      { openingCents: 1_250, from: '2026-11-03', until: '2026-11-03', entries: [entry] },
      { openingCents: 2_500, from: '2026-11-03', until: '2026-11-04', entries: [entry] },
    ].map((part, place) => writtenMt940({ ...part, number: numbers[place] ?? '' }));
    const whole = { openingCents: 0, from: '2026-11-01', until: '2026-11-30', entries: [entry, entry, entry] };
    await importing([parts.slice(0, 2).join(''), parts[2] ?? '', writtenMt940({ ...whole, number: '00011/001' })]);
    expect(await on.openInWords()).toEqual(Array(3).fill('UNMATCHED_CREDIT 1250'));
  });

  it.each(['files', 'one file'])('counts equal entries of CFONB 120 statements of one day in %s', async (way) => {
    const day = '2026-11-03';
    const statements = [0, 1_250, 2_500, 3_750].map((openingCents, place) => ({
      ...{ openingCents, from: place === 0 ? '2026-11-02' : day, until: day },
      movements: [{ cents: 1_250, day, qualifiers: [['LCC', `FACTURE ${place}`]] as const }],
    }));
    const further = statements.slice(1);
    await importing(way === 'files' ? statements.map((one) => writtenCfonb120([one])) : [writtenCfonb120(statements)]);
    expect(await on.openInWords()).toEqual(Array(4).fill('UNMATCHED_CREDIT 1250'));
    // Each of them again, in another file, and the whole month.
    const movements = statements.flatMap((one) => one.movements);
    const whole = { openingCents: 0, from: '2026-10-31', until: '2026-11-30', movements };
    await importing([writtenCfonb120(further, '\n'), writtenCfonb120([whole])]);
    expect(await on.openInWords()).toHaveLength(4);
  });

  it('knows again a statement of one day that an earlier version stored without its balances', async () => {
    const day = '2026-11-03';
    const movements = [{ cents: 1_250, day, qualifiers: [['LCC', 'FACTURE']] as const }];
    const statement = { openingCents: 1_000, from: day, until: day, movements };
    await importing([writtenCfonb120([statement])]);
    await ask(on.databaseUrl, `update bank_entries set identity = replace(identity, '/1000..2250', '')`);
    await importing([writtenCfonb120([statement], '\n')]);
    expect(await ask(on.databaseUrl, 'select id from bank_entries')).toHaveLength(1);
  });

  it('has of notices alone only what they tell', async () => {
    await importing(filesOf('cfonb240', await movementsOf(on, example)));
    // Nothing was credited before: what comes back is in no books, and the payments say so.
    expect(await bookedOn(on)).toEqual([]);
  });
});

describe.each(drawnDatabases())('any month of an account ($name)', (database) => {
  const statements: readonly Format[] = ['camt.053.08', 'cfonb120', 'mt940'];
  const rest = fc.shuffledSubarray(['camt.054', 'cfonb240', 'cfonb240.all', 'cfonb120', 'mt940'] as const, {
    minLength: 1,
  });

  it('is booked as its statement says, whatever else comes and in which order', async () => {
    await fc.assert(
      fc.asyncProperty(month, fc.constantFrom(...statements), rest, fc.nat(4), async (plans, format, others, place) => {
        const alone = await booksOf(plans, [format]);
        const order = others.filter((one) => one !== format).toSpliced(place, 0, format as never);
        expect(await booksOf(plans, order)).toEqual(alone);
      }),
      someRuns(3),
    );
  }, 300_000);

  it.each(statements)('is the same in %s where others are as much as those of a notice before', async (format) => {
    const plans: readonly Plan[] = [
      { kind: 'TRANSFER', cents: 1_250, day: 2 },
      { kind: 'OTHER', cents: 1_250, day: 6 },
      { kind: 'RETURNED', cents: 1_250, day: 3 },
      { kind: 'OTHER', cents: 1_250, day: 2 },
      { kind: 'OTHER', cents: 1_250, day: 2 },
      { kind: 'TRANSFER', cents: 1_250, day: 2 },
    ];
    expect(await booksOf(plans, ['cfonb240.all', format])).toEqual(await booksOf(plans, [format]));
  });

  async function booksOf(plans: readonly Plan[], order: readonly Format[]): Promise<readonly string[]> {
    await using on = await openImporting(database);
    const movements = await movementsOf(on, plans);
    for (const format of order) for (const file of filesOf(format, movements)) await on.import(file);
    return await bookedOn(on, { isNet: true });
  }
});
