import { expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { dayMs } from '../../../../src/kernel/durations.ts';
import type { BankException } from '../../../../src/modules/bank-statements/bank-import.ts';
import { reviewSilentDebits } from '../../../../src/modules/direct-debits/batches/review-silent-debits.ts';
import { changeStatus } from '../../../../src/modules/payments/change-payment.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { reviewPayment } from '../../../../src/modules/payments/review-payment.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { at, openImporting } from '../../../support/bank-statements/importing.ts';
import { collection, returned, type WrittenEntry } from '../../../support/bank-statements/written-files.ts';
import { postgres, sqlite } from '../../../support/databases.ts';
import { openForEach } from '../../../support/open-for.ts';
import { ask } from '../../../support/store/examples.ts';
import { found } from '../../../support/store/found.ts';

/** What `COLLECTED` books as the fee of the bank. Each debit is of 123.45 EUR. */

const on = openForEach(() => openImporting(sqlite));
const block = (amount: string, bankReference = 'B1'): WrittenEntry => ({
  ...{ amount, batch: 'M1-1', bankReference, code: ['IDDT', 'ESDD'] },
});
const decide = (exception: BankException | undefined, decision: object, { services } = on) =>
  on.decide({ id: exception?.id, ...decision }, undefined, services);
const collect = async () => decide((await on.open('BLOCK_DIFFERS'))[0], { resolution: 'COLLECTED' });

/** As older versions paid the first debit of a block: with the fee. Then the process died. */
async function payAsOlder(debit: Payment, feeCents: number): Promise<void> {
  const [exception] = await on.open('BLOCK_DIFFERS');
  const entry = found(await on.store.bankEntry(exception?.entryId ?? ''));
  const data = {
    ...{ cause: 'BANK_STATEMENT' as const, bankEntry: entry.id, bankFile: entry.fileId, bookingDate: entry.bookedOn },
    ...{ bookedCents: debit.amountCents, bankStatus: entry.transactionCode, feeCents },
  };
  await on.store.transact((transaction) => changeStatus(on.services, transaction, debit, { to: 'PAID', data }));
}

it.each([
  { debits: ['E1', 'E2'], amount: '246.00', fee: 90, books: { '411000': -24_690, '512100': 24_600, '627800': 90 } },
  { debits: ['E1'], amount: '123.00', fee: 45, books: { '411000': -12_345, '512100': 12_300, '627800': 45 } },
])('is not booked again where an older version died after its first of $debits.length', async (each) => {
  const debits: Payment[] = [];
  for (const id of each.debits) debits.push(await on.debit(id));
  await on.statement([block(each.amount)]);
  const [first] = debits.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  if (first) await payAsOlder(first, each.fee);
  const { exception } = await collect();
  expect([exception.status, await on.openInWords(), await balancesOf(on)]).toEqual(['RESOLVED', [], each.books]);
});

/** A part of it is credited alone, and a person assigns it. */
async function creditInPart(debit: Payment): Promise<void> {
  await on.statement([collection('100.00', { endToEndId: 'E1' })], 'S0', { day: '2026-11-24' });
  await decide((await on.open('AMOUNT_DIFFERS'))[0], { resolution: 'ASSIGNED', payment: debit.id });
}
const back = returned('123.45', 'E1', 'MD06', { bankReference: 'R1' });
/** The bank says no more of any debit, and a person decides about these. */
async function reviewAs(status: 'PAID' | 'RETURNED' | 'REFUNDED', debit: Payment): Promise<void> {
  const services = { ...on.services, clock: () => at + 40 * dayMs };
  await reviewSilentDebits(services, { keepsLease: async () => true, failed: () => undefined });
  await reviewPayment(on.services, anonymous, { id: debit.id, status });
}

it.each([
  { what: 'stays so', amount: '246.00', isReturned: false, books: { '627800': 90 } },
  { what: 'is returned', amount: '246.00', isReturned: true, books: { '627800': 90 } },
  // 300.00 are E2, E3 and what E1 lacks, and a rest of 29.65.
  { what: 'stays so, beside a rest', amount: '300.00', isReturned: false, books: { '471000': -2_965 } },
])('is not what a debit lacks that was credited in part alone, said to be paid, and $what', async (each) => {
  const [one] = [await on.debit('E1'), await on.debit('E2'), await on.debit('E3')];
  await creditInPart(one);
  await reviewAs('PAID', one);
  if (each.isReturned) await on.statement([back], 'R');
  expect(await on.statusOf(one)).toBe(each.isReturned ? 'RETURNED' : 'PAID');
  await on.statement([block(each.amount)], 'S1');
  await collect();
  expect(await balancesOf(on)).toMatchObject(each.books);
});

it.each(['RETURNED', 'REFUNDED'] as const)('is booked beside a debit that a person said was %s', async (status) => {
  const [, two] = [await on.debit('E1'), await on.debit('E2')];
  await reviewAs(status, two);
  await on.statement([block('246.00')]);
  await collect();
  expect(await balancesOf(on)).toEqual({ '411000': -12_345, '471000': -12_345, '512100': 24_600, '627800': 90 });
});

it('includes the charge of the entry where no debit was left to pay', async () => {
  const [one, two] = [await on.debit('E1'), await on.debit('E2')];
  await reviewAs('PAID', two);
  await creditInPart(one);
  await on.statement([{ ...block('121.45'), details: [{ amount: '122.45', charges: '1.00' }] }], 'S1');
  await collect();
  expect(await balancesOf(on)).toMatchObject({ '627800': 200 });
});

it('counts no debit that was credited and returned alone', async () => {
  const one = await on.debit('E1');
  await on.debit('E2');
  await on.statement([collection('123.45', { endToEndId: 'E1' })], 'S0', { day: '2026-11-24' });
  await on.statement([back], 'R');
  expect(await on.statusOf(one)).toBe('RETURNED');
  await on.statement([block('123.00')], 'S1');
  await collect();
  expect(await balancesOf(on)).toMatchObject({ '627800': 45 });
});

it('is not a debit of a cancelled batch that a person said was paid', async () => {
  const [one, two] = [await on.debit('E1', { status: 'NEEDS_REVIEW' }), await on.debit('E2')];
  await reviewPayment(on.services, anonymous, { id: one.id, status: 'PAID' });
  // As the cancellation of a batch leaves it, where a person says that its file was not sent.
  await ask(on.databaseUrl, `update direct_debits set state = 'WITHDRAWN'`);
  await ask(on.databaseUrl, `update payments set status = 'PENDING' where id = '${two.id}'`);
  await on.store.transact(async (transaction) => {
    const debits = await transaction.debitsOfBlock('M1-1', '', 2);
    const debit = found(debits.find(({ paymentId }) => paymentId === two.id));
    const again = { presentation: 2, endToEndId: 'E2b', state: 'WAITING', batchId: null, blockId: null } as const;
    const unsent = { sequence: null, amendment: null, previousCollectedOn: null } as const;
    await transaction.insertDirectDebit({ ...debit, ...again, ...unsent });
  });
  await ask(on.databaseUrl, `update direct_debit_batches set status = 'CANCELLED'`);
  await on.statement([block('122.95')]);
  await collect();
  expect(await balancesOf(on)).toMatchObject({ '627800': 50 });
});

it('is paid by one entry, where the bank books another one in the moment of the decision', async () => {
  const both = await openImporting(postgres);
  for (const id of ['E1', 'E2']) await both.debit(id);
  await both.statement([block('246.00')]);
  let other: Promise<unknown> = Promise.resolve();
  const services: typeof both.services = {
    ...both.services,
    store: {
      ...both.store,
      transact: (work) =>
        both.store.transact((transaction) => {
          const closeBankException: typeof transaction.closeBankException = async (id, closing) => {
            other = both.statement([block('246.90', 'B2')], 'S2', { opening: 24_600 });
            await Promise.race([other, new Promise((resolve) => setTimeout(resolve, 300))]);
            return transaction.closeBankException(id, closing);
          };
          return work({ ...transaction, closeBankException });
        }),
    },
  };
  await decide((await both.open('BLOCK_DIFFERS'))[0], { resolution: 'COLLECTED' }, { ...both, services });
  await other;
  expect(await both.openInWords()).toEqual(['CONTRADICTION 24690']);
  await both.close();
});
