import { describe, expect, test, vi } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/kernel/durations.ts';
import type { Step } from '../../../src/modules/payments/change-payment.ts';
import { type WebhookEventType, webhookBody } from '../../../src/modules/webhooks/webhook.ts';
import { RefundPaymentDocument } from '../../generated/graphql.ts';
import { night, paidAtBank } from '../../support/at-bank.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { batch, debit } from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { advance } from '../../support/faults/own-clock.ts';
import { initiated } from '../../support/requests.ts';
import { refundFacts, updateFacts } from '../../support/store/example-facts.ts';
import { deliveringOn, secret } from '../../support/webhooks/delivering.ts';
import { newSecret, startReceiver, status } from '../../support/webhooks/receiver.ts';
import { become, endpoint, happen, newPayment } from '../../support/webhooks/told-client.ts';

/** The whole way: from an event of a payment, through the outbox, to a receiver that verifies with the library. */

describe.each(drawnDatabases())('webhooks on $name', ({ open }) => {
  const { gateway, receiver, start, restart, deliver, told, deliveries, statuses, typesOf } = deliveringOn(open);

  test('a receiver verifies a message with the library, and each secret is enough', async () => {
    const payment = await newPayment(gateway);
    await deliver();
    const [request] = receiver.requests;
    expect(receiver.requests).toHaveLength(1);
    expect(request?.headers['content-type']).toBe('application/json');
    const message = webhookBody.parse(JSON.parse(request?.body ?? ''));
    expect(message).toMatchObject({
      id: request?.id,
      type: 'payment.initiated',
      data: { payment_id: payment.id, reference: payment.reference, status: 'REQUIRES_ACTION', amount: '1250' },
    });
    expect(receiver.messages).toHaveLength(1);
    // Nothing that says who pays.
    expect(request?.body).not.toMatch(/example\.fr|\b2263\b|Livraison/);
    expect(await deliveries()).toMatchObject([{ status: 'DELIVERED', attempts: 1, nextAttemptAt: null }]);
  });

  test('the announcement of a debit has all for the customer: day, amount, mandate and creditor, and again where the day moves', async () => {
    const idClient = 'announced';
    const { rum } = await signed(gateway, { idClient }, asClient('shop'));
    const { payment } = await initiated(gateway, { ...debit, idClient }, asClient('shop'));
    const first = (await gateway.store.directDebitOf(payment.id))?.dueDate ?? '';
    vi.setSystemTime(Date.parse(`${first}T09:00:00Z`));
    expect(await batch(gateway, { cutOff: first }, asClient('shop'))).toMatchObject({ batches: [], heldBack: [{}] });
    const second = (await gateway.store.directDebitOf(payment.id))?.dueDate ?? '';
    expect(second > first).toBe(true);
    await deliver();
    const notices = receiver.messages.filter(({ type }) => type === 'payment.prenotified').map(({ data }) => data);
    const notice = { payment_id: payment.id, amount: '1250', rum, ics: 'FR72ZZZ123456', status: 'PENDING' };
    expect(notices.toSorted((one, other) => Number(one.sequence) - Number(other.sequence))).toMatchObject([
      { ...notice, due_date: first },
      { ...notice, due_date: second },
    ]);
    expect(JSON.stringify(notices)).not.toMatch(/Commerce|FR76/);
  });

  test('a client without webhooks costs no row, and an endpoint gets the types that it wants', async () => {
    const choosyEndpoint = endpoint(receiver.url, [secret], { events: new Set(['payment.paid']) });
    await restart(clientNamed('silent'), clientNamed('choosy', {}, [choosyEndpoint]));
    const choosy = await newPayment(gateway, 'choosy');
    const silent = await newPayment(gateway, 'silent');
    await become(told(), choosy.id, 'PAID');
    await become(told(), silent.id, 'PAID');
    await deliver();
    expect(receiver.messages.map(({ type, data }) => [type, data.payment_id])).toEqual([['payment.paid', choosy.id]]);
  });

  test('a message is written with its event or not at all', async () => {
    const payment = await newPayment(gateway);
    const failing = gateway.store.transact(async (transaction) => {
      await become(
        { ...told(), gateway: { ...gateway, store: { ...gateway.store, transact: (work) => work(transaction) } } },
        payment.id,
        'PAID',
      );
      throw new Error('the transaction fails after the message was written');
    });
    await expect(failing).rejects.toThrow('after the message');
    await deliver();
    expect(receiver.messages.map(({ type }) => type)).toEqual(['payment.initiated']);
  });

  test('a later message of a payment waits for the earlier one, and other payments do not', async () => {
    const [first, second] = [await newPayment(gateway), await newPayment(gateway)];
    receiver.answer((response, received) =>
      received.body.includes(first.id) ? status(503)(response, received) : status(200)(response, received),
    );
    await become(told(), first.id, 'PAID');
    await become(told(), second.id, 'PAID');
    await deliver();
    await deliver();
    expect(typesOf(second.id)).toEqual(['payment.initiated', 'payment.paid']);
    expect(receiver.requests.filter(({ body }) => body.includes(first.id))).toHaveLength(1);
    receiver.answer(status(200));
    advance(minuteMs);
    await deliver();
    expect(typesOf(first.id)).toEqual(['payment.initiated', 'payment.paid']);
  });

  test('what was delivered is removed after ninety days, with its tries, and what waits stays', async () => {
    const delivered = await newPayment(gateway);
    await deliver();
    const [row] = await deliveries();
    advance(90 * dayMs - hourMs);
    await gateway.runWorkers('webhook-retention');
    expect(await statuses()).toEqual(['DELIVERED']);
    await newPayment(gateway);
    advance(2 * hourMs);
    await gateway.runWorkers('webhook-retention');
    expect(await statuses()).toEqual(['WAITING']);
    expect(await gateway.store.webhookAttempts(row?.id ?? '')).toEqual([]);
    expect(await gateway.store.paymentById(delivered.id)).not.toBeNull();
  });

  test('while a secret rotates, a receiver that knows the old or the new one verifies', async () => {
    const [oldSecret, newSecretText] = [newSecret(), newSecret()];
    const [withOld, withNew, withNeither] = await Promise.all([
      startReceiver(oldSecret),
      startReceiver(newSecretText),
      startReceiver(newSecret()),
    ]);
    const both = [newSecretText, oldSecret] as const;
    await restart(
      clientNamed('rotating', {}, [
        endpoint(withOld.url, both, { name: 'old' }),
        endpoint(withNew.url, both, { name: 'new' }),
        endpoint(withNeither.url, both, { name: 'neither' }),
      ]),
    );
    await newPayment(gateway, 'rotating');
    await deliver();
    expect([withOld, withNew, withNeither].map(({ messages }) => messages.length)).toEqual([1, 1, 0]);
    expect(withNeither.requests).toHaveLength(1);
    // Each endpoint has a message of its own.
    expect(withOld.requests[0]?.id).not.toBe(withNew.requests[0]?.id);
    await Promise.all([withOld.close(), withNew.close(), withNeither.close()]);
  });

  test('a receiver refuses what was altered on the way', async () => {
    await newPayment(gateway);
    await deliver();
    const [request] = receiver.requests;
    const send = (body: string, headers: Record<string, string> = {}) =>
      fetch(receiver.url, {
        method: 'POST',
        body,
        headers: {
          'webhook-id': String(request?.headers['webhook-id']),
          'webhook-timestamp': String(request?.headers['webhook-timestamp']),
          'webhook-signature': String(request?.headers['webhook-signature']),
          ...headers,
        },
      });
    const body = request?.body ?? '';
    expect((await send(body)).status).toBe(204);
    expect((await send(body.replace('"1250"', '"1"'))).status).toBe(401);
    expect((await send(body, { 'webhook-id': 'msg_other' })).status).toBe(401);
    advance(6 * minuteMs);
    expect((await send(body)).status).toBe(401);
    expect(receiver.messages).toHaveLength(1);
  });

  test('what happens at a bank is sent under its type, and what concerns the gateway alone is not', async () => {
    const payment = await newPayment(gateway);
    await become(told(), payment.id, 'REFUSED');
    await become(told(), payment.id, 'REQUIRES_ACTION', 'RETRY');
    await become(told(), payment.id, 'PAID');
    const happens = (step: Step) => happen(told(), payment.id, step);
    await happens({ type: 'SUCCEEDED', data: {} });
    await happens({ type: 'NEWS_IGNORED', data: { ...updateFacts, reason: 'late' } });
    const asked = { operation: `ope_${'1'.repeat(32)}`, kind: 'REFUND', amountCents: 250 } as const;
    const refunded = { ...refundFacts, ...asked };
    const reason = 'no answer';
    await happens({ type: 'OPERATION_REQUESTED', data: { ...asked, client: 'shop' } });
    await happens({ type: 'OPERATION_UNKNOWN', data: { ...refunded, reason } });
    const done = { from: 'PAID', cause: 'CALLER', ...refunded, refundedCents: 250 } as const;
    await happens({ type: 'REFUND_DONE', data: done });
    await happens({ type: 'OPERATION_REFUSED', data: { ...refunded, kind: 'CANCEL', reason } });
    await happens({ type: 'CONTRADICTION', data: { ...updateFacts, reason: 'amount' } });
    await become(told(), payment.id, 'PARTIALLY_REFUNDED');
    const review = await newPayment(gateway);
    const contradiction = { type: 'CONTRADICTION', data: { ...updateFacts, reason: 'amount' } } as const;
    await happen(told(), review.id, { ...contradiction, change: { status: 'NEEDS_REVIEW' } });
    await deliver();
    expect(typesOf(payment.id)).toEqual([
      'payment.initiated',
      'payment.refused',
      'payment.requires_action',
      'payment.paid',
      'refund.pending',
      'refund.unknown',
      'refund.done',
      'operation.refused',
      'payment.contradicted',
      'payment.partially_refunded',
    ]);
    expect(typesOf(review.id)).toEqual(['payment.initiated', 'payment.needs_review']);
    const refund = receiver.messages.find(({ type }) => type === 'refund.done');
    expect(refund?.data).toMatchObject({ amount: '1250', refund: { amount: '250', status: 'DONE' } });
    for (const { body } of receiver.requests) webhookBody.parse(JSON.parse(body));
  });

  test('a refund is refund.done, and for an endpoint that wants only the payment, its new status', async () => {
    const statusOnly = await startReceiver(secret);
    const names = ['payment.refunded', 'payment.partially_refunded'] as const;
    const only = (name: string, url: string, events: readonly WebhookEventType[]) =>
      endpoint(url, [secret], { name, events: new Set(events) });
    await restart(
      clientNamed('shop', {}, [
        only('both', receiver.url, [...names, 'refund.done']),
        only('status', statusOnly.url, names),
        only('returned', receiver.url, ['payment.returned']),
      ]),
    );
    const refundedBy = async (...amounts: readonly number[]): Promise<string> => {
      const initiation = await paidAtBank(gateway, {}, asClient('shop'));
      await night(gateway);
      const { id } = initiation.payment;
      for (const amount of amounts) {
        const { data } = await gateway.send(RefundPaymentDocument, { input: { id, amount } }, asClient('shop'));
        expect(data?.refundPayment).toMatchObject({ refund: { status: 'DONE' } });
      }
      await deliver();
      return id;
    };
    const [whole, inParts] = [await refundedBy(1250), await refundedBy(500, 250, 500)];
    expect(typesOf(whole)).toEqual(['refund.done']);
    expect(typesOf(inParts)).toEqual(['refund.done', 'refund.done', 'refund.done']);
    const seen = statusOnly.messages.map(({ type, data }) => [data.payment_id, type, data.status, data.refund]);
    const refund = (amount: string) => expect.objectContaining({ amount, status: 'DONE' });
    expect(seen).toEqual([
      [whole, 'payment.refunded', 'REFUNDED', refund('1250')],
      [inParts, 'payment.partially_refunded', 'PARTIALLY_REFUNDED', refund('500')],
      [inParts, 'payment.partially_refunded', 'PARTIALLY_REFUNDED', refund('250')],
      [inParts, 'payment.refunded', 'REFUNDED', refund('500')],
    ]);
    for (const { body } of statusOnly.requests) webhookBody.parse(JSON.parse(body));
    await statusOnly.close();
  });

  test('the metrics say what waits for whom, and what became of the tries', async () => {
    await newPayment(gateway);
    advance(90_000);
    const scrape = async (): Promise<string> => (await gateway.get('/metrics')).text();
    expect(await scrape()).toContain('reglement_webhooks_waiting{client="shop",endpoint="main"} 1');
    expect(await scrape()).toMatch(/reglement_webhooks_oldest_waiting_seconds\{client="shop",endpoint="main"\} 90/);
    await deliver();
    const after = await scrape();
    expect(after).toContain('reglement_webhooks_waiting{client="shop",endpoint="main"} 0');
    expect(after).toContain('reglement_webhook_tries_total{client="shop",endpoint="main",outcome="delivered"} 1');
  });

  test('a running gateway delivers soon after the commit, by itself', async () => {
    const running = await start({ workers: 'RUNNING' });
    await newPayment(running);
    await expect.poll(() => receiver.messages.length).toBe(1);
  });
});
