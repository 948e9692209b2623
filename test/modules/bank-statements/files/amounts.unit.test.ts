import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumCents } from '../../../../src/kernel/money.ts';
import { understandAmounts } from '../../../../src/modules/bank-statements/files/entry-amounts.ts';
import { centsOfDecimal } from '../../../../src/modules/bank-statements/files/read-values.ts';
import { feeNotations } from '../../../support/bank-statements/fee-notations.ts';
import { entriesIn, refusalOf } from '../../../support/bank-statements/read-pieces.ts';
import { checkedWith, schemaFaults } from '../../../support/bank-statements/schemas.ts';
import { writtenCfonb120, writtenMt940 } from '../../../support/bank-statements/written-cfonb.ts';
import { type WrittenEntry, writtenStatement } from '../../../support/bank-statements/written-files.ts';

const versions = ['02', '08'] as const;
const decimal = (cents: number): string => (cents / 100).toFixed(2);

describe.each(versions)('a return with a fee in .%s', (version) => {
  it.each(feeNotations)(`is understood with %s, checked with ${checkedWith}`, async (_what, entry) => {
    const details = entry.details?.map((detail) => ({ ...detail, endToEndId: 'P1', reason: 'AM04' })) ?? [];
    const file = writtenStatement({
      version,
      entries: [{ direction: 'DBIT', code: ['IDDT', 'UPDD'], ...entry, details }],
    });
    expect(schemaFaults(`camt.053.001.${version}`, file)).toEqual([]);
    expect(await entriesIn(file)).toMatchObject([
      { fault: null, chargesCents: 300, details: [{ amountCents: 1_250, chargesCents: 300 }] },
    ]);
  });

  it('names the charge where only the sum of both is written', async () => {
    const details = [{ amount: '15.50', charges: '3.00', endToEndId: 'P1', reason: 'AM04' }];
    const [entry] = await entriesIn(
      writtenStatement({ version, entries: [{ amount: '15.50', direction: 'DBIT', details }] }),
    );
    expect(entry?.details).toMatchObject([{ amountCents: 1_550, chargesCents: 0, besideCents: 300 }]);
  });

  it('stands among others, each in its own notation', async () => {
    const one = { instructed: '12.50', amount: '15.50', charges: '3.00', reason: 'AM04' };
    const other = { amount: '20.00', reason: 'AC04' };
    const third = { instructed: '1.00', amount: '1.50', charges: '0.50', reason: 'MD06' };
    const entry: WrittenEntry = {
      amount: '37.00',
      direction: 'DBIT',
      code: ['IDDT', 'UPDD'],
      details: [one, other, third],
    };
    const [read] = await entriesIn(writtenStatement({ version, entries: [entry] }));
    expect(read).toMatchObject({ fault: null, chargesCents: 350 });
    expect(read?.details.map(({ amountCents, chargesCents }) => [amountCents, chargesCents])).toEqual([
      ...[
        [1_250, 300],
        [2_000, 0],
        [100, 50],
      ],
    ]);
  });

  it.each<[string, WrittenEntry]>([
    ['amounts that no charge explains', { amount: '15.50', details: [{ amount: '12.50', charges: '2.00' }] }],
    ['a charge that the bank gives back', { amount: '15.50', details: [{ amount: '18.50', charges: '3.00' }] }],
  ])('is left to a person with %s', async (_what, entry) => {
    const details = entry.details?.map((detail) => ({ ...detail, endToEndId: 'P1', reason: 'AM04' })) ?? [];
    const [read] = await entriesIn(writtenStatement({ version, entries: [{ ...entry, direction: 'DBIT', details }] }));
    expect(read?.fault).not.toBeNull();
  });

  it.each([20, 0])('leaves what the bank states once beside several payments to the first (%i)', async (ownCents) => {
    const first = { amount: '100.00', endToEndId: 'P1', charges: decimal(ownCents) };
    const details = [first, { amount: '200.00', endToEndId: 'P2' }];
    const entry = { amount: decimal(30_000 - 120 - ownCents), charges: '1.20', details };
    const [read] = await entriesIn(writtenStatement({ version, entries: [entry] }));
    expect(read).toMatchObject({ fault: null, chargesCents: 120 + ownCents });
    expect(read?.details).toMatchObject([{ chargesCents: 120 + ownCents }, { chargesCents: 0 }]);
  });

  it('takes what a customer instructed for a transfer for no amount of ours', async () => {
    const details = [{ instructed: '100.00', amount: '98.00', charges: '2.00' }];
    const [read] = await entriesIn(writtenStatement({ version, entries: [{ amount: '98.00', details }] }));
    expect(read?.details).toMatchObject([{ amountCents: 9_800, chargesCents: 0 }]);
  });
});

