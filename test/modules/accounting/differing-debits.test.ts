import { beforeEach, describe, expect, it } from 'vitest';
import { createBooks } from '../../../src/app/event-handlers.ts';
import type { Transaction } from '../../../src/app/store.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import { dayMs } from '../../../src/kernel/durations.ts';
import { rulesOf } from '../../../src/kernel/merchant.ts';
import { checkJournal } from '../../../src/modules/accounting/check-journal.ts';
import { reverseJournalEntry } from '../../../src/modules/accounting/reverse-journal-entry.ts';
import { reviewSilentDebits } from '../../../src/modules/direct-debits/batches/review-silent-debits.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { reviewPayment } from '../../../src/modules/payments/review-payment.ts';
import { balancesOf } from '../../support/accounting/balances.ts';
import { at, openImporting } from '../../support/bank-statements/importing.ts';
import { collection, rejecting, type WrittenEntry } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

describe.each(drawnDatabases())('a direct debit that is credited with another amount ($name)', (database) => {
  let payment: Payment;
  const on = openForEach(() => openImporting(database));
  beforeEach(async () => {
    payment = await on.debit('E1');
  });

  const debited = (amount: string, bankReference: string, change: Partial<WrittenEntry> = {}) =>
    on.statement([collection(amount, { endToEndId: 'E1' }, { bankReference, ...change })], bankReference);
  const assign = async (to: Payment = payment) => {
    const decided = await on.decide({ resolution: 'ASSIGNED', payment: to.id }, 'AMOUNT_DIFFERS');
    return decided.payment?.status;
  };
  const amountOf = async () => (await on.store.paymentById(payment.id))?.amountCents;

  it('waits in suspense for a person, who gives it less: it stays open until exactly the rest is there', async () => {
    await debited('100.00', 'B1');
    expect([await on.openInWords(), await balancesOf(on)]).toEqual([
      ['AMOUNT_DIFFERS 10000'],
      { '471000': -10_000, '512100': 10_000 },
    ]);
    expect([await assign(), await on.openInWords()]).toEqual(['SUBMITTED', ['UNDERPAID 2345']]);
    expect(await balancesOf(on)).toEqual({ '411000': -10_000, '512100': 10_000 });
    // Another amount is another question.
    await debited('23.44', 'B2');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual([
      'SUBMITTED',
      ['AMOUNT_DIFFERS 2344', 'UNDERPAID 2345'],
    ]);
    await debited('23.45', 'B3');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['PAID', ['AMOUNT_DIFFERS 2344']]);
    expect(await balancesOf(on)).toEqual({ '411000': -12_345, '471000': -2_344, '512100': 14_689 });
    expect(await amountOf()).toBe(12_345);
  });

  it('is paid by more, and the surplus is the customer’s', async () => {
    await debited('130.00', 'B1');
    expect([await assign(), await on.openInWords(), await amountOf()]).toEqual(['PAID', ['OVERPAID 655'], 12_345]);
    expect(await balancesOf(on)).toEqual({ '411000': -12_345, '419100': -655, '512100': 13_000 });
  });

  it('is paid with what came before where all of it comes again', async () => {
    await debited('100.00', 'B1');
    await assign();
    await debited('123.45', 'B2');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['PAID', ['OVERPAID 10000']]);
    expect(await balancesOf(on)).toEqual({ '411000': -12_345, '419100': -10_000, '512100': 22_345 });
  });

  it('comes back whole after a part was credited, and the books say what the account says', async () => {
    await debited('100.00', 'B1');
    await assign();
    const back = { direction: 'DBIT', code: ['IDDT', 'UPDD'] } as const;
    await debited('123.45', 'B2', back);
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['RETURNED', []]);
    expect(await balancesOf(on)).toEqual({ '411000': 2_345, '512100': -2_345 });
  });

  it('is returned with a charge that the bank names, and the smaller surplus stays the customer’s', async () => {
    await debited('124.00', 'B1');
    await assign();
    const back = { direction: 'DBIT', code: ['IDDT', 'UPDD'] } as const;
    const entry = collection('124.34', { endToEndId: 'E1', charges: '0.89' }, { bankReference: 'B2', ...back });
    await on.statement([entry], 'B2', { version: '02' });
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['RETURNED', ['OVERPAID 55']]);
    expect(await balancesOf(on)).toEqual({ '419100': -55, '512100': -34, '627800': 89 });
  });

  it('comes back with its surplus: that is no fee of the bank, and what the bank took beyond all of it is', async () => {
    const back = { direction: 'DBIT', code: ['IDDT', 'UPDD'] } as const;
    await debited('145.45', 'B1');
    expect([await assign(), await on.openInWords()]).toEqual(['PAID', ['OVERPAID 2200']]);
    await debited('146.34', 'B2', back);
    expect([await assign(), await on.openInWords()]).toEqual(['RETURNED', []]);
    expect(await balancesOf(on)).toEqual({ '512100': -89, '627800': 89 });
  });

  it('comes back with a surplus that no fee is as large as', async () => {
    const back = { direction: 'DBIT', code: ['IDDT', 'UPDD'] } as const;
    await debited('1234.50', 'B1');
    await assign();
    await debited('1234.50', 'B2', back);
    expect([await assign(), await on.openInWords(), await balancesOf(on)]).toEqual(['RETURNED', [], {}]);
  });

  it('with more is undone whole where the bank says that it booked another entry under the reference', async () => {
    await debited('145.45', 'B1');
    await assign();
    const other = await on.transfer({ amountCents: 5000 });
    await on.statement([collection('50.00', { texts: ['AUTRE'] }, { bankReference: 'B1' })], 'OTHER');
    await on.decide({ resolution: 'ASSIGNED', payment: other.id, takeBackCounted: true }, 'SAME_REFERENCE');
    expect([await on.statusOf(payment), await on.statusOf(other), await on.openInWords()]).toEqual([
      ...['RETURNED', 'PAID'],
      [],
    ]);
    expect(await balancesOf(on)).toEqual({ '411000': -5000, '512100': 5000 });
  });

  it.each(['150.00', '200.00'])('loses no fee where what came after a part, %s, was never the bank’s', async (more) => {
    for (const [amount, reference] of [['100.00', 'B1'] as const, [more, 'B2'] as const]) {
      await debited(amount, reference);
      await assign();
    }
    await on.statement([collection('50.00', { texts: ['AUTRE'] }, { bankReference: 'B2' })], 'OTHER');
    await on.decide({ takeBackCounted: true }, 'SAME_REFERENCE');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['RETURNED', ['OVERPAID 10000']]);
    expect(await balancesOf(on)).toEqual({ '419100': -10_000, '512100': 10_000 });
  });

  const toReview = async () => {
    await reviewSilentDebits(
      { ...on.services, clock: () => at + 40 * dayMs },
      { keepsLease: async () => true, failed: (_subject, error) => expect.fail(String(error)) },
    );
    expect(await on.statusOf(payment)).toBe('NEEDS_REVIEW');
  };

  it.each([
    ['RETURNED', {}, []],
    ['REFUSED', { '411000': -10_000, '512100': 10_000 }, ['UNDERPAID 2345']],
    // The company gave it back itself: its own payments out are not the gateway's to book.
    ['REFUNDED', { '411000': -10_000, '512100': 10_000 }, []],
    ['PAID', { '411000': -12_345, '512100': 12_345 }, []],
  ] as const)(
    'is %s by a person after a part was credited, and the books know no money beside',
    async (status, books, open) => {
      await debited('100.00', 'B1');
      await assign();
      await toReview();
      await reviewPayment(on.services, anonymous, { id: payment.id, status });
      expect([await on.statusOf(payment), await balancesOf(on), await on.openInWords()]).toEqual([status, books, open]);
    },
  );

  it('that an older version booked back whole is named by the check until a person reverses that entry', async () => {
    await debited('100.00', 'B1');
    await assign();
    const whole = (cents: number): number => (cents === 0 ? 0 : 12_345);
    const older = {
      ...on.services,
      store: {
        ...on.store,
        transact: <T>(work: (transaction: Transaction) => Promise<T>) =>
          on.store.transact((transaction) => {
            const insertJournalEntry: Transaction['insertJournalEntry'] = ({ lines, ...entry }) => {
              const sides = lines.map((line) => ({
                ...line,
                ...{ debitCents: whole(line.debitCents), creditCents: whole(line.creditCents) },
              }));
              return transaction.insertJournalEntry({ ...entry, lines: sides });
            };
            return work({ ...transaction, insertJournalEntry });
          }),
      },
    };
    await toReview();
    await reviewPayment(older, anonymous, { id: payment.id, status: 'RETURNED' });
    const problems = async () => {
      const checking = { store: on.store, ...createBooks({ ...on.services, rulesOf: rulesOf(on.services) }) };
      const books = { idSociete: '1', runMode: 'TEST' } as const;
      return (await checkJournal(checking, { books, booksMissing: false, onProgress: () => undefined })).problems;
    };
    const [entry] = await on.store.journalEntries({ idSociete: '1', runMode: 'TEST', limit: 1, beforeId: null });
    expect(await problems()).toEqual([`${entry?.id}: it is not what ${payment.id} says`]);
    await reverseJournalEntry(on.services as never, anonymous, { id: entry?.id, reason: 'reprise' });
    expect(await balancesOf(on)).toEqual({ '411000': -10_000, '512100': 10_000 });
  });

  it('is of that debit or of none, and not of one that has ended', async () => {
    const other = await on.debit('E2');
    await debited('100.00', 'B1');
    await expect(assign(other)).rejects.toMatchObject({ code: 'INVALID_INPUT', path: ['payment'] });
    await on.import(rejecting('E1'));
    await expect(assign()).rejects.toThrow('The payment is refused and is for 123.45 EUR: this cannot be applied.');
    expect([await on.openInWords(), await balancesOf(on)]).toEqual([
      ['AMOUNT_DIFFERS 10000'],
      { '471000': -10_000, '512100': 10_000 },
    ]);
  });

  it('taken back with more than it was is a return, and the rest the bank’s fee, within reason', async () => {
    const back = { direction: 'DBIT', code: ['IDDT', 'UPDD'] } as const;
    await debited('123.45', 'B1');
    for (const [amount, reference] of [['173.46', 'B2'] as const, ['123.44', 'B3'] as const]) {
      await debited(amount, reference, back);
      await expect(assign()).rejects.toThrow('this cannot be applied');
      await on.decide();
    }
    expect(await on.statusOf(payment)).toBe('PAID');
    await debited('124.34', 'B4', back);
    expect([await assign(), await on.openInWords()]).toEqual(['RETURNED', []]);
    // What was dealt with elsewhere was taken from the account all the same.
    expect(await balancesOf(on)).toEqual({ '471000': 29_690, '512100': -29_779, '627800': 89 });
  });
});
