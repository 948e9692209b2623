import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/kernel/merchant.ts';
import { isSignedBy, signFields } from '../../src/providers/labanquepostale/signature.ts';
import { type Fields, testKey, without } from '../support/providers/labanquepostale-examples.ts';

describe('the signature', () => {
  const guide: Fields = {
    vads_version: 'V2',
    vads_trans_id: '123456',
    vads_trans_date: '20170129130025',
    vads_site_id: '12345678',
    vads_payment_config: 'SINGLE',
    vads_page_action: 'PAYMENT',
    vads_currency: '978',
    vads_ctx_mode: 'TEST',
    vads_amount: '5124',
    vads_action_mode: 'INTERACTIVE',
  };
  const short: Fields = {
    vads_amount: '1234',
    vads_currency: '978',
    vads_trans_date: '20200101120000',
    vads_trans_id: '000001',
  };
  const long: Fields = {
    ...short,
    vads_action_mode: 'INTERACTIVE',
    vads_ctx_mode: 'PRODUCTION',
    vads_page_action: 'PAYMENT',
    vads_payment_config: 'SINGLE',
    vads_return_mode: 'POST',
    vads_site_id: '123456789',
    vads_version: 'V2',
  };
  const worked: Fields = {
    vads_cust_address_number: '3',
    vads_cust_address2: '',
    vads_cust_address: 'rue Haute',
    vads_action_mode: 'INTERACTIVE',
    vads_amount: '2590',
    vads_ctx_mode: 'TEST',
    vads_currency: '978',
    vads_cust_last_name: 'Hélène',
    vads_page_action: 'PAYMENT',
    vads_payment_config: 'SINGLE',
    vads_site_id: '12345678',
    vads_trans_date: '20260102030405',
    vads_trans_id: '000042',
    vads_version: 'V2',
  };

  test.each([
    ["the guide's example", 'HMAC-SHA-256', guide, '1122334455667788', 'ycA5Do5tNvsnKdc/eP1bj2xa19z9q3iWPy9/rpesfS0='],
    ["the guide's example", 'SHA-1', guide, '1122334455667788', '59c96b34c74b9375c332b0b6a32e6deeec87de2b'],
    ['a short form', 'HMAC-SHA-256', short, '987654321', 'egzpLYuwIX0LoqSS3rNxF9QYuKbvd3pp38gIoV+Oi3w='],
    ['a short form', 'SHA-1', short, '987654321', '7b203c8f547b6cc64e9402887e514add8e2cb29d'],
    ['a production form', 'HMAC-SHA-256', long, '987654321', 'p9TbeohlOZVPAmhEwfAlGxRJxFAKpNg5wYBSN9emuqs='],
    [
      'empty, accent, order',
      'HMAC-SHA-256',
      worked,
      'A1b2C3d4E5f6G7h8',
      'hrXZuM3yUeB7miAQmdxRPu6rtBrlFbuTaKXLgkV2Msw=',
    ],
    ['empty, accent, order', 'SHA-1', worked, 'A1b2C3d4E5f6G7h8', '7f9699cee58686bbe6a5db19dc7f44af016631c4'],
  ] as const)('of %s by %s is the published one', (_name, algorithm, fields, key, expected) => {
    const signed = Object.entries(fields);
    expect(signFields(signed, new Secret(key), algorithm)).toBe(expected);
    expect(isSignedBy([new Secret('another'), new Secret(key)], algorithm, signed, expected)).toBe(true);
    expect(isSignedBy([new Secret('another')], algorithm, signed, expected)).toBe(false);
  });

  test('covers a field that is empty, and no field without the prefix', () => {
    const signature = signFields(Object.entries(worked), new Secret(testKey), 'HMAC-SHA-256');
    const fewer = Object.entries(without(worked, 'vads_cust_address2'));
    const more = [...Object.entries(worked), ['VADS_AMOUNT', '1'], ['submit', 'Payer']] as const;
    expect(signFields(fewer, new Secret(testKey), 'HMAC-SHA-256')).not.toBe(signature);
    expect(signFields(more, new Secret(testKey), 'HMAC-SHA-256')).toBe(signature);
  });

  test('is taken in its canonical form alone', () => {
    const fields = Object.entries(guide);
    const canonical = 'ycA5Do5tNvsnKdc/eP1bj2xa19z9q3iWPy9/rpesfS0=';
    const others = [
      '',
      canonical.slice(0, -1),
      `${canonical}=`,
      ` ${canonical}`,
      canonical.replace('/', '_'),
      // The same 32 bytes to a lenient decoder.
      'ycA5Do5tNvsnKdc/eP1bj2xa19z9q3iWPy9/rpesfS1=',
      canonical.toLowerCase(),
    ];
    for (const signature of others) {
      expect(isSignedBy([new Secret(testKey)], 'HMAC-SHA-256', fields, signature), signature).toBe(false);
    }
  });
});
