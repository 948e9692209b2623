import { describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/kernel/durations.ts';
import { deliverWebhook, giveUpWebhook } from '../../../src/modules/webhooks/deliver-webhook.ts';
import type { Transaction } from '../../../src/modules/webhooks/ports.ts';
import type { WebhookDelivery } from '../../../src/modules/webhooks/webhook-delivery.ts';
import { clientNamed } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { advance } from '../../support/faults/own-clock.ts';
import { startGateway } from '../../support/gateway.ts';
import { deliveringOn, secret } from '../../support/webhooks/delivering.ts';
import { status } from '../../support/webhooks/receiver.ts';
import { become, endpoint, newPayment } from '../../support/webhooks/told-client.ts';

/** The whole way: from an event of a payment, through the outbox, to a receiver that verifies with the library. */

describe.each(drawnDatabases())('webhooks on $name', ({ open }) => {
  const { gateway, receiver, start, deliver, told, deliveries, statuses, typesOf, outcomesOf } = deliveringOn(open);

  test('a process that ends between the delivery and its record delivers again, under the same id', async () => {
    await newPayment(gateway);
    const [written] = await deliveries();
    const now = Date.now();
    // What a process leaves that was killed while it waited for the answer.
    await gateway.store.transact(async (transaction) => {
      const claim = { id: written?.id ?? '', attempts: 0, now, until: now + minuteMs };
      expect(await transaction.claimWebhook(claim)).not.toBeNull();
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

  test('a try that the gateway breaks off as it stops is none, and the next gateway sends the message at once', async () => {
    const config = { clients: [clientNamed('shop', {}, [endpoint(receiver.url, [secret])])] };
    const stopping = await startGateway({ databaseUrl: gateway.databaseUrl, config, webhookPatienceMs: 100 });
    for (let count = 0; count < 5; count++) await newPayment(stopping);
    receiver.answer(() => undefined);
    await stopping.runWorkers('webhooks');
    await expect.poll(() => receiver.requests.length).toBe(5);
    await stopping.close();
    expect(await deliveries()).toMatchObject(
      Array.from({ length: 5 }, () => ({ status: 'WAITING', attempts: 1, tries: 0, claimedUntil: null })),
    );
    expect(await gateway.store.endpointHealth({ client: 'shop', endpoint: 'main' })).toBeNull();
    receiver.answer(status(200));
    await deliver();
    expect(new Set(await statuses())).toEqual(new Set(['DELIVERED']));
    for (const delivery of await deliveries()) expect(await outcomesOf(delivery)).toEqual(['SENDING', 'DELIVERED']);
  });

  test.each([
    ['is broken off', (tx: Transaction, id: string, now: number) => tx.releaseWebhook(id, { attempts: 1, dueAt: now })],
    [
      'was the last one',
      (tx: Transaction, id: string, now: number) =>
        tx.settleWebhook(id, 1, { status: 'DEAD', nextAttemptAt: null, expiresAt: null, settledAt: now }),
    ],
  ])('a try that %s after its message was replayed changes nothing of the replay', async (_case, ending) => {
    await newPayment(gateway);
    const [written] = await deliveries();
    const [id, now] = [written?.id ?? '', Date.now()];
    const claim = { id, attempts: 0, now, until: now + minuteMs };
    expect(await gateway.store.transact((transaction) => transaction.claimWebhook(claim))).not.toBeNull();
    const later = now + 2 * minuteMs;
    const replay = { now: later, expiresAt: later + dayMs };
    expect(await gateway.store.transact((transaction) => transaction.replayWebhook(id, replay))).toBe(true);
    await gateway.store.transact(async (transaction) => void (await ending(transaction, id, later)));
    expect(await deliveries()).toMatchObject([{ status: 'WAITING', attempts: 1, tries: 0, claimedUntil: null }]);
  });

  test('a try of a message that was replayed after it was found due is the first of the replay', async () => {
    receiver.answer(status(500));
    await newPayment(gateway);
    for (const wait of [0, dayMs, dayMs]) {
      advance(wait);
      await deliver();
    }
    advance(dayMs);
    const [found] = await deliveries();
    const now = Date.now();
    const replay = { now, expiresAt: now + 4 * dayMs };
    await gateway.store.transact((transaction) => transaction.replayWebhook(found?.id ?? '', replay));
    const services = { store: gateway.store, clock: Date.now, random: () => 0.5, countWebhook: () => undefined };
    const failed = { outcome: 'REFUSED', statusCode: 500, retryAt: null, detail: null, durationMs: 1 } as const;
    const sent = { ...services, sendWebhook: async () => failed };
    await deliverWebhook(sent, endpoint(receiver.url, [secret]), found as WebhookDelivery);
    expect(found?.tries).toBe(3);
    expect(await deliveries()).toMatchObject([
      { status: 'WAITING', attempts: 4, tries: 1, expiresAt: replay.expiresAt },
    ]);
  });

  test('what a process took while its clock was days ahead is not put off for days', async () => {
    await newPayment(gateway);
    const [written] = await deliveries();
    const ahead = Date.now() + 10 * dayMs;
    const claim = { id: written?.id ?? '', attempts: 0, now: ahead, until: ahead + minuteMs };
    expect(await gateway.store.transact((transaction) => transaction.claimWebhook(claim))).not.toBeNull();
    await deliver();
    expect(receiver.requests.map(({ id }) => id)).toEqual([written?.id]);
    expect(await statuses()).toEqual(['DELIVERED']);
  });

  test('what a gateway wrote while its clock was hours ahead is sent at once, and what follows it too', async () => {
    advance(6 * hourMs);
    const { id } = await newPayment(gateway);
    advance(-6 * hourMs);
    await become(told(), id, 'PAID');
    await deliver();
    expect(typesOf(id)).toEqual(['payment.initiated', 'payment.paid']);
    expect(await statuses()).toEqual(['DELIVERED', 'DELIVERED']);
  });

  test('what is to be sent again by a clock that is hours ahead is sent at once', async () => {
    await newPayment(gateway);
    await deliver();
    const [sent] = await deliveries();
    const now = Date.now() + 6 * hourMs;
    const replay = { now, expiresAt: now + dayMs };
    expect(await gateway.store.transact((tx) => tx.replayWebhook(sent?.id ?? '', replay))).toBe(true);
    await deliver();
    expect(receiver.requests.map(({ id }) => id)).toEqual([sent?.id, sent?.id]);
  });

  test('an endpoint that failed while the clock was days ahead is not left alone for days', async () => {
    receiver.answer(status(500));
    for (let count = 0; count < 5; count++) await newPayment(gateway);
    advance(10 * dayMs);
    await deliver();
    receiver.answer(status(200));
    advance(-10 * dayMs);
    for (let round = 0; round < 3; round++) {
      advance(hourMs);
      await deliver();
    }
    expect(new Set(await statuses())).toEqual(new Set(['DELIVERED']));
  });

  test('a message that is to be sent again while the retention gives it up stays', async () => {
    await newPayment(gateway);
    advance(10 * dayMs);
    const [read] = await deliveries();
    const now = Date.now();
    const services = { store: gateway.store, clock: Date.now, countWebhook: () => undefined };
    if (!read) throw new Error('there is a message');
    const replay = { now, expiresAt: now + dayMs };
    expect(await gateway.store.transact((transaction) => transaction.replayWebhook(read.id, replay))).toBe(true);
    await giveUpWebhook(services, read);
    expect(await statuses()).toEqual(['WAITING']);
    advance(2 * dayMs);
    await giveUpWebhook(services, read);
    expect(await statuses()).toEqual(['DEAD']);
  });

  test('what follows a message that is given up is due at once, also by a clock that is ahead', async () => {
    const { id } = await newPayment(gateway);
    const [first] = await deliveries();
    if (!first) throw new Error('there is a message');
    await become(told(), id, 'PAID');
    advance(10 * dayMs);
    // As a try that failed left them: the next one is a day ahead.
    await gateway.store.transact((transaction) => transaction.moveFollowers(first, Date.now() + dayMs));
    const clock = () => Date.now() + hourMs;
    await giveUpWebhook({ store: gateway.store, clock, countWebhook: () => undefined }, first);
    await deliver();
    expect(receiver.messages.map(({ type }) => type)).toEqual(['payment.paid']);
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
    expect(claims).toEqual([null, null]);
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
});
