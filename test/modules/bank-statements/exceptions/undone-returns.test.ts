import { beforeEach, describe, expect, it } from 'vitest';
import { suggestPayments } from '../../../../src/modules/bank-statements/exceptions/suggest-payments.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { openImporting } from '../../../support/bank-statements/importing.ts';
import { collection, credit, returned, type WrittenEntry } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** A debit came back, and the money is there after all: the bank undoes its return, or the customer pays otherwise. */
describe.each(drawnDatabases())('a returned debit whose money is there after all ($name)', (database) => {
  let payment: Payment;
  const on = openForEach(() => openImporting(database));
  beforeEach(async () => {
    payment = await on.debit('E1');
  });

  const book = (entry: WrittenEntry, id: string) =>
    on.statement([{ ...entry, bankReference: id }], id, { opening: 50_000 });
  const collected = () => book(collection('123.45', { endToEndId: 'E1' }), 'B1');
  const ofBlock = () => book({ amount: '123.45', batch: 'M1-1' }, 'B1');
  const back = (id = 'R1') => book(returned('123.45', 'E1', 'AM04'), id);
  const undone = (id = 'U1') =>
    book(credit('123.45', { endToEndId: 'E1' }, { code: ['IDDT', 'UPDD'], reversal: true }), id);
  const again = () => book(collection('123.45', { endToEndId: 'E1' }), 'B2');
  const transfer = () => book(credit('123.45', { texts: ['REGLEMENT'] }), 'T1');
  const suggested = async () => (await suggestPayments(on.services, await on.only())).map(({ id }) => id);
  const assign = ({ id } = payment) => on.decide({ resolution: 'ASSIGNED', payment: id });

  const paid = { '411000': -12_345, '512100': 12_345 };
  const kept = { '471000': -12_345, '512100': 12_345 };

  it.each([
    ['the bank undoes the return', collected, undone, 'REVERSAL'],
    ['the bank undoes the return of a debit that came with its block', ofBlock, undone, 'REVERSAL'],
    ['the bank credits it again', collected, again, 'CONTRADICTION'],
    ['the bank credits it again, beside its block', ofBlock, again, 'CONTRADICTION'],
    ['its customer pays it by a transfer', collected, transfer, 'UNMATCHED_CREDIT'],
  ])('is paid by the word of a person where %s', async (_how, pay, comesAfterAll, kind) => {
    await pay();
    await back();
    await comesAfterAll();
    expect([await on.openInWords(), await balancesOf(on)]).toEqual([[`${kind} 12345`], kept]);
    if (kind !== 'UNMATCHED_CREDIT') expect(await suggested()).toEqual([payment.id]);
    await assign();
    expect([await on.statusOf(payment), await on.openInWords(), await balancesOf(on)]).toEqual(['PAID', [], paid]);
    expect(await on.lastEvent(payment)).toMatchObject({ data: { from: 'RETURNED', cause: 'BANK_STATEMENT' } });
    await back('R2');
    expect([await on.statusOf(payment), await on.openInWords(), await balancesOf(on)]).toEqual(['RETURNED', [], {}]);
  });

  it('is paid where neither the money nor its return was booked', async () => {
    await back();
    await collected();
    expect([await on.openInWords(), await balancesOf(on)]).toEqual([[], {}]);
    await undone();
    await assign();
    expect([await on.statusOf(payment), await on.openInWords(), await balancesOf(on)]).toEqual(['PAID', [], paid]);
  });

  it.each([
    ['alone', {}, kept, collected],
    [
      'in its block',
      { '411000': -5_000 },
      { ...kept, '512100': 17_345 },
      () => book({ amount: '173.45', batch: 'M1-1' }, 'B1'),
    ],
  ])(
    "is paid by its customer's transfer only after its own credit, which comes %s",
    async (_how, others, books, pay) => {
      await on.debit('E2', { amountCents: 5_000 });
      await back();
      await transfer();
      await expect(assign()).rejects.toThrow('assign this transfer once that credit has come');
      expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['RETURNED', ['UNMATCHED_CREDIT 12345']]);
      await pay();
      expect(await balancesOf(on)).toEqual({ ...books, ...others });
      await assign();
      expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['PAID', []]);
      expect((await balancesOf(on))['471000']).toBeUndefined();
    },
  );

  it('keeps the surplus that stayed', async () => {
    await book(collection('130.00', { endToEndId: 'E1' }), 'B1');
    await assign();
    await on.decide({ resolution: 'HANDLED' });
    await back();
    expect(await balancesOf(on)).toEqual({ '419100': -655, '512100': 655 });
    await undone();
    await assign();
    expect([await on.statusOf(payment), await balancesOf(on)]).toEqual([
      'PAID',
      { '411000': -12_345, '419100': -655, '512100': 13_000 },
    ]);
  });

  it('accepts no other amount', async () => {
    await collected();
    await back();
    await book(credit('123.44', { endToEndId: 'E1' }, { reversal: true }), 'U1');
    expect(await suggested()).toEqual([]);
    await expect(assign()).rejects.toThrow('this cannot be applied');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['RETURNED', ['REVERSAL 12344']]);
  });

  it('is paid once', async () => {
    await collected();
    await back();
    await undone();
    await assign();
    await undone('U2');
    expect(await suggested()).toEqual([]);
    await expect(assign()).rejects.toThrow('this cannot be applied');
  });
});
