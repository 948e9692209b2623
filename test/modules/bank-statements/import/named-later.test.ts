import { describe, expect, it } from 'vitest';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { writtenCfonb120 } from '../../../support/bank-statements/written-cfonb.ts';
import {
  collection,
  credit,
  returned,
  type WrittenDetail,
  type WrittenEntry,
  writtenStatement,
} from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** CFONB names no payment, and camt.053 says later what its entry is about. */
describe.each(drawnDatabases())('an entry that another file names ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const day = '2026-11-25';
  const inCfonb = (movements: readonly number[]) =>
    on.import(
      writtenCfonb120([
        {
          ...{ openingCents: 0, from: '2026-11-24', until: day },
          movements: movements.map((cents) => ({ cents, day, label: 'OPERATION SEPA' })),
        },
      ]),
    );
  const inCamt = (entries: readonly WrittenEntry[]) =>
    on.import(
      writtenStatement({
        ...{ id: 'S1', day },
        entries: entries.map((entry, index) => ({ ...entry, bankReference: `B${index}`, bookedOn: day })),
      }),
    );
  const block = (amount: string): WrittenEntry => ({ amount, batch: 'M1-1', code: ['IDDT', 'ESDD'] });
  const faulty = (...details: readonly WrittenDetail[]): WrittenEntry => ({ ...block('246.90'), details });
  const ofFaulty = [
    { amount: '123.45', endToEndId: 'E1' },
    { amount: '123.46', endToEndId: 'E2' },
  ];
  const decide = (decision: object) => on.decide({ ...decision });
  const standing = async (payments: readonly Payment[]) => [
    await Promise.all(payments.map(on.statusOf)),
    (await on.open()).map(({ kind, amountCents, paymentId }) => [kind, amountCents, paymentId !== null]),
    await balancesOf(on),
  ];

  type Waits = readonly [string, number, boolean];
  const signs: readonly (readonly [string, readonly number[], (texts: readonly string[]) => WrittenEntry[], Waits])[] =
    [
      ['a block less a fee', [24_650], () => [block('246.50')], ['BLOCK_DIFFERS', 24_650, false]],
      [
        'a part of a debit',
        [12_300],
        () => [collection('123.00', { endToEndId: 'E1' })],
        ['AMOUNT_DIFFERS', 12_300, true],
      ],
      [
        'a debit twice',
        [12_345, 12_345],
        () => [1, 2].map(() => collection('123.45', { endToEndId: 'E1' })),
        ['CONTRADICTION', 12_345, true],
      ],
      ['two transfers at once', [24_690], (texts) => [credit('246.90', { texts })], ['AMBIGUOUS', 24_690, false]],
      [
        'a reversal',
        [-12_345],
        () => [{ ...block('123.45'), direction: 'DBIT', reversal: true }],
        ['REVERSAL', 12_345, false],
      ],
      ['a block that contradicts itself', [24_690], () => [faulty(...ofFaulty)], ['ENTRY_FAULT', 24_690, false]],
      ['a part that comes back', [-12_300], () => [returned('123.00', 'E1', 'AM04')], ['AMOUNT_DIFFERS', 12_300, true]],
    ];
  it.each(signs)('waits for a person as in any order of files: %s', async (_what, cents, entriesOf, waits) => {
    const payments = [await on.debit('E1'), await on.debit('E2'), await on.transfer(), await on.transfer()];
    const entries = entriesOf(payments.slice(2).map(referenceOf));
    await inCfonb(cents);
    for (const _ of [1, 2]) {
      await inCamt(entries);
      const [, open, books] = await standing(payments);
      expect(open).toEqual([waits]);
      const kept = cents.reduce((sum, one) => sum + one, 0);
      const paid = (await on.statusOf(payments[0] as Payment)) === 'PAID' ? 12_345 : 0;
      expect(books).toEqual({ '512100': kept, '471000': paid - kept, ...(paid > 0 && { '411000': -paid }) });
      await inCfonb(cents);
    }
  });

  it('can be said to be collected: its debits are paid, and the rest is the fee', async () => {
    const payments = [await on.debit('E1'), await on.debit('E2')];
    await inCfonb([24_650]);
    await inCamt([block('246.50')]);
    await decide({ resolution: 'COLLECTED' });
    const books = { '411000': -24_690, '512100': 24_650, '627800': 40 };
    expect(await standing(payments)).toEqual([['PAID', 'PAID'], [], books]);
  });

  describe.each(['first', 'last'])('where the other contradicts itself, with CFONB %s', (place) => {
    const both = async (entry: WrittenEntry) => {
      if (place === 'first') await inCfonb([24_690]);
      await inCamt([entry]);
      if (place === 'last') await inCfonb([24_690]);
    };
    const inSuspense = { '471000': -24_690, '512100': 24_690 };

    it('can be said to be collected, if that names its block', async () => {
      const payments = [await on.debit('E1'), await on.debit('E2')];
      await both(faulty(...ofFaulty));
      const waits = ['ENTRY_FAULT', 24_690, false];
      expect(await standing(payments)).toEqual([['SUBMITTED', 'SUBMITTED'], [waits], inSuspense]);
      await decide({ resolution: 'COLLECTED' });
      const paid = [['PAID', 'PAID'], [], { '411000': -24_690, '512100': 24_690 }];
      expect(await standing(payments)).toEqual(paid);
      await inCamt([block('246.90')]);
      expect(await standing(payments)).toEqual(paid);
    });

    it('is assigned as if that had not come, if it names none', async () => {
      const payment = await on.transfer({ amountCents: 24_690 });
      await both({ amount: '246.90', details: ofFaulty });
      const waits = ['UNMATCHED_CREDIT', 24_690, false];
      expect(await standing([payment])).toEqual([['REQUIRES_ACTION'], [waits], inSuspense]);
      await decide({ resolution: 'ASSIGNED', payment: payment.id });
      expect(await standing([payment])).toEqual([['PAID'], [], { '411000': -24_690, '512100': 24_690 }]);
    });
  });

  it('can be said to be collected, where no other file has it', async () => {
    const payments = [await on.debit('E1'), await on.debit('E2')];
    await inCamt([faulty(...ofFaulty)]);
    await decide({ resolution: 'COLLECTED' });
    const paid = { '411000': -24_690, '512100': 24_690 };
    expect(await standing(payments)).toEqual([['PAID', 'PAID'], [], paid]);
    await inCfonb([24_690]);
    expect(await standing(payments)).toEqual([['PAID', 'PAID'], [], paid]);
  });

  it('is not collected by money that goes out', async () => {
    const payments = [await on.debit('E1'), await on.debit('E2')];
    await inCamt([{ ...faulty(...ofFaulty), direction: 'DBIT' }]);
    await expect(decide({ resolution: 'COLLECTED' })).rejects.toThrow('Only a block');
    expect(await standing(payments)).toEqual([['SUBMITTED', 'SUBMITTED'], [['ENTRY_FAULT', 24_690, false]], {}]);
  });

  it('is of the payment alone that the bank names', async () => {
    const [, other] = [await on.debit('E1'), await on.debit('E2')];
    await inCfonb([12_300]);
    await inCamt([collection('123.00', { endToEndId: 'E1' })]);
    await expect(decide({ resolution: 'ASSIGNED', payment: other.id })).rejects.toThrow('names another payment');
  });

  it('is the money of its block: a debit of it that is credited alone came twice', async () => {
    const payments = [await on.debit('E1'), await on.debit('E2')];
    await on.statement([returned('123.45', 'E1', 'AM04', { bankReference: 'R1' })], 'S0');
    await inCfonb([24_690]);
    await inCamt([block('246.90')]);
    await on.statement([collection('123.45', { endToEndId: 'E1' }, { bankReference: 'C1' })], 'S2');
    const books = { '411000': -12_345, '471000': -12_345, '512100': 24_690 };
    expect(await standing(payments)).toEqual([['RETURNED', 'PAID'], [['CONTRADICTION', 12_345, true]], books]);
  });
});
