import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { resolveBankException } from '../../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { writtenCfonb120, writtenMt940 } from '../../../support/bank-statements/written-cfonb.ts';
import { credit, type WrittenEntry, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** A person assigned the entry of one format, and another format names another payment. */
describe.each(drawnDatabases())('an entry that a person assigned ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const day = '2026-11-25';
  const transfer = () => on.transfer({ amountCents: 12_000 });
  /** Two of the same name are one reference of the bank. */
  const named = (bankReference: string, text: Payment | string): WrittenEntry =>
    credit('120.00', { texts: [typeof text === 'string' ? text : referenceOf(text)] }, { bankReference });

  let statements = 0;
  const counted = async (file: string | Buffer) => {
    const { status, counts } = (await on.import(file)).file;
    expect(status).toBe('IMPORTED');
    return [counts.applied, counts.repeated, counts.exceptions];
  };
  const camt = (...entries: readonly WrittenEntry[]) =>
    counted(writtenStatement({ id: `S${++statements}`, day, entries }));
  const notice = (...entries: readonly WrittenEntry[]) =>
    counted(writtenStatement({ format: 'camt.054', id: `N${++statements}`, day, entries }));
  /** A further statement of the day begins with what the earlier ones brought. */
  const further = (openingCents: number, texts: readonly (Payment | string)[], cents: number) => {
    const text = (one: Payment | string): string => (typeof one === 'string' ? one : referenceOf(one));
    const label = `OPERATION ${++statements}`;
    const movements = texts.map((one) => ({ cents, day, label, qualifiers: [['LCC', text(one)]] as const }));
    const from = openingCents === 0 ? '2026-11-24' : day;
    return counted(writtenCfonb120([{ openingCents, from, until: day, movements }]));
  };
  const cfonb = (...texts: readonly (Payment | string)[]) => further(0, texts, 12_000);
  const mt940 = (...texts: readonly string[]) =>
    counted(
      writtenMt940({
        ...{ openingCents: 0, from: '2026-11-24', until: day },
        entries: texts.map((text) => ({ cents: 12_000, day, text })),
      }),
    );
  const decide = async (kind: 'UNMATCHED_CREDIT' | 'SAME_REFERENCE', decision: object) => {
    const [exception] = (await on.open(kind)).toReversed();
    await resolveBankException(on.services, anonymous, { id: exception?.id, reason: 'vu avec la banque', ...decision });
  };
  const assign = (kind: 'UNMATCHED_CREDIT' | 'SAME_REFERENCE', { id }: Payment) =>
    decide(kind, { resolution: 'ASSIGNED', payment: id });
  const statuses = (...payments: readonly Payment[]) => Promise.all(payments.map(on.statusOf));
  /** In entries of 120.00. */
  const books = async () => {
    const { '411000': customers = 0, '471000': suspense = 0, '512100': bank = 0 } = await balancesOf(on);
    return { bank: bank / 12_000, customers: 0 - customers / 12_000, suspense: 0 - suspense / 12_000 };
  };
  const once = { bank: 1, customers: 1, suspense: 0 };
  const twice = { bank: 2, customers: 2, suspense: 0 };

  describe.each([
    ['CFONB first', 'cfonb', 'camt'],
    ['CFONB last', 'camt', 'cfonb'],
  ] as const)('%s', (_order, first, last) => {
    const bring = (format: 'cfonb' | 'camt', ...texts: readonly (Payment | string)[]) =>
      format === 'cfonb' ? cfonb(...texts) : camt(...texts.map((text, index) => named(`B${index}`, text)));

    it('waits for a person, who sees both, and counts once', async () => {
      const [a, b] = [await transfer(), await transfer()];
      await bring(first, 'LOYER');
      await assign('UNMATCHED_CREDIT', a);
      expect(await bring(last, b)).toEqual([0, 0, 1]);
      expect(await bring(last, b)).toEqual([0, 1, 0]);
      expect(await bring(first, 'LOYER')).toEqual([0, 1, 0]);
      const [exception, ...others] = await on.open();
      expect([exception?.kind, exception?.paymentId, others]).toEqual(['SAME_REFERENCE', b.id, []]);
      expect(exception?.details.differsIn).toEqual(['PAYMENT']);
      expect((await on.store.bankEntry(exception?.details.countedEntryId ?? ''))?.paymentId).toBe(a.id);
      expect(await statuses(a, b)).toEqual(['PAID', 'REQUIRES_ACTION']);
      expect(await books()).toEqual(once);
    });

    it('is known again where the other file names the same payment', async () => {
      const a = await transfer();
      await bring(first, 'LOYER');
      await assign('UNMATCHED_CREDIT', a);
      expect(await bring(last, a)).toEqual([0, 1, 0]);
      expect(await books()).toEqual(once);
    });

    it.each(['the first', 'none', 'both'])(
      'counts all of two equal entries, where a person assigned %s',
      async (which) => {
        const [a, b] = [await transfer(), await transfer()];
        await bring(first, 'LOYER', 'LOYER');
        if (which !== 'none') await assign('UNMATCHED_CREDIT', a);
        if (which === 'both') await assign('UNMATCHED_CREDIT', b);
        await bring(last, b, a);
        expect(await on.openInWords()).toEqual([]);
        expect([await bring(last, b, a), await bring(first, 'LOYER', 'LOYER')]).toEqual([
          [0, 2, 0],
          [0, 2, 0],
        ]);
        expect(await statuses(a, b)).toEqual(['PAID', 'PAID']);
        expect(await books()).toEqual(twice);
      },
    );

    it.each([
      [0, 1],
      [1, 0],
    ])('is another one where an entry of the same file accounts for it, in the order %j, %j', async (...order) => {
      const [a, b] = [await transfer(), await transfer()];
      await bring(first, 'LOYER');
      await assign('UNMATCHED_CREDIT', a);
      expect(await bring(last, ...order.map((index) => [a, b][index] ?? a))).toEqual([1, 1, 0]);
      expect([await on.openInWords(), await books()]).toEqual([[], twice]);
    });

    it('is another one where its own file names the payment', async () => {
      const [a, b] = [await transfer(), await transfer()];
      expect([await bring(first, a), await bring(last, b)]).toEqual([
        [1, 0, 0],
        [1, 0, 0],
      ]);
      expect([await on.openInWords(), await books()]).toEqual([[], twice]);
    });

    it('is left to the file that names its payment, where another one names none', async () => {
      const a = await transfer();
      await bring(first, 'LOYER', 'LOYER');
      await assign('UNMATCHED_CREDIT', a);
      // A bank gives the entries of a day in several files.
      const one = () => (last === 'camt' ? camt(named('B1', 'LOYER')) : cfonb('LOYER'));
      const other = () => (last === 'camt' ? camt(named('B2', a)) : further(12_000, [a], 12_000));
      expect([await one(), await other()]).toEqual([
        [0, 1, 0],
        [0, 1, 0],
      ]);
      expect([await on.openInWords(), await books()]).toEqual([
        ['UNMATCHED_CREDIT 12000'],
        { bank: 2, customers: 1, suspense: 1 },
      ]);
    });

    it('is doubted of the one that no other entry of the file is', async () => {
      const [a, b, c] = [await transfer(), await transfer(), await transfer()];
      await bring(first, 'LOYER', 'LOYER');
      await assign('UNMATCHED_CREDIT', a);
      await assign('UNMATCHED_CREDIT', c);
      expect(await bring(last, b, a)).toEqual([0, 1, 1]);
      const [exception] = await on.open();
      expect((await on.store.bankEntry(exception?.details.countedEntryId ?? ''))?.paymentId).toBe(c.id);
    });
  });

  describe('whose other file names another payment', () => {
    const inDoubt = async () => {
      const [a, b] = [await transfer(), await transfer()];
      await cfonb('LOYER');
      await assign('UNMATCHED_CREDIT', a);
      await camt(named('B1', b));
      return [a, b] as const;
    };

    it('is two where a person says so, and the file that comes then brings the second', async () => {
      const [a, b] = await inDoubt();
      await assign('SAME_REFERENCE', b);
      expect(await books()).toEqual(twice);
      expect([await further(12_000, ['LOYER'], 12_000), await camt(named('B2', 'LOYER'))]).toEqual([
        [0, 1, 0],
        [0, 1, 0],
      ]);
      expect([await camt(named('B1', b)), await mt940('LOYER'), await mt940('LOYER', 'LOYER')]).toEqual([
        [0, 1, 0],
        [0, 1, 0],
        [0, 2, 0],
      ]);
      expect([await statuses(a, b), await on.openInWords(), await books()]).toEqual([['PAID', 'PAID'], [], twice]);
    });

    describe.each([
      ['the first alone', { resolution: 'HANDLED' }, ['PAID', 'REQUIRES_ACTION']],
      ['the second alone', { resolution: 'ASSIGNED', takeBackCounted: true }, ['RETURNED', 'PAID']],
    ] as const)('is one where a person says that it is %s', (_what, decision, paid) => {
      it.each(['camt', 'CFONB'])('and a further one is another, with %s first', async (place) => {
        const [a, b] = await inDoubt();
        const payment = decision.resolution === 'ASSIGNED' ? { payment: b.id } : {};
        await decide('SAME_REFERENCE', { ...decision, ...payment });
        expect([await statuses(a, b), await books()]).toEqual([paid, once]);
        expect([await camt(named('B1', b)), await notice(named('B1', b))]).toEqual([
          [0, 1, 0],
          [0, 1, 0],
        ]);
        const inCamt = () => camt(named('B2', 'LOYER'));
        const inCfonb = () => further(12_000, ['LOYER'], 12_000);
        const [one, other] = place === 'camt' ? [inCamt, inCfonb] : [inCfonb, inCamt];
        expect([await one(), await other()]).toEqual([
          [0, 0, 1],
          [0, 1, 0],
        ]);
        expect([await on.openInWords(), await books()]).toEqual([
          ['UNMATCHED_CREDIT 12000'],
          { bank: 2, customers: 1, suspense: 1 },
        ]);
      });
    });
  });

  it('is doubted once of each, where equal entries have one reference', async () => {
    const [a, b, c] = [await transfer(), await transfer(), await transfer()];
    await cfonb('LOYER', 'LOYER');
    for (const one of [a, b]) await assign('UNMATCHED_CREDIT', one);
    const doubtful = [named('B1', c), named('B1', c), named('B2', c)];
    for (const bring of [camt, notice, camt]) await bring(...doubtful);
    const open = await on.open();
    const countedPayments = open.map(
      async ({ details }) => (await on.store.bankEntry(details.countedEntryId ?? ''))?.paymentId,
    );
    expect(open.map(({ kind }) => kind)).toEqual(Array(3).fill('SAME_REFERENCE'));
    expect(new Set(await Promise.all(countedPayments))).toEqual(new Set([a.id, b.id]));
    expect(await books()).toEqual(twice);
  });

  it('is not paid again, where a person assigned one of the payments in it', async () => {
    const [a, b] = [await on.transfer({ amountCents: 6_000 }), await transfer()];
    await camt({ amount: '120.00', details: ['LOYER', 'GARAGE'].map((text) => ({ amount: '60.00', texts: [text] })) });
    const [last] = await on.open();
    await on.decide({ id: last?.id, resolution: 'ASSIGNED', payment: a.id });
    expect(await cfonb(b)).toEqual([0, 0, 1]);
    expect([await statuses(a, b), await books()]).toEqual([
      ['PAID', 'REQUIRES_ACTION'],
      { bank: 1, customers: 0.5, suspense: 0.5 },
    ]);
  });

  it.each(['in one sum', 'payment by payment'])(
    'is not paid again as a block that the other file books %s',
    async (how) => {
      const debits = [await on.debit('E1'), await on.debit('E2')];
      const whole = await on.transfer({ amountCents: 24_690 });
      await further(0, ['REMISE'], 24_690);
      await assign('UNMATCHED_CREDIT', whole);
      const details = how === 'in one sum' ? [] : ['E1', 'E2'].map((endToEndId) => ({ amount: '123.45', endToEndId }));
      const block: WrittenEntry = {
        amount: '246.90',
        batch: 'M1-1',
        code: ['IDDT', 'ESDD'],
        bankReference: 'B1',
        details,
      };
      const steps = details.length || 1;
      expect([await notice(block), await camt(block)]).toEqual([
        [0, 0, steps],
        [0, steps, 0],
      ]);
      expect(await statuses(...debits, whole)).toEqual(['SUBMITTED', 'SUBMITTED', 'PAID']);
      expect(await balancesOf(on)).toEqual({ '411000': -24_690, '512100': 24_690 });
    },
  );
});
