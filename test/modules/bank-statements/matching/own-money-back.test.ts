import { describe, expect, it } from 'vitest';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { collection, credit, type WrittenEntry } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** A transfer of the company that could not be carried out comes back as a credit. It pays nothing. */
describe.each(drawnDatabases())('money of the company that comes back ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const bounced: Partial<WrittenEntry> = { code: ['RCDT', 'RRTN'], bankReference: 'BACK' };

  it('does not pay a transfer whose first part was given back by hand', async () => {
    const payment = await on.transfer();
    const structured = referenceOf(payment);
    await on.statement([credit('100.00', { structured }, { bankReference: 'B1' })]);
    await on.statement([credit('100.00', { structured, reason: 'AC04' }, bounced)], 'S2');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual([
      'REQUIRES_ACTION',
      ['UNDERPAID 2345', 'UNMATCHED_CREDIT 10000'],
    ]);
    expect(await on.open('UNMATCHED_CREDIT')).toMatchObject([{ paymentId: payment.id, reasonCode: 'AC04' }]);
    expect(await balancesOf(on)).toEqual({ '411000': -10_000, '471000': -10_000, '512100': 20_000 });
  });

  it.each(['REQUIRES_ACTION', 'EXPIRED', 'CANCELLED', 'PAID'] as const)(
    'leaves a transfer that is %s as it is, and a person can say that it is its money all the same',
    async (status) => {
      const payment = await on.transfer({ status });
      await on.statement([credit('123.45', { structured: referenceOf(payment) }, bounced)]);
      expect([await on.statusOf(payment), await on.openInWords()]).toEqual([status, ['UNMATCHED_CREDIT 12345']]);
      expect((await on.decide({ resolution: 'ASSIGNED', payment: payment.id })).payment?.status).toBe('PAID');
    },
  );

  it.each([
    ['direct debit', { endToEndId: 'E1', reason: 'AM04' }],
    ['block of them', { paymentInformationId: 'M1-1' }],
  ])('pays no %s whose id it names', async (_what, named) => {
    const payment = await on.debit('E1');
    const entry = { ...bounced, code: ['IDDT', 'UPDD'] as const };
    await on.statement([collection('123.45', named, entry)]);
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['SUBMITTED', ['UNMATCHED_CREDIT 12345']]);
    expect(await balancesOf(on)).toEqual({ '471000': -12_345, '512100': 12_345 });
  });
});
