import { beforeAll, describe, expect, it } from 'vitest';
import { sandboxShops } from '../../../src/config/development.ts';
import type { StoredNotification } from '../../../src/modules/payments/notifications/notification.ts';
import { digestOf } from '../../../src/modules/payments/notifications/process-notification.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { freeTexts } from '../../support/privacy/free-texts.ts';
import { type Initiated, initiated, legacyPath } from '../../support/requests.ts';
import { messageOf, postNotification, signed } from '../../support/scellius-messages.ts';
import { changeFacts } from '../../support/store/example-facts.ts';
import { found } from '../../support/store/found.ts';

/** What the law lets customers ask for: a copy of what is kept about them, and its erasure. */

const shop = sandboxShops().labanquepostaleShops[0];
const email = 'Helene.Martin+cave@example.fr';
const payer = { firstName: 'Hélène', lastName: 'Martin-Canari', address: '7 rue du Canari', phone: '+33698765432' };
const ofPerson = {
  email,
  idClient: '9001',
  ...freeTexts('Sonner chez Canari'),
  payer,
  returnUrl: 'http://localhost:3000/merci?nom=Canari',
  paymentTarget: 'LABANQUEPOSTALE',
} as const;
/** Every text of the person's that a row could hold. */
const traces = /martin|canari|h(é|e|%C3%A9)l(è|e|%C3%A8)ne|698765432/i;

