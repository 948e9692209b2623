import { createHmac } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { labanquepostaleAccount, type Paying, payAtLabanquepostale, payAtPaybox } from '../support/providers/paying.ts';
import { payboxShop, type RunningSandbox, runSandbox, scelliusShop } from '../support/sandbox/running-sandbox.ts';

/** The simulators' own strictness: what they refuse that our adapters would never send. */

let bank: RunningSandbox;
beforeEach(async () => {
  bank = await runSandbox();
});
afterEach(() => bank.close());

type Change = Readonly<Record<string, string | null>>;
let question = 0;

/** Asks Paybox Direct in our own words; `null` leaves a field out. */
async function askPaybox(paying: Paying, change: Change = {}, key = payboxShop.hmacKeyHex): Promise<URLSearchParams> {
  question += 1;
  const given: Record<string, string | null> = {
    VERSION: '00104',
    TYPE: '00017',
    SITE: payboxShop.site,
    RANG: payboxShop.rang,
    NUMQUESTION: String(question).padStart(10, '0'),
    MONTANT: String(paying.payment.amountCents).padStart(10, '0'),
    DEVISE: '978',
    REFERENCE: paying.attempt.reference,
    NUMTRANS: (paying.attempt.bankTransaction ?? '').padStart(10, '0'),
    DATEQ: '25112026112030',
    HASH: 'SHA256',
    ...change,
  };
  const fields = Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  const text = fields.map(([name, value]) => `${name}=${value}`).join('&');
  const hmac = createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');
  const response = await bank.post(`${bank.url}/paybox/PPPS.php`, [...fields, ['HMAC', hmac]]);
  expect(response.status).toBe(200);
  return new URLSearchParams(Buffer.from(await response.arrayBuffer()).toString('latin1'));
}

describe('Paybox Direct', () => {
  test('answers a line in ISO-8859-1 that echoes the question', async () => {
    const paying = await payAtPaybox(bank);
    const answer = await askPaybox(paying);
    expect(Object.fromEntries(answer)).toMatchObject({
      SITE: payboxShop.site,
      RANG: payboxShop.rang,
      NUMQUESTION: String(question).padStart(10, '0'),
      CODEREPONSE: '00000',
      COMMENTAIRE: 'Demande traitée avec succès',
      STATUS: 'Capturé',
      REMISE: '',
    });
    bank.now += 24 * 3_600_000;
    const later = await askPaybox(paying, { DATEQ: '26112026112030' });
    expect(later.get('REMISE')).toMatch(/^[0-9]+$/);
  });

  test.each<[string, string, Change]>([
    ['00006', 'another rank', { RANG: '033' }],
    ['00006', 'no digest', { HASH: null }],
    ['00009', 'a type with card data', { TYPE: '00003' }],
    ['00013', 'another version', { VERSION: '00100' }],
    ['00014', 'the time of Greenwich', { DATEQ: '25112026102030' }],
    ['00014', 'no time', { DATEQ: null }],
    ['00005', 'a question number of nine digits', { NUMQUESTION: '000000001' }],
    ['00005', 'a question number beyond 2147483647', { NUMQUESTION: '2147483648' }],
    ['00010', 'another currency', { TYPE: '00014', DEVISE: '840' }],
    ['00011', 'an amount that is not padded', { TYPE: '00014', MONTANT: '100' }],
    ['00012', 'a search without reference', { TYPE: '00011', REFERENCE: null }],
    ['00012', 'a capture with an empty reference', { TYPE: '00002', REFERENCE: '' }],
    ['00012', 'a cancellation without reference', { TYPE: '00005', REFERENCE: null }],
    ['00015', 'a refund without call number', { TYPE: '00014', REFERENCE: null }],
    ['00018', 'another amount', { TYPE: '00011', MONTANT: '0000001991' }],
    ['00018', 'another transaction', { NUMTRANS: '0000000001' }],
    ['00018', 'a call number of another one', { NUMAPPEL: '0000000001' }],
  ])('answers %s to %s', async (code, _what, change) => {
    expect((await askPaybox(await payAtPaybox(bank), change)).get('CODEREPONSE')).toBe(code);
  });

  test('refuses a signature by another key, and a question number that came before', async () => {
    const paying = await payAtPaybox(bank);
    expect((await askPaybox(paying, {}, 'AB'.repeat(64))).get('CODEREPONSE')).toBe('00006');
    const repeated = { NUMQUESTION: '0000777777' };
    expect((await askPaybox(paying, repeated)).get('CODEREPONSE')).toBe('00000');
    expect((await askPaybox(paying, repeated)).get('CODEREPONSE')).toBe('00039');
    await bank.restart();
    expect((await askPaybox(paying, repeated)).get('CODEREPONSE')).toBe('00039');
  });

  test('captures a part, and refunds no more than that', async () => {
    const paying = await payAtPaybox(bank, 'AUTHORIZED');
    expect(await paying.perform('REFUND', 100)).toMatchObject({ outcome: 'UNKNOWN', bankCode: '00015' });
    expect(await paying.perform('CAPTURE', 1991)).toMatchObject({ outcome: 'REFUSED' });
    expect(await paying.perform('CAPTURE', 1000)).toMatchObject({ outcome: 'DONE' });
    expect(await paying.perform('REFUND', 1001)).toMatchObject({ outcome: 'REFUSED', bankCode: '00011' });
    expect(await paying.perform('REFUND', 1000)).toMatchObject({ outcome: 'DONE' });
  });
});

