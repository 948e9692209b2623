import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/kernel/merchant.ts';
import { account, bank, uuid } from '../support/providers/labanquepostale-examples.ts';

/** Messages of the REST API: `kr-answer` is verified over its exact bytes, by the password of the shop. */

const password = 'testpassword_example01';
const hmacKey = 'hmacKeyExample01';
const shop = (siteId: string, pass: string, key?: string) => ({
  ...account,
  siteId,
  rest: { url: 'https://api.example', password: new Secret(pass), ...(key && { hmacKey: new Secret(key) }) },
});
const accounts = [
  { idSociete: '1', runMode: 'TEST', account: shop('12345678', password, hmacKey) },
  { idSociete: '1', runMode: 'LIVE', account: shop('12345678', 'prodpassword_1') },
  { idSociete: '2', runMode: 'TEST', account: shop('87654321', 'testpassword_2') },
  { idSociete: '3', runMode: 'TEST', account },
] as const;

const transaction = {
  ...{ uuid, amount: 1250, currency: 'EUR', operationType: 'DEBIT', detailedStatus: 'AUTHORISED' },
  transactionDetails: { cardDetails: { effectiveBrand: 'CB' } },
};
const answer = (change: object = {}, details: object = {}): string =>
  JSON.stringify({
    shopId: '12345678',
    orderDetails: { orderId: 'A/1', mode: 'TEST', ...details },
    transactions: [transaction],
    customer: { email: 'hélène@example.fr' },
    ...change,
  });

const hashOf = (text: string, key: string): string => createHmac('sha256', key).update(text, 'utf8').digest('hex');
type Form = Readonly<Record<string, string>>;
const formOf = (text: string, key = password, change: Form = {}): Form => ({
  'kr-hash': hashOf(text, key),
  'kr-hash-algorithm': 'sha256_hmac',
  'kr-hash-key': 'password',
  'kr-answer-type': 'V4/Payment',
  'kr-src': 'PAY',
  'kr-answer': text,
  ...change,
});
const read = (form: Form, known: Parameters<typeof bank.readNotification>[1] = accounts) =>
  bank.readNotification({ method: 'POST', query: '', body: Buffer.from(new URLSearchParams(form).toString()) }, known);

