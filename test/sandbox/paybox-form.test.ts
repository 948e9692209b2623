import { describe, expect, test } from 'vitest';
import { openForEach } from '../support/open-for.ts';
import { billing, type Change, cart, payboxShopOn, sign, standard } from '../support/sandbox/paybox-shop.ts';
import { type Fields, payboxShop, runSandbox, whereTo } from '../support/sandbox/running-sandbox.ts';

const bank = openForEach(() => runSandbox());

const { form, send, open } = payboxShopOn(bank);

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
