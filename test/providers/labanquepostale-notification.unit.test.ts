import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/kernel/merchant.ts';
import type { NotificationReading } from '../../src/modules/payments/provider.ts';
import {
  account,
  accounts,
  bank,
  bankSignature,
  type Fields,
  notification,
  read,
  readBody,
  sign,
  testKey,
  uuid,
  without,
} from '../support/providers/labanquepostale-examples.ts';

const rejection = (reading: NotificationReading): string | null =>
  reading.kind === 'REJECTED' ? reading.reason : null;

/** A good message with so many fields, its signature included. */
function withFields(count: number): Fields {
  const more = Array.from(
    { length: count - Object.keys(sign(notification)).length },
    (_, index) => `vads_ext_${index}`,
  );
  return sign({ ...notification, ...Object.fromEntries(more.map((name) => [name, 'x'])) });
}

describe('a notification', () => {
  test('of an authorised card is a payment of the shop that it names', () => {
    expect(read(sign(notification))).toEqual({
      kind: 'AUTHENTIC',
      update: {
        attemptReference: '4K7M-9QXT-1',
        operation: 'DEBIT',
        status: 'PAID',
        acceptsDebit: false,
        waitsForShop: false,
        bankTransaction: uuid,
        bankStatus: 'AUTHORISED',
        bankCode: '00',
        amountCents: 1250,
        currency: '978',
        idSociete: '1',
        runMode: 'TEST',
        provesNothing: false,
        testEvidence: null,
        tellsCapture: true,
        deduplicationKey: `${uuid}:AUTHORISED:DEBIT:PAID:1250:4K7M-9QXT-1`,
      },
      hasUnknownCardBrand: false,
    });
  });

  test('is read from the bytes of the platform, where a blank is + and a plus is %2B', () => {
    const signature = bankSignature(notification);
    const encoded = Object.entries({ ...notification, signature })
      .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%20', '+')}`)
      .join('&');
    expect(encoded).toContain('vads_cust_address=rue+Haute+%2B+cour%2C+100+%25');
    expect(readBody(encoded).kind).toBe('AUTHENTIC');
    expect(readBody(encoded.replace('rue+Haute', 'rue%20Haute')).kind).toBe('AUTHENTIC');
    expect(readBody(encoded.replace('rue+Haute+%2B', 'rue+Haute++')).kind).toBe('REJECTED');
  });

  test('has a signature whose + survives the way, and only if it was encoded', () => {
    // Found by trying: enough messages until one's signature holds a plus.
    const numbered = Array.from({ length: 100 }, (_, index) => ({ ...notification, vads_auth_number: String(index) }));
    const fields = numbered.map((each) => sign(each)).find(({ signature }) => signature?.includes('+'));
    expect(fields && read(fields).kind).toBe('AUTHENTIC');
    const body = new URLSearchParams(fields).toString();
    const handMade = body.replace(/signature=.*$/, (match) => match.replaceAll('%2B', '+'));
    expect(handMade).not.toBe(body);
    expect(rejection(readBody(handMade))).toBe('no key of the shop made this signature');
  });

  test('may come by GET, if it is one', () => {
    const query = new URLSearchParams(sign(notification)).toString();
    const raw = { method: 'GET', query, body: Buffer.alloc(0) } as const;
    expect(bank.readNotification(raw, accounts).kind).toBe('AUTHENTIC');
    expect(rejection(bank.readNotification({ ...raw, method: 'POST' }, accounts))).toBe('there is no signature');
  });

  test("of a browser's return is none, however well it is signed", () => {
    const reason = "this is a browser's return";
    const fields = without(notification, 'vads_hash', 'vads_url_check_src');
    expect(rejection(read(sign(fields)))).toBe(reason);
    expect(rejection(read({ ...sign(fields), hash: 'x', url_check_src: 'PAY' }))).toBe(reason);
    expect(read(sign(without(notification, 'vads_hash'))).kind).toBe('AUTHENTIC');
    expect(read(sign(without(notification, 'vads_url_check_src'))).kind).toBe('AUTHENTIC');
  });

  test('is verified with any of the keys of its shop and mode, by its algorithm', () => {
    const rotated = { ...account, formKeys: [new Secret('brandnew'), new Secret(testKey)] } as const;
    const known = [{ idSociete: '1', runMode: 'TEST', account: rotated }] as const;
    expect(read(sign(notification), known).kind).toBe('AUTHENTIC');
    expect(read(sign(notification, 'brandnew'), known).kind).toBe('AUTHENTIC');
    expect(read(sign(notification, testKey, 'SHA-1'), known).kind).toBe('REJECTED');
    const older = [{ idSociete: '1', runMode: 'TEST', account: { ...account, algorithm: 'SHA-1' } }] as const;
    expect(read(sign(notification, testKey, 'SHA-1'), older).kind).toBe('AUTHENTIC');
    expect(read(sign(notification), older).kind).toBe('REJECTED');
  });

  test('belongs to the société and mode of its shop', () => {
    const second = sign({ ...notification, vads_site_id: '87654321' }, '2222333344445555');
    expect(read(second)).toMatchObject({ update: { idSociete: '2', runMode: 'TEST' } });
    const live = sign({ ...notification, vads_ctx_mode: 'PRODUCTION' }, 'livelivelivelive');
    expect(read(live)).toMatchObject({ update: { idSociete: '1', runMode: 'LIVE' } });
  });

  test('of a shop that two sociétés share does not say which', () => {
    const shared = [...accounts, { idSociete: '3', runMode: 'TEST', account }] as const;
    expect(read(sign(notification), shared)).toMatchObject({ update: { idSociete: null, runMode: 'TEST' } });
  });

  const unknownShop = 'no shop of ours has this vads_site_id in this vads_ctx_mode';
  const unsigned = 'no key of the shop made this signature';
  test.each([
    ['an unsigned one', notification, 'there is no signature'],
    ['an empty signature', { ...notification, signature: '' }, 'there is no signature'],
    ['a lower-cased signature', { ...notification, signature: bankSignature(notification).toLowerCase() }, unsigned],
    ['another amount', { ...sign(notification), vads_amount: '1251' }, unsigned],
    ['another status', { ...sign(notification), vads_trans_status: 'CAPTURED' }, unsigned],
    ['an added field', { ...sign(notification), vads_zzz: '' }, unsigned],
    ['a field that was taken away', without(sign(notification), 'vads_extra_result'), unsigned],
    ['a foreign shop', sign({ ...notification, vads_site_id: '99999999' }), unknownShop],
    ['no shop', sign(without(notification, 'vads_site_id')), unknownShop],
    ['an unknown mode', sign({ ...notification, vads_ctx_mode: 'LIVE' }), unknownShop],
    ['the key of the other mode', sign({ ...notification, vads_ctx_mode: 'PRODUCTION' }), unsigned],
    ['the key of another shop', sign(notification, '2222333344445555'), unsigned],
    ['no status', sign(without(notification, 'vads_trans_status')), 'vads_trans_status is malformed'],
    ['no amount', sign(without(notification, 'vads_amount')), 'vads_amount is malformed'],
    ['a decimal amount', sign({ ...notification, vads_amount: '12.50' }), 'vads_amount is malformed'],
    ['a padded amount', sign({ ...notification, vads_amount: '01250' }), 'vads_amount is malformed'],
    ['an amount too long', sign({ ...notification, vads_amount: '1'.repeat(13) }), 'vads_amount is malformed'],
    ['no currency', sign(without(notification, 'vads_currency')), 'vads_currency is malformed'],
    ['a transaction of another shape', sign({ ...notification, vads_trans_uuid: 'x' }), 'vads_trans_uuid is malformed'],
    ['a control character', sign({ ...notification, vads_order_id: 'a\u0000b' }), 'vads_order_id is malformed'],
    [
      'an odd date',
      sign({ ...notification, vads_trans_date: '2026-06-30' }),
      'vads_trans_date or vads_trans_id is malformed',
    ],
    ['nothing at all', {}, 'there is no signature'],
    ['more fields than the platform ever sends', withFields(201), 'the message has more than 200 fields'],
  ] satisfies [string, Fields, string][])('is rejected with %s', (_name, fields, reason) => {
    expect(rejection(read(fields))).toBe(reason);
  });

  test('is read with two hundred fields', () => {
    expect(read(withFields(200)).kind).toBe('AUTHENTIC');
  });

  test.each([
    ['a repeated field', 'vads_amount=1250', 'a parameter is repeated'],
    ['a repeated field in other letters', 'vads_%61mount=1250', 'a parameter is repeated'],
    ['a repeated signature', 'signature=', 'a parameter is repeated'],
    ['a repeated name of no meaning', 'x=1&x=1', 'a parameter is repeated'],
    ['half a percent sign', 'x=%E', 'the message is not well encoded'],
    ['a percent sign alone', '%', 'the message is not well encoded'],
    ['Latin-1 for UTF-8', 'x=%E9', 'the message is not well encoded'],
    ['overlong UTF-8', 'x=%C0%AF', 'the message is not well encoded'],
    ['half a surrogate pair', 'x=%ED%A0%80', 'the message is not well encoded'],
    ['raw bytes', 'x=é', 'the message is not form data'],
    ['a line break', 'x=1\r\n', 'the message is not form data'],
  ])('is rejected with %s', (_name, addition, reason) => {
    expect(rejection(readBody(`${new URLSearchParams(sign(notification))}&${addition}`))).toBe(reason);
  });

  test('keeps a byte order mark, an empty value and a field without a value as they were signed', () => {
    const fields = { ...notification, vads_bom: '\ufeffx', vads_none: '' };
    const body = new URLSearchParams(sign(fields)).toString();
    expect(readBody(body).kind).toBe('AUTHENTIC');
    expect(readBody(body.replace('vads_none=&', 'vads_none&')).kind).toBe('AUTHENTIC');
  });

  test('without an order is authentic, and of no payment of ours', () => {
    expect(read(sign(without(notification, 'vads_order_id')))).toMatchObject({
      kind: 'AUTHENTIC',
      update: { attemptReference: '' },
    });
  });

  test('is rejected without a word of what it held', () => {
    const secretive = { ...notification, vads_cust_last_name: 'Grandjean', vads_trans_status: 'Grandjean' };
    expect(rejection(read(secretive))).not.toContain('Grandjean');
    expect(rejection(read(sign(secretive)))).not.toContain('Grandjean');
  });

  test('that is anything at all never throws, and is never believed', () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.webQueryParameters().map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(noise, (body) => {
        const reading = bank.readNotification({ method: 'POST', query: '', body }, accounts);
        expect(reading.kind).toBe('REJECTED');
      }),
    );
  });

  test('that was changed anywhere in what is signed is rejected', () => {
    const fields = sign(notification);
    const names = Object.keys(notification);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ unit: 'grapheme' }), (name, value) => {
        fc.pre(value !== notification[name]);
        expect(read({ ...fields, [name]: value }).kind).toBe('REJECTED');
      }),
    );
  });
});
