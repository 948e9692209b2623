import { describe, expect, it } from 'vitest';
import { type PaymentStatus, paymentStatus } from '../../../../src/kernel/vocabulary.ts';
import { customerRetryOf } from '../../../../src/modules/payments/attempts/customer-retry.ts';
import { payLinkLifetimeMs } from '../../../../src/modules/payments/pay-link.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import type { PaymentQuery } from '../../../../src/modules/payments/payment-store.ts';
import { cardPayment } from '../../../support/pages/pages-server.ts';

/** When the customer may try again, case by case. */

type Reads = Parameters<typeof customerRetryOf>[1];
const now = 1_000_000;

type Situation = {
  readonly payment?: Partial<Payment>;
  readonly from?: PaymentStatus;
  readonly data?: object;
  readonly more?: readonly { readonly type: string; readonly data?: object }[];
  readonly attempts?: readonly string[];
  readonly operations?: readonly string[];
  readonly hasReport?: boolean;
  readonly newer?: readonly Partial<Payment>[];
  readonly afterExpiry?: boolean;
};

async function retryIn(situation: Situation): Promise<string> {
  const payment: Payment = {
    ...cardPayment,
    status: 'REFUSED',
    expiresAt: now + 1,
    idCommande: '0',
    ...situation.payment,
  };
  const byBank = { cause: 'BANK_NEWS', newsStatus: payment.status };
  const data = { from: situation.from ?? 'REQUIRES_ACTION', ...(situation.data ?? byBank) };
  const story = [
    { type: 'INITIATED', status: 'REQUIRES_ACTION', data: {} },
    { type: 'STATUS_CHANGED', status: payment.status, data },
    ...(situation.more ?? []).map((event) => ({ status: payment.status, data: {}, ...event })),
  ];
  const reads = {
    eventsOf: async () => story,
    attemptsOf: async () => (situation.attempts ?? ['REFUSED']).map((status, index) => ({ id: `${index}`, status })),
    operationsOf: async () => (situation.operations ?? []).map((status) => ({ status })),
    reportOf: async () => (situation.hasReport ? {} : null),
    payments: async ({ client, runMode, limit }: PaymentQuery) =>
      (situation.newer ?? [])
        .map((one) => ({ ...payment, ...one }))
        .filter((one) => one.client === client && one.effectiveRunMode === runMode)
        .slice(0, limit),
  };
  const societes = new Map([['1', { customerPages: { retryAfterExpiry: situation.afterExpiry } }]]);
  return customerRetryOf({ societes: societes as never, clock: () => now }, reads as unknown as Reads, payment);
}

const ended = ['REFUSED', 'FAILED', 'CANCELLED', 'EXPIRED'] as const;
const clock = { cause: 'CLOCK' };

describe('a payment that ended', () => {
  it.each(ended)('in %s by its customer or their bank may be tried again', async (status) => {
    expect(await retryIn({ payment: { status } })).toBe('OFFERED');
  });

  it.each(paymentStatus.names.filter((status) => !ended.some((one) => one === status)))(
    'not: %s offers no button',
    async (status) => {
      expect(await retryIn({ payment: { status } })).toBe('NO');
    },
  );

  it.each([
    ['a client cancelled', { payment: { status: 'CANCELLED' }, data: { cause: 'CALLER' } }],
    [
      'a client cancelled what was refused',
      { payment: { status: 'CANCELLED' }, from: 'REFUSED', data: { cause: 'CALLER' } },
    ],
    [
      'the bank cancelled as it was asked',
      { payment: { status: 'CANCELLED' }, data: { cause: 'BANK_NEWS', operation: 'ope' } },
    ],
    ['the shop cancelled at the bank', { payment: { status: 'CANCELLED' }, from: 'PENDING' }],
    ['an authorisation was lost', { from: 'AUTHORIZED' }],
    [
      'an authorisation ran out',
      { payment: { status: 'EXPIRED' }, from: 'AUTHORIZED', data: clock, afterExpiry: true },
    ],
    ['a person decided', { data: { cause: 'REVIEW' }, from: 'NEEDS_REVIEW' }],
    ['a statement decided', { data: { cause: 'BANK_STATEMENT' }, from: 'PENDING' }],
    ['a client gave up the deadline', { payment: { expiresAt: null } }],
    ['the deadline is over', { payment: { expiresAt: now } }],
    ['the clock ended it', { payment: { status: 'EXPIRED', expiresAt: now }, data: clock }],
    ['the old URL means a newer payment', { more: [{ type: 'SUCCEEDED' }] }],
    ['it is a debit under a mandate of ours', { payment: { flow: 'DIRECT_DEBIT' } }],
    ['it is a booking', { payment: { flow: 'BOOKING' } }],
    ['its payer is erased', { payment: { email: 'erased-1@erased.invalid' } }],
  ] as const satisfies readonly (readonly [string, Situation])[])('is over where %s', async (_why, situation) => {
    expect(await retryIn(situation)).toBe('NO');
  });

  it.each([
    ['a message contradicts the record', { more: [{ type: 'CONTRADICTION', data: { reason: 'amount' } }] }],
    ['an attempt is pending', { attempts: ['PENDING', 'REFUSED'] }],
    ['an attempt holds money', { attempts: ['PAID'] }],
    ['an operation is not settled', { operations: ['UNKNOWN'] }],
    ['a report of money is not confirmed', { hasReport: true }],
  ] as const satisfies readonly (readonly [string, Situation])[])('is in doubt where %s', async (_why, situation) => {
    expect(await retryIn(situation)).toBe('DOUBT');
  });

  it('may be tried again after its time where the société allows it', async () => {
    const over = { status: 'EXPIRED', expiresAt: now } as const;
    expect(await retryIn({ payment: over, data: clock, afterExpiry: true })).toBe('OFFERED');
    expect(await retryIn({ payment: { expiresAt: now - 1 }, afterExpiry: true })).toBe('OFFERED');
    expect(await retryIn({ payment: { ...over, flow: 'BANK_TRANSFER' }, data: clock, afterExpiry: true })).toBe(
      'OFFERED',
    );
    expect(await retryIn({ payment: { status: 'CANCELLED', expiresAt: null }, afterExpiry: true })).toBe('NO');
    // The link shows nothing any more.
    expect(await retryIn({ payment: { updatedAt: now - payLinkLifetimeMs }, afterExpiry: true })).toBe('NO');
  });

  it('gives way to a newer payment of the same client for the same order', async () => {
    const order = { idCommande: '45012' };
    expect(await retryIn({ payment: order, newer: [{}] })).toBe('OFFERED');
    expect(await retryIn({ payment: order, newer: [{ id: 'pay_f' }] })).toBe('NO');
    expect(await retryIn({ payment: order, newer: [{ id: 'pay_0' }] })).toBe('OFFERED');
    const others = Array.from({ length: 20 }, () => ({ id: 'pay_f', client: 'another' }));
    expect(await retryIn({ payment: order, newer: others })).toBe('OFFERED');
    expect(await retryIn({ payment: order, newer: [...others, { id: 'pay_e' }] })).toBe('NO');
    expect(await retryIn({ payment: order, newer: [{ id: 'pay_f', effectiveRunMode: 'LIVE' }] })).toBe('OFFERED');
  });
});
