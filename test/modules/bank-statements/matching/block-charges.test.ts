import { describe, expect, it } from 'vitest';
import { payCollected } from '../../../../src/modules/bank-statements/exceptions/pay-collected.ts';
import { settleBatchBooking } from '../../../../src/modules/bank-statements/matching/settle-batch-booking.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { openImporting } from '../../../support/bank-statements/importing.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

const collected = { batch: 'M1-1', code: ['IDDT', 'ESDD'], bankReference: 'B1' } as const;

describe.each(drawnDatabases())('a block that the bank credits less its charge ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it.each([
    ['in its only detail', { amount: '245.90', details: [{ amount: '246.90', charges: '1.00' }] }],
    ['beside the entry', { amount: '245.90', charges: '1.00', details: [{ amount: '246.90' }] }],
  ] as const)('which it states %s: the charge is booked as its fee, once', async (_where, entry) => {
    const payments = [await on.debit('E1'), await on.debit('E2')];
    await on.statement([{ ...entry, ...collected }]);
    expect(await Promise.all(payments.map(on.statusOf))).toEqual(['PAID', 'PAID']);
    const books = { '411000': -24_690, '512100': 24_590, '627800': 100 };
    expect([await on.openInWords(), await balancesOf(on)]).toEqual([[], books]);
    // A debit that was not reached before a crash comes without it.
    const entryId = (await on.store.transact((transaction) => transaction.bankEntryOfBlock('M1-1')))?.id ?? '';
    const record = await on.store.bankEntry(entryId);
    if (!record) throw new Error('the entry is recorded');
    await on.debit('E3');
    await settleBatchBooking(on.services, { paymentInformationId: 'M1-1', entry: record });
    expect(await balancesOf(on)).toEqual({ '411000': -37_035, '512100': 36_935, '627800': 100 });
  });

  it('and a fee that it does not state: by the word of a person both are booked, once', async () => {
    const payment = await on.debit('E1');
    const entry = { amount: '121.45', details: [{ amount: '122.45', charges: '1.00' }] };
    await on.statement([{ ...entry, ...collected }]);
    const { exception: decided } = await on.decide({ resolution: 'COLLECTED' }, 'BLOCK_DIFFERS');
    expect(await on.statusOf(payment)).toBe('PAID');
    const books = { '411000': -12_345, '512100': 12_145, '627800': 200 };
    expect(await balancesOf(on)).toEqual(books);
    await payCollected(on.services, decided);
    expect(await balancesOf(on)).toEqual(books);
  });
});
