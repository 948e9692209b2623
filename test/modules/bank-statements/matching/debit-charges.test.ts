import { describe, expect, it } from 'vitest';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { openImporting } from '../../../support/bank-statements/importing.ts';
import { collection, type WrittenEntry } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** The bank charges as much as a debit, and names it. */
describe.each(drawnDatabases())('a charge that names a debit ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const charged = (endToEndId: string, reason?: string) =>
    on.statement(
      [
        {
          ...{ amount: '123.45', direction: 'DBIT', code: ['IDDT', 'CHRG'], bankReference: 'F1' },
          details: [{ amount: '123.45', endToEndId, ...(reason && { reason }) }],
        },
      ],
      'S2',
      { opening: 30_000 },
    );
  const credited = (endToEndId: string) => on.statement([collection('123.45', { endToEndId })], 'S1');

  it.each([
    ['before', [charged, credited]],
    ['after', [credited, charged]],
  ])('is not its return where it is read %s its credit', async (_when, files) => {
    const payment = await on.debit('E1');
    for (const read of files) await read('E1');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['PAID', ['UNMATCHED_DEBIT 12345']]);
    expect(await balancesOf(on)).toEqual({ '411000': -12_345, '512100': 12_345 });
  });

  it("is not the return of a debit that was signed on the bank's page", async () => {
    const payment = await on.transfer({
      ...{ paymentTarget: 'LABANQUEPOSTALE', paymentType: 'DIRECT_SEPA', typePaiement: 'DIRECT_SEPA' },
      ...{ flow: 'HOSTED_PAGE_MANDATE', status: 'PENDING', expiresAt: null },
    });
    const order = (await on.store.lastAttemptOf(payment.id))?.reference ?? '';
    await credited(order);
    await charged(order);
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['PAID', ['UNMATCHED_DEBIT 12345']]);
  });

  it('is its return where the bank gives the reason of one', async () => {
    const payment = await on.debit('E1');
    await credited('E1');
    await charged('E1', 'AM04');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['RETURNED', []]);
  });

  it('is left to a person where it exceeds the entry, and the file goes on', async () => {
    const payment = await on.debit('E1');
    const odd: WrittenEntry = {
      ...{ amount: '0.50', direction: 'DBIT', code: ['IDDT', 'UPDD'], bankReference: 'F1' },
      details: [{ endToEndId: 'E1', reason: 'AM04', charges: '0.89' }],
    };
    await on.statement([odd, collection('123.45', { endToEndId: 'E1' }, { bankReference: 'B1' })], 'S1');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['PAID', ['ENTRY_FAULT 50']]);
  });
});
