import { beforeEach, describe, expect, it } from 'vitest';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { exampleMandate, openImporting } from '../../../support/bank-statements/importing.ts';
import { collection, credit, returned, type WrittenEntry } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** A debit is paid, and the bank credits it once more: that money waits in suspense. */
describe.each(drawnDatabases())('a debit that is credited a second time ($name)', (database) => {
  let payment: Payment;
  const on = openForEach(() => openImporting(database));
  beforeEach(async () => {
    payment = await on.debit('E1');
  });

  const book = (entry: WrittenEntry, id: string) => on.statement([entry], id, { opening: 50_000 });
  const collected = (bankReference: string) =>
    book(collection('123.45', { endToEndId: 'E1' }, { bankReference }), bankReference);
  const back = (bankReference: string, file = bankReference, reason = 'AM04') =>
    book(returned('123.45', 'E1', reason, { bankReference }), file);
  const decide = async (
    kind: 'UNMATCHED_CREDIT' | 'CONTRADICTION',
    resolution: 'ASSIGNED' | 'HANDLED',
    direction = 'CREDIT',
    { id } = payment,
  ) => {
    const exception = (await on.open(kind)).find((one) => one.direction === direction);
    const to = resolution === 'ASSIGNED' ? { payment: id } : {};
    await on.decide({ id: exception?.id, resolution, ...to });
  };
  const mandateStatus = async () => (await on.store.mandateById(exampleMandate.id))?.status;
  const paidByTransfer = async () => {
    await book(credit('123.45', { texts: ['REGLEMENT'] }, { bankReference: 'T1' }), 'T1');
    await decide('UNMATCHED_CREDIT', 'ASSIGNED');
  };

  it.each([
    ['its customer paid it by a transfer', paidByTransfer],
    ['the bank credited it', () => collected('B1')],
    ['the bank credited its block', () => book({ amount: '123.45', batch: 'M1-1', bankReference: 'B1' }, 'B1')],
  ])('stays paid where that credit comes back, after %s', async (_how, pay) => {
    await pay();
    await collected('B2');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['PAID', ['CONTRADICTION 12345']]);
    await back('R1');
    await back('R1', 'R1 again');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual([
      'PAID',
      Array(2).fill('CONTRADICTION 12345'),
    ]);
    expect(await balancesOf(on)).toEqual({ '411000': -12_345, '512100': 12_345 });
  });

  it('came back before its block was read: the second credit waits in suspense', async () => {
    await back('R1');
    await book({ amount: '123.45', batch: 'M1-1', bankReference: 'B1' }, 'B1');
    expect([await on.openInWords(), await balancesOf(on)]).toEqual([[], {}]);
    await collected('B2');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['RETURNED', ['CONTRADICTION 12345']]);
    expect(await balancesOf(on)).toEqual({ '471000': -12_345, '512100': 12_345 });
  });

  it('is returned where both credits come back', async () => {
    await collected('B1');
    await collected('B2');
    await back('R1');
    await back('R2');
    expect([await on.statusOf(payment), await balancesOf(on)]).toEqual(['RETURNED', {}]);
  });

  it('is returned where a person dealt with the second credit', async () => {
    await collected('B1');
    await collected('B2');
    await decide('CONTRADICTION', 'HANDLED');
    await back('R1');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['RETURNED', []]);
  });

  it('is returned where both credits come back, and a person dealt with the first return in between', async () => {
    await collected('B1');
    await collected('B2');
    await back('R1', 'R1', 'AM05');
    await decide('CONTRADICTION', 'HANDLED', 'DEBIT');
    await back('R2', 'R2', 'MD06');
    expect([await on.statusOf(payment), await balancesOf(on)]).toEqual(['RETURNED', {}]);
  });

  it('stays paid where another file brings the return after a person dealt with the credit', async () => {
    await collected('B1');
    await collected('B2');
    await back('R1');
    await decide('CONTRADICTION', 'HANDLED');
    await back('R1', 'R1 again');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['PAID', ['CONTRADICTION 12345']]);
  });

  it('stays paid where a third credit comes back after a person dealt with the second one and its return', async () => {
    await collected('B1');
    await collected('B2');
    await back('R1');
    await decide('CONTRADICTION', 'HANDLED', 'DEBIT');
    await decide('CONTRADICTION', 'HANDLED');
    await collected('B3');
    await back('R2');
    expect([await on.statusOf(payment), await balancesOf(on)]).toEqual([
      'PAID',
      { '411000': -12_345, '512100': 12_345 },
    ]);
  });

  it('is returned where a person says that the debtor took back what paid it', async () => {
    await collected('B1');
    await collected('B2');
    await back('R1', 'R1', 'MD01');
    expect([await on.statusOf(payment), await mandateStatus()]).toEqual(['PAID', 'SUSPENDED']);
    const other = await on.debit('E2');
    await expect(decide('CONTRADICTION', 'ASSIGNED', 'DEBIT', other)).rejects.toThrow('The bank names another payment');
    await expect(decide('CONTRADICTION', 'ASSIGNED')).rejects.toThrow('Nothing of this exception can be assigned');
    await decide('CONTRADICTION', 'ASSIGNED', 'DEBIT');
    expect(await on.lastEvent(payment)).toMatchObject({ status: 'RETURNED', data: { isRefund: true } });
    expect(await on.openInWords()).toEqual(['CONTRADICTION 12345']);
    // The second credit waits for its correction.
    expect(await balancesOf(on)).toEqual({ '471000': -12_345, '512100': 12_345 });
  });
});
