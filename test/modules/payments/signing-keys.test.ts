import { describe, expect, it } from 'vitest';
import { Secret, type Societe } from '../../../src/kernel/merchant.ts';
import type { EffectiveRunMode } from '../../../src/kernel/vocabulary.ts';
import type { StoredNotification } from '../../../src/modules/payments/notifications/notification.ts';
import { ReplayNotificationDocument } from '../../generated/graphql.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { type Fault, failing } from '../../support/failing-store.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import {
  createKeyPair,
  type KeyPair,
  paidData,
  account as payboxExample,
  signedMessage,
} from '../../support/providers/paybox-examples.ts';
import { type Initiated, initiated } from '../../support/requests.ts';
import { messageOf, signed } from '../../support/scellius-messages.ts';

/** A message counts only with a key of the account whose payment it is about: société and mode. */

const societes = ['1', '2'] as const;
const modes = ['TEST', 'LIVE'] as const;
type Owner = { readonly idSociete: (typeof societes)[number]; readonly runMode: EffectiveRunMode };
const owners = societes.flatMap((idSociete) => modes.map((runMode): Owner => ({ idSociete, runMode })));
const nameOf = ({ idSociete, runMode }: Owner): string => `${idSociete} ${runMode}`;

const payboxKeys = new Map(owners.map((owner) => [nameOf(owner), createKeyPair(1024)]));
const payboxKeyOf = (owner: Owner): KeyPair => payboxKeys.get(nameOf(owner)) as KeyPair;
const formKeyOf = (owner: Owner): string => `key-of-${owner.idSociete}-${owner.runMode}`;
const siteIdOf = ({ idSociete }: Owner): string => `7000000${idSociete}`;

const headers = asClient('shop');

/** Every way of confusing one account with another. */
const pairs = owners.flatMap((owner) =>
  owners.map((signer): [string, string, Owner, Owner] => [nameOf(signer), nameOf(owner), signer, owner]),
);

