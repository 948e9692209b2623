import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { noCounts } from '../../../../src/modules/bank-statements/bank-import.ts';
import { continueBankFile } from '../../../../src/modules/bank-statements/import/continue-bank-file.ts';
import { rehearseBankFile } from '../../../../src/modules/bank-statements/import/rehearse-bank-file.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { writtenCfonb120 } from '../../../support/bank-statements/written-cfonb.ts';
import { credit, type WrittenEntry, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** The bank books 100.00 and 200.00 on one day under one reference. */
describe.each(drawnDatabases())('two entries under one reference of the bank ($name)', (database) => {
  const on = openForEach(() => openImporting(database));
  let [a, b, c] = [] as unknown as [Payment, Payment, Payment];
  let [ofA, ofB, ofC] = [] as unknown as [WrittenEntry, WrittenEntry, WrittenEntry];
  const entryOf = (amount: string, payment: Payment) =>
    credit(amount, { structured: referenceOf(payment) }, { bankReference: 'LOT' });
  beforeEach(async () => {
    [a, b, c] = [
      await on.transfer({ amountCents: 10_000 }),
      await on.transfer({ amountCents: 20_000 }),
      await on.transfer({ amountCents: 40_000 }),
    ];
    [ofA, ofB, ofC] = [entryOf('100.00', a), entryOf('200.00', b), entryOf('400.00', c)];
  });
  let files = 0;
  const counted = async (entries: readonly WrittenEntry[], format: 'camt.053' | 'camt.054') => {
    const id = `F${++files}`;
    const { applied, repeated, exceptions } = (await on.import(writtenStatement({ format, id, entries }))).file.counts;
    return [applied, repeated, exceptions];
  };
  const notice = (...entries: readonly WrittenEntry[]) => counted(entries, 'camt.054');
  const statement = (...entries: readonly WrittenEntry[]) => counted(entries, 'camt.053');
  /** A person finds each of the doubted entries on the account. */
  const confirmAll = async () => {
    for (const { id, amountCents } of await on.open('SAME_REFERENCE')) {
      const payment = amountCents === 10_000 ? a : amountCents === 20_000 ? b : c;
      await on.decide({ id, resolution: 'ASSIGNED', payment: payment.id });
    }
  };
  const expectPaidOnce = async (...payments: readonly Payment[]) => {
    expect(await on.openInWords()).toEqual([]);
    expect(await Promise.all(payments.map(on.statusOf))).toEqual(payments.map(() => 'PAID'));
    const cents = payments.reduce((sum, { amountCents }) => sum + amountCents, 0);
    expect(await balancesOf(on)).toEqual({ '411000': -cents, '512100': cents });
  };

  it('count once, where a notice brings the second before the statement', async () => {
    expect(await notice(ofB)).toEqual([1, 0, 0]);
    expect(await statement(ofA, ofB)).toEqual([1, 1, 0]);
    expect(await notice(ofA)).toEqual([0, 1, 0]);
    await expectPaidOnce(a, b);
  });

  it('are shown before the import as it takes them, where the recorded one stands after the other', async () => {
    expect(await notice(ofB)).toEqual([1, 0, 0]);
    const written = Buffer.from(writtenStatement({ id: 'SHOWN', entries: [ofA, ofB] }));
    const shown: unknown[] = [];
    const { counts } = await rehearseBankFile(
      on.services,
      anonymous,
      { name: 'releve.xml', open: () => Readable.from([written]) },
      { onEntry: ({ place, outcome, paymentId }) => shown.push([place, outcome, paymentId]) },
    );
    expect(shown).toEqual([
      [1, 'APPLIED', a.id],
      [2, 'REPEATED', b.id],
    ]);
    expect((await on.import(written.toString())).file.counts).toEqual(counts);
    await expectPaidOnce(a, b);
  });

  it('count once, where a notice brings the first before the statement', async () => {
    expect(await notice(ofA)).toEqual([1, 0, 0]);
    expect(await statement(ofA, ofB)).toEqual([1, 1, 0]);
    expect(await notice(ofB)).toEqual([0, 1, 0]);
    await expectPaidOnce(a, b);
  });

  it.each(['before', 'after'])('count once, where a person decides about notices %s the statement', async (when) => {
    expect(await notice(ofA)).toEqual([1, 0, 0]);
    expect(await notice(ofB)).toEqual([0, 0, 1]);
    if (when === 'before') await confirmAll();
    expect(await statement(ofA, ofB)).toEqual([0, 2, 0]);
    expect(await statement(ofB, ofA)).toEqual([0, 2, 0]);
    await confirmAll();
    await expectPaidOnce(a, b);
  });

  it('count once, where the notices come after the statement', async () => {
    expect(await statement(ofA, ofB)).toEqual([2, 0, 0]);
    expect([await notice(ofB), await notice(ofA), await notice(ofB, ofA)]).toEqual([
      [0, 1, 0],
      [0, 1, 0],
      [0, 2, 0],
    ]);
    await expectPaidOnce(a, b);
  });

  it('count once, where a notice has them in another order than the statement', async () => {
    expect(await notice(ofB, ofA)).toEqual([2, 0, 0]);
    expect(await statement(ofA, ofB)).toEqual([0, 2, 0]);
    expect(await statement(ofA, ofB, ofC)).toEqual([1, 2, 0]);
    await expectPaidOnce(a, b, c);
  });

  it('count once, where the statement has more of them between', async () => {
    expect(await notice(ofC, ofA)).toEqual([2, 0, 0]);
    expect(await statement(ofA, ofB, ofC)).toEqual([1, 2, 0]);
    await expectPaidOnce(a, b, c);
  });

  it('count once, where the first was provisional in a notice', async () => {
    expect(await notice({ ...ofA, status: 'PDNG' }, ofA)).toEqual([1, 0, 0]);
    expect(await statement(ofA)).toEqual([0, 1, 0]);
    expect(await notice({ ...ofA, status: 'PDNG' }, ofA)).toEqual([0, 1, 0]);
    await expectPaidOnce(a);
  });

  it('are two where they are equal, in whatever order the files come', async () => {
    const equal = { ...ofA, details: [{ texts: ['LOYER'] }] };
    expect([await notice(equal), await notice(equal)]).toEqual([
      [0, 0, 1],
      [0, 1, 0],
    ]);
    expect(await statement(equal, equal)).toEqual([0, 1, 1]);
    expect(await notice(equal, equal)).toEqual([0, 2, 0]);
    expect(await statement(equal, equal, equal)).toEqual([0, 2, 1]);
    expect(await on.openInWords()).toEqual([
      'UNMATCHED_CREDIT 10000',
      'UNMATCHED_CREDIT 10000',
      'UNMATCHED_CREDIT 10000',
    ]);
  });

  it('go to a person where a recorded one is none of them', async () => {
    expect(await notice(entryOf('399.00', c))).toEqual([1, 0, 0]);
    expect(await statement(ofA, ofB)).toEqual([0, 0, 2]);
    expect(await statement(ofA, ofB)).toEqual([0, 2, 0]);
    expect(await on.openInWords()).toEqual(['SAME_REFERENCE 10000', 'SAME_REFERENCE 20000', 'UNDERPAID 100']);
  });

  const others = (count: number) =>
    Array.from({ length: count }, (_, index) => credit('1.00', { texts: ['AUTRE'] }, { bankReference: `B${index}` }));

  it('go to a person where the recorded one stands far from the other', async () => {
    expect(await notice(ofB)).toEqual([1, 0, 0]);
    expect(await statement(ofA, ...others(60), ofB)).toEqual([0, 1, 61]);
    await confirmAll();
    expect(await statement(ofB, ofA)).toEqual([0, 2, 0]);
    expect(await Promise.all([a, b].map(on.statusOf))).toEqual(['PAID', 'PAID']);
    expect(await balancesOf(on)).toEqual({ '411000': -30_000, '471000': -6_000, '512100': 36_000 });
  });

  it('are the recorded ones again where the import of their file is repeated', async () => {
    const equal = { ...ofC, details: [{ texts: ['LOYER'] }] };
    expect(await notice(ofB)).toEqual([1, 0, 0]);
    const entries = [...others(49), equal, equal, ofA, ofB];
    const { file } = await on.import(writtenStatement({ id: 'LONG', entries }));
    expect(file.counts).toMatchObject({ applied: 1, repeated: 1, exceptions: 51 });
    const again = { ...file, status: 'IMPORTING', done: 0, counts: noCounts } as const;
    await on.store.transact((transaction) => transaction.changeBankFile(file.id, 'IMPORTED', again));
    const { counts } = await continueBankFile(on.services, file.id);
    expect(counts).toMatchObject({ applied: 0, repeated: 53, exceptions: 0 });
  });

  it('of several payments each stay two entries', async () => {
    const listed = (...payments: readonly Payment[]) => {
      const details = payments.map((one) => ({ amount: euros(one), structured: referenceOf(one) }));
      const cents = payments.reduce((sum, { amountCents }) => sum + amountCents, 0);
      return { amount: (cents / 100).toFixed(2), bankReference: 'LOT', details };
    };
    const euros = ({ amountCents }: Payment) => (amountCents / 100).toFixed(2);
    const more = [await on.transfer({ amountCents: 20_000 }), await on.transfer({ amountCents: 10_000 })];
    expect(await notice(listed(...more))).toEqual([2, 0, 0]);
    expect(await statement(listed(a, b), listed(...more))).toEqual([2, 2, 0]);
    expect(await notice(listed(a, b))).toEqual([0, 2, 0]);
    await expectPaidOnce(a, b, ...more);
  });

  it('count once, where a statement of another format brings them too', async () => {
    const day = '2026-11-25';
    const movements = [a, b].map((one) => ({
      ...{ cents: one.amountCents, day },
      qualifiers: [['LCC', referenceOf(one)]] as const,
    }));
    const inCfonb = writtenCfonb120([{ openingCents: 0, from: '2026-11-24', until: day, movements }]);
    expect(await notice(ofB)).toEqual([1, 0, 0]);
    expect((await on.import(inCfonb)).file.counts).toMatchObject({ applied: 1, repeated: 1 });
    expect(await statement(ofA, ofB)).toEqual([0, 2, 0]);
    expect(await notice(ofA)).toEqual([0, 1, 0]);
    expect(await statement(ofB, ofA)).toEqual([0, 2, 0]);
    await expectPaidOnce(a, b);
  });

  describe.each([
    ['without a text', { amount: '200.00', bankReference: 'LOT' }],
    ['with a text of its own', credit('200.00', { texts: ['LOYER'] }, { bankReference: 'LOT' })],
  ])('where an equal one %s names no payment', (_what, unnamed) => {
    it.each([
      ['camt.054', [0, 1], [1, 0]],
      ['camt.054', [1, 0], [0, 1]],
      ['camt.053', [0, 1], [1, 0]],
      ['camt.053', [1, 0], [0, 1]],
    ] as const)('each is known again in a %s, in the order %j and then %j', async (format, first, second) => {
      const entries = [ofB, unnamed];
      expect(
        await counted(
          entries.flatMap((_, at) => entries[first[at] ?? 0] ?? []),
          format,
        ),
      ).toEqual([1, 0, 1]);
      expect(await statement(...entries.flatMap((_, at) => entries[second[at] ?? 0] ?? []))).toEqual([0, 2, 0]);
      expect(await on.openInWords()).toEqual(['UNMATCHED_CREDIT 20000']);
      expect(await balancesOf(on)).toEqual({ '411000': -20_000, '471000': -20_000, '512100': 40_000 });
    });
  });

  it('count once, where an entry of another reference is as much as the recorded one', async () => {
    const recorded = credit('100.00', { texts: ['LOYER'] }, { bankReference: 'LOT' });
    expect(await notice(recorded)).toEqual([0, 0, 1]);
    const other = credit('100.00', { texts: ['AUTRE'] }, { bankReference: 'OTHER' });
    expect(await statement(ofB, recorded, other)).toEqual([1, 1, 1]);
    expect(await on.openInWords()).toEqual(['UNMATCHED_CREDIT 10000', 'UNMATCHED_CREDIT 10000']);
    expect(await on.statusOf(b)).toBe('PAID');
  });

  it('wait for a person, where a later notice lists one of them in another form', async () => {
    expect(await notice(credit('399.00', { texts: ['FAUX'] }, { bankReference: 'LOT' }))).toEqual([0, 0, 1]);
    expect(await statement(ofA, ofB)).toEqual([0, 0, 2]);
    expect(await notice({ amount: '200.00', bankReference: 'LOT', text: `VIR ${referenceOf(b)}` })).toEqual([0, 0, 1]);
    expect(await on.open('SAME_REFERENCE')).toHaveLength(3);
    expect(await on.statusOf(b)).toBe('REQUIRES_ACTION');
  });
});
