import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../../src/kernel/durations.ts';
import { InvalidInputError } from '../../../../src/kernel/errors.ts';
import { nothingSaid } from '../../../../src/modules/bank-statements/bank-import.ts';
import { suggestPayments } from '../../../../src/modules/bank-statements/exceptions/suggest-payments.ts';
import { surplusOf } from '../../../../src/modules/bank-statements/matching/partial-return.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { allPayments } from '../../../../src/modules/payments/payment-store.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { inWords, reconciledDays } from '../../../support/accounting/reconciled.ts';
import { at, openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { movingSurplus, returnOfTransfer } from '../../../support/bank-statements/moving-surplus.ts';
import { credit, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';
import { someRuns } from '../../../support/sample.ts';

describe.each(drawnDatabases())('money that goes back after its surplus paid another transfer ($name)', (database) => {
  const on = openForEach(() => openImporting(database));
  const { assign, comes, decide, goes, lastReference, moves, overpaid, standing, startAgain, statuses } =
    movingSurplus(on);

  it('calls a person for what that paid where the bank takes the whole transfer back', async () => {
    const first = await overpaid('13.00');
    const second = await on.transfer({ amountCents: 300 });
    await assign('OVERPAID', second);
    await goes('13.00', first);
    expect([await statuses(first, second), await on.openInWords()]).toEqual([
      ['PAID', 'PAID'],
      ['AMOUNT_DIFFERS 1300'],
    ]);
    await assign('AMOUNT_DIFFERS', first);

    expect([await statuses(first, second), await on.openInWords()]).toEqual([
      ['RETURNED', 'PAID'],
      ['CONTRADICTION 300'],
    ]);
    expect((await on.open('CONTRADICTION'))[0]?.paymentId).toBe(second.id);
    expect(await balancesOf(on)).toEqual({ '411000': -300, '419100': 300 });
  });

  it.each([
    ['3.00', '13.00', 300, ['second', 'first']],
    ['2.00', '13.00', 300, ['first', 'second']],
    ['10.00', '20.00', 1000, ['first', 'second']],
    ['13.00', '13.00', 300, ['first']],
  ])('suggests both payments where the bank takes back %s of %s', async (gone, came, amountCents, expected) => {
    const first = await overpaid(came);
    const second = await on.transfer({ amountCents });
    await assign('OVERPAID', second);
    await goes(gone, first);
    const exception = await on.only('AMOUNT_DIFFERS');
    const names = new Map([
      [first.id, 'first'],
      [second.id, 'second'],
    ]);
    const suggested = await suggestPayments(on.services, exception);
    expect(suggested.map(({ id }) => names.get(id))).toEqual(expected);
  });

  it('is no fee, however little it exceeds the payment that the surplus paid', async () => {
    const first = await on.transfer({ amountCents: 1000, idCommande: 'A1' });
    const second = await on.transfer({ amountCents: 1001, idCommande: 'B1' });
    await comes('20.01', first, second);
    await assign('AMBIGUOUS', first);
    await assign('OVERPAID', second);
    const texts = [`${referenceOf(first)} ${referenceOf(second)}`];
    await moves('20.01', { texts }, returnOfTransfer);
    await expect(assign('AMBIGUOUS', second)).rejects.toMatchObject({ issues: [{ path: ['payment'] }] });
    await assign('AMBIGUOUS', first);
    expect(await balancesOf(on)).toEqual({ '411000': -1001, '419100': 1001 });
  });

  it('lets a person say which of two payments lost its money where the bank takes one of two equal sums back', async () => {
    const first = await overpaid('10.00');
    await comes('10.00', first);
    const second = await on.transfer({ amountCents: 1000 });
    await assign('SURPLUS', second);
    await goes('10.00', first);
    expect([await statuses(first, second), await on.openInWords()]).toEqual([
      ['PAID', 'PAID'],
      ['AMOUNT_DIFFERS 1000'],
    ]);
    const stranger = await on.transfer({ amountCents: 1000, status: 'PAID' });
    await expect(assign('AMOUNT_DIFFERS', stranger)).rejects.toMatchObject({ issues: [{ path: ['payment'] }] });
    await assign('AMOUNT_DIFFERS', second);
    expect([await statuses(first, second), await on.openInWords()]).toEqual([['PAID', 'RETURNED'], []]);
    expect([await on.store.receivedFor(first.id), await on.store.receivedFor(second.id)]).toEqual([1000, 0]);
  });

  it.each([
    ['10.50', ['PAID', 'PAID'], { '411000': -1300, '471000': 1050, '512100': 250 }],
    ['13.50', ['PAID', 'PAID'], { '411000': -1300, '471000': 1350, '512100': -50 }],
  ])('keeps the charge of %s that the bank names beside it', async (amount, before, waiting) => {
    const first = await overpaid('13.00');
    const second = await on.transfer({ amountCents: 300 });
    await assign('OVERPAID', second);
    const detail = { texts: [referenceOf(first)], charges: '0.50' };
    await moves(amount, detail, returnOfTransfer);
    expect([await statuses(first, second), await balancesOf(on)]).toEqual([before, waiting]);
    await assign('AMOUNT_DIFFERS', first);
    const isAll = amount === '13.50';
    expect([await on.statusOf(first), await on.openInWords()]).toEqual([
      'RETURNED',
      isAll ? ['CONTRADICTION 300'] : [],
    ]);
    expect(await balancesOf(on)).toEqual({
      ...{ '411000': -300, '627800': 50 },
      ...(isAll ? { '419100': 300, '512100': -50 } : { '512100': 250 }),
    });
  });

  it('shows the payer of one customer to no other whose payment lost the money', async () => {
    const first = await on.transfer({ amountCents: 1000, idClient: '77' });
    await moves('13.00', { texts: [referenceOf(first)], debtor: { name: 'ALICE PAYS' } });
    const second = await on.transfer({ amountCents: 500, idClient: '78' });
    await assign('OVERPAID', second);
    await moves('1.00', { texts: [referenceOf(first)], debtor: { name: 'ALICE PAYS' } }, returnOfTransfer);
    const { exception } = await assign('AMOUNT_DIFFERS', second);
    expect([exception.paymentId, exception.details.counterparty]).toEqual([first.id, 'ALICE PAYS']);
    const [rest] = await on.open('UNDERPAID');
    expect([rest?.paymentId, rest?.amountCents, rest?.details]).toEqual([second.id, 300, nothingSaid]);
  });

  it('asks for nothing more of a surplus that is gone', async () => {
    const first = await overpaid('13.00');
    await comes('5.00', first);
    await assign('OVERPAID', await on.transfer({ amountCents: 300 }));
    await goes('18.00', first);
    await assign('AMOUNT_DIFFERS', first);
    expect([await on.statusOf(first), await on.openInWords()]).toEqual(['RETURNED', ['CONTRADICTION 300']]);
  });

  it('asks for what is left of a surplus since the day on which it came', async () => {
    const first = await overpaid('13.00');
    const entry = credit('1.00', { texts: [referenceOf(first)] }, { bankReference: 'BACK', ...returnOfTransfer });
    const services = on.servicesAt(at + dayMs);
    await on.import(writtenStatement({ id: 'LATER', entries: [entry] }), { services });
    expect(await on.open()).toMatchObject([{ kind: 'OVERPAID', amountCents: 200, openedAt: at }]);
  });

  it('undoes no entry whose surplus was moved', async () => {
    const first = await overpaid('10.00');
    await comes('5.00', first);
    const second = await on.transfer({ amountCents: 500 });
    await assign('SURPLUS', second);
    const again = credit('6.00', { texts: [referenceOf(first)] }, { bankReference: lastReference() });
    await on.statement([again], 'OTHER', { version: '02' });
    expect(await on.openInWords()).toEqual(['SAME_REFERENCE 600']);
    const third = await on.transfer({ amountCents: 600 });
    const decision = { resolution: 'ASSIGNED', payment: third.id, takeBackCounted: true };
    await expect(decide('SAME_REFERENCE', decision)).rejects.toMatchObject({
      issues: [{ path: ['takeBackCounted'] }],
    });
    expect(await statuses(first, second, third)).toEqual(['PAID', 'PAID', 'REQUIRES_ACTION']);
  });

  it('leaves the bank account where the bank names the payment that the surplus paid', async () => {
    const first = await overpaid('13.00');
    const second = await on.transfer({ amountCents: 300 });
    await assign('OVERPAID', second);
    await goes('3.00', second);
    expect([await statuses(first, second), await on.openInWords()]).toEqual([['PAID', 'RETURNED'], []]);
    expect(await balancesOf(on)).toEqual({ '411000': -1000, '512100': 1000 });
    expect(inWords(await reconciledDays(on))).toEqual([['2026-11-25', 0]]);
  });

  it('leaves no cent on another account, whatever comes, goes and is assigned', async () => {
    startAgain();
    const action = fc.record({
      kind: fc.constantFrom('come', 'come', 'go', 'assign', 'assign', 'assign'),
      cents: fc.integer({ min: 1, max: 9 }).map((tens) => tens * 100),
      which: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 14 }), async (story) => {
        const payments: Payment[] = [];
        for (const amountCents of [300, 400, 500]) payments.push(await on.transfer({ amountCents }));
        const any = <Item>(items: readonly Item[], which: number): Item | undefined => items[which % items.length];
        for (const { kind, cents, which } of story) {
          const payment = any(payments, which);
          const waiting = (await on.open()).filter(({ kind }) => kind !== 'UNDERPAID' && kind !== 'LATE');
          const id = any(waiting, which >> 2)?.id;
          if (!payment) throw new Error('there are payments');
          if (kind === 'come') await comes((cents / 100).toFixed(2), payment);
          else if (kind === 'go') await goes((cents / 100).toFixed(2), payment);
          else if (id !== undefined) {
            await on.decide({ id, resolution: 'ASSIGNED', payment: payment.id }).catch((error: unknown) => {
              if (!(error instanceof InvalidInputError)) throw error;
            });
          }
        }
        const accounts = await balancesOf(on);
        const stands = await on.store.transact(async (transaction) => {
          let [receivedCents, surplusCents] = [0, 0];
          const all = await transaction.payments({ ...allPayments, limit: 1000 });
          for (const payment of all) {
            receivedCents += await transaction.receivedFor(payment.id);
            surplusCents += await surplusOf(transaction, payment);
          }
          return { receivedCents, surplusCents };
        });
        const {
          '512100': bank = 0,
          '419100': advance = 0,
          '411000': customer = 0,
          '471000': suspense = 0,
          '627800': fee = 0,
        } = accounts;
        const { receivedCents, surplusCents } = stands;
        expect({ bank, surplus: 0 - advance, own: 0 - customer, suspense: suspense + fee }).toEqual({
          ...{ bank: standing(), surplus: surplusCents, own: receivedCents - surplusCents },
          suspense: receivedCents - standing(),
        });
      }),
      { ...someRuns(4), endOnFailure: true },
    );
  });
});
