import { describe, expect, it } from 'vitest';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { inWords, reconciledDays } from '../../../support/accounting/reconciled.ts';
import { openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { writtenCfonb120, writtenMt940 } from '../../../support/bank-statements/written-cfonb.ts';
import { credit, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

const day = '2026-11-25';

/** A day of an account with entries of one amount, by their texts. */
const inCamt = (texts: readonly string[]): string =>
  writtenStatement({
    ...{ id: 'S1', day },
    entries: texts.map((text, index) =>
      credit('12.50', { texts: [text] }, { bankReference: `B${index}`, bookedOn: day }),
    ),
  });
const inCfonb = (texts: readonly string[], [from, until] = ['2026-11-24', day]): Buffer =>
  writtenCfonb120([
    {
      ...{ openingCents: 0, from, until },
      movements: texts.map((text) => ({ cents: 1_250, day, qualifiers: [['LCC', text]] as const })),
    },
  ]);

describe.each(drawnDatabases())('equal entries of a day in two formats ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it.each(['first', 'last'])('count once each, in more than a page of them, with CFONB %s', async (place) => {
    const texts = Array.from({ length: 60 }, (_, index) => `FACTURE ${index}`);
    const files = [inCamt(texts), inCfonb(texts)];
    const [one = '', other = ''] = place === 'first' ? files.toReversed() : files;
    expect((await on.import(one)).file.counts).toMatchObject({ repeated: 0, exceptions: 60 });
    expect((await on.import(other)).file.counts).toMatchObject({ repeated: 60, exceptions: 0 });
  });

  it('pay their payment once, where many that name none stand before it', async () => {
    const payment = await on.transfer({ amountCents: 1_250 });
    const others = Array.from({ length: 60 }, (_, index) => `FACTURE ${index}`);
    expect((await on.import(inCamt([referenceOf(payment), ...others]))).file.counts.applied).toBe(1);
    const { counts } = (await on.import(inCfonb([...others, referenceOf(payment)]))).file;
    expect(counts).toMatchObject({ applied: 0, repeated: 61, exceptions: 0 });
    expect(await on.statusOf(payment)).toBe('PAID');
    expect(await on.openInWords()).toEqual(others.map(() => 'UNMATCHED_CREDIT 1250'));
  });

  const movement = { cents: 1_250, day };
  const statements = [0, 1_250].map((openingCents, place) =>
    writtenCfonb120([{ openingCents, from: place === 0 ? '2026-11-24' : day, until: day, movements: [movement] }]),
  );
  const mt940 = ['00123/001', '00123/002'].map((number, place) =>
    writtenMt940({
      ...{ number, openingCents: place * 1_250, from: place === 0 ? '2026-11-24' : day, until: day },
      entries: [{ ...movement, text: 'FACTURE' }],
    }),
  );
  it.each([
    ['CFONB', statements],
    ['MT940', mt940],
  ] as const)('are two where two statements of %s have one each', async (_format, [one = '', other = '']) => {
    const both = ['FACTURE', 'FACTURE'];
    const files = [
      inCamt(['FACTURE']),
      one,
      other,
      inCamt(both),
      one,
      other,
      inCfonb(both, ['2026-10-31', '2026-11-30']),
    ];
    const open: number[] = [];
    for (const file of files) {
      expect((await on.import(file)).file.status).toBe('IMPORTED');
      open.push((await on.open()).length);
    }
    expect(open).toEqual([1, 1, 2, 2, 2, 2, 2]);
    expect(await balancesOf(on)).toEqual({ '471000': -2_500, '512100': 2_500 });
  });

  const ofDay = (movements: Parameters<typeof writtenCfonb120>[0][number]['movements']) =>
    writtenCfonb120([{ openingCents: 0, from: day, until: day, movements }]);

  it('are two where two statements of a day begin at one balance', async () => {
    await on.import(ofDay([movement, { cents: -1_250, day }]));
    expect((await on.import(ofDay([movement]))).file.counts).toMatchObject({ repeated: 0, exceptions: 1 });
  });

  it('are one where the same statement of a day comes again with another entry, beside another format', async () => {
    const payment = await on.transfer({ amountCents: 1_250 });
    const named = { ...movement, qualifiers: [['LCC', referenceOf(payment)]] as const };
    await on.import(inCamt([referenceOf(payment)]));
    await on.import(ofDay([named]));
    await on.import(ofDay([named, { cents: 300, day }]));
    expect(await on.openInWords()).toEqual(['UNMATCHED_CREDIT 300']);
    expect(await balancesOf(on)).toEqual({ '411000': -1_250, '471000': -300, '512100': 1_550 });
  });

  /** With one entry of 12.50 for each that the balance grows by. */
  const statement = (
    format: 'CFONB' | 'MT940',
    openingCents: number,
    closingCents: number,
    from: string,
    number = 123,
  ) => {
    const cents = Math.sign(closingCents - openingCents) * 1_250;
    const entries = Array.from({ length: Math.abs(closingCents - openingCents) / 1_250 }, () => ({ cents, day }));
    const covered = { openingCents, from, until: day };
    return format === 'CFONB'
      ? writtenCfonb120([{ ...covered, movements: entries }])
      : writtenMt940({ ...covered, number: `00${number}/001`, entries: entries.map((one) => ({ ...one, text: 'X' })) });
  };

  describe.each(['CFONB', 'MT940'] as const)('of two statements of %s that end on one day', (format) => {
    const first = statement(format, 0, 1_250, '2026-11-22', 123);
    const second = statement(format, 1_250, 2_500, day, 124);

    it.each([
      ['first', [first, second]],
      ['last', [second, first]],
    ])('are two where one begins as the other ends, with the longer one %s', async (_place, files) => {
      for (const file of files) await on.import(file);
      expect(await on.openInWords()).toEqual(Array(2).fill('UNMATCHED_CREDIT 1250'));
      expect(inWords(await reconciledDays(on))).toEqual([[day, 0, 'SUSPENSE 1250', 'SUSPENSE 1250']]);
    });

    it.each(['2026-11-22', '2026-10-31'])('are those of the one from %s that has both', async (from) => {
      for (const file of [first, second, statement(format, 0, 2_500, from, 125)]) await on.import(file);
      expect(await on.openInWords()).toEqual(Array(2).fill('UNMATCHED_CREDIT 1250'));
    });
  });

  it('of a further statement of CFONB are others where the one in which the account came back comes last', async () => {
    await on.import(statement('CFONB', 0, 1_250, '2026-11-24'));
    for (const [opening, closing] of [[0, 1_250] as const, [1_250, 0] as const])
      await on.import(statement('CFONB', opening, closing, day));
    expect(await on.openInWords()).toEqual(Array(2).fill('UNMATCHED_CREDIT 1250'));
  });

  it.each(['CFONB', 'MT940'] as const)('of %s are two where the statement between two comes late', async (format) => {
    const late = { openingCents: 2_500, from: day, until: day };
    const entries = [1_250, -2_500].map((cents) => ({ cents, day }));
    const files = [
      statement(format, 0, 1_250, '2026-11-24'),
      format === 'CFONB'
        ? writtenCfonb120([{ ...late, movements: entries }])
        : writtenMt940({ ...late, number: '00125/001', entries: entries.map((one) => ({ ...one, text: 'X' })) }),
      statement(format, 1_250, 2_500, day, 124),
    ];
    for (const file of files) await on.import(file);
    expect(await on.openInWords()).toEqual(Array(3).fill('UNMATCHED_CREDIT 1250'));
  });

  it.each(['2026-11-24', day])('are two where the account came back between statements from %s', async (from) => {
    const balances = [0, 1_250, 2_500, 1_250, 0, 1_250, 2_500];
    for (const [place, closingCents] of balances.slice(1).entries())
      await on.import(statement('MT940', balances[place] ?? 0, closingCents, from, 123 + place));
    // Debits of others wait for no one.
    expect(await on.openInWords()).toEqual(Array(4).fill('UNMATCHED_CREDIT 1250'));
  });

  describe.each([
    ['2026-11-24', '/001'],
    [day, '/001'],
    [day, ''],
  ])('of statements of MT940 from %s, with numbers and pages (%s)', (from, page) => {
    type Said = readonly [openingCents: number, closingCents: number, number: number];
    const [first, second, back] = [[0, 1_250, 123] as const, [1_250, 2_500, 124] as const, [1_250, 0, 124] as const];
    const again = ([opening, closing]: Said): Said => [opening, closing, 125];

    it.each<readonly [string, number, readonly Said[]]>([
      ['one where one comes again under the next number', 1, [first, [0, 1_250, 124]]],
      ['two where the second comes again', 2, [first, second, again(second)]],
      ['two where the first comes again after the second', 2, [first, second, again(first)]],
      ['two where the one in which it came back comes last', 2, [first, again(first), back]],
    ])('are %s', async (_what, credits, files) => {
      for (const [opening, closing, number] of files)
        await on.import(statement('MT940', opening, closing, from, number).toString().replace('/001', page));
      expect(await on.openInWords()).toEqual(Array(credits).fill('UNMATCHED_CREDIT 1250'));
    });
  });

  it('of MT940 are two where only another format has a statement with the number between', async () => {
    const of = (number: number) => statement('MT940', 0, 1_250, '2026-11-24', number);
    const other = writtenStatement({ id: 'S/124', day, opening: 1_250, entries: [] });
    for (const file of [of(123), other, of(125)]) await on.import(file);
    expect(await on.openInWords()).toEqual(Array(2).fill('UNMATCHED_CREDIT 1250'));
  });

  it.each(['CFONB', 'MT940'])(
    'may be two where %s comes again with an entry before, and the day differs',
    async (format) => {
      const entry = { cents: 1_250, day };
      const covered = { openingCents: 0, from: '2026-11-24', until: day };
      for (const entries of [[entry], [{ cents: 300, day }, entry]])
        await on.import(
          format === 'CFONB'
            ? writtenCfonb120([{ ...covered, movements: entries }])
            : writtenMt940({ ...covered, entries: entries.map((one) => ({ ...one, text: 'X' })) }),
        );
      const [[, differenceCents, ...lines] = []] = inWords(await reconciledDays(on));
      expect([differenceCents, lines]).toEqual([-1_250, expect.arrayContaining(['STATEMENT_DIFFERS -1250'])]);
    },
  );

  it('are those of their statements, where the other format has both', async () => {
    for (const file of [inCamt(['A', 'B']), ...statements]) await on.import(file);
    const payment = await on.transfer({ amountCents: 1_250 });
    await on.import(inCamt(['A', 'B', referenceOf(payment)]));
    expect([(await on.open()).length, await on.statusOf(payment)]).toEqual([2, 'PAID']);
  });
});
