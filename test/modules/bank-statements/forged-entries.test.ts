import { describe, expect, it } from 'vitest';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { iban } from '../../support/bank-statements/examples.ts';
import { openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import {
  type WrittenDetail,
  type WrittenEntry,
  type WrittenStatement,
  writtenStatement,
} from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { sampled } from '../../support/sample.ts';

/**
 * Two files bring an entry under one reference of the bank, and it is not the same entry: one of them is forged. The
 * money counts once, and a person decides about the other, whichever came first.
 */

type Written = Partial<WrittenStatement> & Pick<WrittenStatement, 'entries'>;
type Pair = (genuine: Payment, other: Payment) => readonly [genuine: Written, forged: Written];

const amount = '123.45';
const entryOf = (detail: WrittenDetail, change: Partial<WrittenEntry> = {}): WrittenEntry => ({
  ...{ amount, bankReference: 'B1', details: [{ amount, ...detail }] },
  ...change,
});
const one = (detail: WrittenDetail, change: Partial<WrittenEntry> = {}): Written => ({
  entries: [entryOf(detail, change)],
});
const payer = { name: 'CAFE DU COMMERCE', iban: iban.france };
/** Where both files name the genuine payment, and differ in something else. */
const differing =
  (detail: WrittenDetail, forged: WrittenDetail, change: Partial<WrittenEntry> = {}): Pair =>
  (payment) => [
    one({ structured: referenceOf(payment), ...detail }, change),
    one({ structured: referenceOf(payment), ...forged }, change),
  ];

const pairs: Readonly<Record<string, { readonly pair: Pair; readonly fact: string; readonly pays?: true }>> = {
  'names another payment by its structured reference': {
    pair: (genuine, other) => [one({ structured: referenceOf(genuine) }), one({ structured: referenceOf(other) })],
    ...{ fact: 'PAYMENT', pays: true },
  },
  'names another payment in its text': {
    pair: (genuine, other) => [one({ texts: [referenceOf(genuine)] }), one({ texts: [referenceOf(other)] })],
    ...{ fact: 'PAYMENT', pays: true },
  },
  'names another payment elsewhere than the genuine one does': {
    pair: (genuine, other) => [
      one({ structured: referenceOf(genuine) }),
      { entries: [{ amount, bankReference: 'B1', text: referenceOf(other) }] },
    ],
    ...{ fact: 'PAYMENT', pays: true },
  },
  'names another payment, in a notice': {
    pair: (genuine, other) => [
      one({ structured: referenceOf(genuine) }),
      { ...one({ structured: referenceOf(other) }), format: 'camt.054' },
    ],
    ...{ fact: 'PAYMENT', pays: true },
  },
  'lists the payments of the entry otherwise': {
    pair: (genuine, other) => [
      one({ structured: referenceOf(genuine) }),
      {
        entries: [
          entryOf(
            {},
            {
              details: [
                { amount: '100.00', structured: referenceOf(other) },
                { amount: '23.45', structured: referenceOf(other) },
              ],
            },
          ),
        ],
      },
    ],
    fact: 'LISTED_PAYMENTS',
  },
  'has another end-to-end id': { pair: differing({ endToEndId: 'E1' }, { endToEndId: 'E2' }), fact: 'END_TO_END_ID' },
  'has another text': { pair: differing({ texts: ['FACTURE 12'] }, { texts: ['FACTURE 13'] }), fact: 'TEXT' },
  'has another payer': {
    pair: differing({ debtor: payer }, { debtor: { ...payer, name: 'AUTRE CAFE' } }),
    fact: 'COUNTERPARTY_NAME',
  },
  'comes from another account': {
    pair: differing({ debtor: payer }, { debtor: { ...payer, iban: iban.germany } }),
    fact: 'COUNTERPARTY_ACCOUNT',
  },
  'names another mandate': { pair: differing({ mandate: 'RUM-1' }, { mandate: 'RUM-2' }), fact: 'MANDATE' },
  'names another block': {
    pair: differing({ paymentInformationId: 'L1' }, { paymentInformationId: 'L2' }),
    fact: 'BLOCK',
  },
  'is of another kind': {
    pair: (payment) => [
      one({ structured: referenceOf(payment) }),
      one({ structured: referenceOf(payment) }, { code: ['IDDT', 'ESDD'] }),
    ],
    fact: 'TRANSACTION_CODE',
  },
  'has another reference in its statement': {
    pair: (payment) => [
      one({ structured: referenceOf(payment) }, { entryReference: 'N1' }),
      one({ structured: referenceOf(payment) }, { entryReference: 'N2' }),
    ],
    fact: 'ENTRY_REFERENCE',
  },
  'goes the other way': {
    pair: (payment) => [
      one({ structured: referenceOf(payment) }),
      one({ structured: referenceOf(payment) }, { direction: 'DBIT' }),
    ],
    fact: 'DIRECTION',
  },
};

describe.each(drawnDatabases())('an entry under a reference that another entry has ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  let files = 0;
  const bring = async (written: Written) => {
    const id = `S${++files}`;
    const { file } = await on.import(writtenStatement({ id, ...written }));
    expect(file).toMatchObject({ status: 'IMPORTED', reason: null });
    return file.counts;
  };
  const open = () => on.open('SAME_REFERENCE');
  const received = async (payments: readonly Payment[]): Promise<number> => {
    const sums = await Promise.all(payments.map(({ id }) => on.store.receivedFor(id)));
    return sums.reduce((sum, cents) => sum + cents, 0);
  };

  const orders = Object.entries(pairs).flatMap(([name, pair]) =>
    (['genuine', 'forged'] as const).map((first) => ({ name, first, ...pair })),
  );
  const drawn = sampled(orders, { about: 8, name: database.name });
  it.each(drawn)('that $name, the $first one first, is never a repeat', async ({ first, pair, fact, pays }) => {
    const payments = [await on.transfer(), await on.transfer()] as const;
    const [genuine, forged] = pair(...payments);
    const [earlier, later] = first === 'genuine' ? [genuine, forged] : [forged, genuine];
    await bring(earlier);
    const before = await received(payments);
    const expected = (later.entries[0]?.details ?? []).length || 1;
    expect(await bring(later)).toEqual({ applied: 0, repeated: 0, exceptions: expected, ruled: 0, ignored: 0 });
    expect(await received(payments)).toBe(before);
    const exceptions = await open();
    expect(exceptions).toHaveLength(expected);
    expect(exceptions[0]?.details.differsIn).toContain(fact);
    // Each of the two, again, is known.
    for (const again of [earlier, later]) {
      expect(await bring({ ...again, opening: 5 })).toMatchObject({ applied: 0, exceptions: 0 });
    }
    expect([await open(), await received(payments)]).toEqual([exceptions, before]);
    if (!pays) return;
    const [ofGenuine, ofOther] = payments;
    const [paid, waiting] = first === 'genuine' ? [ofGenuine, ofOther] : [ofOther, ofGenuine];
    expect(await Promise.all([paid, waiting].map((one) => on.statusOf(one)))).toEqual(['PAID', 'REQUIRES_ACTION']);
    const [exception] = exceptions;
    const counted = await on.store.bankEntry(exception?.details.countedEntryId ?? '');
    expect([exception?.paymentId, counted?.paymentId]).toEqual([waiting.id, paid.id]);
  });

  it.each(['genuine', 'forged'])('as one sum, and payment by payment, the %s one first', async (first) => {
    const debits = [await on.debit('E1'), await on.debit('E2')];
    const other = await on.transfer({ amountCents: 24_690 });
    const genuine: Written = {
      entries: [
        { amount: '246.90', bankReference: 'B1', details: ['E1', 'E2'].map((endToEndId) => ({ amount, endToEndId })) },
      ],
    };
    const forged: Written = { entries: [{ amount: '246.90', bankReference: 'B1', text: referenceOf(other) }] };
    await bring(first === 'genuine' ? genuine : forged);
    await bring(first === 'genuine' ? forged : genuine);
    expect(await open()).toHaveLength(first === 'genuine' ? 1 : 2);
    expect(await received([...debits, other])).toBe(24_690);
  });

  it('in three forms gives one exception for each, and no more', async () => {
    const payments = [await on.transfer(), await on.transfer(), await on.transfer()];
    for (let round = 0; round < 2; round++) {
      for (const payment of payments) await bring({ ...one({ structured: referenceOf(payment) }), opening: round });
    }
    expect(await Promise.all(payments.map((payment) => on.statusOf(payment)))).toEqual([
      'PAID',
      'REQUIRES_ACTION',
      'REQUIRES_ACTION',
    ]);
    expect(await open()).toHaveLength(2);
  });

  it('is recorded, each once, though the bank sends more of them than any bank does', async () => {
    const texts = Array.from({ length: 12 }, (_, index) => `FACTURE ${index}`);
    for (const text of [...texts, ...texts.toReversed()]) await bring(one({ texts: [text] }));
    expect(await open()).toHaveLength(11);
  });

  it.each([
    ['after a notice', { format: 'camt.054' }, {}],
    ['before a notice', {}, { format: 'camt.054' }],
    ['in the other version of the message', { version: '02' }, { version: '08' }],
  ] as const)('and is the same, %s, is a repeat, whatever one of them leaves out', async (_how, earlier, later) => {
    const payment = await on.transfer();
    const full = entryOf(
      { structured: referenceOf(payment), texts: ['FACTURE', ' 12'], debtor: payer, endToEndId: 'E1' },
      { entryReference: 'N1', text: 'VIREMENT RECU' },
    );
    const short = entryOf(
      { structured: referenceOf(payment), texts: ['Facture 12'], endToEndId: 'NOTPROVIDED' },
      { text: 'VIR SEPA RECU DE CAFE' },
    );
    const none: WrittenEntry = { amount, bankReference: 'B1', batch: '' };
    expect(await bring({ ...earlier, entries: [full] })).toMatchObject({ applied: 1 });
    for (const entries of [[short], [none], [full]]) {
      expect(await bring({ ...later, entries })).toMatchObject({ repeated: 1, exceptions: 0 });
    }
    expect([await on.statusOf(payment), await open(), await received([payment])]).toEqual(['PAID', [], 12_345]);
  });

  it('that said little is compared with all that was said of it since', async () => {
    const [payment, other] = [await on.transfer(), await on.transfer()];
    await bring({ entries: [{ amount, bankReference: 'B1', details: [{ amount }] }] });
    expect(await bring(one({ structured: referenceOf(payment) }))).toMatchObject({ applied: 1, exceptions: 0 });
    expect(await bring(one({ structured: referenceOf(other) }))).toMatchObject({ applied: 0, exceptions: 1 });
  });

  it('that a text cut short stands in is a repeat, and one that goes on otherwise is not', async () => {
    const text = 'LOYER DU LOCAL COMMERCIAL RUE DES LILAS NOVEMBRE';
    await bring(one({ texts: [text] }));
    expect(await bring(one({ texts: [text.slice(0, 45)] }))).toMatchObject({ repeated: 1 });
    expect(await bring(one({ texts: [text.replace('NOVEMBRE', 'DECEMBRE')] }))).toMatchObject({ exceptions: 1 });
  });
});
