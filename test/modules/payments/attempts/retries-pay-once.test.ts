import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentStatus } from '../../../../src/kernel/vocabulary.ts';
import { paidTwice } from '../../../../src/modules/payments/attempts/last-word.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { CancelPaymentDocument } from '../../../generated/graphql.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { openLink, pressTryAgain, type Shown } from '../../../support/pages/pay-link.ts';
import { type Initiated, initiated, legacyPath } from '../../../support/requests.ts';
import { someRuns } from '../../../support/sample.ts';
import { postMessage } from '../../../support/scellius-messages.ts';
import { found } from '../../../support/store/found.ts';

/**
 * No sequence of retries, late messages, double clicks and repeated legacy URLs pays twice: once there is money no form
 * leaves, no attempt is opened while the bank has another, the money of one attempt counts, and that of any other is
 * flagged. A failure prints its seed.
 */
const holdsMoney = new Set<PaymentStatus>(['PAID', 'AUTHORIZED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'RETURNED']);

type Asked = {
  /** A payment whose form the messages resemble. */
  readonly template: Initiated;
  /** The legacy URL. */
  readonly url: string;
};
const opening = new Set<Action['kind']>(['press', 'open', 'ask again']);

type Action =
  | { readonly kind: 'press'; readonly clicks: number; readonly isStale: boolean }
  | { readonly kind: 'open' }
  | { readonly kind: 'ask again' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'message'; readonly attempt: number; readonly status: string; readonly transaction: number };

const words = [
  'AUTHORISED',
  'CAPTURED',
  'REFUSED',
  'REFUSED',
  'ABANDONED',
  'EXPIRED',
  'WAITING_AUTHORISATION',
  'UNDER_VERIFICATION',
];
const message = fc.record({
  kind: fc.constant('message' as const),
  attempt: fc.integer({ min: 1, max: 5 }),
  status: fc.constantFrom(...words),
  transaction: fc.integer({ min: 0, max: 3 }),
});
const press = fc.record({
  kind: fc.constant('press' as const),
  clicks: fc.integer({ min: 1, max: 3 }),
  isStale: fc.boolean(),
});
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: message },
  { weight: 4, arbitrary: press },
  { weight: 1, arbitrary: fc.constant<Action>({ kind: 'open' }) },
  { weight: 2, arbitrary: fc.constant<Action>({ kind: 'ask again' }) },
  { weight: 1, arbitrary: fc.constant<Action>({ kind: 'cancel' }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 15, 90, 1500) }),
  },
);

describe.each(drawnDatabases())('a payment that is tried again and again on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  let orders = 0;
  const startByUrl = async () => {
    const url = legacyPath({ paymentTarget: 'LABANQUEPOSTALE', idCommande: `tries-${++orders}` }, '.json');
    const { payment_id } = (await (await gateway.get(url)).json()) as { payment_id: string };
    return { url, id: payment_id };
  };

  const paymentOf = async (id: string): Promise<Payment> => found(await gateway.store.paymentById(id));

  /** @returns the pages that the customer got */
  async function run(step: Action, { template, url }: Asked, before: Payment): Promise<readonly Shown[]> {
    const path = `/pay/${before.token}`;
    switch (step.kind) {
      case 'open':
        return [await openLink(gateway, path)];
      case 'press': {
        const version = step.isStale ? Math.max(1, before.version - 1) : before.version;
        const clicks = Array.from({ length: step.clicks }, () => pressTryAgain(gateway, `${path}/retry/${version}`));
        return Promise.all(clicks);
      }
      case 'ask again':
        expect((await gateway.get(url)).status).toBe(200);
        return [];
      case 'cancel':
        await gateway.send(CancelPaymentDocument, { input: { id: before.id } });
        return [];
      case 'wait':
        gateway.advance(step.minutes * 60_000);
        return [];
      case 'message': {
        await postMessage(gateway, template, {
          vads_order_id: `${before.reference}-${step.attempt}`,
          vads_trans_status: step.status,
          vads_trans_uuid: `${before.id.slice(4, 35)}${step.transaction}`,
        });
        return [];
      }
    }
  }

  const attemptsOf = ({ id }: Payment) => gateway.store.attemptsOf(id);

  /** Every form that leaves is for an unpaid payment that no client gave up, and whose earlier tries are known. */
  async function checkStep(step: Action, before: Payment, after: Payment, shown: readonly Shown[]): Promise<void> {
    const attempts = await attemptsOf(after);
    expect(attempts.filter(({ status }) => status === 'OPEN').length).toBeLessThanOrEqual(1);
    const forms = shown.filter(({ form }) => form !== null);
    if (holdsMoney.has(before.status) || before.status === 'PENDING') expect(forms).toEqual([]);
    if (before.status === 'CANCELLED' && before.expiresAt === null) expect(forms).toEqual([]);
    if (step.kind !== 'press') return;
    expect(new Set(forms.map(({ form }) => form?.fields.vads_order_id)).size).toBeLessThanOrEqual(1);
    if (forms.length > 0 && before.status !== 'REQUIRES_ACTION') {
      expect(attempts.filter(({ status }) => status === 'PENDING')).toEqual([]);
    }
  }

  it('is paid once at most', async () => {
    const template = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 16 }), async (steps) => {
        const { url, id } = await startByUrl();
        let before = await paymentOf(id);
        for (const step of steps) {
          const tried = await attemptsOf(before);
          const shown = await run(step, { template, url }, before);
          const after = await paymentOf(id);
          await checkStep(step, before, after, shown);
          const opened = (await attemptsOf(after)).length - tried.length;
          const mayOpen = opening.has(step.kind) && tried.every(({ status }) => status !== 'PENDING');
          expect(opened).toBeLessThanOrEqual(mayOpen ? 1 : 0);
          before = after;
        }
        const events = await gateway.store.eventsOf(before.id, 0, 1000);
        const isMoney = [false, ...events.map(({ status }) => holdsMoney.has(status))];
        const came = isMoney.filter((holds, index) => holds && !isMoney[index - 1]).length;
        const left = isMoney.filter((holds, index) => !holds && isMoney[index - 1]).length;
        expect(came - left).toBeLessThanOrEqual(1);
        const holding = (await attemptsOf(before)).filter(({ status }) => status === 'PAID' || status === 'AUTHORIZED');
        const flagged = events.filter(({ type, data }) => type === 'CONTRADICTION' && 'reason' in data);
        const surplus = new Set(
          flagged.flatMap(({ data }) =>
            'reason' in data && data.reason === paidTwice && 'attemptReference' in data ? [data.attemptReference] : [],
          ),
        );
        expect(holding.filter(({ reference }) => !surplus.has(reference)).length).toBeLessThanOrEqual(1);
      }),
      someRuns(25),
    );
  }, 240_000);
});