it('what is understood always adds up to the entry, whatever the notation', () => {
  const cents = fc.integer({ min: 1, max: 100_000 });
  const notation = fc.constantFrom('NET', 'BOTH', 'INSTRUCTED');
  const part = fc.record({ cents, fee: fc.integer({ min: 0, max: 500 }), notation, isReturn: fc.boolean() });
  fc.assert(
    fc.property(fc.array(part, { minLength: 2, maxLength: 6 }), fc.boolean(), (parts, saysDirections) => {
      const moved = parts.reduce((sum, one) => sum + (one.isReturn ? -one.cents : one.cents) - one.fee, 0);
      fc.pre(moved !== 0);
      const stated = parts.map((one) => ({
        movedCents:
          one.notation === 'NET'
            ? one.cents
            : one.notation === 'BOTH'
              ? one.cents + (one.isReturn ? one.fee : -one.fee)
              : null,
        otherCents: one.notation === 'NET' ? [] : [one.cents],
        direction: saysDirections ? (one.isReturn ? ('DEBIT' as const) : ('CREDIT' as const)) : null,
        ...{ isReturn: one.isReturn, isInstructedByUs: true, charges: { included: one.fee, all: one.fee } },
      }));
      const direction = moved > 0 ? ('CREDIT' as const) : ('DEBIT' as const);
      const whole = { amountCents: Math.abs(moved), direction, charges: { included: 0, all: 0 } };
      const understood = understandAmounts(whole, stated);
      if (saysDirections) expect(understood.fault).toBeNull();
      if (understood.fault !== null) return;
      const sum = understood.parts.reduce(
        (all, one) => all + (one.direction === 'CREDIT' ? one.amountCents : -one.amountCents),
        0,
      );
      expect(sum - understood.chargesCents).toBe(moved);
      expect(understood.parts.reduce((all, one) => all + one.chargesCents, 0)).toBe(understood.chargesCents);
      expect(understood.parts.every(({ chargesCents, besideCents }) => chargesCents >= 0 && besideCents >= 0)).toBe(
        true,
      );
    }),
  );
});

describe.each(versions)('a batch of credits and debits in .%s', (version) => {
  const details = [
    { amount: '100.00', endToEndId: 'P1', direction: 'CRDT' as const },
    { amount: '50.00', endToEndId: 'P2', direction: 'CRDT' as const },
    { amount: '30.00', endToEndId: 'P3', reason: 'AM04', direction: 'DBIT' as const },
  ];

  it.each(['CRDT', 'DBIT'] as const)('is read by the signed sum, in an entry that is %s', async (direction) => {
    const all = direction === 'CRDT' ? details : [...details, { amount: '200.00', reason: 'MD06', direction }];
    const amount = direction === 'CRDT' ? '120.00' : '80.00';
    const file = writtenStatement({
      version,
      opening: 100_000,
      entries: [{ amount, direction, code: ['IDDT', 'ESDD'], details: all }],
    });
    expect(schemaFaults(`camt.053.001.${version}`, file)).toEqual([]);
    const [entry] = await entriesIn(file);
    expect(entry).toMatchObject({ fault: null, chargesCents: 0 });
    expect(entry?.details.map((one) => one.direction)).toEqual(
      all.map((one) => ('reason' in one ? 'DEBIT' : 'CREDIT')),
    );
  });

  it('is left to a person where the signed sum is another', async () => {
    const entries = [{ amount: '180.00', code: ['IDDT', 'ESDD'] as const, details }];
    const [entry] = await entriesIn(writtenStatement({ version, entries }));
    // Version .02 says no directions, and the plain sum is the entry: then all of them came.
    expect(entry?.fault === null).toBe(version === '02');
  });
});

