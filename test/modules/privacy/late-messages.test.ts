import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/app/store.ts';
import { developmentSocietes } from '../../../src/config/development.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { Secret, type Societe } from '../../../src/kernel/merchant.ts';
import { erasePerson } from '../../../src/modules/privacy/erase-person.ts';
import { ReplayNotificationDocument } from '../../generated/graphql.ts';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { withAccount } from '../../support/config/changed-account.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { type Initiated, initiated } from '../../support/requests.ts';
import { messageOf, postMessage, postNotification, signed } from '../../support/scellius-messages.ts';

/** Messages of the bank that come after the payer was erased, or meanwhile. */

const clients = [clientNamed('office', { societes: new Set(['1']), origins: new Set(['web']) })];

const traces = /canari/i;
const named = { vads_cust_email: 'helene.canari@example.fr', vads_cust_name: 'Hélène Canari' };
const refused = { ...named, vads_trans_status: 'REFUSED', vads_auth_result: '05', vads_result: '05' };
const captured = { ...named, vads_trans_status: 'CAPTURED', vads_url_check_src: 'BATCH_AUTO' };

describe.each(drawnDatabases())('a message about an erased payer on $name', ({ name, open }) => {
  let societes: Map<string, Societe>;
  beforeAll(() => {
    societes = new Map(developmentSocietes('http://127.0.0.1:1'));
  });

  /** A message waits here, judged and not committed, while it is set. */
  let beforeCommit: (() => Promise<void>) | null = null;
  const around = (store: Store): Store => {
    const transact: Store['transact'] = (work) =>
      store.transact((transaction) => {
        const updateNotification: typeof transaction.updateNotification = async (...args) => {
          await beforeCommit?.();
          return transaction.updateNotification(...args);
        };
        return work(Object.assign(Object.create(transaction), { updateNotification }));
      });
    return Object.assign(Object.create(store), { transact });
  };
  const gateway = openForGroup(() => startGateway({ open, around, config: { clients, societes } }));

  let people = 0;
  async function start() {
    const idClient = `late-${people++}`;
    const email = `${idClient}.canari@example.fr`;
    const order = { email, idClient, idCommande: idClient, paymentTarget: 'LABANQUEPOSTALE' } as const;
    const made = await initiated(gateway, order, asClient('office'));
    return { made, idClient, email };
  }
  async function startPaid() {
    const started = await start();
    await postMessage(gateway, started.made, named);
    return started;
  }
  const erase = (email: string) => commandOn(gateway, ['privacy', 'erase', '--email', email, '--yes'], {});
  const paymentOf = ({ payment }: Initiated) => gateway.store.paymentById(payment.id);
  /** Outcomes of the newest messages, oldest first; in capitals and lower case: with and without content. */
  async function newest(count: number) {
    const messages = await gateway.store.notificationsBehind('', 500);
    return messages.slice(-count).map(({ outcome, query, body, digest, headers, source, erasedAt }) => {
      const text = decodeURIComponent(`${query} ${body.toString()}`);
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
      const isGone = erasedAt !== null && headers === '{}' && source === '' && !text.includes('vads_');
      expect(traces.test(text)).toBe(!isGone);
      return isGone ? outcome.kind.toLowerCase() : outcome.kind;
    });
  }

  it('is judged like any other, and keeps its outcome alone', async () => {
    const { made, email } = await startPaid();
    await erase(email);
    await postMessage(gateway, made, captured);
    await postMessage(gateway, made, captured);
    const refund = { vads_operation_type: 'CREDIT', vads_trans_uuid: 'f'.repeat(32), ...named };
    await postMessage(gateway, made, { ...refund, vads_trans_status: 'CAPTURED' });
    expect(await newest(4)).toEqual(['applied', 'ignored', 'duplicate', 'applied']);
    expect((await paymentOf(made))?.status).toBe('REFUNDED');
    const { written } = await commandOn(gateway, ['privacy', 'export', '--email', email], {});
    expect(JSON.parse(written)).toMatchObject({ payments: [], bankMessages: [] });
  });

  it('brings late money as it would have brought it before', async () => {
    const [erased, other] = [await start(), await start()];
    for (const { made } of [erased, other]) await postMessage(gateway, made, refused);
    await erase(erased.email);
    const paid = { ...named, vads_trans_uuid: 'e'.repeat(32) };
    for (const [digit, { made }] of [erased, other].entries())
      await postMessage(gateway, made, { ...paid, vads_trans_uuid: String(digit).repeat(32) });
    expect(await newest(2)).toEqual(['applied', 'APPLIED']);
    expect(await paymentOf(erased.made)).toMatchObject({ status: (await paymentOf(other.made))?.status });
    expect((await paymentOf(erased.made))?.status).toBe('PAID');
  });

  it('that was not read at once goes when it is read', async () => {
    const { made, email } = await startPaid();
    await erase(email);
    beforeCommit = () => Promise.reject(new Error('the process ends here'));
    await postMessage(gateway, made, captured);
    beforeCommit = null;
    expect(await newest(1)).toEqual(['STORED']);
    await gateway.pass(33_000, 'inbox');
    expect(await newest(1)).toEqual(['ignored']);
  });

  it('that was refused stays for a replay, and goes with it', async () => {
    const { made, email } = await startPaid();
    await erase(email);
    const newKey = 'a-new-key-of-shop';
    expect(await postNotification(gateway, signed(messageOf(made, captured), newKey))).toBe(400);
    expect(await newest(1)).toEqual(['REJECTED']);
    const changed = withAccount(societes, '1', 'LABANQUEPOSTALE', (account) => ({
      TEST: { ...account, formKeys: [...account.formKeys, new Secret(newKey)] },
    }));
    for (const [id, societe] of changed) societes.set(id, societe);
    const [message] = (await gateway.store.notificationsBehind('', 500)).slice(-1);
    const { data } = await gateway.send(ReplayNotificationDocument, { id: message?.id ?? '' }, asClient('office'));
    expect(data).toMatchObject({ replayNotification: { changed: true, notification: { outcome: 'IGNORED' } } });
    expect(await newest(1)).toEqual(['ignored']);
  });

  /** Erases the person; `meanwhile` runs after the erasure has looked for messages. */
  function eraseMeanwhile(idClient: string, meanwhile: () => Promise<void>) {
    const customersNumbered: Store['customersNumbered'] = async (number) => {
      await meanwhile();
      return gateway.store.customersNumbered(number);
    };
    const store: Store = Object.assign(Object.create(gateway.store), { customersNumbered });
    const identifiers = createIdentifiers(gateway.now);
    const person = { idClient, idSociete: null };
    return erasePerson(
      { store, clock: gateway.now, identifiers, eventHandlers: [] },
      { person, pseudonym: `erased-${idClient}`, erasesClientNumber: false, isRehearsal: false },
    );
  }

  it('goes where it was read during the erasure', async () => {
    const { made, idClient } = await startPaid();
    const { erased, notifications } = await eraseMeanwhile(idClient, async () => {
      await postMessage(gateway, made, captured);
      await postMessage(gateway, made, captured);
    });
    expect({ erased, notifications }).toEqual({ erased: [made.payment.reference], notifications: 3 });
    expect(await newest(3)).toEqual(['applied', 'ignored', 'duplicate']);
  });

  it('that waits to be read during the erasure stays until it is read', async () => {
    const { made, idClient } = await startPaid();
    await eraseMeanwhile(idClient, async () => {
      beforeCommit = () => Promise.reject(new Error('the process ends here'));
      await postMessage(gateway, made, captured);
      beforeCommit = null;
    });
    expect(await newest(2)).toEqual(['applied', 'STORED']);
    await gateway.pass(33_000, 'inbox');
    expect(await newest(2)).toEqual(['applied', 'ignored']);
  });

  it.runIf(name === 'postgres')('goes where it is being read during the erasure', async () => {
    const { made, idClient } = await startPaid();
    await postMessage(gateway, made, captured);
    const [judged, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    beforeCommit = () => {
      judged.resolve();
      return released.promise;
    };
    let answered = Promise.resolve();
    const erasure = eraseMeanwhile(idClient, async () => {
      answered = postMessage(gateway, made, captured);
      await judged.promise;
    });
    await Promise.race([erasure, judged.promise.then(() => setTimeout(400))]);
    beforeCommit = null;
    released.resolve();
    await Promise.all([erasure, answered]);
    expect(await newest(3)).toEqual(['applied', 'ignored', 'duplicate']);
  });

  it('that opens the payment again during the erasure keeps the payer', async () => {
    const { made, idClient, email } = await start();
    await postMessage(gateway, made, refused);
    const { erased, waiting } = await eraseMeanwhile(idClient, () =>
      postMessage(gateway, made, {
        ...named,
        vads_trans_uuid: '9'.repeat(32),
        vads_trans_status: 'WAITING_AUTHORISATION',
      }),
    );
    expect({ erased, waiting }).toEqual({ erased: [], waiting: [made.payment.reference] });
    expect(await paymentOf(made)).toMatchObject({ email, status: 'PENDING' });
    expect(await newest(2)).toEqual(['applied', 'APPLIED']);
  });
});
