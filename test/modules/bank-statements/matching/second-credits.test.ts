import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { resolveBankException } from '../../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { openImporting } from '../../../support/bank-statements/importing.ts';
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
  const back = (bankReference: string, file = bankReference) =>
    book(returned('123.45', 'E1', 'AM04', { bankReference }), file);
  const decide = async (kind: 'UNMATCHED_CREDIT' | 'CONTRADICTION', resolution: 'ASSIGNED' | 'HANDLED') => {
    const [exception] = await on.open(kind);
    const to = resolution === 'ASSIGNED' ? { payment: payment.id } : {};
    const decision = { id: exception?.id, resolution, ...to, reason: 'vu avec la banque' };
    await resolveBankException(on.services, anonymous, decision);
  };
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
});
