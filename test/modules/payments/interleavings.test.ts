import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sandboxShops } from '../../../src/config/development.ts';
import { factOf } from '../../../src/kernel/stored-facts.ts';
import type { PaymentStatus } from '../../../src/kernel/vocabulary.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { legacyPath } from '../../support/requests.ts';
import { someRuns } from '../../support/sample.ts';
import { postNotification, signed } from '../../support/scellius-messages.ts';

/** Whatever comes in whatever order, the invariants of money hold. A failure prints its seed. */

const shop = sandboxShops().labanquepostaleShops[0];
const money = new Set<PaymentStatus>(['PAID', 'AUTHORIZED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'RETURNED']);

type Action =
  | { readonly kind: 'ask' }
  | { readonly kind: 'open' }
  | { readonly kind: 'return' }
  | { readonly kind: 'wait'; readonly minutes: number }
  | {
      readonly kind: 'update';
      readonly attempt: number;
      readonly status: string;
      readonly uuid: number;
      readonly amount: number;
    };

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.constant<Action>({ kind: 'ask' }),
  fc.constant<Action>({ kind: 'open' }),
  fc.constant<Action>({ kind: 'return' }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 6, 1500) }),
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('update' as const),
      attempt: fc.constantFrom(1, 1, 2, 3),
      status: fc.constantFrom(
        'AUTHORISED',
        'CAPTURED',
        'REFUSED',
        'ABANDONED',
        'EXPIRED',
        'CANCELLED',
        'CAPTURE_FAILED',
        'WAITING_AUTHORISATION',
        'NEW_WORD',
      ),
      uuid: fc.integer({ min: 0, max: 3 }),
      amount: fc.constantFrom(1250, 1250, 1250, 1250, 1, 99999),
    }),
  },
);

describe.each(drawnDatabases())('any interleaving on $name', ({ open }) => {
  let order = 0;
  const gateway = openForGroup(() => startGateway({ open }));

  const ask = async (): Promise<string> => {
    const response = await gateway.get(
      `${legacyPath({ paymentTarget: 'LABANQUEPOSTALE', idCommande: `fc-${order}` })}?format=json`,
    );
    return ((await response.json()) as { payment_id: string }).payment_id;
  };

  async function run(step: Action, id: string): Promise<void> {
    const payment = await gateway.store.paymentById(id);
    if (payment === null) throw new Error('the payment is gone');
    const path = `/pay/${payment.token}`;
    if (step.kind === 'ask') expect(await ask()).toBe(id);
    else if (step.kind === 'open') expect((await gateway.get(path)).status).toBe(200);
    else if (step.kind === 'return')
      expect((await gateway.get(`${path}/return/success?vads_trans_status=AUTHORISED`)).status).toBe(303);
    else if (step.kind === 'wait') gateway.advance(step.minutes * 60_000);
    else await tell(`${payment.reference}-${step.attempt}`, step, id);
  }

  async function tell(reference: string, update: Extract<Action, { kind: 'update' }>, id: string): Promise<void> {
    const fields: Record<string, string> = {
      vads_amount: String(update.amount),
      vads_card_brand: 'CB',
      vads_ctx_mode: 'TEST',
      vads_currency: '978',
      vads_hash: 'h',
      vads_operation_type: 'DEBIT',
      vads_order_id: reference,
      vads_site_id: shop?.siteId ?? '',
      vads_trans_date: '20261125090000',
      vads_trans_id: '000001',
      vads_trans_status: update.status,
      vads_trans_uuid: `${id.slice(4, 35)}${update.uuid}`,
      vads_url_check_src: 'PAY',
    };
    expect(await postNotification(gateway, signed(fields))).toBe(200);
  }

  /** Whether the bank has ended a transaction, and that was not contradicted. */
  const hasEnded = async (id: string, uuid: string): Promise<boolean> =>
    (await gateway.store.eventsOf(id, 0, 1000)).some(
      ({ type, data }) =>
        (type === 'STATUS_CHANGED' || type === 'NEWS_IGNORED') &&
        factOf(data, 'bankTransaction') === uuid &&
        ['CANCELLED', 'EXPIRED', 'CAPTURE_FAILED'].includes(factOf(data, 'bankStatus') ?? ''),
    );

  it('keeps one live attempt, never loses money, never changes the amount and never skips an event', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 14 }), async (steps) => {
        order++;
        const id = await ask();
        let before = await gateway.store.paymentById(id);
        for (const step of steps) {
          const isLate = step.kind === 'update' && (await hasEnded(id, `${id.slice(4, 35)}${step.uuid}`));
          await run(step, id);
          const after = await gateway.store.paymentById(id);
          if (before === null || after === null) throw new Error('the payment is gone');
          expect(after.amountCents).toBe(1250);
          if (money.has(before.status)) expect(money.has(after.status) || isCancelled(step, after.status)).toBe(true);
          if (step.kind === 'update' && step.amount !== 1250)
            expect(after.status === 'PAID').toBe(before.status === 'PAID');
          if (isLate && !money.has(before.status)) expect(money.has(after.status)).toBe(false);
          if (step.kind === 'return') expect(after.status === 'PAID').toBe(before.status === 'PAID');
          const attempts = await gateway.store.attemptsOf(id);
          expect(attempts.filter(({ status }) => status === 'OPEN').length).toBeLessThanOrEqual(1);
          before = after;
        }
        const events = await gateway.store.eventsOf(id, 0, 1000);
        expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
        expect(events.at(-1)?.status).toBe(before?.status);
        expect(events).toHaveLength(before?.version ?? 0);
      }),
      someRuns(20),
    );
  });
});

/**
 * The only message that takes a payment out of paid: the bank cancels the very transaction that paid, before it is
 * captured.
 */
const isCancelled = (step: Action, status: PaymentStatus): boolean =>
  step.kind === 'update' && ['ABANDONED', 'CANCELLED'].includes(step.status) && status === 'CANCELLED';