describe('an amount', () => {
  const spellings = fc.record({
    cents: fc.integer({ min: 0, max: 999_999_999_99 }),
    sign: fc.constantFrom('', '+'),
    before: fc.integer({ min: 0, max: 20 }),
    after: fc.integer({ min: 0, max: 20 }),
    isShort: fc.boolean(),
    blanks: fc.constantFrom('', ' ', '\n  ', '\t'),
  });

  it('is read to the cent in every spelling of xs:decimal', () => {
    fc.assert(
      fc.property(spellings, ({ cents, sign, before, after, isShort, blanks }) => {
        const [units = '', fraction = ''] = decimal(cents).split('.');
        const short = isShort ? fraction.replace(/0+$/, '') : fraction + '0'.repeat(after);
        const whole = isShort && units === '0' && short !== '' ? '' : '0'.repeat(before) + units;
        expect(centsOfDecimal(`${blanks}${sign}${whole}.${short}${blanks}`)).toBe(cents);
      }),
    );
  });

  it.each([
    ['.5', 50],
    ['+5.00', 500],
    ['5.', 500],
    ['5', 500],
    ['0005.10', 510],
    ['-0.00', 0],
    ['5.1000000000', 510],
    ['9999999999.99', maximumCents],
    ['000000009999999999.990', maximumCents],
  ])('written as %s is %i cents', (written, cents) => {
    expect(centsOfDecimal(written)).toBe(cents);
  });

  it.each([
    ['', 'is not a decimal number without a minus: expected for instance 1234.56, found nothing'],
    ['.', 'found "."'],
    ['+', 'found "+"'],
    ['-5.00', 'found "-5.00"'],
    ['1,50', 'found "1,50"'],
    ['1 000.00', 'found "1 000.00"'],
    ['1e3', 'found "1?3"'],
    ['NaN', 'found "???"'],
    ['5.001', 'has more than two decimals: expected whole cents, found "5.001"'],
    ['10000000000.00', 'is too large: found "10000000000.00"'],
    ['90071992547409.91', 'is too large: found "90071992547409.91"'],
    ['90071992547409.92', 'is too large: found "90071992547409.92"'],
    ['９', 'found "?"'],
  ])('written as «%s» is refused with what was expected and found', (written, why) => {
    expect(centsOfDecimal(written)).toContain(why);
  });

  const days = { openingCents: -1, from: '2026-11-24', until: '2026-11-25' };
  const movements = (cents: number) => [{ cents, day: days.until, code: '05' }];
  it.each<[string, (cents: number) => string | Buffer, string]>([
    [
      'camt.053',
      (cents) => writtenStatement({ opening: -1, entries: [{ amount: decimal(cents) }] }),
      'Ntry/Amt: the amount',
    ],
    ['CFONB 120', (cents) => writtenCfonb120([{ ...days, movements: movements(cents) }]), 'record 04: the amount'],
    ['MT940', (cents) => writtenMt940({ ...days, entries: movements(cents) }), ':61:: the amount'],
  ])('of more than ten billion euros is refused in %s, with its place', async (_format, written, where) => {
    expect(await entriesIn(written(maximumCents))).toMatchObject([{ amountCents: maximumCents }]);
    const refusal = await refusalOf(written(maximumCents + 1));
    expect(refusal).toContain(where);
    expect(refusal).toMatch(/is too large: found "0?10000000000/);
  });

  it.each([
    ['the currency is not EUR: found "USD"', 'Ccy="EUR">5.00', 'Ccy="USD">5.00'],
    [
      'CdtDbtInd is neither CRDT nor DBIT: found "CREDT"',
      '<CdtDbtInd>CRDT</CdtDbtInd><Sts>',
      '<CdtDbtInd>CREDT</CdtDbtInd><Sts>',
    ],
    ['found "2026-02-30"', '<BookgDt><Dt>2026-11-25', '<BookgDt><Dt>2026-02-30'],
    ['FUTR: found "BOOKD"', '<Cd>BOOK</Cd>', '<Cd>BOOKD</Cd>'],
  ])('stands in a refusal that says %s', async (message, good, bad) => {
    const file = writtenStatement({ entries: [{ amount: '5.00', details: [{ amount: '5.00' }] }] });
    expect(file).toContain(good);
    expect(await refusalOf(file.replaceAll(good, bad))).toContain(message);
  });
});

describe.each(versions)('the other party in .%s', (version) => {
  const us = { name: 'J MILLIET BBC', iban: 'FR1420041010050500013M02606' };
  const them = { name: 'CAFE DU COMMERCE', iban: 'FR7630006000011234567890189', ultimate: 'LE PATRON' };
  const nameless = { name: 'J MILLIET BBC' };
  const without = ({ name }: { readonly name: string }) => ({ name });

  it.each<[string, Partial<WrittenEntry>, NonNullable<WrittenEntry['details']>[number]]>([
    ['pays what comes', { direction: 'CRDT' }, { debtor: them, creditor: us }],
    ['receives what goes', { direction: 'DBIT' }, { debtor: us, creditor: them }],
    [
      'receives what goes, without accounts',
      { direction: 'DBIT' },
      { debtor: nameless, creditor: { ...without(them), ultimate: them.ultimate } },
    ],
    ['debits the company', { direction: 'DBIT', code: ['RDDT', 'ESDD'] }, { debtor: us, creditor: them }],
    [
      'takes back a debit',
      { direction: 'DBIT', code: ['IDDT', 'UPDD'] },
      { debtor: them, creditor: us, reason: 'AM04' },
    ],
    [
      'takes back a debit, roles turned',
      { direction: 'DBIT', code: ['IDDT', 'UPDD'] },
      { debtor: us, creditor: them, reason: 'AM04' },
    ],
    [
      'sends back what the company paid',
      { direction: 'CRDT', code: ['ICDT', 'RRTN'] },
      { debtor: us, creditor: them, reason: 'AC01' },
    ],
    ['is in an entry that is taken back', { direction: 'DBIT', reversal: true }, { debtor: them, creditor: us }],
  ])('is who %s', async (_what, entry, detail) => {
    const file = writtenStatement({
      version,
      opening: 10_000,
      entries: [{ amount: '5.00', ...entry, details: [{ amount: '5.00', ...detail }] }],
    });
    expect(schemaFaults(`camt.053.001.${version}`, file)).toEqual([]);
    const [read] = await entriesIn(file);
    expect(read?.details[0]?.counterparty).toMatchObject({ name: them.name, ultimateName: them.ultimate });
  });

  it('is not said where the bank names the company alone', async () => {
    const file = writtenStatement({
      version,
      entries: [{ amount: '5.00', direction: 'DBIT', details: [{ amount: '5.00', debtor: nameless }] }],
    });
    expect((await entriesIn(file))[0]?.details[0]?.counterparty).toEqual({
      name: null,
      iban: null,
      ultimateName: null,
    });
  });
});
