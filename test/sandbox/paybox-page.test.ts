import { createHmac, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Fields,
  payboxShop,
  type RunningSandbox,
  runSandbox,
  whereTo,
} from '../support/sandbox/running-sandbox.ts';

let bank: RunningSandbox;
beforeEach(async () => {
  bank = await runSandbox();
});
afterEach(() => bank.close());

const cart =
  '<?xml version="1.0" encoding="utf-8"?><shoppingcart><total><totalQuantity>1</totalQuantity></total></shoppingcart>';
const billing =
  '<?xml version="1.0" encoding="utf-8"?><Billing><Address><FirstName>Zoe</FirstName><LastName>Lefevre</LastName>' +
  '<Address1>12 rue de la Paix</Address1><Address2></Address2><ZipCode>75002</ZipCode><City>Paris</City>' +
  '<CountryCode>250</CountryCode><CountryCodeMobilePhone>+33</CountryCodeMobilePhone>' +
  '<MobilePhone>0612345678</MobilePhone></Address></Billing>';
const returnList = 'amount:M;ref:R;call:T;auth:A;trans:S;card:C;bin:N;last:J;exp:D;date:W;time:Q;error:E;sign:K';
const everyLetter =
  'M:M;R:R;T:T;A:A;S:S;P:P;C:C;N:N;J:J;D:D;H:H;Y:Y;I:I;F:F;G:G;O:O;v:v;V:V;c:c;B:B;U:U;Z:Z;o:o;W:W;Q:Q;E:E;K:K';

type Change = Readonly<Record<string, string | null>>;

