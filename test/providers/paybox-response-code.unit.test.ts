import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProviderUpdate } from '../../src/modules/payments/provider.ts';
import { messageWith, updateOf } from '../support/providers/paybox-notification.ts';

describe('the response code', () => {
  const statusOf = (
    error: string,
    proof: Readonly<Record<string, string | null>> = { auth: null },
  ): ProviderUpdate['status'] => updateOf(messageWith({ error, ...proof })).status;
  const bankCodes = (codes: string): string[] => codes.split(' ').map((code) => `001${code}`);

  test.each<[ProviderUpdate['status'], string[]]>([
    ['PENDING', ['99999', '00015', '00194', '00200', '00201', '00300', '00301', '00302', '00303']],
    ['CANCELLED', ['00117']],
    ['EXPIRED', ['00030']],
    ['FAILED', ['00001', '00003', '00006', '00009', '00010', '00011', '00016', '00031', '00032']],
    ['REFUSED', ['00004', '00008', '00021', '00029', '00033', '00040', '001A1', '001A4', '001R1', '001R3']],
    ['REFUSED', bankCodes('01 02 05 08 14 15 33 38 51 54 55 56 57 58 60 61 75 89')],
    ['REFUSED', bankCodes('04 07 34 41 43 59 63 76')],
    ['FAILED', bankCodes('03 12 13 20 24 25 26 27 28 29 30')],
    ['FAILED', bankCodes('19 68 90 91 96 97 98 99')],
  ])('means %s where it is one of %j', (status, codes) => {
    expect(codes.map((code) => [code, statusOf(code)])).toEqual(codes.map((code) => [code, status]));
  });

  test('stands in the update as the text that it is', () => {
    expect(updateOf(messageWith({ error: '001A1', auth: null }))).toMatchObject({
      status: 'REFUSED',
      bankStatus: '001A1',
      bankCode: '001A1',
      deduplicationKey: 'S4111874:001A1::4K7M9QXT-1',
    });
  });

  test('that is unknown is an error, a refusal in the class of the issuer, and doubt beside an authorisation', () => {
    expect(statusOf('00777')).toBe('FAILED');
    expect(statusOf('ABCDE')).toBe('FAILED');
    expect(statusOf('001Z9')).toBe('REFUSED');
    expect(statusOf('00777', { auth: '123456' })).toBe('PENDING');
    expect(statusOf('001Z9', { auth: '123456' })).toBe('PENDING');
  });

  test('is never paid but for 00000', () => {
    const codes = fc.stringMatching(/^[0-9A-Z]{5}$/).filter((code) => code !== '00000');
    fc.assert(fc.property(codes, (code) => statusOf(code, {}) !== 'PAID'));
  });

  test('00000 without transaction number is not paid', () => {
    const bankStatus = '00000 without transaction number';
    expect(updateOf(messageWith({ trans: '0' }))).toMatchObject({ status: 'PENDING', bankStatus, bankCode: '00000' });
  });
});

describe('the key that tells repetitions', () => {
  const keyOf = (changes: Readonly<Record<string, string | null>>): string =>
    updateOf(messageWith(changes)).deduplicationKey;

  test('is the same for a repetition, and for values that decide nothing', () => {
    expect(keyOf({ time: '11:00:00', call: '1' })).toBe(keyOf({}));
  });

  test.each<[string, Readonly<Record<string, string | null>>]>([
    ['transaction', { trans: '4111875' }],
    ['code', { error: '99999' }],
    ['reference', { ref: '4K7M9QXT-2' }],
    ['authorisation', { auth: '654321' }],
  ])('differs by the %s', (_description, changes) => {
    expect(keyOf(changes)).not.toBe(keyOf({}));
  });

  test('takes the call where there is no transaction, and never mistakes one for the other', () => {
    const cancelled = { error: '00001', auth: null };
    expect(updateOf(messageWith({ ...cancelled, trans: '0' }))).toMatchObject({
      bankTransaction: null,
      deduplicationKey: 'T7584174:00001::4K7M9QXT-1',
    });
    expect(keyOf({ ...cancelled, trans: '7584174' })).not.toBe(keyOf({ ...cancelled, trans: '0', call: '7584174' }));
    expect(keyOf({ ...cancelled, trans: '0', call: '0' })).toBe('T0:00001::4K7M9QXT-1');
  });
});
