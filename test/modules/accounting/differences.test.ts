import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import { dayMs } from '../../../src/kernel/durations.ts';
import { reverseJournalEntry } from '../../../src/modules/accounting/reverse-journal-entry.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { inWords, reconciledDays } from '../../support/accounting/reconciled.ts';
import { at, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { writtenCfonb120 } from '../../support/bank-statements/written-cfonb.ts';
import {
  credit,
  type WrittenEntry,
  type WrittenStatement,
  writtenStatement,
} from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

/** Days on which the books and the bank differ: each cent of the difference has a line that says why. */

const books = { idSociete: '1', runMode: 'TEST' } as const;
const unknown: WrittenEntry = { amount: '7.00', bankReference: 'U', details: [{ amount: '7.00', texts: ['MERCI'] }] };

describe.each(drawnDatabases())('a reconciliation ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const days = () => reconciledDays(on);
  const shown = async () => inWords(await days());
  const bring = async (statement: Partial<WrittenStatement> & Pick<WrittenStatement, 'entries'>) => {
    const { file } = await on.import(writtenStatement(statement));
    expect(file).toMatchObject({ status: 'IMPORTED', reason: null });
  };

  const handle = () => on.decide({}, 'SAME_REFERENCE');

  it('is empty where nothing happened', async () => {
    expect(await days()).toEqual([]);
  });

  it('says that no statement covers a day, until the statement comes', async () => {
    const structured = referenceOf(await on.transfer());
    const entry: WrittenEntry = { amount: '123.45', bankReference: 'N', details: [{ amount: '123.45', structured }] };
    await bring({ id: 'N', format: 'camt.054', entries: [entry] });
    expect(await shown()).toEqual([['2026-11-25', -12_345, 'NO_STATEMENT -12345']]);
    await bring({ id: 'S', entries: [entry] });
    expect(await shown()).toEqual([['2026-11-25', 0]]);
  });

  it('lists what a suspense account still holds: nothing, once a person said whose money it was', async () => {
    const payment = await on.transfer({ amountCents: 700 });
    await bring({ id: 'S', entries: [unknown] });
    expect(await shown()).toEqual([['2026-11-25', 0, 'SUSPENSE 700']]);
    await on.decide({ resolution: 'ASSIGNED', payment: payment.id }, 'UNMATCHED_CREDIT');
    expect([await on.statusOf(payment), await shown()]).toEqual(['PAID', [['2026-11-25', 0]]]);
  });

  it('lists what is left of a block', async () => {
    for (const endToEndId of ['E1', 'E2']) await on.debit(endToEndId);
    const block = { amount: '300.00', batch: 'M1-1', code: ['IDDT', 'ESDD'], bankReference: 'B' } as const;
    await bring({ id: 'S', entries: [block] });
    expect(await shown()).toEqual([['2026-11-25', 0, 'SUSPENSE 30000']]);
    await on.decide({ resolution: 'COLLECTED' }, 'BLOCK_DIFFERS');
    expect(await shown()).toEqual([['2026-11-25', 0, 'SUSPENSE 5310']]);
  });

  it('says that a statement is missing before a day, and by how much', async () => {
    await bring({
      id: 'S1',
      sequence: 1,
      day: '2026-11-23',
      opening: 0,
      closing: 100,
      entries: [{ amount: '1.00', bookedOn: '2026-11-23' }],
    });
    await bring({ id: 'S3', sequence: 3, opening: 500, entries: [{ ...unknown }] });
    expect((await shown()).at(-1)).toEqual(['2026-11-25', 0, 'SUSPENSE 700', 'STATEMENT_MISSING 400']);
  });

  it.each(['camt.053', 'CFONB 120'])(
    'has an entry of %s without a booking date on the day of its statement',
    async (format) => {
      const day = '2026-11-23';
      const structured = referenceOf(await on.transfer());
      const movements = [
        { cents: 12_345, day: '0000-00-00', valueDay: day, qualifiers: [['LCC', structured]] as const },
        { cents: 700, day: '0000-00-00', valueDay: day },
      ];
      const entries = [{ amount: '123.45', bankReference: 'N', details: [{ structured }] }, unknown];
      const file =
        format === 'CFONB 120'
          ? writtenCfonb120([{ openingCents: 0, from: '2026-11-22', until: day, movements }])
          : writtenStatement({ day, entries: entries.map((entry) => ({ ...entry, bookedOn: null })) });
      // On the 25th.
      expect((await on.import(file)).file.counts).toMatchObject({ applied: 1, exceptions: 1 });
      expect(await shown()).toEqual([[day, 0, 'SUSPENSE 700']]);
    },
  );

  it('leaves out what the bank did not book: a second entry under a reference, as a person said', async () => {
    const [one, other] = [await on.transfer({ amountCents: 10_000 }), await on.transfer({ amountCents: 7_000 })];
    const of = (payment: Payment, amount: string) =>
      credit(amount, { structured: referenceOf(payment) }, { bankReference: 'A' });
    await bring({ id: 'S', opening: 0, entries: [of(one, '100.00')] });
    await bring({ id: 'N', format: 'camt.054', entries: [of(other, '70.00')] });
    expect(await shown()).toEqual([['2026-11-25', -7_000, 'EXCEPTION 7000', 'STATEMENT_DIFFERS -7000']]);
    await handle();
    expect(await shown()).toEqual([['2026-11-25', 0]]);
  });

  it.each([
    ['of its day', '2026-11-25', []],
    ['of two days', '2026-11-26', [['2026-11-26', 0]]],
  ])('keeps such an entry where the statement %s moved by it', async (_of, day, others) => {
    const rent = (amount: string, bookedOn: string): WrittenEntry => ({
      ...{ amount, direction: 'DBIT', bankReference: 'A', bookedOn, details: [{ amount, texts: [`LOYER ${amount}`] }] },
    });
    await bring({ id: 'S1', day: '2026-11-24', opening: 100_000, entries: [rent('30.00', '2026-11-24')] });
    await bring({ id: 'S2', day, opening: 97_000, entries: [rent('50.00', '2026-11-25')] });
    await handle();
    expect(await shown()).toEqual([['2026-11-24', 0, 'LISTED -3000'], ['2026-11-25', 0, 'EXCEPTION -5000'], ...others]);
  });

  it('shows what undoes a counted entry in the books alone', async () => {
    const [one, other] = [await on.transfer({ amountCents: 10_000 }), await on.transfer({ amountCents: 7_000 })];
    const of = (payment: Payment, amount: string) =>
      credit(amount, { structured: referenceOf(payment) }, { bankReference: 'A' });
    await bring({ id: 'N', format: 'camt.054', entries: [of(one, '100.00')] });
    await bring({ id: 'S', opening: 0, entries: [of(other, '70.00')] });
    const decision = { resolution: 'ASSIGNED', payment: other.id, takeBackCounted: true };
    await on.decide(decision, 'SAME_REFERENCE', on.servicesAt(at + dayMs));
    expect(await shown()).toEqual([
      ['2026-11-25', -10_000, 'STATEMENT_DIFFERS -10000'],
      ['2026-11-26', 10_000, 'BOOKED_ALONE 10000'],
    ]);
  });

  it('says that a person took an entry out of the books', async () => {
    await bring({ entries: [unknown] });
    const [entry] = await on.store.journalEntries({ ...books, limit: 1, beforeId: null });
    await reverseJournalEntry(on.services as never, anonymous, { id: entry?.id, reason: 'essai' });
    expect(await shown()).toEqual([['2026-11-25', 700, 'NOT_BOOKED 700']]);
  });

  it('says that the books have what the statement has not: entries of another day', async () => {
    await bring({ day: '2026-11-24', entries: [{ ...unknown, bookedOn: '2026-11-24' }] });
    const [entry] = await on.store.journalEntries({ ...books, limit: 1, beforeId: null });
    // Reversed today, the 25th.
    await reverseJournalEntry(on.services as never, anonymous, { id: entry?.id, reason: 'essai' });
    expect(await shown()).toEqual([
      ['2026-11-24', 0],
      ['2026-11-25', 700, 'BOOKED_ALONE 700'],
    ]);
  });
});