const basic = (password: string, siteId = scelliusShop.siteId) =>
  `Basic ${Buffer.from(`${siteId}:${password}`).toString('base64')}`;

async function askLyra(method: string, input: unknown, authorization = basic(scelliusShop.passwords.TEST)) {
  const response = await fetch(`${bank.url}/labanquepostale/api-payment/V4/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: authorization },
    body: typeof input === 'string' ? input : JSON.stringify(input),
  });
  expect(response.status).toBe(200);
  return await response.json();
}

describe('the REST API of La Banque Postale', () => {
  test('echoes, and tells the mode by the password', async () => {
    const echo = await askLyra('Charge/SDKTest', { value: 'été + 1' });
    expect(echo).toMatchObject({ status: 'SUCCESS', mode: 'TEST', answer: { value: 'été + 1' } });
    const live = await askLyra('Charge/SDKTest', { value: 'a' }, basic(scelliusShop.passwords.PRODUCTION));
    expect(live.mode).toBe('PRODUCTION');
  });

  test('keeps the modes apart', async () => {
    const { attempt } = await payAtLabanquepostale(bank);
    const asked = { uuid: attempt.bankTransaction };
    expect((await askLyra('Transaction/Get', asked)).answer.detailedStatus).toBe('AUTHORISED');
    const other = await askLyra('Transaction/Get', asked, basic(scelliusShop.passwords.PRODUCTION));
    expect(other).toMatchObject({ status: 'ERROR', answer: { errorCode: 'PSP_010' } });
  });

  test.each([
    ['INT_905', 'a wrong password', 'Charge/SDKTest', {}, basic('prodpassword')],
    ['INT_905', 'a form key', 'Charge/SDKTest', {}, basic(scelliusShop.keys.TEST)],
    ['INT_905', 'another shop', 'Charge/SDKTest', {}, basic(scelliusShop.passwords.TEST, '87654321')],
    ['INT_905', 'no credentials', 'Charge/SDKTest', {}, ''],
    ['INT_901', 'an unknown service', 'Transaction/Explode', {}, undefined],
    ['INT_902', 'no JSON', 'Transaction/Get', '{"uuid":', undefined],
    ['INT_902', 'a list', 'Transaction/Get', [], undefined],
    ['PSP_010', 'an unknown transaction', 'Transaction/Get', { uuid: 'f'.repeat(32) }, undefined],
    ['PSP_010', 'an unknown order', 'Order/Get', { orderId: 'never' }, undefined],
  ])('answers %s to %s', async (errorCode, _what, method, input, authorization) => {
    expect(await askLyra(method, input, authorization)).toMatchObject({ status: 'ERROR', answer: { errorCode } });
  });

  test('is not part of a contract without passwords', async () => {
    await bank.close();
    const { siteId, name, keys } = scelliusShop;
    bank = await runSandbox({ labanquepostaleShops: [{ siteId, name, keys }] });
    expect((await askLyra('Charge/SDKTest', { value: 'a' })).answer.errorCode).toBe('PSP_100');
  });

  test('wants a currency in letters and an amount in cents', async () => {
    const { attempt } = await payAtLabanquepostale(bank);
    const ask = async (change: Record<string, unknown>) => {
      const input = { uuid: attempt.bankTransaction, amount: 100, currency: 'EUR', ...change };
      return (await askLyra('Transaction/CancelOrRefund', input)).answer.errorCode;
    };
    expect(await ask({ currency: '978' })).toBe('INT_010');
    expect(await ask({ amount: 1.5 })).toBe('INT_009');
    expect(await ask({ amount: '100' })).toBe('INT_009');
    expect(await ask({ resolutionMode: 'MAYBE' })).toBe('INT_001');
  });

  test('says which of cancelling and refunding is in season', async () => {
    const paying = await payAtLabanquepostale(bank);
    const { amountCents } = paying.payment;
    expect(await paying.perform('REFUND', 100)).toMatchObject({
      outcome: 'REFUSED',
      bankCode: 'PSP_076',
      reason: expect.stringContaining('only the whole amount can be given back'),
    });
    bank.now += 24 * 3_600_000;
    expect(await paying.perform('CANCEL', amountCents)).toMatchObject({ outcome: 'REFUSED', bankCode: 'PSP_075' });
    expect(await paying.perform('REFUND', amountCents)).toMatchObject({ outcome: 'DONE' });
    expect(await paying.perform('REFUND', amountCents)).toMatchObject({ outcome: 'UNKNOWN', bankCode: 'PSP_104' });
  });

  test('refunds everything on the same day by cancelling', async () => {
    const paying = await payAtLabanquepostale(bank);
    const { amountCents } = paying.payment;
    expect(await paying.perform('REFUND', amountCents)).toMatchObject({ outcome: 'DONE', bankCode: 'CANCELLED' });
    expect(await paying.inquire()).toMatchObject({ refundedCents: amountCents, update: { status: 'CANCELLED' } });
  });

  test('asks for the authorisation of a late capture only the day before', async () => {
    const paying = await payAtLabanquepostale(bank, 'PAID', labanquepostaleAccount(bank, { capture: 10 }));
    const standing = async () => {
      const { answer } = await askLyra('Transaction/Get', { uuid: paying.attempt.bankTransaction });
      return [answer.detailedStatus, answer.status];
    };
    expect(new URLSearchParams(bank.received.at(-1)?.body).get('vads_auth_mode')).toBe('MARK');
    expect(await paying.inquire()).toMatchObject({
      update: { status: 'PENDING', bankStatus: 'WAITING_AUTHORISATION' },
    });
    bank.now += 9 * 24 * 3_600_000 - 1;
    expect(await standing()).toEqual(['WAITING_AUTHORISATION', 'RUNNING']);
    bank.now += 1;
    expect(await standing()).toEqual(['AUTHORISED', 'PAID']);
    bank.now += 2 * 24 * 3_600_000;
    expect(await standing()).toEqual(['CAPTURED', 'PAID']);
  });

  test('validates a late capture, and cancels it before its authorisation', async () => {
    const late = labanquepostaleAccount(bank, { capture: 10 });
    const paying = await payAtLabanquepostale(bank, 'AUTHORIZED', late);
    const { amountCents } = paying.payment;
    const bankStatus = async () => ((await paying.inquire()) as { update: { bankStatus: string } }).update.bankStatus;
    expect(await bankStatus()).toBe('WAITING_AUTHORISATION_TO_VALIDATE');
    expect(await paying.perform('CAPTURE', amountCents)).toMatchObject({ outcome: 'DONE' });
    expect(await bankStatus()).toBe('WAITING_AUTHORISATION');
    expect(await paying.perform('CANCEL', amountCents)).toMatchObject({ outcome: 'DONE' });
  });

  test('lets an authorisation without a validation expire', async () => {
    const paying = await payAtLabanquepostale(bank, 'AUTHORIZED');
    bank.now += 8 * 24 * 3_600_000;
    expect(await paying.inquire()).toMatchObject({ outcome: 'FOUND', update: { status: 'EXPIRED' } });
    expect(await paying.perform('CAPTURE', paying.payment.amountCents)).toMatchObject({ outcome: 'REFUSED' });
  });
});

test('operations survive a restart and show on the index page', async () => {
  const paying = await payAtPaybox(bank);
  await paying.perform('REFUND', 990);
  await bank.restart();
  expect(await paying.perform('REFUND', 1001)).toMatchObject({ outcome: 'REFUSED' });
  const page = await (await bank.get(bank.url)).text();
  expect(page).toMatch(/<td[^>]*>remboursement<\/td>/);
  expect(page).toContain('9,90');
});

test('a folder that an earlier version wrote gets what it lacks', async () => {
  const paying = await payAtPaybox(bank);
  const database = new DatabaseSync(`${bank.folder}/sandbox.sqlite`);
  database.exec(`
    DROP TABLE operation; DROP TABLE fault; DROP TABLE held_message; DROP INDEX bank_transaction_reference;
    ALTER TABLE delivery DROP COLUMN digest;
    PRAGMA user_version = 1;
  `);
  database.close();
  await bank.restart();
  expect(await paying.perform('REFUND', 100)).toMatchObject({ outcome: 'DONE' });
});
