import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { isLate, type PaymentData, verify, WebhookError } from '../../clients/typescript/src/webhooks.ts';
import type { pingBody, webhookBody } from '../../src/modules/webhooks/webhook.ts';

const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const otherSecret = `whsec_${Buffer.alloc(24, 8).toString('base64')}`;

const data: PaymentData = {
  ...{ payment_id: 'pay_1', reference: '4K7M-9QXT', status: 'PAID', amount: '1250', currency: 'EUR' },
  ...{ payment_target: 'PAYBOX', effective_run_mode: 'TEST', id_origin: 'web', id_societe: '1', id_commande: '0' },
  ...{ event_id: 'evt_1', sequence: 3 },
};

function signed(body: object, at = new Date(), using = secret) {
  const text = JSON.stringify(body);
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(using).sign('msg_1', at, text),
  };
  return { text, headers };
}
const paid = { id: 'msg_1', type: 'payment.paid', timestamp: '2026-11-25T09:30:00.000Z', data };

/** With no secret at all. */
function signedWithNothing() {
  const { text, headers } = signed(paid);
  const { 'webhook-id': id, 'webhook-timestamp': at } = headers;
  const signature = createHmac('sha256', '').update(`${id}.${at}.${text}`).digest('base64');
  return { text, headers: { ...headers, 'webhook-signature': `v1,${signature}` } };
}

describe('verify', () => {
  it('reads what the gateway signed, from every form of headers and bodies', () => {
    const { text, headers } = signed(paid);
    const upper = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]));
    for (const given of [headers, new Headers(headers), upper]) {
      for (const body of [text, new TextEncoder().encode(text), Buffer.from(text)]) {
        expect(verify(body, given, secret)).toEqual(paid);
      }
    }
  });

  it('reads every header of an array, as while a secret rotates', () => {
    const { text, headers } = signed(paid);
    const { 'webhook-signature': old } = signed(paid, new Date(), otherSecret).headers;
    const both = { ...headers, 'webhook-signature': [old, headers['webhook-signature']] };
    expect(verify(text, both, secret)).toEqual(paid);
  });

  it('knows each type with its own data', () => {
    const { text, headers } = signed(paid);
    const message = verify(text, headers, secret);
    switch (message.type) {
      case 'payment.paid':
        expectTypeOf(message.data).toEqualTypeOf<PaymentData>();
        break;
      case 'refund.done':
        expectTypeOf(message.data.refund.amount).toEqualTypeOf<string>();
        break;
      case 'payment.prenotified':
        expectTypeOf(message.data.due_date).toEqualTypeOf<string>();
        break;
      case 'webhook.ping':
        expectTypeOf(message.data.endpoint).toEqualTypeOf<string>();
        break;
      case 'unknown':
        expectTypeOf(message.originalType).toEqualTypeOf<string>();
        break;
      default:
        expectTypeOf(message.data.sequence).toEqualTypeOf<number>();
    }
    type Sent = z.output<typeof webhookBody>['data'];
    expectTypeOf<Sent>().toExtend<PaymentData>();
    expectTypeOf<PaymentData>().toExtend<Sent>();
    type Ping = Extract<typeof message, { type: 'webhook.ping' }>['data'];
    expectTypeOf<z.output<typeof pingBody>['data']>().toExtend<Ping>();
  });

  it('gives a type that it does not know under its own name', () => {
    const { text, headers } = signed({ ...paid, type: 'payment.teleported' });
    expect(verify(text, headers, secret)).toMatchObject({ type: 'unknown', originalType: 'payment.teleported' });
  });

  it('takes any of several secrets, while one rotates', () => {
    const { text, headers } = signed(paid, new Date(), otherSecret);
    expect(verify(text, headers, [secret, otherSecret]).id).toBe('msg_1');
    // `process.env.NEXT_SECRET ?? ''`
    expect(verify(text, headers, ['', otherSecret]).id).toBe('msg_1');
  });

  const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);
  it.each<[string, () => unknown]>([
    ['another secret', () => verifyOf(signed(paid, new Date(), otherSecret))],
    ['an old message', () => verifyOf(signed(paid, minutes(-6)))],
    ['a message from the future', () => verifyOf(signed(paid, minutes(6)))],
    ['a changed body', () => verifyOf({ ...signed(paid), text: JSON.stringify({ ...paid, type: 'payment.refused' }) })],
    ['no headers', () => verifyOf({ ...signed(paid), headers: {} })],
    ['bytes that are not UTF-8', () => verify(new Uint8Array([0xff, 0xfe]), signed(paid).headers, secret)],
    ['a body without a type', () => verifyOf(signed({ id: 'msg_1' }))],
    ['no secret', () => verify('{}', {}, [])],
    ['a secret that the environment does not have', () => verify('{}', {}, undefined as never)],
    ['a secret that is empty', () => verify('{}', {}, '')],
    ['a secret that is its prefix alone', () => verifyOf(signedWithNothing(), 'whsec_')],
    ['a secret that is not base64', () => verify('{}', {}, 'not a secret')],
  ])('refuses %s', (_fault, verifying) => {
    expect(verifying).toThrow(WebhookError);
  });

  it('says what a body that was parsed should be', () => {
    expect(() => verify(paid as never, signed(paid).headers, secret)).toThrow('raw bytes (UTF-8) or text');
  });

  const verifyOf = ({ text, headers }: { text: string; headers: Record<string, string> }, using = secret) =>
    verify(text, headers, using);
});

it.each([
  [null, false],
  [2, false],
  [3, true],
  [4, true],
])('a message of sequence 3 after %s: late is %s', (known, late) => {
  expect(isLate(paid, known)).toBe(late);
});
