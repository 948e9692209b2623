import { describe, expect, it } from 'vitest';
import { createBooks } from '../../../src/app/event-handlers.ts';
import { suspenseText } from '../../../src/cli/books/journal-suspense.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import { rulesOf } from '../../../src/kernel/merchant.ts';
import { checkJournal } from '../../../src/modules/accounting/check-journal.ts';
import type { JournalEntry, SuspenseEntry } from '../../../src/modules/accounting/journal.ts';
import { reverseJournalEntry } from '../../../src/modules/accounting/reverse-journal-entry.ts';
import type { BankExceptionKind } from '../../../src/modules/bank-statements/bank-import.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../support/accounting/balances.ts';
import { iban } from '../../support/bank-statements/examples.ts';
import { at, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import {
  credit,
  rejecting,
  type WrittenDetail,
  writtenStatement,
} from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { ask } from '../../support/store/examples.ts';

const named: typeof credit = (amount, detail, change) => credit(amount, detail, { bankReference: 'B1', ...change });

const nextDay = at + 86_400_000;

/** `512100 D 12345` */
const written = ({ kind, journal, date, lines }: JournalEntry): string =>
  [
    `${kind} ${journal.code} ${date}`,
    ...lines.map((line) => `${line.account} ${line.debitCents > 0 ? 'D' : 'C'} ${line.debitCents + line.creditCents}`),
  ].join(', ');

describe.each(drawnDatabases())('money that matches no payment ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const later = () => ({ ...on.services, clock: () => nextDay });
  const resolve = (kind: BankExceptionKind, payment: Payment | null, services?: typeof on.services) =>
    on.decide(payment ? { resolution: 'ASSIGNED', payment: payment.id } : {}, kind, services);
  const entriesOf = async (idSociete = '1') =>
    (await on.store.journalEntries({ idSociete, runMode: 'TEST', limit: 100, beforeId: null })).toReversed();
  const booksOf = async (idSociete?: string) => (await entriesOf(idSociete)).map(written);

  const balances = (idSociete?: string) => balancesOf(on, idSociete);

  it('stands on the suspense account from the statement on, once, whatever files bring it', async () => {
    const entries = [named('123.45', { texts: ['MERCI'] })];
    await on.import(writtenStatement({ format: 'camt.054', id: 'N1', entries }));
    await on.statement(entries);
    await on.statement(entries, 'S2');
    await on.import(writtenStatement({ entries }));
    expect(await booksOf()).toEqual(['SUSPENSE BQ1 2026-11-25, 512100 D 12345, 471000 C 12345']);
    const [entry] = await entriesOf();
    expect(entry).toMatchObject({
      pieceReference: 'B1',
      label: 'CREDIT NON IDENTIFIE B1',
      event: null,
      operator: null,
    });
    expect(await balances()).toEqual({ '471000': -12_345, '512100': 12_345 });
  });

  it('goes to the customer on the day on which a person says whose it is, and from the bank where it goes back', async () => {
    const payment = await on.transfer({ amountCents: 10_000 });
    await on.statement([named('123.45', { texts: ['MERCI'] })]);
    await resolve('UNMATCHED_CREDIT', payment, later());
    expect((await booksOf()).slice(1)).toEqual([
      'TRANSFER_RECEIVED OD 2026-11-26, 471000 D 12345, 411000 C 10000, 419100 C 2345',
    ]);
    const [suspense, placed] = await entriesOf();
    expect(placed).toMatchObject({
      clears: suspense?.id,
      pieceDate: '2026-11-25',
      lines: [{}, { auxiliary: '2263' }, {}],
    });
    expect(placed?.label).toBe(`VIR RECU ${referenceOf(payment)} ATTENTE B1`);
    expect(await balances()).toEqual({ '411000': -10_000, '419100': -2_345, '512100': 12_345 });
    const back = { structured: referenceOf(payment), reason: 'AC04' };
    const change = { direction: 'DBIT', code: ['RCDT', 'RRTN'], bankReference: 'B2' } as const;
    await on.statement([named('100.00', back, change)], 'S2');
    expect((await booksOf()).at(-1)).toBe('RETURNED BQ1 2026-11-25, 411000 D 10000, 512100 C 10000');
    expect(await balances()).toEqual({ '419100': -2_345, '512100': 2_345 });
  });

  it('is of the payment that takes a part of what is due, and of the rest', async () => {
    const payment = await on.transfer();
    await on.statement([named('100.00', { texts: ['MERCI'] }, { bankReference: 'B1' })]);
    await resolve('UNMATCHED_CREDIT', payment);
    expect(await on.statusOf(payment)).toBe('REQUIRES_ACTION');
    await on.statement([named('23.45', { structured: referenceOf(payment) }, { bankReference: 'B2' })], 'S2');
    expect(await on.statusOf(payment)).toBe('PAID');
    expect(await balances()).toEqual({ '411000': -12_345, '512100': 12_345 });
  });

  it("stays there without the bank's charge, which is booked where the money is placed", async () => {
    const payment = await on.transfer();
    await on.statement([named('122.56', { amount: '123.45', charges: '0.89' })]);
    expect(await balances()).toEqual({ '471000': -12_256, '512100': 12_256 });
    await resolve('UNMATCHED_CREDIT', payment);
    expect(await balances()).toEqual({ '411000': -12_345, '512100': 12_256, '627800': 89 });
  });

  it('stays there where a person dealt with it elsewhere, whatever file comes again', async () => {
    const entries = [named('123.45', { texts: ['MERCI'] })];
    await on.statement(entries);
    await resolve('UNMATCHED_CREDIT', null);
    await on.statement(entries, 'S2');
    expect(await balances()).toEqual({ '471000': -12_345, '512100': 12_345 });
  });

  it('is listed for the accountant, with why and who decided, until it is placed', async () => {
    const list = async (idSociete = '1') => suspenseText(on.store, { idSociete, runMode: 'TEST' });
    expect(await list()).toBe('Société 1, TEST: nothing of a statement is in suspense.\n');
    await on.statement([
      named('123.45', { texts: ['MERCI'] }, { bankReference: 'B1' }),
      named('60.00', {}, { bankReference: 'B2', direction: 'DBIT', reversal: true }),
    ]);
    await resolve('UNMATCHED_CREDIT', null);
    await on.statement([named('5.00', { texts: ['MERCI'] }, { bankReference: 'B3' })], 'S2');
    const [first, second, third] = await on.store.suspenseEntries({ idSociete: '1', runMode: 'TEST' }, '', 10);
    const idOf = async (of?: SuspenseEntry) => {
      const entry = await on.store.journalEntry(of?.id ?? '');
      return (await on.store.bankExceptionsOf(entry?.bankEntryId ?? ''))[0]?.id;
    };
    const rowOf = (text: string, id = '') => expect.stringMatching(`^ {2}${text.replaceAll(' ', ' +(.* )?')} +${id}$`);
    expect((await list()).split('\n')).toEqual([
      'Société 1, TEST: 3 of statements in suspense, 68,45 EUR.',
      expect.stringMatching(/^ {2}booked +EUR +payer +bank reference +why +decided +exception$/),
      rowOf('2026-11-25 123,45 B1 UNMATCHED_CREDIT HANDLED by anonymous', await idOf(first)),
      rowOf('2026-11-25 -60,00 B2 REVERSAL', await idOf(second)),
      rowOf('2026-11-25 5,00 B3 UNMATCHED_CREDIT', await idOf(third)),
      '',
    ]);
    expect(await list('3')).toContain('nothing of a statement is in suspense');
    await resolve('UNMATCHED_CREDIT', await on.transfer({ amountCents: 500 }));
    expect(await list()).toContain('2 of statements in suspense, 63,45 EUR');
  });

  it('leaves debit by debit where a later message explains a block, and nothing of it is left', async () => {
    const payments = [await on.debit('E1'), await on.debit('E2'), await on.debit('E3')];
    await on.statement([{ amount: '246.90', batch: 'M1-1', code: ['IDDT', 'ESDD'], bankReference: 'B1' }]);
    expect(await balances()).toEqual({ '471000': -24_690, '512100': 24_690 });
    await on.import(rejecting('E2'));
    expect(await Promise.all(payments.map(on.statusOf))).toEqual(['PAID', 'REFUSED', 'PAID']);
    expect(await balances()).toEqual({ '411000': -24_690, '512100': 24_690 });
    expect((await entriesOf()).map(({ kind }) => kind)).toEqual([
      ...['SUSPENSE', 'DIRECT_DEBIT_SETTLED', 'DIRECT_DEBIT_SETTLED'],
    ]);
  });

  it('gives back to the bank account what came back before its block was understood', async () => {
    const payments = [await on.debit('E1'), await on.debit('E2'), await on.debit('E3')];
    await on.statement([{ amount: '246.90', batch: 'M1-1', code: ['IDDT', 'ESDD'], bankReference: 'B1' }]);
    const back = { endToEndId: 'E3', reason: 'AC04' };
    await on.statement(
      [named('123.45', back, { direction: 'DBIT', code: ['IDDT', 'UPDD'], bankReference: 'B2' })],
      'S2',
    );
    await on.import(rejecting('E2'));
    expect(await Promise.all(payments.map(on.statusOf))).toEqual(['PAID', 'REFUSED', 'RETURNED']);
    expect(await balances()).toEqual({ '411000': -12_345, '512100': 12_345 });
    expect((await booksOf()).at(-1)).toMatch(/^SUSPENSE_RELEASED BQ1 2026-11-25, 512100 C 12345, 471000 D 12345$/);
  });

  it('is counted payment by payment where another file lists them', async () => {
    await on.debit('E1');
    const details = ['E1', 'E2'].map((endToEndId): WrittenDetail => ({ amount: '123.45', endToEndId }));
    await on.statement([{ amount: '246.90', bankReference: 'B1', batch: 'THEIRS' }]);
    expect(await balances()).toEqual({ '471000': -24_690, '512100': 24_690 });
    const listed = [{ amount: '246.90', bankReference: 'B1', details }];
    await on.import(writtenStatement({ format: 'camt.054', id: 'N1', entries: listed }));
    expect(await balances()).toEqual({ '411000': -12_345, '471000': -12_345, '512100': 24_690 });
    await on.debit('E2', {}, { messageId: 'M2', paymentInformationId: 'M2-1' });
    await on.statement(listed, 'S2');
    expect(await balances()).toEqual({ '411000': -24_690, '512100': 24_690 });
  });

  it('is nothing together with a return that was known first', async () => {
    const payment = await on.debit('E1');
    const code = ['IDDT', 'UPDD'] as const;
    await on.statement([named('123.45', { texts: ['?'] }, { bankReference: 'B1' })]);
    const back = { endToEndId: 'E1', reason: 'AC04' };
    await on.statement([named('123.45', back, { direction: 'DBIT', code, bankReference: 'B2' })], 'S2');
    expect(await balances()).toEqual({ '471000': -12_345, '512100': 12_345 });
    await on.statement([named('123.45', { endToEndId: 'E1' }, { bankReference: 'B1' })], 'S3');
    expect([await on.statusOf(payment), await balances()]).toEqual(['RETURNED', {}]);
  });

  it('is in the books of the société whose it turns out to be, where two share an account', async () => {
    await on.statement([named('123.45', { texts: ['MERCI'] })], 'S1', { iban: iban.france });
    expect(await balances('2')).toEqual({ '471000': -12_345, '512100': 12_345 });
    const payment = await on.transfer({ idSociete: '6' });
    await resolve('UNMATCHED_CREDIT', payment);
    expect([await balances('2'), await balances('6')]).toEqual([{}, { '411000': -12_345, '512100': 12_345 }]);
  });

  it('is also what the bank takes back of its own, either way; not what goes out, nor what contradicts itself', async () => {
    await on.statement([
      named('50.00', { texts: ['MERCI'] }, { bankReference: 'B1' }),
      named('50.00', {}, { bankReference: 'B2', direction: 'DBIT', reversal: true }),
      named('7.00', {}, { bankReference: 'B3', reversal: true }),
      { amount: '9.99', direction: 'DBIT', bankReference: 'B4', text: 'COTISATION' },
      named('5.00', { amount: '4.99' }, { bankReference: 'B5' }),
      named('60.00', { texts: ['MERCI'] }, { bankReference: 'B1' }),
    ]);
    expect(await booksOf()).toEqual([
      'SUSPENSE BQ1 2026-11-25, 512100 D 5000, 471000 C 5000',
      'SUSPENSE BQ1 2026-11-25, 512100 C 5000, 471000 D 5000',
      'SUSPENSE BQ1 2026-11-25, 512100 D 700, 471000 C 700',
      'SUSPENSE BQ1 2026-11-25, 512100 D 6000, 471000 C 6000',
    ]);
    await balances();
  });

  it('leaves by the return that a person says it is, where the bank took back an entry without saying so', async () => {
    const payment = await on.transfer();
    await on.statement([
      named('123.45', { structured: referenceOf(payment) }, { bankReference: 'B1' }),
      named('123.45', {}, { bankReference: 'B2', direction: 'DBIT', reversal: true }),
    ]);
    expect(await balances()).toEqual({ '411000': -12_345, '471000': 12_345 });
    await resolve('REVERSAL', payment);
    expect([await on.statusOf(payment), await balances()]).toEqual(['RETURNED', {}]);
  });

  it('is undone by a person only where nothing was taken out, and then comes from the bank account', async () => {
    const [first, second] = [await on.transfer(), await on.transfer()];
    const undo = async (index: number) =>
      reverseJournalEntry(on.services, anonymous, { id: (await entriesOf())[index]?.id, reason: 'essai' });
    await on.statement([named('123.45', { texts: ['MERCI'] })]);
    await undo(0);
    expect(await balances()).toEqual({});
    await resolve('UNMATCHED_CREDIT', first);
    expect(await balances()).toEqual({ '411000': -12_345, '512100': 12_345 });
    await on.statement([named('123.45', { texts: ['MERCI'] }, { bankReference: 'B2' })], 'S2');
    await resolve('UNMATCHED_CREDIT', second);
    await expect(undo(3)).rejects.toThrow('has left this account');
    // What took it out is undone first.
    await undo(4);
    expect(await balances()).toEqual({ '411000': -12_345, '471000': -12_345, '512100': 24_690 });
    await undo(3);
    expect(await balances()).toEqual({ '411000': -12_345, '512100': 12_345 });
  });

  it('goes to one payment where two people give it to two at once', async () => {
    const payments = await Promise.all([on.transfer(), on.transfer(), on.transfer()]);
    await on.statement([named('123.45', { texts: ['MERCI'] })]);
    const { id } = await on.only('UNMATCHED_CREDIT');
    const asked = payments.map((payment) => on.decide({ id, resolution: 'ASSIGNED', payment: payment.id }));
    const answers = await Promise.allSettled([...asked, on.statement([named('123.45', { texts: ['MERCI'] })], 'S2')]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const statuses = await Promise.all(payments.map(on.statusOf));
    expect(statuses.toSorted()).toEqual(['PAID', 'REQUIRES_ACTION', 'REQUIRES_ACTION']);
    expect(await balances()).toEqual({ '411000': -12_345, '512100': 12_345 });
  });

  it('is missed by the check of the books where it is not there, and booked by it once', async () => {
    const silent = { ...on.services, suspense: { ...on.services.suspense, enter: async () => undefined } };
    await on.import(writtenStatement({ entries: [named('123.45', { texts: ['MERCI'] })] }), { services: silent });
    const checking = { store: on.store, ...createBooks({ ...on.services, rulesOf: rulesOf(on.services) }) };
    const check = (booksMissing: boolean) =>
      checkJournal(checking, {
        books: { idSociete: '1', runMode: 'TEST' },
        ...{ booksMissing, onProgress: () => undefined },
      });
    const { entryId } = await on.only('UNMATCHED_CREDIT');
    expect((await check(false)).problems).toEqual([`${entryId}: its money is not in the books`]);
    expect(await check(true)).toMatchObject({ booked: 1, problems: [] });
    expect(await check(true)).toMatchObject({ booked: 0, problems: [] });
    expect(await balances()).toEqual({ '471000': -12_345, '512100': 12_345 });
  });

  it('is guarded by the database: of an entry of the bank once, and never turned to another', async () => {
    await on.statement([named('123.45', {}, { bankReference: 'B1' }), named('1.00', {}, { bankReference: 'B2' })]);
    const [first, second] = await entriesOf();
    for (const change of [`bank_entry_id = '${second?.bankEntryId}'`, `clears = '${second?.id}'`]) {
      const statement = `update journal_entries set ${change} where id = '${first?.id}'`;
      await expect(ask(on.databaseUrl, statement), statement).rejects.toThrow('never changes');
    }
    const again = { ...first, id: on.services.identifiers.newId('jrn') } as JournalEntry;
    await expect(on.store.transact((t) => t.insertJournalEntry(again))).rejects.toThrow();
    expect(await entriesOf()).toHaveLength(2);
  });
});