/** A form as a shop makes it; `null` leaves a field out, `''` sends it empty. */
function form(change: Change = {}): Fields {
  const fields: Record<string, string | null> = {
    PBX_SITE: payboxShop.site,
    PBX_RANG: payboxShop.rang,
    PBX_IDENTIFIANT: payboxShop.identifiant,
    PBX_TOTAL: '1250',
    PBX_DEVISE: '978',
    PBX_CMD: 'commande 42 é+b/1',
    PBX_PORTEUR: 'zoe@example.com',
    PBX_RETOUR: returnList,
    PBX_SHOPPINGCART: cart,
    PBX_BILLING: billing,
    PBX_EFFECTUE: `${bank.shop}/paid?option=com_shop&q=a%20b`,
    PBX_REFUSE: `${bank.shop}/refused`,
    PBX_ANNULE: `${bank.shop}/cancelled`,
    PBX_REPONDRE_A: `${bank.shop}/ipn`,
    PBX_RUF1: 'POST',
    PBX_HASH: 'SHA512',
    PBX_TIME: new Date(bank.now).toISOString().replace('.000Z', '+00:00'),
    ...change,
  };
  return Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

function sign(fields: Fields, algorithm = 'sha512', keyHex = payboxShop.hmacKeyHex): Fields {
  const text = fields.map(([name, value]) => `${name}=${value}`).join('&');
  const hmac = createHmac(algorithm, Buffer.from(keyHex, 'hex')).update(text).digest('hex').toUpperCase();
  return [...fields, ['PBX_HMAC', hmac]];
}

const send = (fields: Fields) => bank.post(`${bank.url}/paybox/pay`, fields);
const open = async (change: Change = {}) => whereTo(await send(sign(form(change))));
const card = (number: string, securityCode = '123') => ({
  card_number: number,
  expiry: '12/28',
  security_code: securityCode,
});
const standard = card('1111 2222 3333 4444');

/** Everything left of the last `&sign=` is signed; the signature is checked over the bytes as they came. */
function verified(message: string, name = 'sign'): URLSearchParams {
  const mark = message.lastIndexOf(`&${name}=`);
  const data = message.slice(0, mark);
  const signature = Buffer.from(decodeURIComponent(message.slice(mark + name.length + 2)), 'base64');
  expect(signature).toHaveLength(128);
  expect(verify('RSA-SHA1', Buffer.from(data, 'latin1'), bank.publicKeyPem(), signature)).toBe(true);
  return new URLSearchParams(data);
}

describe('a payment', () => {
  test('shows the shop, the amount and the reference on a page that is plainly a sandbox', async () => {
    const response = await bank.get(await open());
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('SANDBOX — aucun argent réel / no real money');
    expect(page).toContain('J. Milliet BBC');
    expect(page).toContain('12,50\u00a0€');
    expect(page).toContain('commande 42 é+b/1');
    for (const id of ['pay', 'refuse', 'cancel', 'card-number', 'expiry', 'security-code'])
      expect(page).toContain(`id="${id}"`);
    expect(page).toContain('1111 2222 3333 5555');
  });

  test('loads nothing from anywhere, and may lead back to the shop alone', async () => {
    const response = await bank.get(await open());
    const policy = response.headers.get('content-security-policy') ?? '';
    const page = await response.text();
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`form-action 'self' ${bank.shop};`);
    const nonce = /style-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(page).toContain(`<style nonce="${nonce}">`);
    expect(page).not.toMatch(/<script|<link|<img|src=|style="/);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('speaks English for PBX_LANGUE=GBR', async () => {
    const page = await (await bank.get(await open({ PBX_LANGUE: 'GBR' }))).text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Card number');
    expect(page).toContain('€12.50');
  });

  test('is notified with a signature over the bytes as they are sent, then the browser returns', async () => {
    const response = await bank.press(await open(), 'pay', standard);
    expect(bank.received).toHaveLength(1);
    const [ipn] = bank.received;
    expect(ipn).toMatchObject({
      method: 'POST',
      path: '/ipn',
      query: '',
      contentType: 'application/x-www-form-urlencoded',
    });
    expect(ipn?.body).toContain('&ref=commande%2042%20%C3%A9%2Bb/1&');
    expect(ipn?.body).toContain('&time=11:20:30&');
    const values = Object.fromEntries(verified(ipn?.body ?? ''));
    expect(values).toMatchObject({
      amount: '1250',
      ref: 'commande 42 é+b/1',
      auth: 'XXXXXX',
      card: 'CB',
      bin: '111122',
      last: '44',
      exp: '2812',
      date: '25112026',
      error: '00000',
    });
    expect(values.trans).toMatch(/^[1-9][0-9]{0,9}$/);
    expect(values.call).toMatch(/^[1-9][0-9]{0,9}$/);

    const back = response.headers.get('location') ?? '';
    expect(back.startsWith(`${bank.shop}/paid?option=com_shop&q=a%20b&amount=1250&ref=commande%2042`)).toBe(true);
    const shown = Object.fromEntries(verified(back.slice(back.indexOf('?') + 1)));
    expect(shown).toEqual({ option: 'com_shop', q: 'a b', ...values });
  });

  test('gives every letter of PBX_RETOUR its value', async () => {
    await bank.press(await open({ PBX_RETOUR: everyLetter }), 'pay', standard);
    const values = Object.fromEntries(verified(bank.received[0]?.body ?? '', 'K'));
    expect(Object.keys(values)).toHaveLength(everyLetter.split(';').length - 1);
    expect(values).toMatchObject({
      P: 'CARTE',
      Y: 'FRA',
      I: 'FRA',
      B: '0',
      Z: '',
      H: expect.stringMatching(/^[0-9A-F]{64}$/),
    });
  });

  test('is notified by GET after the own query of the address, which the signature leaves out', async () => {
    await bank.press(await open({ PBX_RUF1: null, PBX_REPONDRE_A: `${bank.shop}/ipn?own=1` }), 'pay', standard);
    expect(bank.received[0]).toMatchObject({ method: 'GET', path: '/ipn', body: '' });
    const query = bank.received[0]?.query ?? '';
    expect(query.startsWith('own=1&amount=1250&')).toBe(true);
    verified(query.slice('own=1&'.length));
  });

  test('leaves what is listed after K unsigned', async () => {
    await bank.press(await open({ PBX_RETOUR: 'amount:M;error:E;sign:K;ref:R' }), 'pay', standard);
    const body = bank.received[0]?.body ?? '';
    const [signed = '', behind] = body.split('&ref=');
    expect(behind).toBe('commande%2042%20%C3%A9%2Bb/1');
    verified(signed);
  });

  test('of 3-D Secure asks for a code first, refuses a wrong one, and tells that the holder was authenticated', async () => {
    const session = await open({ PBX_RETOUR: 'secure:F;guarantee:G;enrolled:O;error:E;sign:K' });
    expect(whereTo(await bank.press(session, 'pay', card('4012001037141112')))).toBe(session);
    expect(bank.received).toEqual([]);
    const page = await (await bank.get(session)).text();
    for (const id of ['code', 'authenticate', 'fail-authentication']) expect(page).toContain(`id="${id}"`);
    expect(page).toContain('401200XXXXXX1112');
    expect(page).not.toContain('4012001037141112');
    expect((await bank.press(session, 'authenticate', { code: '000000' })).status).toBe(422);
    expect(bank.received).toEqual([]);
    expect(whereTo(await bank.press(session, 'authenticate', { code: '123456' }))).toContain('/paid?');
    const values = Object.fromEntries(verified(bank.received[0]?.body ?? ''));
    expect(values).toEqual({ secure: 'Y', guarantee: 'O', enrolled: 'Y', error: '00000' });
  });

  test('of 3-D Secure that fails is refused without an authorisation', async () => {
    const session = await open();
    await bank.press(session, 'pay', card('4012001037141112'));
    expect(whereTo(await bank.press(session, 'fail-authentication'))).toBe(session);
    const values = Object.fromEntries(verified(bank.received[0]?.body ?? ''));
    expect(values.error).toBe('00040');
    expect(values).not.toHaveProperty('auth');
  });

  test('takes an American Express card for AMEX, and no other', async () => {
    const session = await open({ PBX_TYPEPAIEMENT: 'CARTE', PBX_TYPECARTE: 'AMEX' });
    const page = await (await bank.get(session)).text();
    expect(page).toContain('3749 074030 01005');
    expect((await bank.press(session, 'pay', standard)).status).toBe(422);
    expect((await bank.press(session, 'pay', card('374907403001005', '123'))).status).toBe(422);
    expect(bank.received).toEqual([]);
    await bank.press(session, 'pay', card('374907403001005', '1234'));
    expect(Object.fromEntries(verified(bank.received[0]?.body ?? '')).card).toBe('AMEX');
  });

  test('takes no card but those of the test page, and does not show what was typed', async () => {
    const session = await open();
    const response = await bank.press(session, 'pay', card('5555 5555 5555 4444'));
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('id="mistake"');
    expect(page).not.toMatch(/5555 ?5555/);
    expect((await bank.press(session, 'pay', { ...standard, expiry: '10/26' })).status).toBe(422);
    expect((await bank.press(session, 'pay', { ...standard, expiry: '13/28' })).status).toBe(422);
    expect(bank.received).toEqual([]);
    expect((await bank.press(session, 'pay', { ...standard, expiry: '11/26' })).status).toBe(303);
  });

  test('is decided once, however often the button is pressed', async () => {
    const session = await open();
    const answers = await Promise.all([1, 2, 3].map(() => bank.press(session, 'pay', standard)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(bank.received).toHaveLength(1);
    await bank.press(session, 'cancel');
    expect(bank.received).toHaveLength(1);
    const page = await (await bank.get(session)).text();
    expect(page).toContain('Paiement accepté');
    expect(page).toContain('id="back-to-shop"');
  });
});

describe('a refusal', () => {
  test('is notified without an authorisation, and the buyer may try again under the same reference', async () => {
    const session = await open();
    expect(whereTo(await bank.press(session, 'refuse'))).toBe(session);
    const page = await (await bank.get(session)).text();
    expect(page).toContain('id="try-again"');
    const back = (/id="back-to-shop" href="([^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&');
    expect(back.startsWith(`${bank.shop}/refused?amount=1250&`)).toBe(true);
    const first = Object.fromEntries(verified(bank.received[0]?.body ?? ''));
    expect(Object.fromEntries(verified(back.slice(back.indexOf('?') + 1)))).toEqual(first);
    expect(first.error).toBe('00105');
    expect(first).not.toHaveProperty('auth');

    await bank.press(session, 'try-again');
    expect(whereTo(await bank.press(session, 'pay', standard))).toContain('/paid?');
    const second = Object.fromEntries(verified(bank.received[1]?.body ?? ''));
    expect(second).toMatchObject({ ref: first.ref, error: '00000', auth: 'XXXXXX' });
    expect(second.trans).not.toBe(first.trans);
  });

  test.each([
    ['the card that the test page calls invalid', {}, card('1111222233335555'), 'pay', '00004'],
    ['PBX_ERRORCODETEST', { PBX_ERRORCODETEST: '00159' }, standard, 'pay', '00159'],
    ['the chosen reason', {}, { ...standard, refusal_code: '00151' }, 'refuse', '00151'],
    ['a reason that the bank does not have', {}, { ...standard, refusal_code: '00000' }, 'refuse', '00105'],
  ])('comes of %s', async (_what, change, entry, action, code) => {
    await bank.press(await open(change), action, entry);
    const values = Object.fromEntries(verified(bank.received[0]?.body ?? ''));
    expect(values.error).toBe(code);
    expect(values).not.toHaveProperty('auth');
  });
});

describe('a cancel', () => {
  test('is notified as bank code 17, while the browser returns with 00001 and no transaction', async () => {
    const back = whereTo(await bank.press(await open(), 'cancel'));
    expect(back.startsWith(`${bank.shop}/cancelled?`)).toBe(true);
    const ipn = Object.fromEntries(verified(bank.received[0]?.body ?? ''));
    expect(ipn.error).toBe('00117');
    expect(ipn).not.toHaveProperty('auth');
    const shown = Object.fromEntries(verified(back.slice(back.indexOf('?') + 1)));
    expect(shown).toMatchObject({ error: '00001', trans: '0', ref: 'commande 42 é+b/1' });
    expect(shown).not.toHaveProperty('auth');
  });

  test('is not notified where the setting says so', async () => {
    await bank.close();
    bank = await runSandbox({ notifiesCancels: false });
    expect(whereTo(await bank.press(await open(), 'cancel'))).toContain('/cancelled?');
    expect(bank.received).toEqual([]);
  });
});

test('a page whose time is over takes no payment and sends no notification', async () => {
  const session = await open({ PBX_DISPLAY: '060' });
  bank.now += 61_000;
  expect(whereTo(await bank.press(session, 'pay', standard))).toBe(session);
  const page = await (await bank.get(session)).text();
  expect(page).toContain('La page de paiement a expiré');
  const back = (/id="back-to-shop" href="([^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&');
  expect(Object.fromEntries(verified(back.slice(back.indexOf('?') + 1)))).toMatchObject({ error: '00030', trans: '0' });
  expect(bank.received).toEqual([]);
});

describe('the form', () => {
  async function refused(fields: Fields | string, field: string, code?: string): Promise<string> {
    const response = await bank.post(`${bank.url}/paybox/pay`, fields);
    const page = await response.text();
    expect(response.status).toBe(403);
    expect(page).toContain(`id="error-field"><code>${field}</code>`);
    if (code !== undefined) expect(page).toContain(`id="error-code">${code}<`);
    expect(bank.received).toEqual([]);
    return page;
  }

  test.each(['SHA512', 'SHA384', 'SHA256', 'SHA224', 'RIPEMD160'])('may be signed with %s', async (hash) => {
    const response = await send(sign(form({ PBX_HASH: hash }), hash.toLowerCase()));
    expect(response.status).toBe(303);
  });

  test('may be signed in any order that is the posted one', async () => {
    const sorted = form().toSorted(([left], [right]) => (left < right ? -1 : 1));
    expect((await send(sign(sorted))).status).toBe(303);
  });

  test('with a wrong signature is refused in the bank’s words', async () => {
    const [, ...others] = form();
    const page = await refused(sign(form(), 'sha512', 'FF'.repeat(64)), 'PBX_HMAC', '00006');
    expect(page).toContain('Accès refusé');
    await refused([...form(), ['PBX_HMAC', '']], 'PBX_HMAC');
    await refused(form(), 'PBX_HMAC');
    await refused(sign(form()).toReversed(), 'PBX_HMAC');
    await refused([...sign(form()), ['PBX_LANGUE', 'GBR']], 'PBX_HMAC');
    await refused(
      sign(form()).map(([name, value]) => [name, name === 'PBX_TOTAL' ? '1' : value]),
      'PBX_HMAC',
    );
    const hmac = sign(form()).at(-1) ?? ['', ''];
    await refused([...others, ['PBX_SITE', payboxShop.site], hmac], 'PBX_HMAC');
  });

  test('is read in English where the browser asks for it', async () => {
    const response = await bank.post(`${bank.url}/paybox/pay`, form(), { 'Accept-Language': 'en' });
    expect(await response.text()).toContain('Access refused!');
  });

  test.each<[field: string, code: string, change: Change]>([
    ['PBX_SITE', '00006', { PBX_SITE: '7654321' }],
    ['PBX_RANG', '00006', { PBX_RANG: '32' }],
    ['PBX_IDENTIFIANT', '00006', { PBX_IDENTIFIANT: '1' }],
    ['PBX_HASH', '00006', { PBX_HASH: 'MD5' }],
    ['PBX_TOTAL', '00011', { PBX_TOTAL: '99' }],
    ['PBX_TOTAL', '00011', { PBX_TOTAL: '000' }],
    ['PBX_TOTAL', '00011', { PBX_TOTAL: '12.50' }],
    ['PBX_TOTAL', '00011', { PBX_TOTAL: null }],
    ['PBX_DEVISE', '00010', { PBX_DEVISE: '840' }],
    ['PBX_CMD', '00003', { PBX_CMD: '' }],
    ['PBX_PORTEUR', '00003', { PBX_PORTEUR: 'zoe@example' }],
    ['PBX_RETOUR', '00003', { PBX_RETOUR: null }],
    ['PBX_RETOUR', '00003', { PBX_RETOUR: 'amount:M;what:X' }],
    ['PBX_TIME', '00003', { PBX_TIME: '2026-11-25 10:20:30' }],
    ['PBX_TIME', '00003', { PBX_TIME: '2026-11-25T08:20:30+00:00' }],
    ['PBX_TYPEPAIEMENT', '00003', { PBX_TYPECARTE: 'CB' }],
    ['PBX_TYPECARTE', '00003', { PBX_TYPEPAIEMENT: 'CARTE', PBX_TYPECARTE: 'MASTERCARD' }],
    ['PBX_EFFECTUE', '00003', { PBX_EFFECTUE: '/paid' }],
    ['PBX_ANNULE', '00003', { PBX_ANNULE: 'https://shop.example/?a=1;b=2' }],
    ['PBX_REPONDRE_A', '00003', { PBX_REPONDRE_A: `https://shop.example/${'a'.repeat(130)}` }],
    ['PBX_ERRORCODETEST', '00006', { PBX_ERRORCODETEST: '00000' }],
    ['PBX_SHOPPINGCART', '00003', { PBX_SHOPPINGCART: null }],
    ['PBX_SHOPPINGCART', '00003', { PBX_SHOPPINGCART: cart.replace('>1<', '>0<') }],
    ['PBX_BILLING', '00003', { PBX_BILLING: null }],
    ['PBX_BILLING', '00003', { PBX_BILLING: billing.replace('>250<', '>FRA<') }],
    ['PBX_BILLING', '00003', { PBX_BILLING: billing.replace('Zoe', 'Zoé') }],
    ['PBX_BILLING', '00003', { PBX_BILLING: billing.replace('Paix', 'Paix & Cie') }],
    ['PBX_BILLING', '00003', { PBX_BILLING: billing.replace('<City>Paris</City>', '') }],
    ['PBX_BILLING', '00003', { PBX_BILLING: billing.replace('</Billing>', '') }],
    ['PBX_BILLING', '00003', { PBX_BILLING: `${billing}<x/>` }],
  ])('names %s (%s) for %o', async (field, code, change) => {
    await refused(sign(form(change)), field, code);
  });

  test('may leave Address2 out, and send other elements empty', async () => {
    const short = billing.replace('<Address2></Address2>', '').replace('0612345678', '');
    expect((await send(sign(form({ PBX_BILLING: short })))).status).toBe(303);
  });

  test('of a reference that was paid is refused with 00015, until then it may come again', async () => {
    await bank.press(await open(), 'refuse');
    const [one, other] = [await open(), await open()];
    await bank.press(one, 'pay', standard);
    expect(bank.received).toHaveLength(2);
    const late = await bank.press(other, 'pay', standard);
    expect(await late.text()).toContain('00015');
    const again = await (await send(sign(form()))).text();
    expect(again).toContain('id="error-code">00015<');
    expect(bank.received).toHaveLength(2);
    expect((await send(sign(form({ PBX_CMD: 'another' })))).status).toBe(303);
  });

  test.each([
    ['bad percent-encoding', 'PBX_SITE=%zz'],
    ['bad UTF-8', 'PBX_SITE=%E9'],
    ['a repeated name', 'PBX_SITE=1&PBX_SITE=2'],
    ['too many fields', Array.from({ length: 201 }, (_, index) => `f${index}=`).join('&')],
  ])('with %s is unreadable', async (_what, body) => {
    const response = await bank.post(`${bank.url}/paybox/pay`, body);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Requête illisible');
  });

  test('has to be a form of 64 KB at most', async () => {
    const json = await bank.post(`${bank.url}/paybox/pay`, '{}', { 'Content-Type': 'application/json' });
    expect(json.status).toBe(400);
    const long = await bank.post(`${bank.url}/paybox/pay`, `a=${'b'.repeat(70_000)}`);
    expect(long.status).toBe(413);
    expect(await long.text()).toContain('Requête illisible');
  });

  test('is explained to who comes without one', async () => {
    const response = await bank.get(`${bank.url}/paybox/pay`);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Accès refusé');
  });
});

test('an unknown session is not there', async () => {
  for (const address of [`${bank.url}/paybox/session/0`, `${bank.url}/labanquepostale/session/0`]) {
    const missing = await bank.get(address);
    expect([missing.status, await missing.text()]).toEqual([404, expect.not.stringContaining('error-field')]);
    expect((await bank.press(address, 'pay')).status).toBe(404);
  }
  const session = await open();
  expect((await bank.get(session.replace('/paybox/', '/labanquepostale/'))).status).toBe(404);
});

test('markup in what the shop sends stays text', async () => {
  const page = await (await bank.get(await open({ PBX_CMD: '"><script>alert(1)</script>' }))).text();
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toContain('<script>');
});

describe('a form that wants the notification elsewhere', () => {
  test('is paid, and the page says that nothing is sent there; nothing is', async () => {
    // Every address of this machine: without the check the shop would be reached.
    const elsewhere = bank.shop.replace('127.0.0.1', '0.0.0.0');
    const session = await open({ PBX_REPONDRE_A: `${elsewhere}/ipn` });
    expect(await (await bank.get(session)).text()).toContain('id="not-notified"');
    expect(whereTo(await bank.press(session, 'pay', standard))).toContain('/paid');
    expect(bank.received).toEqual([]);
    expect(bank.logged).toMatchObject([{ to: elsewhere, httpStatus: null, failure: 'ADDRESS_REFUSED' }]);
    expect(await (await bank.get(bank.url)).text()).toContain('✗ ADDRESS_REFUSED');
  });

  test('is not one that names the shop on this machine', async () => {
    const session = await open();
    expect(await (await bank.get(session)).text()).not.toContain('not-notified');
  });
});
