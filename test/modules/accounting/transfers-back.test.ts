import { beforeEach, describe, expect, it } from 'vitest';
import type { BankExceptionKind } from '../../../src/modules/bank-statements/bank-import.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../support/accounting/balances.ts';
import { openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { credit, type WrittenEntry } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

/** The bank takes back a whole transfer, or a part of it. */
describe.each(drawnDatabases())('a transfer with money that goes back ($name)', (database) => {
  let payment: Payment;
  const on = openForEach(() => openImporting(database));
  beforeEach(async () => {
    payment = await on.transfer({ amountCents: 1_000 });
  });

  let references = 0;
  const moves = async (amount: string, change: Partial<WrittenEntry> = {}, charges?: string) => {
    const bankReference = `M${++references}`;
    const detail = { structured: referenceOf(payment), ...(charges && { charges }) };
    const entry = credit(amount, detail, { bankReference, ...change });
    await on.statement([entry], bankReference, { opening: 10_000, version: '02' });
  };
  const comes = (amount: string) => moves(amount);
  const goes = (amount: string, charges?: string) =>
    moves(amount, { direction: 'DBIT', code: ['RCDT', 'RRTN'] }, charges);
  const now = async () => [await on.statusOf(payment), await on.openInWords(), await balancesOf(on)];
  const assign = (kind: BankExceptionKind = 'AMOUNT_DIFFERS') =>
    on.decide({ resolution: 'ASSIGNED', payment: payment.id }, kind);

  it('waits for what is missing again after a part of it went back', async () => {
    await comes('4.00');
    await goes('4.00');
    expect(await now()).toEqual(['REQUIRES_ACTION', [], {}]);
    await comes('6.00');
    expect(await now()).toEqual(['REQUIRES_ACTION', ['UNDERPAID 400'], { '411000': -600, '512100': 600 }]);
    await goes('1.00');
    expect(await now()).toEqual(['REQUIRES_ACTION', ['UNDERPAID 500'], { '411000': -500, '512100': 500 }]);
    expect((await on.store.eventsOf(payment.id, 0, 50)).at(-1)).toMatchObject({
      type: 'MONEY_RETURNED',
      data: { reason: 'UNDERPAID', bookedCents: 100, receivedCents: 500 },
    });
    await comes('5.00');
    expect(await now()).toEqual(['PAID', [], { '411000': -1_000, '512100': 1_000 }]);
  });

  it('is paid without a surplus by the whole of it after a part went back', async () => {
    await comes('4.00');
    await goes('4.00');
    await comes('10.00');
    expect(await now()).toEqual(['PAID', [], { '411000': -1_000, '512100': 1_000 }]);
  });

  it('waits for the whole after what came went back in one sum with the charge that the bank names', async () => {
    await comes('4.00');
    await goes('4.89', '0.89');
    expect(await now()).toEqual(['REQUIRES_ACTION', [], { '512100': -89, '627800': 89 }]);
    expect(await on.lastEvent(payment)).toMatchObject({
      type: 'MONEY_RETURNED',
      data: { bookedCents: 400, feeCents: 89, receivedCents: 0 },
    });
    await comes('10.00');
    expect(await now()).toEqual(['PAID', [], { '411000': -1_000, '512100': 911, '627800': 89 }]);
  });

  it('waits for a part again that went back with the charge that the bank names', async () => {
    await comes('4.00');
    await comes('3.00');
    await goes('4.50', '0.50');
    const books = { '411000': -300, '512100': 250, '627800': 50 };
    expect(await now()).toEqual(['REQUIRES_ACTION', ['UNDERPAID 700'], books]);
    await comes('7.00');
    // As much as a part, and no charge in it.
    await comes('4.50');
    await goes('4.50', '0.50');
    expect(await now()).toEqual(['PAID', [], { '411000': -1_000, '512100': 950, '627800': 50 }]);
  });

  it('is returned with its surplus', async () => {
    await comes('15.00');
    expect(await now()).toEqual(['PAID', ['OVERPAID 500'], { '411000': -1_000, '419100': -500, '512100': 1_500 }]);
    await goes('15.00');
    expect(await now()).toEqual(['RETURNED', [], {}]);
  });

  it.each([['a surplus', '15.00', null, '5.00'] as const, ['a second one', '10.00', '10.00', '10.00'] as const])(
    'stays paid where %s goes back',
    async (_what, first, second, back) => {
      await comes(first);
      if (second) await comes(second);
      await goes(back);
      expect(await now()).toEqual(['PAID', [], { '411000': -1_000, '512100': 1_000 }]);
      // By the accounts by which it came, not by those of the surplus.
      await goes('10.00');
      expect(await now()).toEqual(['RETURNED', [], {}]);
    },
  );

  const returned = async () => {
    await comes('10.00');
    await goes('10.00');
  };
  const refunded = async () => {
    payment = await on.transfer({ amountCents: 1_000, status: 'REFUNDED' });
  };

  it.each([['returned', returned, 'RETURNED'] as const, ['refunded', refunded, 'REFUNDED'] as const])(
    'stays %s where money that came afterwards goes back, and no more than that',
    async (_how, ends, status) => {
      await ends();
      await comes('10.00');
      const surplus = { '419100': -1_000, '512100': 1_000 };
      expect(await now()).toEqual([status, ['SURPLUS 1000'], surplus]);
      await goes('4.00');
      expect(await now()).toEqual([status, ['SURPLUS 600'], { '419100': -600, '512100': 600 }]);
      await goes('6.89', '0.89');
      expect(await now()).toEqual([status, [], { '512100': -89, '627800': 89 }]);
      await goes('0.01');
      expect(await now()).toEqual([status, ['CONTRADICTION 1'], { '471000': 1, '512100': -90, '627800': 89 }]);
    },
  );

  it('keeps the rest of the payment itself where a person gave back a part of it', async () => {
    await comes('10.00');
    await goes('4.00');
    await assign();
    await comes('3.00');
    await goes('3.00');
    expect(await now()).toEqual(['RETURNED', [], { '411000': -600, '512100': 600 }]);
    await goes('6.00');
    const suspended = { '411000': -600, '471000': 600 };
    expect(await now()).toEqual(['RETURNED', ['CONTRADICTION 600'], suspended]);
  });

  it('is returned whole where the bank names a charge of the same sum beside it', async () => {
    await comes('10.00');
    await goes('10.00', '10.00');
    expect(await now()).toEqual(['RETURNED', [], {}]);
  });

  it.each([
    ['without its surplus, which is the customer’s', '10.50', '0.50', ['OVERPAID 400'], { '419100': -400 }, 50],
    ['with its surplus', '14.50', '0.50', [], {}, 50],
    ['with its surplus, where that is the charge', '14.00', '4.00', [], {}, 0],
  ] as const)(
    'is returned %s, and with a charge that the bank names',
    async (_what, amount, charge, open, kept, fee) => {
      await comes('14.00');
      await goes(amount, charge);
      const left = 1_400 - Number(amount.replace('.', ''));
      const books = { ...kept, ...(left !== 0 && { '512100': left }), ...(fee && { '627800': fee }) };
      expect(await now()).toEqual(['RETURNED', open, books]);
    },
  );

  it('is for a person where a part goes back of what paid it, who says that it is returned', async () => {
    await comes('4.00');
    await comes('6.00');
    await goes('4.00');
    const suspended = { '411000': -1_000, '471000': 400, '512100': 600 };
    expect(await now()).toEqual(['PAID', ['AMOUNT_DIFFERS 400'], suspended]);
    expect((await assign()).payment?.status).toBe('RETURNED');
    expect(await now()).toEqual(['RETURNED', [], { '411000': -600, '512100': 600 }]);
  });

  it.each([
    ['10.00', ['5.00', '1.00'], [], {}],
    // Its surplus stays the customer’s.
    ['13.00', ['6.00'], ['OVERPAID 300'], { '419100': -300, '512100': 300 }],
  ] as const)('of %s is taken back in further parts by a person’s word', async (came, parts, open, books) => {
    await comes(came);
    await goes('4.00');
    await assign();
    for (const part of parts) {
      await goes(part);
      expect((await assign('CONTRADICTION')).payment?.status).toBe('RETURNED');
    }
    expect(await now()).toEqual(['RETURNED', open, books]);
    references--;
    await goes(parts.at(-1) ?? '');
    expect(await now()).toEqual(['RETURNED', open, books]);
    await goes('4.00');
    await expect(assign('CONTRADICTION')).rejects.toThrow('this cannot be applied');
  });

  it('is taken back in a further part of no more than what is left', async () => {
    await comes('10.00');
    await goes('4.00');
    await assign();
    await goes('6.01');
    await expect(assign('CONTRADICTION')).rejects.toThrow('this cannot be applied');
    const suspended = { '411000': -600, '471000': 601, '512100': -1 };
    expect(await now()).toEqual(['RETURNED', ['CONTRADICTION 601'], suspended]);
  });

  it('goes back by a person’s word where its return was known first, and with what the bank took for it', async () => {
    await goes('10.89');
    expect(await now()).toEqual(['REQUIRES_ACTION', ['AMOUNT_DIFFERS 1089'], { '471000': 1_089, '512100': -1_089 }]);
    await expect(assign()).rejects.toThrow('this cannot be applied');
    await comes('10.00');
    expect((await assign()).payment?.status).toBe('RETURNED');
    expect(await now()).toEqual(['RETURNED', [], { '512100': -89, '627800': 89 }]);
    // Nothing of it is left to go back.
    await goes('1.00');
    expect(await now()).toEqual(['RETURNED', ['CONTRADICTION 100'], { '471000': 100, '512100': -189, '627800': 89 }]);
  });
});
