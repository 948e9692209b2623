import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Client } from '../../../src/config/clients.ts';
import type { Step } from '../../../src/modules/payments/change-payment.ts';
import { webhookBody } from '../../../src/modules/webhooks/webhook.ts';
import type { WebhookDelivery } from '../../../src/modules/webhooks/webhook-delivery.ts';
import { retryDelaysMs } from '../../../src/modules/webhooks/webhook-schedule.ts';
import { databases, type TestDatabase } from '../../support/databases.ts';
import { batch, debit } from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { initiated } from '../../support/requests.ts';
import { refundFacts, updateFacts } from '../../support/store/example-facts.ts';
import { newSecret, type Receiver, startReceiver, status } from '../../support/webhooks/receiver.ts';
import { asClient, become, endpoint, happen, newPayment, toldClient } from '../../support/webhooks/told-client.ts';

/** The whole way: from an event of a payment, through the outbox, to a receiver that verifies with the library. */

const secret = newSecret();
const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];

describe.each(databases)('webhooks on $name', ({ open }) => {
  let database: TestDatabase;
  let receiver: Receiver;
  let gateways: TestGateway[];
  let gateway: TestGateway;
  let clients: Client[];

  beforeEach(async () => {
    // One clock for the gateway and for the library that verifies: it refuses what is older than five minutes.
    vi.useFakeTimers({ toFake: ['Date'] });
    database = await open();
    receiver = await startReceiver(secret);
    clients = [toldClient('shop', [endpoint(receiver.url, [secret])])];
    gateways = [];
    gateway = await start();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await Promise.all(gateways.map((one) => one.close()));
    await receiver.close();
    await database.dispose();
  });

  async function start(): Promise<TestGateway> {
    const one = await startGateway({ databaseUrl: database.databaseUrl, config: { clients } });
    gateways.push(one);
    return one;
  }
  /** The gateway goes on with another config. */
  async function restart(...changed: Client[]): Promise<void> {
    gateways.splice(gateways.indexOf(gateway), 1);
    await gateway.close();
    clients = changed;
    gateway = await start();
  }
  const advance = (ms: number): void => void vi.setSystemTime(Date.now() + ms);
  const deliver = (): Promise<void> => gateway.runWorkers('webhooks');
  const told = () => ({ gateway, clients });
  const deliveries = (): Promise<readonly WebhookDelivery[]> =>
    gateway.store.webhookDeliveries({
      ...{ client: 'shop', endpoint: null, statuses: null, subject: null, beforeId: null, limit: 100 },
    });
  const statuses = async (): Promise<string[]> => (await deliveries()).map((delivery) => delivery.status);
  const typesOf = (paymentId: string): string[] =>
    receiver.messages.filter(({ data }) => data.payment_id === paymentId).map(({ type }) => type);
  const outcomesOf = async ({ id }: { id: string }): Promise<string[]> =>
    (await gateway.store.webhookAttempts(id)).map(({ outcome }) => outcome);
  /** Lets time go by until nothing waits. */
  async function untilSettled(): Promise<void> {
    for (let round = 0; round < 400; round++) {
      await deliver();
      const waiting = (await deliveries()).flatMap(({ nextAttemptAt }) => nextAttemptAt ?? []);
      if (waiting.length === 0) return;
      advance(Math.max(minuteMs, Math.min(...waiting) - Date.now()));
    }
    throw new Error('something waits for ever');
  }

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
    expect(request?.body).not.toMatch(/example\.fr|2263|Livraison/);
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
    await restart(toldClient('silent', []), toldClient('choosy', [choosyEndpoint]));
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
        { gateway: { ...gateway, store: { ...gateway.store, transact: (work) => work(transaction) } }, clients },
        payment.id,
        'PAID',
      );
      throw new Error('the transaction fails after the message was written');
    });
    await expect(failing).rejects.toThrow('after the message');
    await deliver();
    expect(receiver.messages.map(({ type }) => type)).toEqual(['payment.initiated']);
  });

  test('an endpoint that hangs holds up no other', async () => {
    const hanging = await startReceiver(secret);
    hanging.answer(() => undefined);
    await restart(
      toldClient('shop', [endpoint(hanging.url, [secret], { name: 'hanging' }), endpoint(receiver.url, [secret])]),
    );
    await newPayment(gateway);
    await deliver();
    await newPayment(gateway);
    await deliver();
    expect([receiver.messages.length, hanging.requests.length]).toEqual([2, 1]);
    await hanging.close();
  });

  test('while the endpoint fails half of the time, each message is seen once, under one id, and in order', async () => {
    let turn = 0;
    receiver.answer((response, received) =>
      // Half of them are taken and the answer lost: the receiver sees these again.
      turn++ % 2 === 0 ? status(500)(response, received) : status(200)(response, received),
    );
    const payments = [await newPayment(gateway), await newPayment(gateway), await newPayment(gateway)];
    for (const { id } of payments) {
      await become(told(), id, 'PENDING');
      await become(told(), id, 'PAID');
    }
    await untilSettled();
    for (const { id } of payments) {
      expect(typesOf(id)).toEqual(['payment.initiated', 'payment.pending', 'payment.paid']);
    }
    expect(receiver.requests.length).toBeGreaterThan(9);
    expect(new Set(receiver.requests.map(({ id }) => id)).size).toBe(9);
    const bodies = Map.groupBy(receiver.requests, ({ id }) => id);
    for (const requests of bodies.values()) expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
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

  test('ten tries over three days, and then it is dead, and the next message of the payment has its turn', async () => {
    const payment = await newPayment(gateway);
    await become(told(), payment.id, 'PAID');
    receiver.answer((response, received) =>
      received.body.includes('payment.initiated') ? status(400)(response, received) : status(200)(response, received),
    );
    const startedAt = Date.now();
    await untilSettled();
    const rows = await deliveries();
    const first = rows.find(({ type }) => type === 'payment.initiated');
    const paid = rows.find(({ type }) => type === 'payment.paid');
    expect(first).toMatchObject({ type: 'payment.initiated', status: 'DEAD', attempts: 10 });
    expect(paid).toMatchObject({ type: 'payment.paid', status: 'DELIVERED', attempts: 1 });
    const attempts = await gateway.store.webhookAttempts(first?.id ?? '');
    expect(attempts.map(({ outcome, statusCode }) => [outcome, statusCode])).toEqual(
      attempts.map(() => ['REFUSED', 400]),
    );
    for (const [index, delayMs] of retryDelaysMs.entries()) {
      const gapMs = (attempts[index + 1]?.at ?? 0) - (attempts[index]?.at ?? 0);
      expect(gapMs).toBeGreaterThanOrEqual(delayMs * 0.9);
      // Tests look once a minute; a paused endpoint is tried again after an hour at most.
      expect(gapMs).toBeLessThanOrEqual(delayMs * 1.1 + 67 * minuteMs);
    }
    expect(Date.now() - startedAt).toBeGreaterThan(2.7 * dayMs);
    expect(Date.now() - startedAt).toBeLessThan(4 * dayMs);
  });

  test('a process that ends between the delivery and its record delivers again, under the same id', async () => {
    await newPayment(gateway);
    const [written] = await deliveries();
    const now = Date.now();
    // What a process leaves that was killed while it waited for the answer.
    await gateway.store.transact(async (transaction) => {
      const claim = { id: written?.id ?? '', attempts: 0, now, until: now + minuteMs };
      expect(await transaction.claimWebhook(claim)).toBe(true);
      const nothing = { outcome: 'SENDING', statusCode: null, detail: null, durationMs: null } as const;
      await transaction.insertWebhookAttempt(claim.id, { number: 1, at: now, ...nothing });
    });
    await deliver();
    expect(receiver.requests).toHaveLength(0);
    advance(minuteMs);
    await deliver();
    expect(receiver.requests.map(({ id }) => id)).toEqual([written?.id]);
    expect(await outcomesOf({ id: written?.id ?? '' })).toEqual(['SENDING', 'DELIVERED']);
  });

  test('what a process took while its clock was days ahead is not put off for days', async () => {
    await newPayment(gateway);
    const [written] = await deliveries();
    const ahead = Date.now() + 10 * dayMs;
    const claim = { id: written?.id ?? '', attempts: 0, now: ahead, until: ahead + minuteMs };
    expect(await gateway.store.transact((transaction) => transaction.claimWebhook(claim))).toBe(true);
    await deliver();
    expect(receiver.requests.map(({ id }) => id)).toEqual([written?.id]);
    expect(await statuses()).toEqual(['DELIVERED']);
  });

  test('two gateways never send one message at once', async () => {
    const other = await start();
    for (let count = 0; count < 6; count++) await newPayment(count % 2 === 0 ? gateway : other);
    let inside = new Set<string>();
    const twice: string[] = [];
    receiver.answer((response, received) => {
      if (inside.has(received.id)) twice.push(received.id);
      inside.add(received.id);
      setTimeout(() => {
        inside = new Set([...inside].filter((id) => id !== received.id));
        status(200)(response, received);
      }, 20);
    });
    // The holder of the lease works. Where two believe that they have it, the claim of the row still lets one alone.
    const rows = await deliveries();
    await Promise.all([gateway.runWorkers('webhooks'), other.runWorkers('webhooks')]);
    const claims = await Promise.all(
      [gateway, other].map(({ store }) =>
        store.transact((transaction) =>
          transaction.claimWebhook({ id: rows[0]?.id ?? '', attempts: 0, now: Date.now(), until: Date.now() + 1 }),
        ),
      ),
    );
    expect(claims).toEqual([false, false]);
    expect(twice).toEqual([]);
    expect(receiver.requests).toHaveLength(6);
  });

  test('of two that claim a message at the same moment, one gets it', async () => {
    const other = await start();
    await newPayment(gateway);
    const [row] = await deliveries();
    const claim = { id: row?.id ?? '', attempts: 0, now: Date.now(), until: Date.now() + minuteMs };
    const claims = await Promise.all(
      [gateway, other, gateway, other].map(({ store }) => store.transact((tx) => tx.claimWebhook(claim))),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test('410 ends it: the endpoint is sent nothing more, until its address changes', async () => {
    await newPayment(gateway);
    receiver.answer(status(410));
    await deliver();
    await newPayment(gateway);
    receiver.answer(status(200));
    advance(dayMs);
    await deliver();
    expect(receiver.requests).toHaveLength(1);
    expect(await statuses()).toEqual(['WAITING', 'DEAD']);
    await restart(toldClient('shop', [endpoint(`${receiver.url}/new`, [secret])]));
    advance(minuteMs);
    await deliver();
    expect(await statuses()).toEqual(['DELIVERED', 'DEAD']);
  });

  test('Retry-After is honoured for the whole endpoint, and not for longer than six hours', async () => {
    await newPayment(gateway);
    receiver.answer(status(429, { 'Retry-After': '7200' }));
    await deliver();
    await newPayment(gateway);
    receiver.answer(status(200));
    advance(hourMs);
    await deliver();
    expect(receiver.requests).toHaveLength(1);
    advance(hourMs + minuteMs);
    await deliver();
    expect(await statuses()).toEqual(['DELIVERED', 'DELIVERED']);
    await newPayment(gateway);
    receiver.answer(status(503, { 'Retry-After': new Date(Date.now() + 30 * dayMs).toUTCString() }));
    await deliver();
    receiver.answer(status(200));
    advance(6 * hourMs + minuteMs);
    await deliver();
    expect(await statuses()).toEqual(['DELIVERED', 'DELIVERED', 'DELIVERED']);
  });

  test('an endpoint that fails again and again is left alone, tried with one message, and then gets everything', async () => {
    for (let count = 0; count < 12; count++) await newPayment(gateway);
    receiver.answer(status(500));
    await deliver();
    expect(receiver.requests).toHaveLength(8);
    advance(10_000);
    await deliver();
    expect(receiver.requests).toHaveLength(8);
    advance(10 * minuteMs);
    await deliver();
    expect(receiver.requests).toHaveLength(9);
    receiver.answer(status(200));
    advance(hourMs);
    await deliver();
    expect(new Set(await statuses())).toEqual(new Set(['DELIVERED']));
    expect(receiver.messages).toHaveLength(12);
  });

  test('a message that waits four days for an endpoint that cannot be tried is given up', async () => {
    await newPayment(gateway);
    await restart(toldClient('shop', []));
    advance(4 * dayMs - hourMs);
    await gateway.runWorkers('webhook-retention');
    expect(await statuses()).toEqual(['WAITING']);
    advance(hourMs);
    await gateway.runWorkers('webhook-retention');
    expect(await statuses()).toEqual(['DEAD']);
    await restart(toldClient('shop', [endpoint(receiver.url, [secret])]));
    await deliver();
    expect(receiver.requests).toEqual([]);
  });

  test('a gateway that was stopped for a week still delivers what waits', async () => {
    await newPayment(gateway);
    advance(7 * dayMs);
    await gateway.runWorkers('webhook-retention');
    await deliver();
    expect(await statuses()).toEqual(['DELIVERED']);
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
      toldClient('rotating', [
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
    const running = await startGateway({ databaseUrl: database.databaseUrl, config: { clients }, workers: 'RUNNING' });
    gateways.push(running);
    await newPayment(running);
    await expect.poll(() => receiver.messages.length, { timeout: 5_000, interval: 20 }).toBe(1);
  });
});
