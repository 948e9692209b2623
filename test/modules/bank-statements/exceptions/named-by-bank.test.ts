import { describe, expect, it } from 'vitest';
import { suggestPayments } from '../../../../src/modules/bank-statements/exceptions/suggest-payments.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { openImporting } from '../../../support/bank-statements/importing.ts';
import { collection, credit } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** Money whose entry names one debit by our own id is no other customer's, though another has the same amount. */

const toNoOther = 'The bank names another payment: it can be assigned to no other.';

describe.each(drawnDatabases())('an entry that names a debit ($name)', (database) => {
  const on = openForEach(() => openImporting(database));
  const suggested = async () => {
    const [exception] = await on.open();
    return exception ? (await suggestPayments(on.services, exception)).map(({ id }) => id) : [];
  };
  const assign = ({ id }: Payment) => on.decide({ resolution: 'ASSIGNED', payment: id });

  it('and reverses a credit is the return of that debit alone', async () => {
    const [named, other] = [await on.debit('E1'), await on.debit('E2')];
    const reversal = { code: ['IDDT', 'PRDD'], reversal: true, direction: 'DBIT', bankReference: 'B3' } as const;
    await on.statement([
      collection('123.45', { endToEndId: 'E1' }, { bankReference: 'B1' }),
      collection('123.45', { endToEndId: 'E2' }, { bankReference: 'B2' }),
      credit('123.45', { endToEndId: 'E1' }, reversal),
    ]);
    expect([await on.openInWords(), await suggested()]).toEqual([['REVERSAL 12345'], [named.id]]);
    await expect(assign(other)).rejects.toThrow(toNoOther);
    await assign(named);
    expect([await on.statusOf(named), await on.statusOf(other)]).toEqual(['RETURNED', 'PAID']);
  });

  it('and reverses its return pays that debit alone', async () => {
    const [named, other] = [await on.debit('E1'), await on.debit('E2')];
    const back = { code: ['IDDT', 'UPDD'], direction: 'DBIT' } as const;
    await on.statement([
      collection('123.45', { endToEndId: 'E1' }, { bankReference: 'B1' }),
      credit('123.45', { endToEndId: 'E1', reason: 'AM04' }, { ...back, bankReference: 'B2' }),
      credit('123.45', { endToEndId: 'E1' }, { code: ['IDDT', 'UPDD'], reversal: true, bankReference: 'B3' }),
    ]);
    expect([await on.openInWords(), await suggested()]).toEqual([['REVERSAL 12345'], [named.id]]);
    await expect(assign(other)).rejects.toThrow(toNoOther);
    await assign(named);
    expect([await on.statusOf(named), await on.statusOf(other)]).toEqual(['PAID', 'SUBMITTED']);
  });

  it('under a reference that was used pays that debit alone', async () => {
    const [named, other] = [await on.debit('E1'), await on.debit('E2')];
    await on.debit('E3', { amountCents: 5_000 });
    const reference = { bankReference: 'B1' };
    await on.statement([collection('50.00', { endToEndId: 'E3' }, reference)]);
    await on.statement([collection('123.45', { endToEndId: 'E1' }, reference)], 'S2');
    expect([await on.openInWords(), await suggested()]).toEqual([['SAME_REFERENCE 12345'], [named.id]]);
    await expect(assign(other)).rejects.toThrow(toNoOther);
    await assign(named);
    expect([await on.statusOf(named), await on.statusOf(other)]).toEqual(['PAID', 'SUBMITTED']);
  });
});
