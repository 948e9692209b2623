import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditorReference } from '../../../../src/kernel/sepa/creditor-reference.ts';
import { debitAdvice, isDebtorsRefund, reasonCodes, reasonOf } from '../../../../src/kernel/sepa/reason-codes.ts';
import { referencesOf } from '../../../../src/modules/bank-statements/matching/match-reference.ts';

describe('the reference of a payment', () => {
  const own = creditorReference('4K7M-9QXT');
  const nothing = { structuredReferences: [], remittance: [], endToEndId: null };

  it.each([
    ['in the structured field', { ...nothing, structuredReferences: [own] }],
    ['in groups of four', { ...nothing, structuredReferences: ['rf52 4k7m 9qxt'] }],
    ['in free text', { ...nothing, remittance: [`facture 12, ref. ${own}.`] }],
    ['cut by the bank', { ...nothing, remittance: [`COMMANDE 45012 DU 12/11 ${own.slice(0, 6)}`, own.slice(6)] }],
    ['cut and indented', { ...nothing, remittance: [`VIR ${own.slice(0, 3)} `, ` ${own.slice(3)} MERCI`] }],
    ['with dashes', { ...nothing, remittance: ['RF52-4K7M-9QXT'] }],
    ["in the payer's id", { ...nothing, endToEndId: own }],
  ])('is found %s', (_where, detail) => {
    expect(referencesOf(detail)).toEqual(['4K7M-9QXT']);
  });

  it.each([
    ['with wrong check digits', { ...nothing, remittance: ['RF53 4K7M 9QXT'] }],
    ['without check digits', { ...nothing, remittance: ['4K7M-9QXT'] }],
    ['of somebody else', { ...nothing, structuredReferences: ['RF18539007547034'] }],
  ])('is not taken %s', (_how, detail) => {
    expect(referencesOf(detail)).toEqual([]);
  });

  it('is found wherever a bank cuts the text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25 }), fc.constantFrom('', ' ', '  '), (place, seam) => {
        const text = `VIREMENT ${own} MERCI`;
        const remittance = [text.slice(0, place) + seam, text.slice(place)];
        expect(referencesOf({ ...nothing, remittance })).toEqual(['4K7M-9QXT']);
      }),
    );
  });
});

describe('the reason of a return', () => {
  it.each([
    ...['AC01', 'AC04', 'AC06', 'AC13', 'AG01', 'AG02', 'FF05', 'AM04', 'AM05', 'DUPL', 'BE05', 'RC01', 'FF01', 'CNOR'],
    ...['DNOR', 'MD01', 'MD02', 'MD06', 'MS02', 'MS03', 'RR01', 'RR02', 'RR03', 'RR04', 'MD07', 'SL01', 'TM01', 'ED05'],
  ])('%s has a meaning in both languages', (code) => {
    expect(reasonOf(code)).toMatchObject({
      code,
      french: expect.stringMatching(/./),
      english: expect.stringMatching(/./),
    });
  });

  it('suspends the mandate where it says that the mandate or its account is not good any more', () => {
    expect(reasonCodes.filter(({ suspendsMandate }) => suspendsMandate).map(({ code }) => code)).toEqual([
      ...['AC01', 'AC04', 'AC06', 'AC13', 'AG01', 'MD01', 'MD07', 'RR04'],
    ]);
  });

  it.each([
    ['SUSPEND', ['AC01', 'AC04', 'AC06', 'AC13', 'AG01', 'MD01', 'MD07', 'RR04']],
    ['FIX_DATA', ['AG02', 'BE05', 'FF01', 'FF05', 'MD02', 'RC01', 'RR01', 'RR02', 'RR03']],
    ['PRESENT_AGAIN', ['AM04', 'TM01']],
    ['CONTACT_CUSTOMER', ['MD06', 'MS02', 'MS03', 'SL01']],
    ['ASK_BANK', ['AM05', 'DU01', 'DU02', 'DUPL', 'ED05']],
    ['OTHER_MEANS', ['CNOR', 'DNOR']],
  ])('advises %s for its codes alone', (advice, codes) => {
    expect(reasonCodes.filter((reason) => reason.advice === advice).map(({ code }) => code)).toEqual(codes);
  });

  it('stands in the documentation with what may be done', async () => {
    const page = await readFile(new URL('../../../../docs/reference/vocabulary.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `(\w+)` \| ((?:[A-Z]{2,4}\d{0,2} ?)+) \|/gm)];
    expect(rows.map(([, advice = '', codes = '']) => [advice, codes.split(' ')])).toEqual(
      debitAdvice.names.map((name) => [
        name,
        reasonCodes.filter(({ advice }) => advice === name).map(({ code }) => code),
      ]),
    );
  });

  it('may be unknown, and says whether the debtor took the money back', () => {
    expect([reasonOf('XY99'), reasonOf(null), reasonOf('constructor')]).toEqual([null, null, null]);
    expect(['MD06', 'MD01', 'AM04', null].map(isDebtorsRefund)).toEqual([true, true, false, false]);
  });
});