describe.each(drawnDatabases())('a person on $name', ({ open }) => {
  let paid: Initiated;
  let refused: Initiated;
  let waiting: Initiated;
  let other: Initiated;

  const gateway = openForGroup(() => startGateway({ open }));
  beforeAll(async () => {
    paid = await initiated(gateway, { ...ofPerson, idCommande: 'paid' });
    refused = await initiated(gateway, { ...ofPerson, idCommande: 'refused', idSociete: '1' });
    waiting = await initiated(gateway, { ...ofPerson, idCommande: 'waiting' });
    other = await initiated(gateway, {
      ...ofPerson,
      email: 'autre@example.fr',
      idClient: '9002',
      idCommande: 'other',
      commentaire: 'rien',
    });
    await notify(paid, 'AUTHORISED');
    await notify(paid, 'AUTHORISED');
    await notify(paid, 'AUTHORISED', 'forged');
    await notify(refused, 'REFUSED');
    await notify(other, 'AUTHORISED');
  });

  async function notify({ payment }: Initiated, status: string, key = shop?.keys.TEST ?? ''): Promise<void> {
    const form = payment.nextAction?.__typename === 'RedirectAction' ? payment.nextAction.fields : [];
    const echoed = form.filter(({ name }) => name !== 'signature' && !name.startsWith('vads_url_'));
    const message: Record<string, string> = {
      ...Object.fromEntries(echoed.map(({ name, value }) => [name, value])),
      vads_card_brand: 'CB',
      vads_auth_result: status === 'REFUSED' ? '05' : '00',
      vads_operation_type: 'DEBIT',
      vads_result: status === 'REFUSED' ? '05' : '00',
      vads_trans_status: status,
      vads_trans_uuid: payment.id.slice(4),
      vads_url_check_src: 'PAY',
      vads_hash: 'a'.repeat(64),
    };
    await postNotification(gateway, signed(message, key), '/notify/labanquepostale');
  }

  async function command(...args: string[]) {
    const { code, written, complaints } = await commandOn(gateway, ['privacy', ...args], {
      randomBytes: (size) => Buffer.alloc(size, 0xab),
    });
    expect(complaints).toBe('');
    return { code, written };
  }
  const stored = async ({ payment: { id } }: Initiated): Promise<Payment> => found(await gateway.store.paymentById(id));
  const notifications = (): Promise<readonly StoredNotification[]> => gateway.store.notificationsBehind('', 100);
  const textsOf = (messages: readonly StoredNotification[]): string =>
    messages
      .map(({ query, body }) => decodeURIComponent(`${query} ${body.toString()}`.replaceAll('+', ' ')))
      .join('\n');

  it('starts as a paid, a refused and a waiting payment, with five messages', async () => {
    expect([(await stored(paid)).status, (await stored(refused)).status, (await stored(waiting)).status]).toEqual([
      'PAID',
      'REFUSED',
      'REQUIRES_ACTION',
    ]);
    const kinds = (await notifications()).map(({ outcome }) => outcome.kind);
    expect(kinds).toEqual(['APPLIED', 'DUPLICATE', 'REJECTED', 'APPLIED', 'APPLIED']);
  });

  it('gets everything that is kept about them, and nothing of others or of the gateway itself', async () => {
    const { code, written } = await command('export', '--email', email.toUpperCase());
    const data = JSON.parse(written) as { payments: { reference: string }[]; bankMessages: { outcome: string }[] };
    expect(code).toBe(0);
    expect(data.payments.map(({ reference }) => reference)).toEqual(
      [paid, refused, waiting].map(({ payment }) => payment.reference),
    );
    expect(data.payments[0]).toMatchObject({
      email,
      commentaire: 'Sonner chez Canari',
      payer,
      amountCents: 1250,
      status: 'PAID',
      attempts: [{ number: 1, status: 'PAID' }],
      events: [{ type: 'INITIATED' }, { type: 'STATUS_CHANGED', status: 'PAID' }],
    });
    expect(data.bankMessages.map(({ outcome }) => outcome)).toEqual(['APPLIED', 'DUPLICATE', 'REJECTED', 'APPLIED']);
    const { token } = await stored(paid);
    const foreign = ['autre@example.fr', other.payment.reference, token];
    expect(foreign.filter((text) => written.includes(text))).toEqual([]);
  });

  it('is found by their number as well, at one société or at all', async () => {
    const referencesOf = async (...args: string[]) =>
      (JSON.parse((await command('export', ...args)).written) as { payments: unknown[] }).payments.length;
    expect(await referencesOf('--client', '9001')).toBe(3);
    expect(await referencesOf('--client', '9001', '--societe', '1')).toBe(3);
    expect(await referencesOf('--client', '9001', '--societe', '2')).toBe(0);
    expect(await referencesOf('--email', 'nobody@example.fr')).toBe(0);
    await initiated(gateway, { email: 'zoe@exämple.fr', idCommande: 'idn', idClient: '9009' });
    expect(await referencesOf('--email', ' ZOE@Exämple.fr')).toBe(1);
  });

  it('is not erased before a person says yes', async () => {
    const { code, written } = await command('erase', '--email', email);
    expect(code).toBe(0);
    expect(written).toContain('2 payments and 4 messages of banks would be erased. Nothing was changed');
    expect(await stored(paid)).toMatchObject({ email, version: 2 });
  });

  it('has no pseudonym where nothing is found', async () => {
    const { code, written } = await command('erase', '--email', 'nobody@example.fr', '--yes');
    expect([code, written]).toEqual([0, '0 payments and 0 messages of banks were erased.\n']);
  });

  it('is erased: no word of theirs is left where a payment ended, and the accounts stay', async () => {
    const before = { paid: await stored(paid), refused: await stored(refused) };
    const { code, written } = await command('erase', '--email', email, '--yes');
    expect(code).toBe(0);
    expect(written).toContain('2 payments and 4 messages of banks were erased; the person is now erased-abababababab.');
    expect(written).toContain(waiting.payment.reference);
    for (const [name, initiation] of [
      ['paid', paid],
      ['refused', refused],
    ] as const) {
      const after = await stored(initiation);
      expect(JSON.stringify(after)).not.toMatch(traces);
      expect(after).toEqual({
        ...before[name],
        email: 'erased-abababababab@erased.invalid',
        commentaire: null,
        payer: null,
        returnUrl: null,
        version: before[name].version + 1,
        updatedAt: after.updatedAt,
      });
      const story = await gateway.store.eventsOf(after.id, 0, 100);
      expect(story.at(-1)).toMatchObject({ type: 'ERASED', status: after.status, sequence: after.version, data: {} });
    }
    const messages = await notifications();
    expect(messages.map(({ outcome }) => outcome.kind)).toEqual([
      'APPLIED',
      'DUPLICATE',
      'REJECTED',
      'APPLIED',
      'APPLIED',
    ]);
    expect(textsOf(messages.slice(0, 4))).not.toMatch(traces);
    expect(messages.every(({ digest }) => /^[0-9a-f]{64}$/.test(digest))).toBe(true);
  });

  it('leaves others, and a payment that still waits for its customer, as they are', async () => {
    expect(await stored(waiting)).toMatchObject({ email, payer, version: 1 });
    expect(await stored(other)).toMatchObject({ email: 'autre@example.fr', payer });
    expect(textsOf((await notifications()).slice(4))).toMatch(traces);
  });

  it('erases the waiting payment as well once its time ran out, and the number where that is asked for', async () => {
    gateway.advance(25 * 3_600_000);
    const searches = [
      '?status=PAID&idClient=9001',
      '?idClient=%39001&idSociete=1',
      '?idClient=9002',
      '?idCommande=9001',
    ];
    const owner = 'console/per_1';
    await gateway.store.transact(async (transaction) => {
      for (const [place, search] of searches.entries())
        await transaction.insertSavedView({
          ...{ id: `sav_${place}`, owner, name: 'Un client', page: 'PAYMENTS', search, isShared: false },
          ...{ societes: null, createdAt: 1, updatedAt: 1 },
        });
    });
    await command('erase', '--email', email, '--yes');
    expect(await gateway.store.savedViewsOf(owner)).toHaveLength(4);
    const { written } = await command('erase', '--client', '9001', '--client-number', '--yes');
    expect((await gateway.store.savedViewsOf(owner)).map(({ search }) => search)).toEqual(searches.slice(2));
    expect(written).toContain('3 payments');
    expect(await stored(waiting)).toMatchObject({ status: 'EXPIRED', idClient: 'erased-abababababab', payer: null });
    expect(await stored(paid)).toMatchObject({ status: 'PAID', idClient: 'erased-abababababab', amountCents: 1250 });
    expect((await command('erase', '--client', '9001', '--yes')).written).toContain('0 payments and 0 messages');
    const again = ['erase', '--client', 'erased-abababababab', '--client-number', '--yes'];
    expect((await command(...again)).written).toContain('0 payments and 0 messages');
    expect(JSON.parse((await command('export', '--email', email)).written)).toMatchObject({
      payments: [],
      bankMessages: [],
    });
  });

  it('is not erased where a message that may say that the money came was not read yet', async () => {
    const made = await initiated(gateway, {
      ...ofPerson,
      idClient: '9010',
      email: 'lu@example.fr',
      idCommande: 'unread',
    });
    await notify(made, 'REFUSED');
    const body = Buffer.from(signed(messageOf(made)));
    const like = (await notifications()).at(-1);
    const unread: StoredNotification = {
      ...(like as StoredNotification),
      ...{ id: `ntf_${made.payment.id.slice(4)}`, body, digest: digestOf({ method: 'POST', query: '', body }) },
      outcome: { kind: 'STORED', reason: null, paymentId: null },
    };
    await gateway.store.transact((transaction) => transaction.insertNotification(unread));
    const { written } = await command('erase', '--client', '9010', '--yes');
    expect(written).toContain('0 payments and 1 message of');
    expect(written).toContain(made.payment.reference);
    gateway.advance(60_000);
    await gateway.runWorkers();
    expect(await stored(made)).toMatchObject({ status: 'PAID', email: 'lu@example.fr' });
    expect((await command('erase', '--client', '9010', '--yes')).written).toContain('1 payment and');
    expect(textsOf((await notifications()).slice(-2))).not.toMatch(traces);

    const erased = await stored(made);
    const again = await command('erase', '--client', '9010', '--yes');
    expect(again.written).toContain('0 payments and 0 messages');
    expect(await stored(made)).toEqual(erased);
    await command('erase', '--client', '9010', '--client-number', '--yes');
    expect(await stored(made)).toMatchObject({ idClient: 'erased-abababababab', version: erased.version + 1 });
  });

  it('is erased once from a message, also from one that reads like an erased one', async () => {
    const made = await initiated(gateway, {
      ...ofPerson,
      idClient: '9011',
      email: 'el@example.fr',
      idCommande: 'like',
    });
    await notify(made, 'REFUSED');
    const [like] = (await notifications()).slice(-1);
    const body = Buffer.from(`erased=${made.payment.reference}`);
    const alike = { ...(like as StoredNotification), id: `ntf_${made.payment.id.slice(4)}`, body, source: '' };
    await gateway.store.transact((transaction) => transaction.insertNotification(alike));
    expect((await command('erase', '--client', '9011', '--yes')).written).toContain('1 payment and 2 messages');
    expect((await command('erase', '--client', '9011', '--yes')).written).toContain('0 payments and 0 messages');
  });

  it('is not charged twice when the same old URL comes after the erasure of a paid order', async () => {
    const change = {
      email: 'vieux@example.fr',
      idClient: '9003',
      idCommande: 'legacy',
      paymentTarget: 'LABANQUEPOSTALE',
    } as const;
    const ask = async () =>
      (await (await gateway.get(`${legacyPath(change)}?format=json`)).json()) as { payment_id: string; status: string };
    const first = await ask();
    await gateway.store.transact(async (transaction) => {
      const payment = found(await transaction.paymentById(first.payment_id));
      const at = gateway.now();
      await transaction.updatePayment(payment.id, payment.version, { status: 'PAID', updatedAt: at });
      await transaction.appendEvent(
        {
          id: `evt_${payment.id.slice(4)}`,
          paymentId: payment.id,
          type: 'STATUS_CHANGED',
          status: 'PAID',
          at,
          data: { from: payment.status, ...changeFacts.BANK_NEWS },
        },
        2,
      );
    });
    await command('erase', '--client', '9003', '--yes');
    const again = await ask();
    expect(again).toMatchObject({ payment_id: first.payment_id, status: 'PAID' });
    expect(JSON.stringify(again)).not.toContain('vieux@example.fr');
  });
});
