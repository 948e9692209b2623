import { describe, expect, test } from 'vitest';
import { openForEach } from '../support/open-for.ts';
import { runSandbox, whereTo } from '../support/sandbox/running-sandbox.ts';
import { queryOf, scelliusShopOn, sign, verified } from '../support/sandbox/scellius-shop.ts';

const bank = openForEach(() => runSandbox());

const { form, send, open, notification } = scelliusShopOn(bank);

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
