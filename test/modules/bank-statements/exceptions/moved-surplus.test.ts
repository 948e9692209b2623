import { describe, expect, it } from 'vitest';
import { nothingSaid } from '../../../../src/modules/bank-statements/bank-import.ts';
import { candidatesOf } from '../../../../src/modules/bank-statements/exceptions/agreement.ts';
import { otherOfSurplus } from '../../../../src/modules/bank-statements/exceptions/move-surplus.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { inWords, reconciledDays } from '../../../support/accounting/reconciled.ts';
import { openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { movingSurplus } from '../../../support/bank-statements/moving-surplus.ts';
import { credit } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

describe.each(drawnDatabases())('a surplus that pays another transfer ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const { assign, comes, decide, goes, lastReference, moves, overpaid, statuses } = movingSurplus(on);

  it('pays both orders of one transfer, and leaves the bank account as it is', async () => {
    const first = await on.transfer({ amountCents: 1000, idCommande: 'A1' });
    const second = await on.transfer({ amountCents: 1001, idCommande: 'B1' });
    await comes('20.01', first, second);

    await assign('AMBIGUOUS', first);
    expect(await statuses(first, second)).toEqual(['PAID', 'REQUIRES_ACTION']);
    expect(await balancesOf(on)).toEqual({ '411000': -1000, '419100': -1001, '512100': 2001 });

    const { exception, payment } = await assign('OVERPAID', second);
    expect([exception.status, exception.resolution, payment?.id]).toEqual(['RESOLVED', 'ASSIGNED', second.id]);
    expect([await statuses(first, second), await on.openInWords()]).toEqual([['PAID', 'PAID'], []]);
    expect(await balancesOf(on)).toEqual({ '411000': -2001, '512100': 2001 });
    expect(inWords(await reconciledDays(on))).toEqual([['2026-11-25', 0]]);
    expect([await on.store.receivedFor(first.id), await on.store.receivedFor(second.id)]).toEqual([1000, 1001]);
  });

  it('names the other payment in the events of both', async () => {
    const first = await overpaid('15.00');
    const second = await on.transfer({ amountCents: 500 });
    await assign('OVERPAID', second);

    const others = await Promise.all(
      [first, second].map(async (payment) => {
        const event = await on.lastEvent(payment);
        if (event?.type !== 'MONEY_RETURNED' && event?.type !== 'STATUS_CHANGED') throw new Error('money moved');
        const entryId = 'bankEntry' in event.data ? (event.data.bankEntry ?? null) : null;
        return [event.type, await otherOfSurplus(on.store, entryId)];
      }),
    );
    expect(others).toEqual([
      ['MONEY_RETURNED', second.id],
      ['STATUS_CHANGED', first.id],
    ]);
  });

  it('is a part of a larger one, whose rest the customer pays', async () => {
    await overpaid('13.00');
    const second = await on.transfer({ amountCents: 500 });
    await assign('OVERPAID', second);
    expect([await on.statusOf(second), await on.openInWords()]).toEqual(['REQUIRES_ACTION', ['UNDERPAID 200']]);

    await comes('2.00', second);
    expect([await on.statusOf(second), await on.openInWords()]).toEqual(['PAID', []]);
    expect(await balancesOf(on)).toEqual({ '411000': -1500, '512100': 1500 });
  });

  it('goes on to a third one, and what is left stays the customer’s', async () => {
    await overpaid('20.00');
    const [second, third] = [await on.transfer({ amountCents: 400 }), await on.transfer({ amountCents: 500 })];
    await assign('OVERPAID', second);
    expect(await on.openInWords()).toEqual(['OVERPAID 600']);
    await assign('OVERPAID', third);

    expect([await statuses(second, third), await on.openInWords()]).toEqual([['PAID', 'PAID'], ['OVERPAID 100']]);
    expect(await balancesOf(on)).toEqual({ '411000': -1900, '419100': -100, '512100': 2000 });
  });

  it('is what came a second time for a paid transfer, and pays one that has expired', async () => {
    const first = await overpaid('10.00');
    await comes('10.00', first);
    const second = await on.transfer({ amountCents: 1000, status: 'EXPIRED' });
    await assign('SURPLUS', second);
    expect([await on.statusOf(second), await on.openInWords()]).toEqual(['PAID', ['LATE 1000']]);
    expect(await balancesOf(on)).toEqual({ '411000': -2000, '512100': 2000 });
  });

  it('is no more than the bank has left of it', async () => {
    const first = await overpaid('15.00');
    await goes('2.00', first);
    const second = await on.transfer({ amountCents: 500 });
    await assign('OVERPAID', second);
    expect([await on.openInWords(), await on.store.receivedFor(first.id)]).toEqual([['UNDERPAID 200'], 1000]);
    expect(await balancesOf(on)).toEqual({ '411000': -1300, '512100': 1300 });
  });

  it.each([
    ['all of one that came with others', ['10.00', '5.00'], '10.00', ['OVERPAID 500', 'SURPLUS 500']],
    ['one of two that are equal', ['10.00', '10.00'], '10.00', ['OVERPAID 500', 'SURPLUS 1000']],
    ['a part of the newest', ['10.00', '8.00'], '7.00', ['OVERPAID 500', 'SURPLUS 100', 'SURPLUS 1000']],
    ['more than the newest', ['10.00', '3.00'], '4.00', ['OVERPAID 500', 'SURPLUS 900']],
    ['more than all but the first', ['3.00'], '7.00', ['OVERPAID 100']],
    ['all of it', ['10.00'], '15.00', []],
  ])('asks for no more than is here after the bank took back %s', async (_what, more, gone, expected) => {
    const first = await overpaid('15.00');
    for (const amount of more) await comes(amount, first);
    await goes(gone, first);
    expect([await on.statusOf(first), await on.openInWords()]).toEqual(['PAID', expected]);
  });

  it('is asked for once more each time that a part goes back, and what is left pays another transfer', async () => {
    const first = await overpaid('15.00');
    const bankReference = lastReference();
    for (const amount of ['2.00', '1.00']) await goes(amount, first);
    expect(await on.openInWords()).toEqual(['OVERPAID 200']);
    const second = await on.transfer({ amountCents: 200 });
    await assign('OVERPAID', second);
    expect([await on.statusOf(second), await on.openInWords()]).toEqual(['PAID', []]);
    const again = credit('6.00', { texts: [referenceOf(first)] }, { bankReference });
    await on.statement([again], 'OTHER', { version: '02' });
    const decision = { resolution: 'HANDLED', takeBackCounted: true };
    await expect(decide('SAME_REFERENCE', decision)).rejects.toMatchObject({ issues: [{ path: ['takeBackCounted'] }] });
  });

  it.each<readonly [string, Partial<Payment>]>([
    ['another société', { idSociete: '2' }],
    ['the other run mode', { effectiveRunMode: 'LIVE' }],
    ['a payment that is paid', { status: 'PAID' }],
    ['a payment in review', { status: 'NEEDS_REVIEW' }],
    ['a direct debit', { flow: 'DIRECT_DEBIT', status: 'PENDING' }],
  ])('is refused for %s', async (_what, change) => {
    await overpaid('15.00');
    const other = await on.transfer({ amountCents: 500, ...change });
    await expect(assign('OVERPAID', other)).rejects.toMatchObject({ issues: [{ path: ['payment'] }] });
    expect([await on.openInWords(), await on.store.receivedFor(other.id)]).toEqual([['OVERPAID 500'], 0]);
  });

  it('is refused for the payment that it is of, and for what is no transfer', async () => {
    const first = await overpaid('15.00');
    await expect(assign('OVERPAID', first)).rejects.toMatchObject({ issues: [{ path: ['payment'] }] });
    const collected = await on.debit('E2E', { amountCents: 1000 });
    await moves('12.00', { endToEndId: 'E2E' });
    await assign('AMOUNT_DIFFERS', collected);
    const ofDebit = (await on.open('OVERPAID')).find(({ paymentId }) => paymentId === collected.id);
    const second = await on.transfer({ amountCents: 200 });
    expect(await on.openInWords()).toEqual(['OVERPAID 200', 'OVERPAID 500']);
    const asked = on.decide({ id: ofDebit?.id, resolution: 'ASSIGNED', payment: second.id });
    await expect(asked).rejects.toMatchObject({ issues: [{ path: ['resolution'] }] });
  });

  it('suggests the transfers that the text names and the others of the customer', async () => {
    const first = await on.transfer({ amountCents: 1000, idClient: '77' });
    const named = await on.transfer({ amountCents: 100, idClient: '78' });
    const ofCustomer = await on.transfer({ amountCents: 200, idClient: '77' });
    await on.transfer({ amountCents: 500, idClient: '79' });
    await comes('15.00', first, named);
    await assign('AMBIGUOUS', first);
    const found = await candidatesOf(on.services, await on.only('OVERPAID'));
    expect(found.map(({ payment, agrees }) => [payment.id, agrees])).toEqual([
      [named.id, ['REFERENCE']],
      [ofCustomer.id, ['CUSTOMER']],
    ]);
  });

  it('leaves the payer’s words with the payment that they are of', async () => {
    const first = await on.transfer({ amountCents: 1000, idClient: '77' });
    await moves('15.00', { texts: [referenceOf(first)], debtor: { name: 'ALICE PAYS' } });
    const second = await on.transfer({ amountCents: 900, idClient: '78' });
    const { exception } = await assign('OVERPAID', second);
    expect([exception.paymentId, exception.details.counterparty]).toEqual([first.id, 'ALICE PAYS']);
    const [rest] = await on.open('UNDERPAID');
    expect([rest?.paymentId, rest?.details]).toEqual([second.id, nothingSaid]);
  });

  it('is no part of a payment that has ended', async () => {
    await overpaid('13.00');
    const ended = await on.transfer({ amountCents: 500, status: 'EXPIRED' });
    await expect(assign('OVERPAID', ended)).rejects.toMatchObject({ issues: [{ path: ['payment'] }] });
  });
});
