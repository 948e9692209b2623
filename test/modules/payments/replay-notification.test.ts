import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { developmentSocietes, sandboxShops } from '../../../src/config/development.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { Secret, type Societe } from '../../../src/kernel/merchant.ts';
import type { StoredNotification } from '../../../src/modules/payments/notifications/notification.ts';
import { type NotificationFilter, NotificationsDocument, ReplayNotificationDocument } from '../../generated/graphql.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { withAccount } from '../../support/config/changed-account.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { type Initiated, initiated } from '../../support/requests.ts';
import { messageOf, signed } from '../../support/scellius-messages.ts';
import { askGraphql } from '../../support/schema/ask-graphql.ts';
import { ask } from '../../support/store/examples.ts';

const shop = sandboxShops().labanquepostaleShops[0];
const key = shop?.keys.TEST ?? '';

const all = { societes: new Set(['1', '2', '3', '6']), origins: new Set(['web']) };
const clients = [
  clientNamed('office', all),
  clientNamed('office-1', { ...all, societes: new Set(['1']) }),
  clientNamed('office-2', { ...all, societes: new Set(['2']) }),
  clientNamed('paybox-office', { ...all, targets: new Set(['PAYBOX']) }),
  clientNamed('reader', { ...all, scopes: new Set(['read']) }),
];

