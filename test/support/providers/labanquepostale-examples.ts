import { createHash, createHmac } from 'node:crypto';
import { Secret } from '../../../src/kernel/merchant.ts';
import type { Payer } from '../../../src/kernel/payer.ts';
import type { FormRequest, KnownAccount, NotificationReading } from '../../../src/modules/payments/provider.ts';
import type { LabanquepostaleAccount } from '../../../src/providers/labanquepostale/account.ts';
import { createLabanquepostale } from '../../../src/providers/labanquepostale/labanquepostale.ts';
import { openAttempt, waitingPayment } from '../payments/example.ts';

type Algorithm = LabanquepostaleAccount['algorithm'];
export type Fields = Readonly<Record<string, string>>;

export const bank = createLabanquepostale();
export const testKey = '1122334455667788';
export const uuid = 'dcb98eea52774ec4b42300fdbdae4d34';
export const orderedAt = Date.UTC(2026, 5, 30, 22, 4, 5);

export const account: LabanquepostaleAccount = {
  siteId: '12345678',
  formKeys: [new Secret(testKey)],
  algorithm: 'HMAC-SHA-256',
  formUrl: 'https://scelliuspaiement.labanquepostale.fr/vads-payment/',
};

export const payment = waitingPayment({
  id: 'pay_0198f2b0c0de7000800000000000abcd',
  token: 'h2FzVt9zQ0mD1b2c3d4e5w',
  paymentTarget: 'LABANQUEPOSTALE',
  email: 'helene+boutique@example.fr',
  commentaire: 'Livrer au 2e',
  createdAt: orderedAt,
  updatedAt: orderedAt,
});

export const attempt = openAttempt(payment, {
  id: 'att_0198f2b0c0de7000800000000000abce',
  sequence: 42,
  createdAt: orderedAt,
  openedAt: orderedAt,
});

export const payer: Payer = {
  firstName: 'Hélène',
  lastName: "D'Été-Müller",
  address: '3 bis, rue Haute',
  zipCode: '93200',
  city: 'Saint-Denis',
  country: 'FR',
  phone: '+33612345678',
};

export const page = 'https://pay.example.fr/pay/h2FzVt9zQ0mD1b2c3d4e5w/return';
export const request: FormRequest<LabanquepostaleAccount> = {
  account,
  payment,
  attempt,
  payer,
  addresses: {
    notification: 'https://pay.example.fr/notify/labanquepostale/1',
    returns: {
      success: `${page}/success`,
      refused: `${page}/refused`,
      cancelled: `${page}/cancelled`,
      pending: `${page}/pending`,
      error: `${page}/error`,
    },
  },
  lastBankCode: null,
  usesBackupPage: false,
  language: 'fr',
  now: orderedAt + 1000,
};

/** The bank's side, written apart from the adapter: what the platform would compute over the same fields. */
export function bankSignature(fields: Fields, key = testKey, algorithm: Algorithm = 'HMAC-SHA-256'): string {
  const names = Object.keys(fields).filter((name) => name.startsWith('vads_'));
  const text = `${names
    .sort()
    .map((name) => `${fields[name]}+`)
    .join('')}${key}`;
  return algorithm === 'SHA-1'
    ? createHash('sha1').update(text, 'utf8').digest('hex')
    : createHmac('sha256', key).update(text, 'utf8').digest('base64');
}

export const sign = (fields: Fields, key?: string, algorithm?: Algorithm): Fields => ({
  ...fields,
  signature: bankSignature(fields, key, algorithm),
});

export const notification: Fields = {
  vads_action_mode: 'INTERACTIVE',
  vads_amount: '1250',
  vads_auth_mode: 'FULL',
  vads_auth_number: '3fe561',
  vads_auth_result: '00',
  vads_brand_management: '{"userChoice":false,"brandList":"CB|VISA","brand":"CB"}',
  vads_card_brand: 'CB',
  vads_card_number: '497010XXXXXX0000',
  vads_ctx_mode: 'TEST',
  vads_currency: '978',
  vads_cust_address: 'rue Haute + cour, 100 %',
  vads_cust_address2: '',
  vads_cust_address_number: '3',
  vads_cust_last_name: 'Hélène',
  vads_effective_amount: '1250',
  vads_extra_result: '',
  vads_hash: '299d81f4b175bfb7583d904cd19ef5e38b2b79b2373d9b2b4aab74e5753b10bc',
  vads_language: 'fr',
  vads_operation_type: 'DEBIT',
  vads_order_id: '4K7M-9QXT-1',
  vads_page_action: 'PAYMENT',
  vads_payment_cards: 'CB;VISA;MASTERCARD',
  vads_payment_config: 'SINGLE',
  vads_result: '00',
  vads_site_id: '12345678',
  vads_something_new_10: 'ten',
  vads_something_new_2: 'two',
  vads_trans_date: '20260630220405',
  vads_trans_id: '000042',
  vads_trans_status: 'AUTHORISED',
  vads_trans_uuid: uuid,
  vads_url_check_src: 'PAY',
  vads_version: 'V2',
};

export const accounts: readonly KnownAccount<LabanquepostaleAccount>[] = [
  { idSociete: '1', runMode: 'TEST', account },
  { idSociete: '1', runMode: 'LIVE', account: { ...account, formKeys: [new Secret('livelivelivelive')] } },
  {
    idSociete: '2',
    runMode: 'TEST',
    account: { ...account, siteId: '87654321', formKeys: [new Secret('2222333344445555')] },
  },
];

export function without(fields: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

export const readBody = (body: string, known = accounts): NotificationReading =>
  bank.readNotification({ method: 'POST', query: '', body: Buffer.from(body) }, known);
export const read = (fields: Fields, known = accounts): NotificationReading =>
  readBody(new URLSearchParams(fields).toString(), known);

export function formFields(changes: Partial<FormRequest<LabanquepostaleAccount>> = {}): Fields {
  return bank.buildForm({ ...request, ...changes }).fields;
}
