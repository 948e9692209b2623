import { describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/kernel/durations.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { recordPing } from '../../../src/modules/webhooks/deliver-webhook.ts';
import type { Store } from '../../../src/modules/webhooks/ports.ts';
import { PingWebhookEndpointDocument } from '../../generated/graphql.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { advance } from '../../support/faults/own-clock.ts';
import { deliveringOn, secret } from '../../support/webhooks/delivering.ts';
import { status } from '../../support/webhooks/receiver.ts';
import { become, endpoint, newPayment } from '../../support/webhooks/told-client.ts';

/** An endpoint that failed and works again, or has another address. */

describe.each(drawnDatabases())('repaired endpoints on $name', ({ open }) => {
  const { gateway, receiver, deliver, restart, told, statuses, typesOf } = deliveringOn(open);

  test('a ping that is taken sends all that waits, what was tried and what follows it included', async () => {
    const ids = [];
    for (let count = 0; count < 8; count++) ids.push((await newPayment(gateway)).id);
    receiver.answer(status(422));
    for (let tries = 0; tries < 4; tries++) {
      await deliver();
      advance(hourMs);
    }
    for (const id of ids) await become(told(), id, 'PAID');
    receiver.answer(status(200));
    await deliver();
    expect(receiver.messages).toEqual([]);
    await gateway.send(PingWebhookEndpointDocument, { input: { endpoint: 'main' } }, asClient('shop'));
    await deliver();
    expect(new Set(await statuses())).toEqual(new Set(['DELIVERED']));
    for (const id of ids) expect(typesOf(id)).toEqual(['payment.initiated', 'payment.paid']);
  });

  test('a ping makes each message due once: a refused one would use up its tries', async () => {
    const { newId } = createIdentifiers(Date.now);
    const now = Date.now();
    const of = { client: 'shop', endpoint: 'main' } as const;
    await gateway.store.transact(async (transaction) => {
      for (let count = 0; count < 1_500; count++) {
        const about = { id: newId('msg'), subject: newId('pay'), sequence: 1, eventId: newId('evt') };
        const times = { createdAt: now + hourMs, expiresAt: now + dayMs };
        await transaction.insertMessage({ ...of, ...about, type: 'payment.paid', body: '{}', ...times });
      }
    });
    const limits: number[] = [];
    const store: Store = {
      ...gateway.store,
      transact: (work) =>
        gateway.store.transact((inner) => {
          const makeWebhooksDue: typeof inner.makeWebhooksDue = (some) => {
            limits.push(some.limit);
            return inner.makeWebhooksDue(some);
          };
          return work({ ...inner, makeWebhooksDue });
        }),
    };
    await recordPing({ store, clock: () => now }, endpoint(receiver.url, [secret]));
    expect(limits).toEqual([10_000]);
    const written = { ...of, statuses: null, subject: null, beforeId: null, limit: 2_000 };
    const dueAt = (await gateway.store.webhookDeliveries(written)).map(({ nextAttemptAt }) => nextAttemptAt);
    expect(dueAt).toEqual(Array.from({ length: 1_500 }, () => now));
    expect(await gateway.store.endpointHealth(of)).toMatchObject({ lastSuccessAt: now });
  });

  test('another address is sent messages though the one before it asked to be left alone', async () => {
    await newPayment(gateway);
    receiver.answer(status(503, { 'Retry-After': '999999999' }));
    await deliver();
    receiver.answer(status(200));
    const { id } = await newPayment(gateway);
    advance(minuteMs);
    await deliver();
    expect(receiver.messages).toEqual([]);
    await restart(clientNamed('shop', {}, [endpoint(`${receiver.url}/new`, [secret])]));
    await deliver();
    expect(typesOf(id)).toEqual(['payment.initiated']);
  });
});
