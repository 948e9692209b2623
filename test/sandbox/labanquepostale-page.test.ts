import { describe, expect, test } from 'vitest';
import { openForEach } from '../support/open-for.ts';
import { runSandbox, scelliusShop, whereTo } from '../support/sandbox/running-sandbox.ts';
import {
  accepted,
  card,
  queryOf,
  scelliusShopOn,
  sign,
  signature,
  verified,
} from '../support/sandbox/scellius-shop.ts';

const bank = openForEach(() => runSandbox());

const { form, send, open, notification } = scelliusShopOn(bank);

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
      vads_expiry_year: '2099',
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
    await bank.restart({ notifiesCancels: false });
    await bank.press(await open(), 'cancel');
    expect(bank.received).toEqual([]);
  });
});

test('a page left for more than ten minutes takes no payment', async () => {
  const session = await open();
  bank.now += 601_000;
  expect(whereTo(await bank.press(session, 'pay', accepted))).toBe(session);
  expect(await (await bank.get(session)).text()).toContain('La page de paiement a expiré');
  expect(bank.received).toEqual([]);
});