describe('a message of the REST API', () => {
  test('is verified as the published examples are', () => {
    const published =
      '{"shopId":"12345678","orderStatus":"PAID","orderDetails":{"orderId":"A/1","mode":"TEST"},"_type":"V4/Payment"}';
    // The hash holds; but there is no transaction in it.
    const reason = 'kr-answer is not a payment';
    const hash = 'f4946bdcac31d93bb019d67147682cad0cada0ce57a96629700d566990390fc3';
    expect(read(formOf(published, password, { 'kr-hash': hash }))).toEqual({ kind: 'REJECTED', reason });
    const ofBrowser = '33ffd7e7db93fd4565d1fab678d045f309b84d5cec626986f65c583704b8463a';
    expect(read(formOf(published, password, { 'kr-hash': ofBrowser })).kind).toBe('REJECTED');
    expect(hashOf(published, hmacKey)).toBe(ofBrowser);
  });

  test('is read with the password', () => {
    expect(read(formOf(answer()))).toMatchObject({
      kind: 'AUTHENTIC',
      update: {
        ...{ attemptReference: 'A/1', operation: 'DEBIT', status: 'PAID', bankTransaction: uuid, amountCents: 1250 },
        ...{ currency: '978', idSociete: '1', runMode: 'TEST' },
        // The same as that of the form's message, so that a shop may have both.
        deduplicationKey: `${uuid}:AUTHORISED:DEBIT:PAID:1250:A/1`,
      },
    });
  });

  test('is read as it was sent: blanks, order, escapes and accents count', () => {
    const odd = ` {"transactions":[${JSON.stringify(transaction)}],\n"orderDetails":{"mode":"TEST","orderId":"\\u0041-1"},"shopId":"12345678","x":"é+&= \\u00e9"}`;
    expect(read(formOf(odd))).toMatchObject({ kind: 'AUTHENTIC', update: { attemptReference: 'A-1' } });
    expect(read(formOf(odd, password, { 'kr-answer': JSON.stringify(JSON.parse(odd)) })).kind).toBe('REJECTED');
  });

  test('is read where a stack on the way escaped its slashes, and then as it was signed', () => {
    const escaped = answer().replaceAll('/', '\\/');
    expect(read(formOf(answer(), password, { 'kr-answer': escaped }))).toMatchObject({ kind: 'AUTHENTIC' });
    expect(read(formOf(escaped))).toMatchObject({ kind: 'AUTHENTIC', update: { attemptReference: 'A/1' } });
    const signed = answer({}, { orderId: 'A\\/1' });
    expect(signed).toContain('A\\\\/1');
    // What the hash covers is `A\/1` in JSON, which is A/1: never what was added on the way.
    const covered = signed.replaceAll('\\/', '/');
    expect(read(formOf(covered, password, { 'kr-answer': signed }))).toMatchObject({ kind: 'AUTHENTIC' });
    expect(read(formOf(covered, password, { 'kr-answer': signed }))).toMatchObject({
      update: { attemptReference: 'A/1' },
    });
  });

  const noKey = 'no key of a shop made this kr-hash';
  const browser = "this is a browser's return";
  const foreign = 'the key is not that of this shop in this mode';
  test.each([
    ['another amount', formOf(answer(), password, { 'kr-answer': answer().replace('1250', '1251') }), noKey],
    ['one blank more', formOf(answer(), password, { 'kr-answer': `${answer()} ` }), noKey],
    ['a hash in capitals', formOf(answer(), password, { 'kr-hash': hashOf(answer(), password).toUpperCase() }), noKey],
    ['no hash', formOf(answer(), password, { 'kr-hash': '' }), noKey],
    ['the HMAC key under the name of the password', formOf(answer(), hmacKey), noKey],
    ['the HMAC key under its own name', formOf(answer(), hmacKey, { 'kr-hash-key': 'sha256_hmac' }), browser],
    [
      'the password under the name of the HMAC key',
      formOf(answer(), password, { 'kr-hash-key': 'sha256_hmac' }),
      browser,
    ],
    ['the form key', formOf(answer(), account.formKeys[0].reveal()), noKey],
    ['an empty key', formOf(answer(), ''), noKey],
    ['a key of no name', formOf(answer(), password, { 'kr-hash-key': '' }), /kr-hash-key/],
    ['a key of another name', formOf(answer(), password, { 'kr-hash-key': 'constructor' }), /kr-hash-key/],
    ['another algorithm', formOf(answer(), password, { 'kr-hash-algorithm': 'sha1' }), /kr-hash-algorithm/],
    ['another type', formOf(answer(), password, { 'kr-answer-type': 'V4/Charge' }), /kr-answer-type/],
    ['the password of the other mode', formOf(answer(), 'prodpassword_1'), foreign],
    ['the password of another shop', formOf(answer(), 'testpassword_2'), foreign],
    ['a mode that is not that of its key', formOf(answer({}, { mode: 'PRODUCTION' })), foreign],
    ['no shop', formOf(answer({ shopId: undefined })), 'kr-answer is not a payment'],
    ['no transaction', formOf(answer({ transactions: [] })), 'kr-answer is not a payment'],
    ['a decimal amount', formOf(answer({ transactions: [{ ...transaction, amount: 12.5 }] })), /not a payment/],
    ['no JSON', formOf('<html>'), 'kr-answer is not a payment'],
    ['nothing', formOf(''), 'kr-answer is not a payment'],
  ])('is rejected with %s', (_name, form, reason) => {
    const reading = read(form);
    expect(reading.kind === 'REJECTED' && reading.reason).toMatch(reason);
  });

  test('is never verified by a key that is not configured', () => {
    const known = [{ idSociete: '1', runMode: 'TEST', account: shop('12345678', password) }] as const;
    for (const key of [hmacKey, '', 'undefined']) expect(read(formOf(answer(), key), known).kind).toBe('REJECTED');
  });

  test('tells of each of its transactions', () => {
    const credit = { ...transaction, uuid: 'f'.repeat(32), operationType: 'CREDIT', detailedStatus: 'ERROR' };
    expect(read(formOf(answer({ transactions: [transaction, credit] })))).toMatchObject({
      update: { operation: 'DEBIT', status: 'PAID' },
      others: [{ operation: 'CREDIT', status: 'FAILED' }],
    });
  });

  test('of another currency contradicts, and a partial authorisation is never the whole', () => {
    const of = (change: object) => read(formOf(answer({ transactions: [{ ...transaction, ...change }] })));
    expect(of({ currency: 'USD' })).toMatchObject({ update: { currency: '999' } });
    expect(of({ detailedStatus: 'PARTIALLY_AUTHORISED' })).toMatchObject({ update: { amountCents: 0 } });
  });
});
