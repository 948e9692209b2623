import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bankEntryFact,
  contradictions,
  type EntryFacts,
  joined,
} from '../../../src/modules/bank-statements/entry-facts.ts';

/** What identifies an entry, fact by fact: each is compared, in both directions, and silence contradicts nothing. */

const text = { length: 40, start: 'start', whole: 'whole' };
const full: EntryFacts = {
  ...{ format: 'CAMT_053', entryCents: 12_345, amountCents: 12_345, direction: 'CREDIT', bookedOn: '2026-11-25' },
  entryDirection: 'CREDIT',
  ...{ valueOn: '2026-11-25', entryReference: 'n1', detailReference: 'd1', transactionCode: 'PMNT/RCDT/ESCT' },
  ...{ listed: 1, payments: ['pay_1'], ownBlock: 'M1-1', block: 'M1-1', endToEndId: 'e1', mandate: 'm1' },
  ...{ structured: ['s1'], text, name: { ...text }, iban: 'i1', chargesCents: 50, returnReason: 'AM04' },
};
const silent: Partial<EntryFacts> = {
  ...{ entryCents: null, bookedOn: null, valueOn: null, entryReference: null, detailReference: null },
  ...{ transactionCode: null, listed: null, payments: [], ownBlock: null, block: null, endToEndId: null },
  ...{ mandate: null, structured: [], text: null, name: null, iban: null, chargesCents: null, returnReason: null },
};

/** Every fact of an entry, another value of it, and what that contradicts. */
const others: Readonly<Record<Exclude<keyof EntryFacts, 'format' | 'entryDirection'>, [Partial<EntryFacts>, string]>> =
  {
    entryCents: [{ entryCents: 1 }, 'ENTRY_AMOUNT'],
    amountCents: [{ amountCents: 1 }, 'AMOUNT'],
    direction: [{ direction: 'DEBIT' }, 'DIRECTION'],
    bookedOn: [{ bookedOn: '2026-11-26' }, 'BOOKING_DAY'],
    valueOn: [{ valueOn: '2026-11-24' }, 'VALUE_DAY'],
    entryReference: [{ entryReference: 'n2' }, 'ENTRY_REFERENCE'],
    detailReference: [{ detailReference: 'd2' }, 'DETAIL_REFERENCE'],
    transactionCode: [{ transactionCode: 'PMNT/IDDT/ESDD' }, 'TRANSACTION_CODE'],
    listed: [{ listed: 2 }, 'LISTED_PAYMENTS'],
    payments: [{ payments: ['pay_2'] }, 'PAYMENT'],
    ownBlock: [{ ownBlock: 'M1-2' }, 'BLOCK'],
    block: [{ block: 'M1-2' }, 'BLOCK'],
    endToEndId: [{ endToEndId: 'e2' }, 'END_TO_END_ID'],
    mandate: [{ mandate: 'm2' }, 'MANDATE'],
    structured: [{ structured: ['s2'] }, 'STRUCTURED_REFERENCE'],
    text: [{ text: { ...text, whole: 'other' } }, 'TEXT'],
    name: [{ name: { ...text, whole: 'other' } }, 'COUNTERPARTY_NAME'],
    iban: [{ iban: 'i2' }, 'COUNTERPARTY_ACCOUNT'],
    chargesCents: [{ chargesCents: 60 }, 'CHARGES'],
    returnReason: [{ returnReason: 'MD06' }, 'RETURN_REASON'],
  };
const names = Object.keys(others) as (keyof typeof others)[];

/** An entry as some file says it: some facts are left out, some are others. */
const said = fc
  .record({ left: fc.subarray(names), changed: fc.subarray(names), isNotice: fc.boolean() })
  .map(({ left, changed, isNotice }): EntryFacts => {
    const facts: Record<string, unknown> = { ...full, format: isNotice ? 'CAMT_054' : 'CAMT_053' };
    for (const name of changed) Object.assign(facts, others[name][0]);
    for (const name of left) if (name in silent) facts[name] = silent[name];
    const [payment] = facts.payments as readonly string[];
    // The gateway knows whether the payment that a file names is in a block: it is in the same for each file.
    if (payment !== undefined) facts.ownBlock = payment === 'pay_1' ? full.ownBlock : null;
    return facts as EntryFacts;
  });

describe('two entries of one reference', () => {
  it.each(names)('that differ in %s contradict each other, whichever came first', (name) => {
    const [change, fact] = others[name];
    expect(contradictions('SAME', full, { ...full, ...change })).toEqual([fact]);
    expect(contradictions('SAME', { ...full, ...change }, full)).toEqual([fact]);
  });

  it('are compared by every fact that there is', () => {
    expect(new Set(Object.values(others).map(([, fact]) => fact))).toEqual(new Set(bankEntryFact.names));
  });

  it.each(names.filter((name) => name in silent))('agree where one of them says nothing of %s', (name) => {
    expect(contradictions('SAME', full, { ...full, [name]: silent[name] })).toEqual([]);
  });

  it('contradict each other in the same, whichever came first', () => {
    fc.assert(
      fc.property(said, said, (one, other) => {
        expect(contradictions('SAME', one, other)).toEqual(contradictions('SAME', other, one));
      }),
    );
  });

  it('agree with what both of them say together, and so does each file that agrees with both', () => {
    fc.assert(
      fc.property(said, said, said, (one, other, third) => {
        fc.pre(contradictions('SAME', one, other).length === 0);
        const both = joined(one, other);
        expect(contradictions('SAME', both, one)).toEqual([]);
        expect(contradictions('SAME', both, other)).toEqual([]);
        // A notice and a statement say days and references in their own ways.
        const areAlike = one.format === other.format && other.format === third.format;
        if (areAlike && contradictions('SAME', both, third).length === 0) {
          expect(contradictions('SAME', one, third)).toEqual([]);
        }
      }),
    );
  });

  it('may be dated up to seven days apart where one of them stands in a notice', () => {
    const notice = { ...full, format: 'CAMT_054' } as const;
    expect(contradictions('SAME', notice, { ...full, bookedOn: '2026-12-02' })).toEqual([]);
    expect(contradictions('SAME', notice, { ...full, bookedOn: '2026-12-03' })).toEqual(['BOOKING_DAY']);
    expect(contradictions('SAME', full, { ...full, bookedOn: '2026-11-26' })).toEqual(['BOOKING_DAY']);
  });

  it('keep the days of the statement, and the finer code', () => {
    const coarse = { ...full, format: 'CAMT_054', bookedOn: '2026-11-21', transactionCode: 'PMNT/RCDT' } as const;
    expect(joined(coarse, full)).toEqual(full);
    expect(joined(full, coarse)).toEqual(full);
  });

  it.each(['SUM_OF_ONE', 'SUM_OF_SEVERAL', 'SIBLINGS'] as const)('agree with themselves as %s', (relation) => {
    expect(contradictions(relation, full, full)).toEqual([]);
  });

  it('contradict each other where one pays a block, and the other names a payment of no block', () => {
    const block = { ...full, payments: [], block: null };
    const single = { ...full, ownBlock: null, block: null };
    expect(contradictions('SUM_OF_SEVERAL', block, single)).toEqual(['PAYMENT']);
    expect(contradictions('SUM_OF_SEVERAL', single, block)).toEqual(['PAYMENT']);
  });
});
