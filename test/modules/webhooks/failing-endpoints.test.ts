import { describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/kernel/durations.ts';
import { readEndpoint } from '../../../src/modules/webhooks/deliver-webhook.ts';
import { retryDelaysMs } from '../../../src/modules/webhooks/webhook-schedule.ts';
import { ReplayWebhookDeliveryDocument } from '../../generated/graphql.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { advance } from '../../support/faults/own-clock.ts';
import { found } from '../../support/store/found.ts';
import { deliveringOn, secret } from '../../support/webhooks/delivering.ts';
import { startReceiver, status } from '../../support/webhooks/receiver.ts';
import { become, endpoint, newPayment } from '../../support/webhooks/told-client.ts';

/** The whole way: from an event of a payment, through the outbox, to a receiver that verifies with the library. */

describe.each(drawnDatabases())('webhooks on $name', ({ open }) => {
  const { gateway, receiver, start, restart, deliver, told, deliveries, statuses, typesOf, untilSettled } =
    deliveringOn(open);

  test('an endpoint that hangs holds up no other', async () => {
    const hanging = await startReceiver(secret);
    hanging.answer(() => undefined);
    const endpoints = [endpoint(hanging.url, [secret], { name: 'hanging' }), endpoint(receiver.url, [secret])];
    const impatient = await start({
      config: { clients: [clientNamed('shop', {}, endpoints)] },
      webhookPatienceMs: 1_000,
    });
    for (const messages of [1, 2]) {
      await newPayment(impatient);
      await expect
        .poll(async () => {
          await impatient.runWorkers('webhooks');
          return [receiver.messages.length, hanging.requests.length];
        })
        .toEqual([messages, 1]);
    }
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
    await restart(clientNamed('shop', {}, [endpoint(`${receiver.url}/new`, [secret])]));
    advance(minuteMs);
    await deliver();
    expect(await statuses()).toEqual(['DELIVERED', 'DEAD']);
  });

  test('a replay to an endpoint that is still gone costs that message alone', async () => {
    await newPayment(gateway);
    receiver.answer(status(410));
    await deliver();
    const [dead] = await deliveries();
    advance(minuteMs);
    for (let n = 0; n < 9; n++) await newPayment(gateway);
    const replay = () =>
      gateway.send(ReplayWebhookDeliveryDocument, { input: { id: dead?.id ?? '' } }, asClient('shop'));
    await replay();
    await deliver();
    expect(receiver.requests.map(({ id }) => id)).toEqual([dead?.id, dead?.id]);
    expect((await statuses()).filter((one) => one === 'WAITING')).toHaveLength(9);
    receiver.answer(status(200));
    await replay();
    await deliver();
    expect(new Set(await statuses())).toEqual(new Set(['DELIVERED']));
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

  test.each([
    [429, 'PAUSED'],
    [410, 'GONE'],
  ])(
    'after a %d it is sent nothing, also where it took a message that was sent at the same time',
    async (code, state) => {
      const ids = [(await newPayment(gateway)).id, (await newPayment(gateway)).id];
      receiver.answer((response, received) =>
        status(received.body.includes(ids[0] ?? '') ? code : 200, { 'Retry-After': '7200' })(response, received),
      );
      await deliver();
      const main = endpoint(receiver.url, [secret]);
      expect(await readEndpoint({ store: gateway.store, clock: Date.now }, main)).toMatchObject({ state });
      await newPayment(gateway);
      advance(hourMs);
      await deliver();
      expect(receiver.requests).toHaveLength(2);
    },
  );

  test('an endpoint that fails again and again is left alone, tried with one message, and then gets everything', async () => {
    for (let count = 0; count < 12; count++) await newPayment(gateway);
    receiver.answer(status(500));
    await deliver();
    expect(receiver.requests).toHaveLength(8);
    advance(10_000);
    await deliver();
    expect(receiver.requests).toHaveLength(8);
    // Failures of one moment lead to one pause, of half a minute.
    advance(25_000);
    await deliver();
    expect(receiver.requests).toHaveLength(9);
    advance(30_000);
    await deliver();
    expect(receiver.requests).toHaveLength(9);
    advance(40_000);
    await deliver();
    expect(receiver.requests).toHaveLength(10);
    receiver.answer(status(200));
    advance(hourMs);
    await deliver();
    expect(new Set(await statuses())).toEqual(new Set(['DELIVERED']));
    expect(receiver.messages).toHaveLength(12);
  });

  test('messages that the endpoint refuses hold up no other, and it is seen to fail while it takes none', async () => {
    const refused: string[] = [];
    for (let count = 0; count < 12; count++) refused.push((await newPayment(gateway)).id);
    receiver.answer((response, received) =>
      status(refused.some((id) => received.body.includes(id)) ? 422 : 200)(response, received),
    );
    await deliver();
    expect(receiver.requests).toHaveLength(12);
    expect(await gateway.store.failingEndpoints()).toMatchObject([{ client: 'shop', endpoint: 'main' }]);
    advance(hourMs);
    await deliver();
    expect(receiver.requests).toHaveLength(24);
    const main = endpoint(receiver.url, [secret]);
    expect(await readEndpoint({ store: gateway.store, clock: Date.now }, main)).toMatchObject({ state: 'FAILING' });
    const metrics = await (await gateway.get('/metrics')).text();
    expect(metrics).toMatch(/reglement_webhooks_oldest_waiting_seconds\{client="shop",endpoint="main"\} 36\d\d/);
    const { id } = await newPayment(gateway);
    await deliver();
    expect(typesOf(id)).toEqual(['payment.initiated']);
    expect(await gateway.store.failingEndpoints()).toEqual([]);
  });

  test('a paused endpoint that takes others keeps what was never tried; one that took nothing for four days does not', async () => {
    await newPayment(gateway);
    await deliver();
    for (let count = 0; count < 12; count++) await newPayment(gateway);
    receiver.answer(status(500));
    await deliver();
    const main = { client: 'shop', endpoint: 'main' };
    const health = found(await gateway.store.endpointHealth(main));
    advance(4 * dayMs + hourMs);
    const untried = async () => (await deliveries()).filter(({ attempts }) => attempts === 0).map((row) => row.status);
    const rest = async (lastSuccessAt: number): Promise<void> => {
      const paused = { ...health, lastSuccessAt, pausedUntil: Date.now() + minuteMs };
      await gateway.store.transact((transaction) => transaction.setEndpointHealth(main, paused));
      await gateway.runWorkers('webhook-retention');
    };
    await rest(Date.now() - dayMs);
    expect(await untried()).toEqual(['WAITING', 'WAITING', 'WAITING', 'WAITING']);
    await rest(Date.now() - 4 * dayMs);
    expect(await untried()).toEqual(['DEAD', 'DEAD', 'DEAD', 'DEAD']);
  });

  test('a message that waits four days for an endpoint that cannot be tried is given up', async () => {
    await newPayment(gateway);
    await restart(clientNamed('shop'));
    advance(4 * dayMs - hourMs);
    await gateway.runWorkers('webhook-retention');
    expect(await statuses()).toEqual(['WAITING']);
    advance(hourMs);
    await gateway.runWorkers('webhook-retention');
    expect(await statuses()).toEqual(['DEAD']);
    await restart(clientNamed('shop', {}, [endpoint(receiver.url, [secret])]));
    await deliver();
    expect(receiver.requests).toEqual([]);
  });

  test('a page of messages that stay keeps no other from being given up', async () => {
    const stays = clientNamed('a', {}, [endpoint(receiver.url, [secret])]);
    await restart(stays, clientNamed('shop', {}, [endpoint(receiver.url, [secret])]));
    await newPayment(gateway);
    const message = found((await deliveries())[0]);
    await gateway.store.transact(async (transaction) => {
      for (let number = 0; number < 500; number++) {
        const id = `${message.id}-${number}`;
        await transaction.insertMessage({ ...message, id, subject: id, client: 'a', expiresAt: Date.now() + dayMs });
      }
    });
    await restart(stays, clientNamed('shop'));
    advance(4 * dayMs);
    await gateway.runWorkers('webhook-retention');
    expect(await statuses()).toEqual(['DEAD']);
  });

  test('a gateway that was stopped for a week still delivers what waits', async () => {
    await newPayment(gateway);
    advance(7 * dayMs);
    await gateway.runWorkers('webhook-retention');
    await deliver();
    expect(await statuses()).toEqual(['DELIVERED']);
  });
});