describe.each(drawnDatabases())('a stored notification on $name', ({ open }) => {
  let societes: Map<string, Societe>;
  beforeAll(async () => {
    societes = new Map(developmentSocietes('http://127.0.0.1:1'));
  });
  const gateway = openForGroup(() => startGateway({ open, config: { clients, societes } }));

  const start = () => initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' }, asClient('office'));

  /** What the platform tells of this payment, or of another order. */
  const messageAbout = (initiation: Initiated, change: Record<string, string> = {}, signingKey = key): string =>
    signed(messageOf(initiation, { vads_cust_email: 'canary@example.fr', ...change }), signingKey);

  const post = (body: string, path = '/notify/labanquepostale/1') =>
    gateway.get(path, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body });

  async function list(filter: NotificationFilter, client = 'office', page: { first?: number; after?: string } = {}) {
    const { data, errors } = await gateway.send(NotificationsDocument, { filter, ...page }, asClient(client));
    if (!data) throw new Error(JSON.stringify(errors));
    return data.notifications.edges.map(({ node }) => node);
  }
  const newest = async (filter: NotificationFilter = {}) => (await list(filter))[0]?.id ?? '';

  async function replay(id: string, client = 'office') {
    const { data, errors } = await gateway.send(ReplayNotificationDocument, { id }, asClient(client));
    if (!data) throw new Error(JSON.stringify(errors));
    return data.replayNotification;
  }

  const storyOf = async ({ payment }: Initiated) =>
    (await gateway.store.eventsOf(payment.id, 0, 100)).map(({ type, status }) => `${type} ${status}`);
  const paid = ['INITIATED REQUIRES_ACTION', 'STATUS_CHANGED PAID'];

  it('that was applied changes nothing, says so, and stays as it was', async () => {
    const initiation = await start();
    await post(messageAbout(initiation));
    const id = await newest({ payment: initiation.payment.id });
    const answer = { __typename: 'ReplayNotificationSuccess', changed: false, notification: { outcome: 'APPLIED' } };
    expect(await replay(id)).toMatchObject(answer);
    await post(messageAbout(initiation));
    expect(await replay(await newest())).toMatchObject({ changed: false, notification: { outcome: 'DUPLICATE' } });
    expect(await replay(id)).toMatchObject(answer);
    expect(await storyOf(initiation)).toEqual(paid);
  });

  it('that was refused is verified again: a key may have been added since', async () => {
    const initiation = await start();
    const newKey = 'a-new-key-of-shop';
    expect((await post(messageAbout(initiation, {}, newKey))).status).toBe(400);
    const id = await newest({ outcome: 'REJECTED' });
    expect(await replay(id)).toMatchObject({ changed: false, notification: { outcome: 'REJECTED', payment: null } });
    const query = '{ notifications(first: 1) { edges { node { id actions { kind actor isCommand } } } } }';
    const { data } = await askGraphql(gateway, query, {}, asClient('office'));
    const actions = [{ kind: 'REPLAY_NOTIFICATION', actor: 'office', isCommand: false }];
    expect(data).toEqual({ notifications: { edges: [{ node: { id, actions } }] } });
    const changed = withAccount(societes, '1', 'LABANQUEPOSTALE', (account) => ({
      TEST: { ...account, formKeys: [...account.formKeys, new Secret(newKey)] },
    }));
    for (const [idSociete, societe] of changed) societes.set(idSociete, societe);
    expect(await replay(id)).toMatchObject({
      changed: true,
      notification: { outcome: 'APPLIED', payment: { id: initiation.payment.id, status: 'PAID' } },
    });
    expect(await storyOf(initiation)).toEqual(paid);
  });

  /** Gives the payment's attempt, and so the payment, another reference. */
  async function rename({ payment: { id } }: Initiated, order: string): Promise<void> {
    await ask(gateway.databaseUrl, `update payments set reference = '${order.slice(0, -2)}' where id = '${id}'`);
    await ask(gateway.databaseUrl, `update payment_attempts set reference = '${order}' where payment_id = '${id}'`);
  }

  it('that was of no payment is tried again, by many at once, and applied once', async () => {
    const initiation = await start();
    const order = `LOST-${initiation.payment.reference}-1`;
    expect((await post(messageAbout(initiation, { vads_order_id: order }))).status).toBe(200);
    const id = await newest({ outcome: 'QUARANTINED' });
    expect(await replay(id)).toMatchObject({ changed: false, notification: { outcome: 'QUARANTINED' } });
    await rename(initiation, order);
    const answers = await Promise.all(Array.from({ length: 8 }, () => replay(id)));
    for (const answer of answers) expect(answer).toMatchObject({ notification: { outcome: 'APPLIED' } });
    expect(await storyOf(initiation)).toEqual(paid);
    expect(await replay(id)).toMatchObject({ changed: false, notification: { outcome: 'APPLIED' } });
  });

  it('that was of no payment does not block the same message that comes again', async () => {
    const initiation = await start();
    const order = `GONE-${initiation.payment.reference}-1`;
    const message = messageAbout(initiation, { vads_order_id: order });
    await post(message);
    const id = await newest({ outcome: 'QUARANTINED' });
    await rename(initiation, order);
    await post(message);
    expect(await storyOf(initiation)).toEqual(paid);
    expect(await replay(id)).toMatchObject({ changed: true, notification: { outcome: 'IGNORED' } });
    expect(await storyOf(initiation)).toEqual(paid);
  });

  /** Ahead of time, so that a message is young however slow this machine is. */
  const identifiers = createIdentifiers(() => gateway.now() + 30_000);

  /** As a process leaves it that ends between storing and reading. */
  async function leaveBehind(body: string, came = body): Promise<StoredNotification> {
    const stored: StoredNotification = {
      id: identifiers.newId('ntf'),
      target: 'LABANQUEPOSTALE',
      idSociete: '1',
      method: 'POST',
      query: '',
      body: Buffer.from(body),
      headers: '{}',
      source: '127.0.0.1',
      digest: createHash('sha256').update(`POST \n${came}`).digest('hex'),
      receivedAt: gateway.now(),
      outcome: { kind: 'STORED', reason: null, paymentId: null },
    };
    await gateway.store.transact((transaction) => transaction.insertNotification(stored));
    return stored;
  }

  it('that was not applied is read by the inbox, after a while, and by hand at once', async () => {
    const [one, other, third] = [await start(), await start(), await start()];
    const left = await leaveBehind(messageAbout(one));
    const bad = await leaveBehind(messageAbout(other).replace('1250', '1'), messageAbout(other));
    const byHand = await leaveBehind(messageAbout(third));
    await gateway.runWorkers('inbox');
    expect((await gateway.store.notification(left.id))?.outcome.kind).toBe('STORED');
    expect(await replay(byHand.id)).toMatchObject({ changed: true, notification: { outcome: 'APPLIED' } });
    await gateway.pass(33_000, 'inbox');
    expect((await gateway.store.notification(left.id))?.outcome.kind).toBe('APPLIED');
    expect((await gateway.store.notification(bad.id))?.outcome.kind).toBe('REJECTED');
    await gateway.runWorkers('inbox');
    for (const initiation of [one, third]) expect(await storyOf(initiation)).toEqual(paid);
    expect(await storyOf(other)).toHaveLength(1);
    expect(await list({ outcome: 'STORED' })).toEqual([]);
    expect(gateway.logs.filter(({ notification }) => notification === left.id)).toMatchObject([
      { outcome: 'APPLIED', payment: one.payment.id },
    ]);
  });

  it('that was verified by a key which left the config stays until the key is back, or a person refuses it', async () => {
    const [one, other] = [await start(), await start()];
    const formerKey = 'a-former-key-of-shop';
    const left = await leaveBehind(messageAbout(one, {}, formerKey));
    const unwanted = await leaveBehind(messageAbout(other, {}, formerKey));
    await gateway.pass(33_000, 'inbox');
    const named = gateway.logs.filter(({ notification, level }) => notification === left.id && level === 50);
    expect(named).toMatchObject([{ reason: 'no key of the shop made this signature' }]);
    expect(await replay(unwanted.id)).toMatchObject({ changed: true, notification: { outcome: 'REJECTED' } });
    const before = new Map(societes);
    const changed = withAccount(societes, '1', 'LABANQUEPOSTALE', (account) => ({
      TEST: { ...account, formKeys: [...account.formKeys, new Secret(formerKey)] },
    }));
    for (const [idSociete, societe] of changed) societes.set(idSociete, societe);
    await gateway.pass(2_000, 'inbox');
    for (const [idSociete, societe] of before) societes.set(idSociete, societe);
    expect(await storyOf(one)).toEqual(paid);
    expect(await storyOf(other)).toHaveLength(1);
  });

  it('that cannot be read now stays, and holds up no other', async () => {
    const [broken, good] = [await start(), await start()];
    const stays = await leaveBehind(messageAbout(broken));
    const read = await leaveBehind(messageAbout(good));
    await ask(gateway.databaseUrl, `update payments set status = 'NONSENSE' where id = '${broken.payment.id}'`);
    await gateway.pass(33_000, 'inbox');
    expect((await gateway.store.notification(read.id))?.outcome.kind).toBe('APPLIED');
    expect((await gateway.store.notification(stays.id))?.outcome.kind).toBe('STORED');
    await ask(gateway.databaseUrl, `update payments set status = 'REQUIRES_ACTION' where id = '${broken.payment.id}'`);
    await gateway.pass(2_000, 'inbox');
    expect((await gateway.store.notification(stays.id))?.outcome.kind).toBe('APPLIED');
  });

  it('that can never be read is tried ever later, half an hour apart at most, and by hand at once', async () => {
    const broken = await start();
    const stays = await leaveBehind(messageAbout(broken));
    await ask(gateway.databaseUrl, `update payments set status = 'NONSENSE' where id = '${broken.payment.id}'`);
    const tries = () => gateway.logs.filter(({ notification, level }) => notification === stays.id && level === 50);
    const pass = async (ms: number, everyMs: number) => {
      for (let passed = 0; passed < ms; passed += everyMs) await gateway.pass(everyMs, 'inbox');
    };
    await pass(60_000, 2_000);
    expect(tries().length).toBeLessThanOrEqual(7);
    await pass(2 * 3_600_000, 600_000);
    const before = tries().length;
    await pass(3 * 3_600_000, 600_000);
    expect(tries().length - before).toBe(6);
    expect(await list({ outcome: 'STORED' })).toEqual([expect.objectContaining({ id: stays.id })]);
    await ask(gateway.databaseUrl, `update payments set status = 'REQUIRES_ACTION' where id = '${broken.payment.id}'`);
    expect(await replay(stays.id)).toMatchObject({ changed: true, notification: { outcome: 'APPLIED' } });
  });

  it('whose content was erased cannot be read again', async () => {
    const initiation = await start();
    await post(messageAbout(initiation, { vads_order_id: 'ERASED-1' }));
    const id = await newest({ outcome: 'QUARANTINED' });
    await gateway.store.transact((transaction) =>
      transaction.eraseNotification(id, Buffer.from('erased=x'), gateway.now()),
    );
    expect(await replay(id)).toMatchObject({ __typename: 'InvalidInputError', path: ['id'] });
    expect((await gateway.store.notification(id))?.outcome.kind).toBe('QUARANTINED');
  });

  it('is listed newest first, in pages, and never with what it said', async () => {
    const ids = (await list({})).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(8);
    expect(ids).toEqual(ids.toSorted().toReversed());
    const [first = '', second = '', third = ''] = ids;
    expect((await list({}, 'office', { first: 2 })).map(({ id }) => id)).toEqual([first, second]);
    expect((await list({}, 'office', { first: 1, after: second })).map(({ id }) => id)).toEqual([third]);
    const all = '{ notifications(first: 50) { edges { node { id reason digest } } } }';
    expect((await askGraphql(gateway, all, {}, asClient('office'))).text).not.toContain('canary');
    const { errors } = await gateway.send(NotificationsDocument, { after: 'ntf_1' }, asClient('office'));
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  describe('is', () => {
    let ofPayment: string;
    let ofSociete: string;
    let ofNobody: string;
    beforeAll(async () => {
      const initiation = await start();
      await post(messageAbout(initiation));
      ofPayment = await newest();
      await post(messageAbout(initiation, { vads_order_id: 'NOBODY-1', vads_trans_uuid: '1'.repeat(32) }));
      ofSociete = await newest();
      await post(
        messageAbout(initiation, { vads_order_id: 'NOBODY-2', vads_trans_uuid: '2'.repeat(32) }),
        '/notify/labanquepostale',
      );
      ofNobody = await newest();
    });

    it.each([
      ['office', [true, true, true]],
      ['office-1', [true, true, false]],
      ['office-2', [false, false, false]],
      ['paybox-office', [false, false, false]],
      ['reader', [false, false, false]],
    ])("the %s's to see and to replay: of a payment, of a société, of none: %j", async (client, expected) => {
      const ids = [ofPayment, ofSociete, ofNobody];
      const listed = new Set((await list({}, client, { first: 100 })).map(({ id }) => id));
      expect(ids.map((id) => listed.has(id))).toEqual(expected);
      const unknown = await replay(`ntf_${'0'.repeat(32)}`, client);
      for (const [index, id] of ids.entries()) {
        const answer = await replay(id, client);
        if (expected[index]) expect(answer.__typename).toBe('ReplayNotificationSuccess');
        else expect(answer).toEqual(unknown);
      }
    });
  });
});
