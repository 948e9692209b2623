import { describe, expect, test } from 'vitest';
import type { Scope } from '../../../src/kernel/caller.ts';
import {
  PingWebhookEndpointDocument,
  ReplayWebhookDeliveryDocument,
  ReplayWebhooksDocument,
  WebhookDeliveriesDocument,
  type WebhookDeliveriesQueryVariables,
  WebhookEndpointsDocument,
} from '../../generated/graphql.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { advance, ownClock } from '../../support/faults/own-clock.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForEach } from '../../support/open-for.ts';
import { askGraphql } from '../../support/schema/ask-graphql.ts';
import { newSecret, startReceiver, status } from '../../support/webhooks/receiver.ts';
import { become, endpoint, newPayment } from '../../support/webhooks/told-client.ts';

/** What a client sees of its webhooks and does about them, and what others do not. */

const secret = newSecret();
const hourMs = 3_600_000;

describe.each(drawnDatabases())('webhooks by GraphQL on $name', ({ open }) => {
  const scopes = (...names: Scope[]) => ({ scopes: new Set<Scope>(names) });
  const clientsOf = (url: string) => [
    clientNamed('shop', {}, [
      endpoint(`${url}?token=canary`, [secret]),
      endpoint(`${url}/second`, [secret], { name: 'second', events: new Set(['payment.paid'] as const) }),
    ]),
    clientNamed('other', {}, [endpoint(url, [secret], { name: 'main' })]),
    clientNamed('reader', scopes('initiate', 'read', 'refund', 'mandates'), [endpoint(url, [secret])]),
  ];

  // The library that verifies reads the same clock.
  openForEach(() => ownClock(Date.now()));
  let receiver = openForEach(() => startReceiver(secret));
  const gateway = openForEach(() => startGateway({ open, config: { clients: clientsOf(receiver.url) } }));

  const deliver = (): Promise<void> => gateway.runWorkers('webhooks');
  const told = () => ({ gateway, clients: clientsOf(receiver.url) });
  const list = async (variables: WebhookDeliveriesQueryVariables = {}, client = 'shop') => {
    const { data, errors } = await gateway.send(WebhookDeliveriesDocument, variables, asClient(client));
    if (!data) throw new Error(JSON.stringify(errors));
    return data.webhookDeliveries;
  };
  const nodes = async (variables: WebhookDeliveriesQueryVariables = {}, client = 'shop') =>
    (await list(variables, client)).edges.map(({ node }) => node);
  const endpoints = async (client = 'shop') =>
    (await gateway.send(WebhookEndpointsDocument, {}, asClient(client))).data?.webhookEndpoints;
  const replay = async (id: string, client = 'shop') =>
    (await gateway.send(ReplayWebhookDeliveryDocument, { input: { id } }, asClient(client))).data
      ?.replayWebhookDelivery;
  const ping = async (name: string, client = 'shop') =>
    (await gateway.send(PingWebhookEndpointDocument, { input: { endpoint: name } }, asClient(client))).data
      ?.pingWebhookEndpoint;

  const ask = (query: string) => askGraphql(gateway, query, {}, asClient('shop'));

  test('a client finds the webhooks of one event', async () => {
    const [first, second] = [await newPayment(gateway), await newPayment(gateway)];
    const [event] = await gateway.store.eventsOf(first.id, 0, 1);
    const found = async (filter: string) =>
      (await ask(`{ webhookDeliveries(filter: { ${filter} }) { edges { node { payment { id } } } } }`)).data;
    const expected = { webhookDeliveries: { edges: [{ node: { payment: { id: first.id } } }] } };
    expect(await found(`eventId: "${event?.id}"`)).toEqual(expected);
    expect(await found(`eventId: "${event?.id}", paymentId: "${first.id}"`)).toEqual(expected);
    const none = { webhookDeliveries: { edges: [] } };
    expect(await found(`eventId: "${event?.id}", paymentId: "${second.id}"`)).toEqual(none);
    expect(await found('eventId: "evt_unknown"')).toEqual(none);
  });

  test('a client sees its endpoints and how they are doing', async () => {
    await newPayment(gateway);
    expect(await endpoints()).toEqual([
      {
        ...{ name: 'main', url: receiver.url, events: null, state: 'WELL', waitingCount: 1 },
        ...{ lastSuccessAt: null, lastFailureAt: null, failingSince: null, pausedUntil: null },
        oldestWaitingAt: expect.any(String),
      },
      expect.objectContaining({ name: 'second', events: ['payment.paid'], waitingCount: 0, oldestWaitingAt: null }),
    ]);
    receiver.answer(status(503, { 'Retry-After': '600' }));
    await deliver();
    expect(await endpoints()).toMatchObject([
      { state: 'PAUSED', failingSince: expect.any(String), pausedUntil: expect.any(String), waitingCount: 1 },
      { state: 'WELL' },
    ]);
    receiver.answer(status(200));
    advance(601_000);
    expect(await endpoints()).toMatchObject([{ state: 'WELL', pausedUntil: null }, {}]);
  });

  test('deliveries have their tries, and filters and pages find them', async () => {
    const [first, second] = [await newPayment(gateway), await newPayment(gateway)];
    receiver.answer(status(500));
    await deliver();
    await become(told(), second.id, 'PAID');
    const all = await nodes();
    expect(all.map(({ type }) => type).toSorted()).toEqual([
      'payment.initiated',
      'payment.initiated',
      'payment.paid',
      'payment.paid',
    ]);
    const ofFirst = await nodes({ filter: { paymentId: first.id } });
    expect(ofFirst).toMatchObject([
      {
        ...{ endpoint: 'main', type: 'payment.initiated', status: 'WAITING', payment: { id: first.id } },
        attempts: [{ number: 1, outcome: 'REFUSED', statusCode: 500, detail: null, durationMs: expect.any(Number) }],
        settledAt: null,
      },
    ]);
    expect(JSON.parse(ofFirst[0]?.body ?? '')).toMatchObject({ id: ofFirst[0]?.id, data: { payment_id: first.id } });
    expect(await nodes({ filter: { endpoint: 'second' } })).toMatchObject([{ type: 'payment.paid' }]);
    expect(await nodes({ filter: { endpoint: 'second', paymentId: first.id } })).toEqual([]);
    expect(await nodes({ filter: { status: ['DELIVERED', 'DEAD'] } })).toEqual([]);
    expect(await nodes({ filter: { status: [] } })).toEqual([]);
    const page = await list({ first: 3 });
    expect(page).toMatchObject({ pageInfo: { hasNextPage: true, endCursor: all[2]?.id } });
    expect((await nodes({ first: 3, after: page.pageInfo.endCursor ?? null })).map(({ id }) => id)).toEqual([
      all[3]?.id,
    ]);
    expect(await nodes({ filter: { paymentId: "' or 1=1" } })).toEqual([]);
    const bad = await gateway.send(WebhookDeliveriesDocument, { after: 'pay_1' }, asClient('shop'));
    expect(bad.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  test('who had a message sent again, or tested an endpoint, is recorded', async () => {
    await newPayment(gateway);
    await deliver();
    const [own] = await nodes();
    await replay(own?.id ?? '');
    await ping('second');
    const range = 'from: "2020-01-01T00:00:00Z", to: "2099-01-01T00:00:00Z"';
    await ask(`mutation { replayWebhooks(input: { endpoint: "main", ${range} }) { __typename } }`);
    const actions = 'actions { kind actor isCommand }';
    const asked = `{ webhookDeliveries { edges { node { id ${actions} } } } webhookEndpoints { name ${actions} } }`;
    expect((await ask(asked)).data).toEqual({
      webhookDeliveries: {
        edges: [{ node: { id: own?.id, actions: [{ kind: 'REPLAY_WEBHOOK', actor: 'shop', isCommand: false }] } }],
      },
      webhookEndpoints: [
        { name: 'main', actions: [{ kind: 'REPLAY_WEBHOOKS', actor: 'shop', isCommand: false }] },
        { name: 'second', actions: [{ kind: 'PING_WEBHOOK', actor: 'shop', isCommand: false }] },
      ],
    });
    // In another client's name nothing is recorded that it did not do.
    expect(await replay(own?.id ?? '', 'other')).toMatchObject({ __typename: 'InvalidInputError' });
    const all = await gateway.store.recordedActions({ subject: null, beforeId: null, limit: 10 });
    expect(all.map(({ kind }) => kind)).toEqual(['REPLAY_WEBHOOKS', 'PING_WEBHOOK', 'REPLAY_WEBHOOK']);
  });

  test('what is another client’s is not there, and without the right nothing is', async () => {
    await newPayment(gateway);
    const [own] = await nodes();
    expect(await nodes({}, 'other')).toEqual([]);
    expect(await replay(own?.id ?? '', 'other')).toMatchObject({
      ...{ __typename: 'InvalidInputError', message: 'There is no such webhook.', path: ['id'] },
    });
    expect(await replay(`msg_${'0'.repeat(32)}`, 'other')).toMatchObject({ message: 'There is no such webhook.' });
    expect(await ping('second', 'other')).toMatchObject({ __typename: 'InvalidInputError', path: ['endpoint'] });
    await newPayment(gateway, 'reader');
    expect([await nodes({}, 'reader'), await endpoints('reader')]).toEqual([[], []]);
    expect(await replay(own?.id ?? '', 'reader')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await ping('main', 'reader')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(receiver.requests).toEqual([]);
  });

  test('what was delivered is replayed under its id and as it was, and one that waits at once', async () => {
    await newPayment(gateway);
    await deliver();
    const [delivered] = await nodes();
    expect(await replay(delivered?.id ?? '')).toMatchObject({
      __typename: 'ReplayWebhookDeliverySuccess',
      delivery: { id: delivered?.id, status: 'WAITING', body: delivered?.body },
    });
    receiver.answer(status(500));
    await deliver();
    receiver.answer(status(200));
    await deliver();
    expect(receiver.requests).toHaveLength(2);
    await replay(delivered?.id ?? '');
    await deliver();
    expect(receiver.requests.map(({ id, body }) => [id, body])).toEqual(
      Array.from({ length: 3 }, () => [delivered?.id, delivered?.body]),
    );
    // The receiver knew it.
    expect(receiver.messages).toHaveLength(1);
    expect(await nodes()).toMatchObject([
      { status: 'DELIVERED', attempts: [{ number: 1 }, { number: 2 }, { number: 3 }] },
    ]);
  });

  test('what is being sent right now is not sent a second time', async () => {
    await newPayment(gateway);
    const [row] = await nodes();
    const claim = { id: row?.id ?? '', attempts: 0, now: gateway.now(), until: gateway.now() + 60_000 };
    await gateway.store.transact((transaction) => transaction.claimWebhook(claim));
    expect(await replay(row?.id ?? '')).toMatchObject({ __typename: 'InvalidInputError', path: ['id'] });
    advance(60_000);
    expect(await replay(row?.id ?? '')).toMatchObject({ __typename: 'ReplayWebhookDeliverySuccess' });
  });

  test('what a process took while its clock was hours ahead, and died, is not being sent', async () => {
    await newPayment(gateway);
    const [row] = await nodes();
    const ahead = gateway.now() + 6 * 3_600_000;
    const claim = { id: row?.id ?? '', attempts: 0, now: ahead, until: ahead + 60_000 };
    await gateway.store.transact((transaction) => transaction.claimWebhook(claim));
    expect(await replay(row?.id ?? '')).toMatchObject({ __typename: 'ReplayWebhookDeliverySuccess' });
  });

  test('a ping that the endpoint takes ends its failures, and all that waits is sent at once', async () => {
    for (let count = 0; count < 6; count++) await newPayment(gateway);
    receiver.answer(status(500));
    await deliver();
    expect(await endpoints()).toMatchObject([{ state: 'PAUSED' }, {}]);
    expect(await ping('main')).toMatchObject({ outcome: 'REFUSED' });
    expect(await endpoints()).toMatchObject([{ state: 'PAUSED' }, {}]);
    receiver.answer(status(200));
    await ping('main');
    const well = { state: 'WELL', failingSince: null, lastSuccessAt: expect.any(String) };
    expect(await endpoints()).toMatchObject([{ ...well, waitingCount: 6 }, {}]);
    advance(10_000);
    receiver.answer(status(500));
    const before = receiver.requests.length;
    await deliver();
    expect(receiver.requests.length - before).toBe(6);
  });

  test('an endpoint that is gone is tried again after a replay, or after a ping that it takes', async () => {
    const [first] = [await newPayment(gateway), await newPayment(gateway)];
    receiver.answer(status(410));
    await deliver();
    expect(await endpoints()).toMatchObject([{ state: 'GONE' }, {}]);
    expect(await ping('main')).toMatchObject({ outcome: 'GONE', statusCode: 410 });
    receiver.answer(status(200));
    expect(await ping('main')).toMatchObject({
      ...{ __typename: 'PingWebhookEndpointSuccess', outcome: 'DELIVERED', statusCode: 200, detail: null },
    });
    expect(await endpoints()).toMatchObject([{ state: 'WELL' }, {}]);
    const pings = receiver.requests.filter(({ body }) => body.includes('webhook.ping'));
    expect(JSON.parse(pings[1]?.body ?? '')).toMatchObject({ id: pings[1]?.id, data: { endpoint: 'main' } });
    // A ping stands in no list.
    expect(await nodes()).toHaveLength(2);
    const [dead] = await nodes({ filter: { paymentId: first.id } });
    receiver.answer(status(410));
    await replay(dead?.id ?? '');
    await deliver();
    expect(await endpoints()).toMatchObject([{ state: 'GONE' }, {}]);
    receiver.answer(status(200));
    await replay(dead?.id ?? '');
    await deliver();
    expect(new Set((await nodes({ filter: { paymentId: first.id } })).map((node) => node.status))).toEqual(
      new Set(['DELIVERED']),
    );
  });

  test('a ping says what is wrong', async () => {
    await receiver.close();
    expect(await ping('main')).toMatchObject({ outcome: 'NO_CONNECTION', statusCode: null, detail: 'ECONNREFUSED' });
    receiver = await startReceiver(secret);
  });

  test('the dead of a span of time are replayed together', async () => {
    const startedAt = gateway.now();
    const payments = [await newPayment(gateway), await newPayment(gateway), await newPayment(gateway)];
    receiver.answer(status(410));
    await deliver();
    advance(97 * hourMs);
    await gateway.runWorkers('webhook-retention');
    expect(await nodes({ filter: { status: ['DEAD'] } })).toHaveLength(3);
    receiver.answer(status(200));
    const replayAll = async (from: number, to: number, change: object = {}) =>
      (
        await gateway.send(
          ReplayWebhooksDocument,
          {
            input: { endpoint: 'main', from: new Date(from).toISOString(), to: new Date(to).toISOString(), ...change },
          },
          asClient('shop'),
        )
      ).data?.replayWebhooks;
    expect(await replayAll(startedAt - hourMs, startedAt - 1)).toMatchObject({ replayed: 0, isMore: false });
    expect(await replayAll(startedAt, startedAt)).toMatchObject({ __typename: 'InvalidInputError', path: ['to'] });
    expect(await replayAll(startedAt, gateway.now(), { endpoint: 'none' })).toMatchObject({ path: ['endpoint'] });
    expect(await replayAll(startedAt, gateway.now(), { status: ['DELIVERED'] })).toMatchObject({ replayed: 0 });
    expect(await replayAll(startedAt, gateway.now())).toMatchObject({ replayed: 3, isMore: false });
    await deliver();
    expect((await nodes()).map((node) => node.status)).toEqual(payments.map(() => 'DELIVERED'));
    // A delivered one waits from then on, and counts once.
    const twice = await replayAll(startedAt, gateway.now(), { status: ['DELIVERED', 'WAITING', 'DELIVERED'] });
    expect(twice).toMatchObject({ replayed: 3, isMore: false });
  });
});
