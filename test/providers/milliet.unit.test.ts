import fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import type { MillietAccount } from '../../src/kernel/merchant.ts';
import { creditorReference, isCreditorReference } from '../../src/kernel/sepa/creditor-reference.ts';
import { epcQrCodeText, renderQrCode } from '../../src/providers/milliet/epc-qr-code.ts';
import { createMilliet } from '../../src/providers/milliet/milliet.ts';
import { waitingPayment } from '../support/payments/example.ts';

const account: MillietAccount = {
  creditorName: 'J MILLIET BBC',
  iban: 'FR1420041010050500013M02606',
  bic: 'PSSTFRPPXXX',
};

const payment = waitingPayment({
  id: 'pay_0198f2b0c0de7000800000000000abcd',
  token: 'h2FzVt9zQ0mD1b2c3d4e5w',
  paymentTarget: 'MILLIET',
  paymentType: 'SEPA',
  typePaiement: 'SEPA',
  amountCents: 123_456,
  email: 'helene@example.fr',
  flow: 'BANK_TRANSFER',
});

describe('a creditor reference', () => {
  test.each([
    ['539007547034', 'RF18539007547034'],
    ['1000042', 'RF811000042'],
    ['20260042', 'RF8820260042'],
    ['C2263P000123', 'RF41C2263P000123'],
    ['MILLIET2026000123', 'RF05MILLIET2026000123'],
    ['4K7M-9QXT', 'RF524K7M9QXT'],
    ['4k7m 9qxt', 'RF524K7M9QXT'],
  ])('of %s is %s', (text, reference) => {
    expect(creditorReference(text)).toBe(reference);
    expect(isCreditorReference(reference)).toBe(true);
  });

  test.each([
    ['grouped and in small letters', 'rf18 5390 0754 7034', true],
    ['with another digit', 'RF18539007547035', false],
    ['with two digits exchanged', 'RF18539007540734', false],
    ['with other check digits', 'RF19539007547034', false],
    ['without check digits', 'RF539007547034', false],
    ['without a text', 'RF18', false],
    ['of another kind', 'FR1420041010050500013M02606', false],
    ['too long', `RF18${'0'.repeat(22)}`, false],
    ['with a sign', 'RF18539-007547034', false],
    ['with a letter that is only upper-cased into ASCII', 'RF18ſ', false],
    ['that is empty', '', false],
  ])('%s is judged by its check digits', (_name, text, expected) => {
    expect(isCreditorReference(text)).toBe(expected);
  });

  test('has check digits from 02 to 98, though others leave the same remainder', () => {
    const bodyOf = (digits: string) =>
      Array.from({ length: 1000 }, (_, index) => String(index)).find((body) =>
        creditorReference(body).startsWith(`RF${digits}`),
      );
    for (const [digits, alias] of [
      ['97', '00'],
      ['98', '01'],
      ['02', '99'],
    ] as const) {
      const body = bodyOf(digits);
      expect(body, digits).toBeDefined();
      expect(isCreditorReference(`RF${digits}${body}`)).toBe(true);
      expect(isCreditorReference(`RF${alias}${body}`)).toBe(false);
    }
  });

  test.each([
    ['too long', 'A'.repeat(22)],
    ['empty', ' - '],
    ['accented', 'télévente'],
    ['a slash', 'A/1'],
  ])('is not made of a text that is %s', (_name, text) => {
    expect(() => creditorReference(text)).toThrow();
  });

  test('of any letters and digits leaves 1 modulo 97, and no slip of a letter or a digit for another does', () => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const character = fc.constantFrom(...alphabet);
    const body = fc.array(character, { minLength: 1, maxLength: 21 }).map((characters) => characters.join(''));
    fc.assert(
      fc.property(body, fc.nat(), character, (text, position, slip) => {
        const reference = creditorReference(text);
        const digits = [...reference.slice(4), ...reference.slice(0, 4)].map((each) => alphabet.indexOf(each)).join('');
        expect(BigInt(digits) % 97n).toBe(1n);
        const at = 4 + (position % text.length);
        // A digit counts for one place and a letter for two: between them the check digits promise nothing.
        fc.pre(/[0-9]/.test(slip) === /[0-9]/.test(reference.charAt(at)));
        const wrong = reference.slice(0, at) + slip + reference.slice(at + 1);
        expect(isCreditorReference(wrong)).toBe(wrong === reference);
      }),
    );
  });
});

