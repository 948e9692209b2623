import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import { type Fields, formFields, type RunningSandbox, scelliusShop, whereTo } from './running-sandbox.ts';

export type Change = Readonly<Record<string, string | null>>;

const formAt = (shop: string, change: Change): Fields =>
  formFields({
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
    vads_url_check: `${shop}/notify`,
    vads_url_success: `${shop}/success?own=1`,
    vads_url_refused: `${shop}/refused`,
    vads_url_cancel: `${shop}/cancelled`,
    vads_return_mode: 'GET',
    vads_language: 'fr',
    ...change,
  });

export function signature(fields: Fields, key = scelliusShop.keys.TEST): string {
  const signed = fields.filter(([name]) => name.startsWith('vads_'));
  const names = signed.map(([name]) => name).sort();
  const values = names.map((name) => new Map(signed).get(name) ?? '');
  return createHmac('sha256', key)
    .update([...values, key].join('+'))
    .digest('base64');
}

export const sign = (fields: Fields, key?: string): Fields => [...fields, ['signature', signature(fields, key)]];
export const card = (number: string, securityCode = '123') => ({
  card_number: number,
  expiry: '06/99',
  security_code: securityCode,
});
export const accepted = card('4970 1000 0000 0000');

/** The values of a message, once its signature was found right. */
export function verified(message: string, key = scelliusShop.keys.TEST): Record<string, string> {
  const fields = [...new URLSearchParams(message)];
  const names = fields.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
  const values = Object.fromEntries(fields);
  expect(values.signature).toBe(signature(fields, key));
  return values;
}
export const queryOf = (address: string) => new URL(address).search.slice(1);

/** A shop of La Banque Postale in front of this simulator. */
export function scelliusShopOn(bank: RunningSandbox) {
  const form = (change: Change = {}): Fields => formAt(bank.shop, change);
  const send = (fields: Fields) => bank.post(`${bank.url}/labanquepostale/vads-payment/`, fields);
  return {
    form,
    send,
    open: async (change: Change = {}) => whereTo(await send(sign(form(change)))),
    notification: (index = 0) => verified(bank.received[index]?.body ?? ''),
  };
}
