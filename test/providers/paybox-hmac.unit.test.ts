import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/kernel/merchant.ts';
import { signForm } from '../../src/providers/paybox/signature.ts';
import { buildForm, fieldOf } from '../support/providers/paybox-examples.ts';
import { hmacVectors, testHmacKey } from '../support/providers/paybox-recorded.ts';

describe('the HMAC', () => {
  const fieldsOf = (signed: string) =>
    signed.split(/&(?=PBX_)/).map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals), pair.slice(equals + 1)] as const;
    });

  test.each(hmacVectors)('is the published digest of a form with %s', (_description, signed, digest) => {
    const fields = fieldsOf(signed);
    const form = signForm(Object.fromEntries(fields), new Secret(testHmacKey));
    expect(Object.entries(form)).toEqual([...fields, ['PBX_HMAC', digest]]);
  });

  test.each([
    ['SHA384', 96],
    ['SHA224', 56],
  ])('is made with %s where the form says so', (hash, digits) => {
    const hmac = fieldOf({ fields: signForm({ PBX_HASH: hash }, new Secret(testHmacKey)) }, 'PBX_HMAC');
    expect(hmac).toMatch(new RegExp(`^[0-9A-F]{${digits}}$`));
  });

  test.each(['MD5', 'sha512', ''])('is not made with the digest "%s"', (hash) => {
    expect(() => signForm({ PBX_HASH: hash }, new Secret(testHmacKey))).toThrow('PBX_HASH');
  });

  test.each([
    ['too short', '0123456789ABCDEF'],
    ['of an odd number of digits', `${testHmacKey}0`],
    ['not hexadecimal', `${testHmacKey}xy`],
    ['empty', ''],
  ])('is not made with a key that is %s, and the fault does not show the key', (_description, key) => {
    const sign = () => signForm({ PBX_HASH: 'SHA512' }, new Secret(key));
    expect(sign).toThrow(/^an HMAC key is at least 40 hexadecimal digits, an even number of them$/);
  });

  test('is made with the first of two keys', () => {
    const form = buildForm({ account: { hmacKeys: [new Secret(testHmacKey), new Secret('AB'.repeat(64))] } });
    expect(fieldOf(form, 'PBX_HMAC')).toBe(fieldOf(buildForm(), 'PBX_HMAC'));
    const renewed = buildForm({ account: { hmacKeys: [new Secret('AB'.repeat(64)), new Secret(testHmacKey)] } });
    expect(fieldOf(renewed, 'PBX_HMAC')).not.toBe(fieldOf(form, 'PBX_HMAC'));
  });
});
