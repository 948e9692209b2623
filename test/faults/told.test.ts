import { describe, expect, it } from 'vitest';
import {
  CancelPaymentDocument,
  PaymentDocument,
  RefundPaymentDocument,
  StandingDocument,
} from '../generated/graphql.ts';
import { night, paidAtBank } from '../support/at-bank.ts';
import { asClient, clientNamed } from '../support/clients/client-named.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { untilNight } from '../support/faults/night.ts';
import { advance, ownClock } from '../support/faults/own-clock.ts';
import { scriptFault, startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { newSecret, startReceiver } from '../support/webhooks/receiver.ts';
import { endpoint } from '../support/webhooks/told-client.ts';

/** Each change of a payment shows in the payment, in its events, and in its client's messages. */

const secret = newSecret();
const headers = asClient('shop');
const minuteMs = 60_000;

describe.each(drawnDatabases())('on $name', ({ open }) => {
  openForGroup(ownClock);
  const receiver = openForGroup(() => startReceiver(secret));
  const gateway = openForGroup(() =>
    startGateway({ open, config: { clients: [clientNamed('shop', {}, [endpoint(receiver.url, [secret])])] } }),
  );

  const refund = (input: { id: string; amount?: number }) => gateway.send(RefundPaymentDocument, { input }, headers);
  const wait = async (...minutes: readonly number[]): Promise<void> => {
    for (const some of minutes) {
      advance(some * minuteMs);
      await gateway.runWorkers('resolver');
    }
  };
  /** The three places: the payment now, its events, and the client's messages, in order. */
  const shown = async (id: string) => {
    await gateway.runWorkers('webhooks');
    const { data } = await gateway.send(StandingDocument, { id }, headers);
    const events = (await gateway.send(PaymentDocument, { id }, headers)).data?.payment?.events.edges ?? [];
    const messages = receiver.messages.filter((message) => message.data.payment_id === id);
    return {
      payment: data?.payment,
      events: events.map(({ node }) => node.type),
      told: messages.map(({ type, data: told }) => `${type} ${told.status}`),
    };
  };

  describe.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)('at %s', (paymentTarget) => {
    const paid = async (): Promise<string> => {
      return (await paidAtBank(gateway, { paymentTarget }, headers)).payment.id;
    };

    it('a refund of everything shows', async () => {
      const id = await paid();
      await night(gateway);
      await refund({ id });
      const { payment, events, told } = await shown(id);
      expect(payment).toMatchObject({ status: 'REFUNDED', refunds: [{ status: 'DONE', amount: { cents: 1250 } }] });
      expect(events).toEqual(['INITIATED', 'STATUS_CHANGED', 'OPERATION_REQUESTED', 'REFUND_DONE']);
      expect(told).toMatchInlineSnapshot(`
        [
          "payment.initiated REQUIRES_ACTION",
          "payment.paid PAID",
          "refund.pending PAID",
          "refund.done REFUNDED",
        ]
      `);
    });

    it('two refunds of parts show', async () => {
      const id = await paid();
      await night(gateway);
      await refund({ id, amount: 500 });
      await refund({ id, amount: 250 });
      const { payment, events, told } = await shown(id);
      const refunds = [{ amount: { cents: 500 } }, { amount: { cents: 250 } }];
      expect(payment).toMatchObject({ status: 'PARTIALLY_REFUNDED', refunds });
      expect(events.filter((type) => type === 'REFUND_DONE')).toHaveLength(2);
      expect(told).toMatchInlineSnapshot(`
        [
          "payment.initiated REQUIRES_ACTION",
          "payment.paid PAID",
          "refund.pending PAID",
          "refund.done PARTIALLY_REFUNDED",
          "refund.pending PARTIALLY_REFUNDED",
          "refund.done PARTIALLY_REFUNDED",
        ]
      `);
    });

    it('a refund whose answer is lost shows, in doubt and then as done', async () => {
      const id = await paid();
      await night(gateway);
      await scriptFault(gateway, { kind: 'CUT_CONNECTION', operation: 'REFUND', bank: paymentTarget });
      await refund({ id });
      expect(await shown(id)).toMatchObject({ payment: { status: 'PAID', refunds: [{ status: 'UNKNOWN' }] } });
      await wait(1, 3);
      const { payment, events, told } = await shown(id);
      expect(payment).toMatchObject({ status: 'REFUNDED', refunds: [{ status: 'DONE' }] });
      expect(events.slice(2)).toEqual(['OPERATION_REQUESTED', 'OPERATION_UNKNOWN', 'REFUND_DONE']);
      expect(told).toMatchInlineSnapshot(`
        [
          "payment.initiated REQUIRES_ACTION",
          "payment.paid PAID",
          "refund.pending PAID",
          "refund.unknown PAID",
          "refund.done REFUNDED",
        ]
      `);
    });

    it('a cancellation shows', async () => {
      advance(untilNight(Date.now()));
      const id = await paid();
      await gateway.send(CancelPaymentDocument, { input: { id } }, headers);
      const { payment, events, told } = await shown(id);
      expect(payment).toMatchObject({ status: 'CANCELLED', operations: [{ kind: 'CANCEL', status: 'DONE' }] });
      expect(events).toEqual(['INITIATED', 'STATUS_CHANGED', 'OPERATION_REQUESTED', 'STATUS_CHANGED']);
      expect(told).toMatchInlineSnapshot(`
        [
          "payment.initiated REQUIRES_ACTION",
          "payment.paid PAID",
          "payment.cancelled CANCELLED",
        ]
      `);
    });
  });
});