describe.each(drawnDatabases())('the key of a message on $name', ({ open }) => {
  let fault: Fault = 'NONE';
  const gateway = openForGroup(() =>
    startGateway({
      open,
      around: (store) => failing(store, () => fault),
      config: {
        deployment: 'production',
        societes: new Map(societes.map((id) => [id, societe(id)])),
        clients: [clientNamed('shop', { runModes: new Set(modes) })],
      },
    }),
  );

  const start = (paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE', { idSociete, runMode: paymentRunMode }: Owner) =>
    initiated(gateway, { paymentTarget, idSociete, paymentRunMode }, headers);
  const send = async (path: string, body: string): Promise<number> =>
    (
      await gateway.get(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body,
      })
    ).status;
  const versionOf = async ({ payment: { id } }: Initiated): Promise<number> =>
    (await gateway.store.paymentById(id))?.version ?? 0;

  it.each(pairs)('of PAYBOX of %s, about a payment of %s', async (_signer, _owner, signer, owner) => {
    const initiation = await start('PAYBOX', owner);
    const ref = `${initiation.payment.reference}-1`;
    const trans = String(1000 + pairs.findIndex(([by, of]) => by === _signer && of === _owner));
    const message = signedMessage(paidData({ amount: '1250', ref, trans }), payboxKeyOf(signer));
    const isOwn = signer === owner;
    // The société in the path is no proof: it is the sender's word.
    for (const path of ['/notify/paybox', `/notify/paybox/${signer.idSociete}`, `/notify/paybox/${owner.idSociete}`]) {
      if (isOwn && path !== `/notify/paybox/${owner.idSociete}`) continue;
      expect(await send(path, message)).toBe(isOwn ? 200 : 400);
    }
    if (isOwn) expect(await versionOf(initiation)).toBeGreaterThan(1);
    else expect(await versionOf(initiation)).toBe(1);
    // What was refused is no repetition of the genuine message that follows.
    const genuine = signedMessage(paidData({ amount: '1250', ref, trans }), payboxKeyOf(owner));
    expect(await send(`/notify/paybox/${owner.idSociete}`, genuine)).toBe(200);
    expect(await versionOf(initiation)).toBeGreaterThan(1);
  });

  const [own, foreign] = [
    { idSociete: '1', runMode: 'LIVE' },
    { idSociete: '2', runMode: 'LIVE' },
  ] as const;
  const aboutOwn = async (trans: string, signer: Owner) => {
    const initiation = await start('PAYBOX', own);
    const ref = `${initiation.payment.reference}-1`;
    return { initiation, message: signedMessage(paidData({ amount: '1250', ref, trans }), payboxKeyOf(signer)) };
  };
  const keptOf = async (message: string): Promise<StoredNotification[]> => {
    const all = await gateway.store.notificationsBehind('', 10_000);
    return all.filter(({ body }) => Buffer.from(body).toString() === message);
  };

  it.each([
    ['NONE', 400, ['REJECTED']],
    ['STORING', 400, []],
    ['APPLYING', 400, ['REJECTED']],
    ['EVERYTHING', 400, []],
    // The database cannot say whose payment it is: the bank has to send it again.
    ['READING', 503, []],
  ] as const)('of another account decides the answer while %s fails: %i', async (when, status, kept) => {
    const { initiation, message } = await aboutOwn(`20${when.length}`, foreign);
    fault = when;
    const answered = await send('/notify/paybox', message);
    fault = 'NONE';
    expect(answered).toBe(status);
    await gateway.pass(10_000, 'inbox');
    expect((await keptOf(message)).map(({ outcome }) => outcome.kind)).toEqual(kept);
    expect(await versionOf(initiation)).toBe(1);
  });

  it('of another account leaves its message in the ring of the payment, and a replay changes nothing', async () => {
    const { initiation, message } = await aboutOwn('3001', foreign);
    expect(await send('/notify/paybox', message)).toBe(400);
    const [stored] = await keptOf(message);
    const { data } = await gateway.send(ReplayNotificationDocument, { id: stored?.id ?? '' }, headers);
    expect(data?.replayNotification).toMatchObject({ __typename: 'ReplayNotificationSuccess', changed: false });
    // Nothing of it is left once its ring is emptied, and the genuine message is no repetition.
    const limits = { messages: 0, bytes: 0, since: 0 };
    const rings = await gateway.store.unverifiedRings({ after: '', limit: 100 });
    expect(rings).toContain('PAYBOX 1');
    for (const ring of rings) await gateway.store.transact((it) => it.keepUnverified(ring, [], limits));
    expect(await keptOf(message)).toEqual([]);
    const ref = `${initiation.payment.reference}-1`;
    const genuine = signedMessage(paidData({ amount: '1250', ref, trans: '3001' }), payboxKeyOf(own));
    expect(await send('/notify/paybox', genuine)).toBe(200);
    expect(await versionOf(initiation)).toBeGreaterThan(1);
  });

  it.each(pairs)('of LABANQUEPOSTALE of %s, about a payment of %s', async (_signer, _owner, signer, owner) => {
    const initiation = await start('LABANQUEPOSTALE', owner);
    const status = await send('/notify/labanquepostale', scelliusMessage(initiation, owner, formKeyOf(signer)));
    expect(status).toBe(signer === owner ? 200 : 400);
    const payment = await gateway.store.paymentById(initiation.payment.id);
    expect(payment?.status).toBe(signer === owner ? 'PAID' : 'REQUIRES_ACTION');
  });
});

function scelliusMessage(initiation: Initiated, owner: Owner, key: string): string {
  const mode = owner.runMode === 'LIVE' ? 'PRODUCTION' : 'TEST';
  return signed(messageOf(initiation, { vads_site_id: siteIdOf(owner), vads_ctx_mode: mode }), key);
}

function societe(id: (typeof societes)[number]): Societe {
  const accounts = (runMode: EffectiveRunMode) => {
    const owner: Owner = { idSociete: id, runMode };
    return {
      paybox: { ...payboxExample, publicKeys: [payboxKeyOf(owner).publicKey] as const },
      shop: {
        siteId: siteIdOf(owner),
        formKeys: [new Secret(formKeyOf(owner))] as const,
        algorithm: 'HMAC-SHA-256' as const,
        formUrl: 'https://bank.example/vads-payment/',
      },
    };
  };
  const [test, live] = [accounts('TEST'), accounts('LIVE')];
  return {
    id,
    name: id,
    fallbackPayer: { ...payerExample },
    accounts: {
      PAYBOX: { TEST: test.paybox, LIVE: live.paybox },
      LABANQUEPOSTALE: { TEST: test.shop, LIVE: live.shop },
    },
  };
}

const payerExample = {
  ...{ firstName: 'Camille', lastName: 'Exemple', address: '12 rue de la Paix', zipCode: '75002', city: 'Paris' },
  ...{ country: 'FR', phone: '+33612345678' },
};
