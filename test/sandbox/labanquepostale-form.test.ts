import { describe, expect, test } from 'vitest';
import { openForEach } from '../support/open-for.ts';
import { type Fields, runSandbox, scelliusShop } from '../support/sandbox/running-sandbox.ts';
import { accepted, type Change, scelliusShopOn, sign } from '../support/sandbox/scellius-shop.ts';

const bank = openForEach(() => runSandbox());

const { form, send, open } = scelliusShopOn(bank);

test('the form’s signature follows the bank’s published example', async () => {
  const shop = { siteId: '12345678', name: 'Guide', keys: { TEST: '1122334455667788', PRODUCTION: '-' } };
  await bank.restart({ labanquepostaleShops: [shop] });
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
