import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Fields,
  type RunningSandbox,
  runSandbox,
  scelliusShop,
  whereTo,
} from '../support/sandbox/running-sandbox.ts';

let bank: RunningSandbox;
beforeEach(async () => {
  bank = await runSandbox();
});
afterEach(() => bank.close());

type Change = Readonly<Record<string, string | null>>;

function form(change: Change = {}): Fields {
  const fields: Record<string, string | null> = {
    vads_version: 'V2',
    vads_site_id: scelliusShop.siteId,
    vads_ctx_mode: 'TEST',
    vads_action_mode: 'INTERACTIVE',
    vads_page_action: 'PAYMENT',
    vads_payment_config: 'SINGLE',
    vads_amount: '2590',
    vads_currency: '978',
    vads_trans_date: '20261125102000',
    vads_trans_id: '000042',
    vads_order_id: 'A-1',
    vads_order_info: 'Crème brûlée + café 100 %',
    vads_payment_cards: 'CB;VISA;MASTERCARD',
    vads_cust_email: 'helene@example.com',
    vads_cust_first_name: 'Hélène',
    vads_cust_last_name: "O'Brien",
    vads_cust_address: 'rue Haute',
    vads_cust_address2: '',
    vads_cust_address_number: '3',
    vads_cust_zip: '75002',
    vads_cust_city: 'Paris',
    vads_cust_country: 'FR',
    vads_url_check: `${bank.shop}/notify`,
    vads_url_success: `${bank.shop}/success?own=1`,
    vads_url_refused: `${bank.shop}/refused`,
    vads_url_cancel: `${bank.shop}/cancelled`,
    vads_return_mode: 'GET',
    vads_language: 'fr',
    ...change,
  };
  return Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

function signature(fields: Fields, key = scelliusShop.keys.TEST): string {
  const signed = fields.filter(([name]) => name.startsWith('vads_'));
  const names = signed.map(([name]) => name).sort();
  const values = names.map((name) => new Map(signed).get(name) ?? '');
  return createHmac('sha256', key)
    .update([...values, key].join('+'))
    .digest('base64');
}

const sign = (fields: Fields, key?: string): Fields => [...fields, ['signature', signature(fields, key)]];
const send = (fields: Fields) => bank.post(`${bank.url}/labanquepostale/vads-payment/`, fields);
const open = async (change: Change = {}) => whereTo(await send(sign(form(change))));
const card = (number: string, securityCode = '123') => ({
  card_number: number,
  expiry: '06/29',
  security_code: securityCode,
});
const accepted = card('4970 1000 0000 0000');

/** The values of a message, once its signature was found right. */
function verified(message: string, key = scelliusShop.keys.TEST): Record<string, string> {
  const fields = [...new URLSearchParams(message)];
  const names = fields.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
  const values = Object.fromEntries(fields);
  expect(values.signature).toBe(signature(fields, key));
  return values;
}
const notification = (index = 0) => verified(bank.received[index]?.body ?? '');
const queryOf = (address: string) => new URL(address).search.slice(1);

test('the form’s signature follows the bank’s published example', async () => {
  await bank.close();
  const shop = { siteId: '12345678', name: 'Guide', keys: { TEST: '1122334455667788', PRODUCTION: '-' } };
  bank = await runSandbox({ labanquepostaleShops: [shop] });
  bank.now = Date.parse('2017-01-29T13:00:25Z');
  const response = await send([
    ['vads_action_mode', 'INTERACTIVE'],
    ['vads_amount', '5124'],
    ['vads_ctx_mode', 'TEST'],
    ['vads_currency', '978'],
    ['vads_page_action', 'PAYMENT'],
    ['vads_payment_config', 'SINGLE'],
    ['vads_site_id', '12345678'],
    ['vads_trans_date', '20170129130025'],
    ['vads_trans_id', '123456'],
    ['vads_version', 'V2'],
    ['signature', 'ycA5Do5tNvsnKdc/eP1bj2xa19z9q3iWPy9/rpesfS0='],
    ['payer', 'Payer'],
  ]);
  expect(response.status).toBe(303);
});

describe('a payment', () => {
  test('shows the shop, the amount and the reference in its own look', async () => {
    const response = await bank.get(await open());
    const page = await response.text();
    expect(page).toContain('<body class="labanquepostale">');
    expect(page).toContain('SANDBOX — aucun argent réel / no real money');
    expect(page).toContain('BCASH Chapelle &amp; Cie');
    expect(page).toContain('25,90\u00a0€');
    expect(page).toContain('A-1');
    expect(response.headers.get('content-security-policy')).toContain(`form-action 'self' ${bank.shop};`);
  });

  test('speaks English for vads_language=en', async () => {
    const page = await (await bank.get(await open({ vads_language: 'en' }))).text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('€25.90');
  });

  test('is notified with signed fields, then the browser returns with the same but for two', async () => {
    const back = whereTo(await bank.press(await open(), 'pay', accepted));
    expect(bank.received).toHaveLength(1);
    expect(bank.received[0]).toMatchObject({
      method: 'POST',
      path: '/notify',
      contentType: 'application/x-www-form-urlencoded',
    });
    const values = notification();
    expect(values).toMatchObject({
      vads_site_id: scelliusShop.siteId,
      vads_ctx_mode: 'TEST',
      vads_amount: '2590',
      vads_currency: '978',
      vads_effective_amount: '2590',
      vads_order_id: 'A-1',
      vads_order_info: 'Crème brûlée + café 100 %',
      vads_cust_first_name: 'Hélène',
      vads_cust_address2: '',
      vads_trans_id: '000042',
      vads_trans_date: '20261125102000',
      vads_trans_status: 'AUTHORISED',
      vads_trans_uuid: expect.stringMatching(/^[0-9a-f]{32}$/),
      vads_result: '00',
      vads_extra_result: '',
      vads_auth_result: '00',
      vads_auth_mode: 'FULL',
      vads_auth_number: expect.stringMatching(/^[0-9]{6}$/),
      vads_operation_type: 'DEBIT',
      vads_sequence_number: '1',
      vads_card_brand: 'CB',
      vads_card_number: '497010XXXXXX0000',
      vads_expiry_month: '6',
      vads_expiry_year: '2029',
      vads_presentation_date: '20261125102030',
      vads_warranty_result: 'YES',
      vads_threeds_auth_type: 'FRICTIONLESS',
      vads_url_check_src: 'PAY',
      vads_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(values).not.toHaveProperty('vads_url_check');
    expect(back.startsWith(`${bank.shop}/success?own=1&`)).toBe(true);
    const { own, ...shown } = Object.fromEntries(new URLSearchParams(queryOf(back)));
    expect(own).toBe('1');
    const { vads_hash: _hash, vads_url_check_src: _source, signature: _signature, ...shared } = values;
    const { signature: returnSignature, ...fields } = shown;
    expect(fields).toEqual(shared);
    expect(returnSignature).toBe(signature(Object.entries(fields)));
  });

  test('is signed with the key of its mode', async () => {
    const production = form({ vads_ctx_mode: 'PRODUCTION' });
    const session = whereTo(await send(sign(production, scelliusShop.keys.PRODUCTION)));
    await bank.press(session, 'pay', accepted);
    const values = verified(bank.received[0]?.body ?? '', scelliusShop.keys.PRODUCTION);
    expect(values.vads_ctx_mode).toBe('PRODUCTION');
  });

  test('asks for the 3-D Secure code where the card does, and tells it', async () => {
    const session = await open();
    await bank.press(session, 'pay', card('4970100000000009'));
    expect(bank.received).toEqual([]);
    expect(await (await bank.get(session)).text()).toContain('id="authenticate"');
    await bank.press(session, 'authenticate', { code: '123456' });
    expect(notification()).toMatchObject({
      vads_trans_status: 'AUTHORISED',
      vads_threeds_auth_type: 'CHALLENGE',
      vads_threeds_status: 'Y',
    });
  });

  test('asks for the code on every card where the shop requires a challenge', async () => {
    const session = await open({ vads_threeds_mpi: '4' });
    expect(whereTo(await bank.press(session, 'pay', accepted))).toBe(session);
    expect(bank.received).toEqual([]);
  });

  test('fails with the wrong code’s number where the challenge fails', async () => {
    const session = await open();
    await bank.press(session, 'pay', card('4970100000000009'));
    await bank.press(session, 'fail-authentication');
    expect(notification()).toMatchObject({
      vads_trans_status: 'REFUSED',
      vads_result: '05',
      vads_auth_result: '',
      vads_auth_number: '',
      vads_payment_error: '39',
      vads_threeds_status: 'N',
    });
  });

  test('by American Express takes 15 digits and a code of four', async () => {
    const session = await open({ vads_payment_cards: 'AMEX' });
    expect(await (await bank.get(session)).text()).toContain('3759 000000 00008');
    expect((await bank.press(session, 'pay', accepted)).status).toBe(422);
    await bank.press(session, 'pay', card('375900000000008', '1234'));
    expect(notification()).toMatchObject({ vads_card_brand: 'AMEX', vads_card_number: '375900XXXXX0008' });
  });

  test('uses the brand that the form forces on a co-badged card', async () => {
    await bank.press(await open({ vads_payment_cards: 'VISA' }), 'pay', accepted);
    expect(notification().vads_card_brand).toBe('VISA');
  });

  test('waits for the shop’s validation where the form asks for it', async () => {
    await bank.press(await open({ vads_validation_mode: '1' }), 'pay', accepted);
    expect(notification().vads_trans_status).toBe('AUTHORISED_TO_VALIDATE');
  });

  test('returns without data unless the form asks for some', async () => {
    const back = whereTo(await bank.press(await open({ vads_return_mode: null }), 'pay', accepted));
    expect(back).toBe(`${bank.shop}/success?own=1`);
  });

  test('returns by a form that posts itself for vads_return_mode=POST', async () => {
    const response = await bank.press(await open({ vads_return_mode: 'POST' }), 'pay', accepted);
    const page = await response.text();
    expect(page).toContain(`<form method="post" action="${bank.shop}/success?own=1"`);
    const nonce = /script-src 'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
    expect(page).toContain(`<script nonce="${nonce}">`);
    expect(page).toContain('name="vads_trans_status" value="AUTHORISED"');
    expect(page).toContain('value="O&#39;Brien"');
  });

  test('without an address to return to ends on the bank’s page', async () => {
    const session = await open({ vads_url_success: null });
    expect(whereTo(await bank.press(session, 'pay', accepted))).toBe(session);
    expect(await (await bank.get(session)).text()).toContain('vous pouvez fermer cette page');
  });
});

describe('a refusal', () => {
  test.each([
    ['4970100000000002', '02'],
    ['4970100000000098', '51'],
    ['4970100000000099', '82'],
  ])('of card %s carries the issuer’s code %s', async (number, code) => {
    await bank.press(await open(), 'pay', card(number));
    expect(notification()).toMatchObject({ vads_trans_status: 'REFUSED', vads_result: '05', vads_auth_result: code });
    expect(notification()).not.toHaveProperty('vads_effective_amount');
  });

  test.each([
    ['4970100000000097', '206'],
    ['4970110000000401', '207'],
  ])('of card %s comes from 3-D Secure, error %s', async (number, error) => {
    await bank.press(await open(), 'pay', card(number));
    expect(notification()).toMatchObject({
      vads_trans_status: 'REFUSED',
      vads_payment_error: error,
      vads_auth_result: '',
    });
  });

  test('may be followed by another try, which is a transaction of its own', async () => {
    const session = await open();
    await bank.press(session, 'refuse', { refusal_code: '51' });
    const page = await (await bank.get(session)).text();
    const back = (/id="back-to-shop" href="([^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&');
    expect(verified(queryOf(back)).vads_trans_status).toBe('REFUSED');
    await bank.press(session, 'try-again');
    await bank.press(session, 'pay', accepted);
    expect(notification(0)).toMatchObject({ vads_trans_status: 'REFUSED', vads_auth_result: '51' });
    expect(notification(1)).toMatchObject({ vads_trans_status: 'AUTHORISED', vads_trans_id: '000042' });
    expect(notification(1).vads_trans_uuid).not.toBe(notification(0).vads_trans_uuid);
  });
});

describe('a cancel', () => {
  test('is notified as ABANDONED and returns to the cancel address', async () => {
    const back = whereTo(await bank.press(await open(), 'cancel'));
    expect(back.startsWith(`${bank.shop}/cancelled?`)).toBe(true);
    expect(verified(queryOf(back))).toMatchObject({ vads_trans_status: 'ABANDONED', vads_result: '17' });
    expect(notification()).toMatchObject({ vads_trans_status: 'ABANDONED', vads_result: '17', vads_card_number: '' });
  });

  test('is not notified where the rule is off, as on a new shop of the platform', async () => {
    await bank.close();
    bank = await runSandbox({ notifiesCancels: false });
    await bank.press(await open(), 'cancel');
    expect(bank.received).toEqual([]);
  });
});

describe('a SEPA direct debit', () => {
  const debit = { vads_payment_cards: 'SDD', vads_capture_delay: '0' };
  const iban = 'FR14 2004 1010 0505 0001 3M02 606';

  test('asks for an account and the mandate’s signature, and is authorised to be presented later', async () => {
    const session = await open(debit);
    const page = await (await bank.get(session)).text();
    expect(page).toContain('id="iban"');
    expect(page).not.toContain('id="card-number"');
    expect(whereTo(await bank.press(session, 'pay', { iban }))).toBe(session);
    expect(bank.received).toEqual([]);
    const mandate = await (await bank.get(session)).text();
    expect(mandate).toContain('id="sign"');
    expect(mandate).toContain('FR14XXXXXXXXXXXXXXXXXXX2606');
    expect(mandate).not.toContain('FR1420041010050500013M02606');
    const back = whereTo(await bank.press(session, 'authenticate', { code: '123456' }));
    const values = notification();
    expect(values).toMatchObject({
      vads_trans_status: 'AUTHORISED',
      vads_result: '00',
      vads_card_brand: 'SDD',
      vads_acquirer_network: 'SEPA',
      vads_card_number: 'FR1420041010050500013M02606_TESTFRPPXXX',
      vads_capture_delay: '2',
      vads_presentation_date: '20261127102030',
      vads_identifier: expect.stringMatching(/^[0-9A-F]{20}$/),
      vads_identifier_status: 'CREATED',
    });
    for (const name of ['vads_auth_number', 'vads_threeds_status', 'vads_payment_certificate']) {
      expect(values).not.toHaveProperty(name);
    }
    expect(back).not.toContain('FR1420041010050500013M02606');
    expect(verified(queryOf(back).replace('own=1&', '')).vads_card_brand).toBe('SDD');
  });

  test('refuses a bad IBAN before anything is sent', async () => {
    const session = await open(debit);
    expect((await bank.press(session, 'pay', { iban: 'FR14 2004 1010 0505 0001 3M02 607' })).status).toBe(422);
    expect(bank.received).toEqual([]);
  });

  test('can be refused, and then made again', async () => {
    const session = await open(debit);
    await bank.press(session, 'refuse', { iban });
    expect(notification()).toMatchObject({
      vads_trans_status: 'REFUSED',
      vads_card_brand: 'SDD',
      vads_identifier_status: 'NOT_CREATED',
    });
    await bank.press(session, 'try-again');
    await bank.press(session, 'pay', { iban });
    await bank.press(session, 'cancel');
    expect(notification(1)).toMatchObject({ vads_trans_status: 'ABANDONED' });
  });

  test.each([
    ['vads_cust_email', '15', { vads_cust_email: null }],
    ['vads_cust_last_name', '18', { vads_cust_last_name: '' }],
    ['vads_cust_address', '19', { vads_cust_address: null }],
    ['vads_cust_country', '22', { vads_cust_country: null }],
    ['vads_capture_delay', '06', { vads_capture_delay: '7' }],
  ])('wants %s, else error %s', async (field, code, change) => {
    const page = await (await send(sign(form({ ...debit, ...change })))).text();
    expect(page).toContain(`id="error-field"><code>${field}</code>`);
    expect(page).toContain(`id="error-code">${code}<`);
  });
});

describe('the form', () => {
  async function refused(fields: Fields, field: string, code: string): Promise<void> {
    const response = await send(fields);
    const page = await response.text();
    expect(response.status).toBe(403);
    expect(page).toContain(`id="error-field"><code>${field}</code>`);
    expect(page).toContain(`id="error-code">${code}<`);
    expect(bank.received).toEqual([]);
  }

  test.each<[code: string, field: string, change: Change]>([
    ['01', 'vads_version', { vads_version: 'V1' }],
    ['02', 'vads_site_id', { vads_site_id: '87654321' }],
    ['11', 'vads_ctx_mode', { vads_ctx_mode: 'LIVE' }],
    ['03', 'vads_trans_id', { vads_trans_id: '42' }],
    ['03', 'vads_trans_id', { vads_trans_id: null }],
    ['04', 'vads_trans_date', { vads_trans_date: '20261125094000' }],
    ['04', 'vads_trans_date', { vads_trans_date: '20261125120000' }],
    ['04', 'vads_trans_date', { vads_trans_date: '20261325102000' }],
    ['07', 'vads_payment_config', { vads_payment_config: 'MULTI' }],
    ['08', 'vads_payment_cards', { vads_payment_cards: 'ALL' }],
    ['09', 'vads_amount', { vads_amount: '0250' }],
    ['10', 'vads_currency', { vads_currency: 'EUR' }],
    ['13', 'vads_order_id', { vads_order_id: 'é'.repeat(65) }],
    ['14', 'vads_order_info', { vads_order_info: 'a < b' }],
    ['14', 'vads_ext_info_shop', { vads_ext_info_shop: '<' }],
    ['15', 'vads_cust_email', { vads_cust_email: 'nobody' }],
    ['46', 'vads_page_action', { vads_page_action: 'REGISTER' }],
    ['47', 'vads_action_mode', { vads_action_mode: 'SILENT' }],
    ['48', 'vads_return_mode', { vads_return_mode: 'JSON' }],
    ['33', 'vads_url_check', { vads_url_check: 'shop.example/notify' }],
  ])('gives error %s for %s: %o', async (code, field, change) => {
    await refused(sign(form(change)), field, code);
  });

  test('with a wrong signature gives error 00', async () => {
    await refused(sign(form(), scelliusShop.keys.PRODUCTION), 'signature', '00');
    await refused(form(), 'signature', '00');
    await refused([...form(), ['signature', '']], 'signature', '00');
    await refused(
      sign(form()).map(([name, value]) => [name, name === 'vads_amount' ? '1' : value]),
      'signature',
      '00',
    );
    await refused([...sign(form()), ['vads_more', '']], 'signature', '00');
    const lowerCase = sign(form()).map(
      ([name, value]) => [name, name === 'signature' ? value.toLowerCase() : value] as const,
    );
    await refused(lowerCase, 'signature', '00');
  });

  test('uses its vads_trans_id up for that UTC day, whatever the case of its letters', async () => {
    await open({ vads_trans_id: 'abc123' });
    await refused(sign(form({ vads_trans_id: 'ABC123' })), 'vads_trans_id', '03');
    bank.now += 24 * 60 * 60 * 1000;
    await open({ vads_trans_id: 'ABC123', vads_trans_date: '20261126102000' });
  });

  test('that is turned away leaves its vads_trans_id free', async () => {
    await refused(sign(form({ vads_amount: '0' })), 'vads_amount', '09');
    await open();
  });

  test('is explained to who comes without one', async () => {
    const response = await bank.get(`${bank.url}/labanquepostale/vads-payment/`, { 'Accept-Language': 'en-GB' });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Your payment request is rejected');
  });
});

test('a page left for more than ten minutes takes no payment', async () => {
  const session = await open();
  bank.now += 601_000;
  expect(whereTo(await bank.press(session, 'pay', accepted))).toBe(session);
  expect(await (await bank.get(session)).text()).toContain('La page de paiement a expiré');
  expect(bank.received).toEqual([]);
});

describe('a form that wants the notification elsewhere', () => {
  test('is paid, and the page says that nothing is sent there; nothing is', async () => {
    const elsewhere = bank.shop.replace('127.0.0.1', '0.0.0.0');
    const session = await open({ vads_url_check: `${elsewhere}/notify` });
    expect(await (await bank.get(session)).text()).toContain('id="not-notified"');
    await bank.press(session, 'pay', accepted);
    expect(bank.received).toEqual([]);
    expect(bank.logged).toMatchObject([{ to: elsewhere, httpStatus: null, failure: 'ADDRESS_REFUSED' }]);
  });

  test('is not one that names the shop on this machine', async () => {
    const session = await open();
    expect(await (await bank.get(session)).text()).not.toContain('not-notified');
  });
});
