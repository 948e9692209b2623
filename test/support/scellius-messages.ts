import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import { sandboxShops } from '../../src/config/development.ts';
import type { TestGateway } from './gateway.ts';
import type { Initiated } from './requests.ts';

/** What Scellius says of a payment, signed as the shop's platform signs: the form's message and that of the REST API. */

type Fields = Readonly<Record<string, string>>;

/** Of the first société, in TEST. */
const shopKey = sandboxShops().labanquepostaleShops[0]?.keys.TEST ?? '';

export function formOf({ payment }: Pick<Initiated, 'payment'>): Fields {
  if (payment.nextAction?.__typename !== 'RedirectAction') throw new Error('no form');
  return Object.fromEntries(payment.nextAction.fields.map(({ name, value }) => [name, value]));
}

/** The message that the payment's card was authorised, changed as the test wants. */
export function messageOf(initiation: Initiated, change: Fields = {}): Fields {
  const form = formOf(initiation);
  const kept = ['vads_amount', 'vads_currency', 'vads_order_id', 'vads_site_id', 'vads_trans_date', 'vads_trans_id'];
  return {
    ...Object.fromEntries(kept.map((name) => [name, form[name] ?? ''])),
    ...{ vads_auth_result: '00', vads_card_brand: 'CB', vads_ctx_mode: 'TEST', vads_hash: 'a'.repeat(64) },
    ...{ vads_action_mode: 'INTERACTIVE', vads_card_number: '497010XXXXXX0000', vads_cust_name: 'Hélène + Zoé' },
    ...{ vads_order_info2: '', vads_result: '00' },
    ...{ vads_operation_type: 'DEBIT', vads_trans_status: 'AUTHORISED', vads_url_check_src: 'PAY' },
    vads_trans_uuid: initiation.payment.id.slice(4),
    ...change,
  };
}

/** @param key left out: that of the first société */
export function signed(fields: Fields, key = shopKey): string {
  const names = Object.keys(fields).filter((name) => name.startsWith('vads_'));
  const values = names.toSorted().map((name) => fields[name]);
  const text = [...values, key].join('+');
  const signature = createHmac('sha256', key).update(text).digest('base64');
  return new URLSearchParams({ ...fields, signature }).toString();
}

export async function postNotification(
  gateway: TestGateway,
  body: string,
  path = '/notify/labanquepostale/1',
): Promise<number> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const response = await gateway.get(path, { method: 'POST', headers, body });
  expect(await response.text()).toBe('');
  return response.status;
}

/** The same message reaches the gateway, which takes it. */
export async function postMessage(gateway: TestGateway, initiation: Initiated, change: Fields = {}): Promise<void> {
  expect(await postNotification(gateway, signed(messageOf(initiation, change)))).toBe(200);
}

/** The form's message about the transaction that paid, changed as the test wants. */
export async function bankSays(gateway: TestGateway, initiation: Initiated, change: Fields): Promise<void> {
  const [attempt] = await gateway.store.attemptsOf(initiation.payment.id);
  await postMessage(gateway, initiation, { vads_trans_uuid: attempt?.bankTransaction ?? '', ...change });
}

type Answer = Readonly<Record<string, unknown>>;

/** The same as the REST API says it: `kr-answer` before it is written as JSON. */
export function answerOf(initiation: Initiated, change: Answer = {}): Answer {
  const message = messageOf(initiation);
  return {
    shopId: message.vads_site_id,
    orderStatus: 'PAID',
    orderDetails: { orderId: message.vads_order_id, mode: 'TEST' },
    transactions: [
      {
        uuid: message.vads_trans_uuid,
        amount: Number(message.vads_amount),
        currency: 'EUR',
        operationType: 'DEBIT',
        detailedStatus: 'AUTHORISED',
        transactionDetails: { cardDetails: { effectiveBrand: 'CB' } },
        ...change,
      },
    ],
    _type: 'V4/Payment',
  };
}

/** A notification with it. */
export function hashed(text: string, key: string): string {
  return new URLSearchParams({
    'kr-hash': createHmac('sha256', key).update(text).digest('hex'),
    'kr-hash-algorithm': 'sha256_hmac',
    'kr-hash-key': 'password',
    'kr-answer-type': 'V4/Payment',
    'kr-answer': text,
  }).toString();
}
