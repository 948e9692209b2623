import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import { resolveBankException } from '../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import { initiatePayment } from '../../../src/modules/payments/initiation/initiate-payment.ts';
import { cancelPayment } from '../../../src/modules/payments/operations/cancel-payment.ts';
import { balancesOf } from '../../support/accounting/balances.ts';
import { inWords, reconciledDays } from '../../support/accounting/reconciled.ts';
import { openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { credit } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

/** What `docs/how-to/decide-an-exception.md` says of `AMBIGUOUS`. */
describe.each(drawnDatabases())('one transfer for two payments ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it('pays one, and the surplus the other, once accounting moved it from 419100 to 467000', async () => {
    const first = await on.transfer({ amountCents: 1000, idCommande: 'A1' });
    const second = await on.transfer({ amountCents: 1001, idCommande: 'B1' });
    const texts = [`${referenceOf(first)} ${referenceOf(second)}`];
    await on.statement([credit('20.01', { texts })], 'S1', { opening: 0 });
    const decide = async (kind: 'AMBIGUOUS' | 'OVERPAID', decision: object) => {
      const [exception] = await on.open(kind);
      await resolveBankException(on.services, anonymous, {
        id: exception?.id,
        reason: 'vu avec le client',
        ...decision,
      });
    };

    await decide('AMBIGUOUS', { resolution: 'ASSIGNED', payment: first.id });
    expect([await on.statusOf(first), await on.statusOf(second)]).toEqual(['PAID', 'REQUIRES_ACTION']);
    expect(await balancesOf(on)).toEqual({ '411000': -1000, '419100': -1001, '512100': 2001 });

    await cancelPayment(on.services, anonymous, { id: second.id });
    const { payment } = await initiatePayment(
      on.services,
      anonymous,
      {
        ...{ paymentTarget: 'MILLIET', paymentRunMode: 'TEST', paymentType: 'COMPTABILITE', idOrigin: 'compta' },
        ...{ idSociete: '1', idClient: '2263', idCommande: 'B1', amount: 1001, email: 'client@example.fr' },
        accounting: { means: 'OFFSET' },
      },
      { usesDirectory: false, givesForm: false, derivesKey: false },
    );
    await decide('OVERPAID', { resolution: 'HANDLED' });

    expect([payment.status, await on.statusOf(second), await on.openInWords()]).toEqual(['PAID', 'CANCELLED', []]);
    expect(await balancesOf(on)).toEqual({ '411000': -2001, '419100': -1001, '467000': 1001, '512100': 2001 });
    expect(inWords(await reconciledDays(on))).toEqual([['2026-11-25', 0]]);
  });
});