describe("a transfer's QR code", () => {
  const transfer = { ...account, amountCents: 123_456, reference: 'RF811000042' };

  test('says what EPC069-12 wants, in its order', () => {
    const text = epcQrCodeText({ ...transfer, bic: '' });
    expect(text).toBe('BCD\n002\n1\nSCT\n\nJ MILLIET BBC\nFR1420041010050500013M02606\nEUR1234.56\n\nRF811000042');
    expect(Buffer.byteLength(text)).toBe(80);
    expect(encode(text, { ecc: 'M', maxVersion: 13 }).version).toBe(5);
    expect(epcQrCodeText(transfer).split('\n')[4]).toBe('PSSTFRPPXXX');
  });

  test.each([
    [1, 'EUR0.01'],
    [99, 'EUR0.99'],
    [100, 'EUR1.00'],
    [99_999_999_999, 'EUR999999999.99'],
    [100_000_000_000, ''],
  ])('writes %i cents as "%s"', (amountCents, line) => {
    expect(epcQrCodeText({ ...transfer, amountCents }).split('\n')[7]).toBe(line);
  });

  test('takes names of up to 70 characters, accents included', () => {
    const name = 'É'.repeat(70);
    expect(epcQrCodeText({ ...transfer, creditorName: name }).split('\n')[5]).toBe(name);
    expect(() => epcQrCodeText({ ...transfer, creditorName: `${name}E` })).toThrow();
    // 70 characters, but more bytes than the code may have.
    expect(() => epcQrCodeText({ ...transfer, creditorName: '😀'.repeat(70) })).toThrow();
  });

  test.each([
    ['an empty name', { creditorName: '' }],
    ['a name of two lines', { creditorName: 'J MILLIET\nBBC' }],
    ['a name that ends in a blank', { creditorName: 'J MILLIET ' }],
    ['an IBAN in groups', { iban: 'FR14 2004 1010 0505 0001 3M02 606' }],
    ['a BIC of another length', { bic: 'PSSTFRPP0' }],
  ])('is not made with %s, and the fault does not show the account', (_name, change) => {
    expect(() => epcQrCodeText({ ...transfer, ...change })).toThrow(/^(?!.*(?:FR14|PSST))/);
  });

  test('is drawn as dark squares with four modules of quiet around', () => {
    const svg = renderQrCode(epcQrCodeText({ ...transfer, bic: '' }));
    // Version 5 has 37 modules a side.
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 45 45">/);
    const dark = new Set(Array.from(svg.matchAll(/M(\d+),(\d+)h1v1h-1z/g), ([, x, y]) => `${x},${y}`));
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
    for (const [left, top] of [
      [4, 4],
      [34, 4],
      [4, 34],
    ] as const) {
      const drawn = finder.map((row, y) =>
        [...row].map((_, x) => (dark.has(`${left + x},${top + y}`) ? '#' : '.')).join(''),
      );
      expect(drawn).toEqual(finder);
    }
    // Error correction M is 00 in the format bits, which are drawn masked by 10.
    expect(dark.has('4,12')).toBe(true);
    expect(dark.has('5,12')).toBe(false);
    const coordinates = [...dark].flatMap((module) => module.split(',').map(Number));
    expect(Math.min(...coordinates)).toBe(4);
    expect(Math.max(...coordinates)).toBe(40);
  });

  test('has version 13 at most', () => {
    expect(renderQrCode('x'.repeat(331))).toContain('viewBox="0 0 77 77"');
    expect(() => renderQrCode('x'.repeat(332))).toThrow();
  });
});

describe('the transfer that a customer is asked for', () => {
  test("goes to the company's account, for the payment's amount, with its reference", () => {
    const { qrCodeSvg, ...transfer } = createMilliet().bankTransfer(account, payment);
    expect(transfer).toEqual({
      iban: 'FR1420041010050500013M02606',
      bic: 'PSSTFRPPXXX',
      creditorName: 'J MILLIET BBC',
      reference: 'RF524K7M9QXT',
      amountCents: 123_456,
    });
    const text =
      'BCD\n002\n1\nSCT\nPSSTFRPPXXX\nJ MILLIET BBC\nFR1420041010050500013M02606\nEUR1234.56\n\nRF524K7M9QXT';
    expect(qrCodeSvg).toBe(renderQrCode(text));
  });

  test('is refused for an amount that is none', () => {
    expect(() => createMilliet().bankTransfer(account, { ...payment, amountCents: 0 })).toThrow();
  });
});
