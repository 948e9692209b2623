import { describe, expect, test } from 'vitest';
import { openForEach } from '../support/open-for.ts';
import { card, everyLetter, payboxShopOn, standard } from '../support/sandbox/paybox-shop.ts';
import { runSandbox, whereTo } from '../support/sandbox/running-sandbox.ts';

const bank = openForEach(() => runSandbox());

const { open, verified } = payboxShopOn(bank);

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
      exp: '9912',
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

  test('leaves out the letters of PBX_RETOUR that have no value', async () => {
    await bank.press(await open({ PBX_RETOUR: everyLetter }), 'pay', standard);
    const values = Object.fromEntries(verified(bank.received[0]?.body ?? '', 'K'));
    const letters = everyLetter.split(';').map((pair) => pair.slice(-1));
    expect(letters.filter((letter) => letter !== 'K' && !(letter in values))).toEqual([...'FGOvVcUZo']);
    expect(Object.values(values)).not.toContain('');
    expect(values).toMatchObject({
      P: 'CARTE',
      Y: 'FRA',
      I: 'FRA',
      B: '0',
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
    await bank.restart({ notifiesCancels: false });
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
