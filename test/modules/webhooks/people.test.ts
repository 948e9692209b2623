import { beforeAll, describe, expect, test } from 'vitest';
import { createWebhookEndpoints } from '../../../src/app/event-handlers.ts';
import { anonymous, type Caller } from '../../../src/kernel/caller.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import {
  listWebhookDeliveries,
  listWebhookEndpoints,
  readWebhookDelivery,
} from '../../../src/modules/webhooks/read-webhooks.ts';
import { pingWebhookEndpoint, replayWebhook, replayWebhooks } from '../../../src/modules/webhooks/webhooks.ts';
import { clientNamed } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { newSecret } from '../../support/webhooks/receiver.ts';
import { endpoint, livePayment, newPayment } from '../../support/webhooks/told-client.ts';

/** A person has no webhooks of its own: it looks after those of every client. */
describe.each(drawnDatabases())('webhooks for people ($name)', ({ open }) => {
  const both = new Set(['TEST', 'FORCE_LIVE'] as const);
  const clients = ['shop', 'desk'].map((name) =>
    clientNamed(name, {}, [endpoint('http://127.0.0.1:9/', [newSecret()])]),
  );
  const gateway = openForGroup(() => startGateway({ open, config: { clients } }));
  const acted: string[] = [];
  const services = () => ({
    ...{ store: gateway.store, clock: gateway.now, identifiers: createIdentifiers(gateway.now) },
    ...{ settings: { deployment: 'development' as const }, webhooks: createWebhookEndpoints({ clients }) },
    announceWebhooks: () => undefined,
    sendWebhook: async ({ client }: { client: string }) => {
      acted.push(client);
      return { outcome: 'REFUSED', statusCode: 500, detail: null, retryAt: null, durationMs: 1 } as const;
    },
  });
  const acting = { id: 'per_1', name: 'Camille', roles: [], rights: new Set<never>(), refundLimitCents: 0 };
  const person = { ...acting, sessionId: 'ses_1', confirmedAt: null, confirmedUntil: null };
  const office = (change: Partial<Caller> = {}): Caller => ({ ...anonymous, client: 'console', person, ...change });
  const every = { endpoint: null, statuses: null, subject: null, beforeId: null, limit: 3 };
  const idsOf = async (caller: Caller, query: object = {}) =>
    (await listWebhookDeliveries(services(), caller, { ...every, ...query })).map(({ client, subject }) => [
      client,
      subject,
    ]);
  let [first, second, third] = ['', '', ''];

  beforeAll(async () => {
    first = (await newPayment(gateway, 'shop')).id;
    second = (await newPayment(gateway, 'desk')).id;
    third = (await newPayment(gateway, 'shop')).id;
  });

  test('are those about the payments that it sees', async () => {
    expect(await idsOf(office())).toEqual([
      ['shop', third],
      ['desk', second],
      ['shop', first],
    ]);
    expect(await idsOf(office(), { client: 'desk' })).toEqual([['desk', second]]);
    expect(await idsOf(office(), { subject: first })).toEqual([['shop', first]]);
    expect(await idsOf(office(), { type: 'payment.paid' })).toEqual([]);
    expect(await idsOf(office(), { type: 'payment.initiated', limit: 1 })).toEqual([['shop', third]]);
    expect(await idsOf(office({ societes: new Set(['2']) }))).toEqual([]);
    expect(await idsOf(office({ scopes: new Set(['read']) }))).toEqual([]);
    expect(await idsOf(office({ scopes: new Set(['replay']) }))).toEqual([]);
  });

  test('are also those of clients that the config does not name any more', async () => {
    const nothing = { ...services(), webhooks: createWebhookEndpoints({ clients: [] }) };
    const listed = await listWebhookDeliveries(nothing, office(), every);
    expect(listed.map(({ subject }) => subject)).toEqual([third, second, first]);
    expect(await listWebhookDeliveries(nothing, office(), { ...every, client: 'desk' })).toHaveLength(1);
  });

  test('are those of one run mode where the list says which', async () => {
    const real = (await livePayment({ gateway, clients }, 'desk')).id;
    const direct = office({ runModes: both });
    expect(await idsOf(direct, { runMode: 'LIVE' })).toEqual([['desk', real]]);
    expect((await idsOf(office(), { limit: 1 })).map(([, subject]) => subject)).toEqual([third]);
    expect((await idsOf(direct, { runMode: 'TEST' })).map(([, subject]) => subject)).toEqual([third, second, first]);
    const desk = { ...anonymous, client: 'desk', runModes: both };
    expect(await idsOf(desk, { runMode: 'LIVE' })).toEqual([['desk', real]]);
    expect(await idsOf(desk, { runMode: 'TEST' })).toEqual([['desk', second]]);
    expect(await idsOf({ ...desk, client: 'shop' }, { runMode: 'LIVE' })).toEqual([]);
    // A narrower role sees no more by naming a mode.
    for (const societes of [null, new Set(['1'])]) {
      expect(await idsOf(office({ societes }), { runMode: 'LIVE' })).toEqual([]);
      expect(await idsOf(office({ societes }), { runMode: 'TEST' })).toHaveLength(3);
    }
    expect(await idsOf(office({ societes: new Set(['2']), runModes: both }), { runMode: 'LIVE' })).toEqual([]);
  });

  test('are read at once for a role of one société, past all those about the payments of others', async () => {
    let reads = 0;
    const store = Object.create(gateway.store) as typeof gateway.store;
    store.webhookDeliveries = (query) => {
      reads++;
      return gateway.store.webhookDeliveries(query);
    };
    const narrowed = office({ societes: new Set(['2']) });
    expect(await listWebhookDeliveries({ ...services(), store }, narrowed, { ...every, limit: 1 })).toEqual([]);
    // One of each client.
    expect(reads).toBe(2);
    // Without the right to see payments it would see none of them.
    const replays = office({ scopes: new Set(['replay']) });
    expect(await listWebhookDeliveries({ ...services(), store }, replays, { ...every, limit: 1 })).toEqual([]);
    expect(reads).toBe(2);
    const [own] = await listWebhookDeliveries(services(), office({ societes: new Set(['1']) }), { ...every, limit: 1 });
    expect(own).toMatchObject({ subject: third });
  });

  test('a program sees its own alone, also where it names another', async () => {
    const shop = { ...anonymous, client: 'shop' };
    expect(await idsOf(shop)).toEqual([
      ['shop', third],
      ['shop', first],
    ]);
    expect(await idsOf(shop, { client: 'desk' })).toEqual([]);
  });

  test('has the endpoints of every client, unless its role is narrowed', async () => {
    const named = async (caller: Caller) =>
      (await listWebhookEndpoints(services(), caller)).map((one) => one.endpoint.client);
    expect(await named(office())).toEqual(['shop', 'desk']);
    expect(await named(office({ societes: new Set(['1']) }))).toEqual([]);
    expect(await named({ ...anonymous, client: 'desk' })).toEqual(['desk']);
  });

  test('are those of every mode, so that a role for TEST alone has no endpoint, and sends no span again', async () => {
    const production = { ...services(), settings: { deployment: 'production' as const } };
    const named = async (runModes: readonly ('TEST' | 'LIVE')[]) =>
      (await listWebhookEndpoints(production, office({ runModes: new Set(runModes) }))).map(
        (one) => one.endpoint.client,
      );
    expect([await named(['TEST', 'LIVE']), await named(['TEST']), await named(['LIVE'])]).toEqual([
      ['shop', 'desk'],
      [],
      [],
    ]);
    const tests = office({ runModes: new Set(['TEST']) });
    const span = { endpoint: 'main', client: 'shop', from: 0, to: gateway.now() + 1000 };
    await expect(replayWebhooks(production, tests, { ...span, statuses: ['WAITING'] })).rejects.toThrow(
      'no such endpoint',
    );
    await expect(pingWebhookEndpoint(production, tests, 'main', 'shop')).rejects.toThrow('no such endpoint');
  });

  test('can be sent again, and tested', async () => {
    const [delivery] = await listWebhookDeliveries(services(), office(), { ...every, subject: second });
    const id = delivery?.id ?? '';
    expect(await replayWebhook(services(), office(), id)).toMatchObject({ id, client: 'desk' });
    const narrowed = office({ origins: new Set(['nowhere']) });
    expect(await readWebhookDelivery(services(), narrowed, id)).toBeNull();
    await expect(replayWebhook(services(), narrowed, id)).rejects.toThrow('There is no such webhook.');
    const span = { endpoint: 'main', from: 0, to: gateway.now() + 1000, statuses: ['WAITING'] as const };
    expect(
      await replayWebhooks(services(), office(), { ...span, statuses: ['WAITING'], client: 'shop' }),
    ).toMatchObject({ replayed: 2 });
    // However many are taken at once, each counts once.
    const all = { ...span, client: 'shop', statuses: ['DELIVERED' as const, 'WAITING' as const, 'DEAD' as const] };
    const inTurns = (atMost: number) => replayWebhooks(services(), office(), all, { atOnce: 1, atMost });
    expect(await inTurns(3)).toEqual({ replayed: 2, isMore: false });
    expect(await inTurns(1)).toEqual({ replayed: 1, isMore: true });
    const [dead] = await listWebhookDeliveries(services(), office(), { ...every, subject: first });
    const expired = { attempts: 0, now: dead?.expiresAt ?? 0 };
    expect(await gateway.store.transact((tx) => tx.giveUpWebhook(dead?.id ?? '', expired))).toBe(true);
    expect(await inTurns(1)).toEqual({ replayed: 1, isMore: true });
    await expect(replayWebhooks(services(), office(), { ...span, statuses: ['WAITING'] })).rejects.toThrow(
      'no such endpoint',
    );
    await pingWebhookEndpoint(services(), office(), 'main', 'desk');
    expect(acted).toEqual(['desk']);
    await expect(pingWebhookEndpoint(services(), narrowed, 'main', 'desk')).rejects.toThrow('no such endpoint');
    const shop = { ...anonymous, client: 'shop' };
    await expect(pingWebhookEndpoint(services(), shop, 'main', 'desk')).rejects.toThrow('no such endpoint');
  });
});
