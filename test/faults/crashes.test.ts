import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CrashPoint } from '../../src/kernel/crash-point.ts';
import { factOf } from '../../src/kernel/stored-facts.ts';
import { isUnsettled } from '../../src/modules/payments/operations/payment-operation.ts';
import { CancelPaymentDocument, CapturePaymentDocument, RefundPaymentDocument } from '../generated/graphql.ts';
import { payAtBank } from '../support/at-bank.ts';
import { asClient, clientNamed } from '../support/clients/client-named.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { around, dyingAt, startLives } from '../support/faults/lives.ts';
import { momentOf, unreached } from '../support/faults/moments.ts';
import { untilNight } from '../support/faults/night.ts';
import { advance, ownClock } from '../support/faults/own-clock.ts';
import { openSimulator } from '../support/faults/story.ts';
import type { BankName, Operation } from '../support/faults/units.ts';
import { scriptFault } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { type Initiated, initiated, legacyPath } from '../support/requests.ts';
import { sampled } from '../support/sample.ts';
import { newSecret, startReceiver } from '../support/webhooks/receiver.ts';
import { endpoint } from '../support/webhooks/told-client.ts';

/** A gateway dies at each named moment; the next one, the clock and a caller who repeats bring the payment to its end. */

const minuteMs = 60_000;
const secret = newSecret();
const headers = asClient('shop');

const worlds = drawnDatabases().flatMap((database) =>
  (['PAYBOX', 'LABANQUEPOSTALE'] as const).map((bank) => ({ bank: bank as BankName, database, name: database.name })),
);

/** One side of each moment. */
const points = <Name extends string>(...names: readonly Name[]) =>
  sampled(around(...names), { about: names.length, kind: momentOf });

/** One bank on each database. */
const someWorlds = sampled(worlds, { about: worlds.length / 2, kind: ({ name }) => name });

describe.each(someWorlds)('a gateway that dies, with $bank, on $name', ({ bank, database }) => {
  openForGroup(ownClock);
  const receiver = openForGroup(() => startReceiver(secret));
  const lives = openForGroup(() =>
    startLives(database, {
      config: { clients: [clientNamed('shop', {}, [endpoint(receiver.url, [secret])])] },
      environment: { LOG_LEVEL: 'silent' },
      bankCallLimits: { breaker: { failures: 1_000_000, restMs: 1 } },
    }),
  );
  let order = 0;
  let lastUpdate = '';
  beforeEach(async () => {
    order++;
    lastUpdate = (await lives.gateway.store.notificationsBehind(lastUpdate, 1000)).at(-1)?.id ?? lastUpdate;
  });
  afterEach(async () => {
    if (lives.isDead) await lives.rise();
  });

  const ask = (change: object = {}) =>
    initiated(lives.gateway, { paymentTarget: bank, idempotencyKey: `${bank} ${order}`, ...change }, headers);
  const paid = async (change: object = {}): Promise<Initiated> => {
    // What is cancelled must not have left for the bank, which it does when the day ends.
    advance(untilNight(Date.now()));
    const initiation = await ask(change);
    await payAtBank(initiation);
    return initiation;
  };
  const operate = async ({ payment }: Initiated, kind: Operation): Promise<void> => {
    const input = { id: payment.id, idempotencyKey: `${kind} ${payment.id}` };
    const { gateway } = lives;
    if (kind === 'CAPTURE') await gateway.send(CapturePaymentDocument, { input }, headers);
    else if (kind === 'CANCEL') await gateway.send(CancelPaymentDocument, { input }, headers);
    else await gateway.send(RefundPaymentDocument, { input }, headers);
  };
  const standing = async ({ payment }: Initiated) => ({
    status: (await lives.gateway.store.paymentById(payment.id))?.status,
    operations: await lives.gateway.store.operationsOf(payment.id),
    attempts: await lives.gateway.store.attemptsOf(payment.id),
  });
  const eventsOf = ({ payment }: Initiated) => lives.gateway.store.eventsOf(payment.id, 0, 100);
  const statusOf = async (initiation: Initiated) => (await standing(initiation)).status;
  /** The last of the bank's messages that was stored since the last test's: sent once more as it came. */
  const repeatLastUpdate = async (): Promise<number | null> => {
    const last = (await lives.gateway.store.notificationsBehind(lastUpdate, 1000)).at(-1);
    if (!last) return null;
    const { target, idSociete, method, query, body } = last;
    const path = `/notify/${target.toLowerCase()}${idSociete === null ? '' : `/${idSociete}`}?${query}`;
    const headersOfForm = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const sent = method === 'POST' ? { body: new Uint8Array(body), headers: headersOfForm } : {};
    const { status } = await lives.gateway.get(path, { method, ...sent });
    const repeated = (await lives.gateway.store.notificationsBehind(last.id, 10)).map(({ outcome }) => outcome.kind);
    expect(repeated).toEqual(['DUPLICATE']);
    return status;
  };
  const script = (body: object) => scriptFault(lives.gateway, body);
  /** The clock goes on in steps that are longer than a lease, and everything that goes by the clock goes with it. */
  const wait = async (...minutes: readonly number[]): Promise<void> => {
    for (const some of minutes) {
      advance(some * minuteMs);
      for (const worker of ['resolver', 'inbox', 'ledger', 'webhooks']) await lives.gateway.runWorkers(worker);
    }
  };
  const dying = (point: CrashPoint, act: () => Promise<unknown>, time?: number) => dyingAt(lives, point, act, time);
  /** Nothing is left in between, the simulator did each thing once, and the client received all of it, each id once. */
  const isWhole = async (initiation: Initiated): Promise<void> => {
    await wait(2, 2, 11);
    const { operations, attempts } = await standing(initiation);
    expect(operations.filter(isUnsettled)).toEqual([]);
    expect(attempts.filter(({ status }) => status === 'OPEN').length).toBeLessThanOrEqual(1);
    const simulator = openSimulator(`${lives.gateway.folder}/sandbox`);
    expect(
      simulator.doneTwice(
        bank,
        attempts.map(({ reference }) => reference),
      ),
    ).toEqual([]);
    simulator.close();
    const events = await eventsOf(initiation);
    const told = receiver.messages.filter(({ data }) => data.payment_id === initiation.payment.id);
    expect(told.at(-1)?.data.status).toBe(events.at(-1)?.status);
  };

  it.each(points('commit:initiation', 'commit:any'))('%s: the same key brings the payment, once', async (point) => {
    await dying(point, () => ask());
    const initiation = await ask();
    expect(initiation.replayed).toBe(point.startsWith('after'));
    await payAtBank(initiation);
    expect(await statusOf(initiation)).toBe('PAID');
    await isWhole(initiation);
  });

  it.each(points('commit:notification-stored', 'commit:notification-applied', 'answer:notification'))(
    '%s: the payment becomes paid, and the bank may say so again',
    async (point) => {
      const initiation = await ask();
      await dying(point, () => payAtBank(initiation));
      await wait(2, 16);
      expect(await statusOf(initiation)).toBe('PAID');
      // A bank that had no answer says the same again, byte by byte.
      const before = [await standing(initiation), await eventsOf(initiation)];
      expect(await repeatLastUpdate()).toBe(point === 'before-commit:notification-stored' ? null : 200);
      expect([await standing(initiation), await eventsOf(initiation)]).toEqual(before);
      await isWhole(initiation);
    },
  );

  it.each(points('call:inquiry', 'commit:inquiry-applied', 'commit:cursor-moved'))(
    '%s: a payment without a message becomes paid',
    async (point) => {
      const initiation = await ask();
      await script({ kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` });
      await payAtBank(initiation);
      await dying(point, () => wait(17));
      await wait(1, 45);
      expect(await statusOf(initiation)).toBe('PAID');
      await isWhole(initiation);
    },
  );

  it.each(points('commit:attempt-opened'))('%s: the customer who was refused pays at the next try', async (point) => {
    const askOld = async (): Promise<Initiated> => {
      const response = await lives.gateway.get(
        legacyPath({ paymentTarget: bank, idCommande: `${bank} ${order}` }, '.json'),
        { headers },
      );
      const { payment_id: id, redirect } = (await response.json()) as {
        payment_id: string;
        redirect: { url: string; fields: Record<string, string> };
      };
      const fields = Object.entries(redirect.fields).map(([name, value]) => ({ name, value }));
      const nextAction = { __typename: 'RedirectAction', url: redirect.url, fields };
      return { payment: { id, paymentTarget: bank, nextAction } } as unknown as Initiated;
    };
    const initiation = await askOld();
    await payAtBank(initiation, 'refuse');
    expect(await statusOf(initiation)).toBe('REFUSED');
    await dying(point, askOld);
    const again = await askOld();
    expect(again.payment.id).toBe(initiation.payment.id);
    await payAtBank(again);
    expect(await standing(initiation)).toMatchObject({ status: 'PAID', attempts: [{ number: 1 }, { number: 2 }] });
    await isWhole(initiation);
  });

  const kinds = [
    ['REFUND', 'REFUNDED'],
    ['CAPTURE', 'PAID'],
    ['CANCEL', 'CANCELLED'],
  ] as const;
  describe.each(kinds)('over a %s', (kind, end) => {
    const call = kind.toLowerCase() as 'refund';
    it.each(points('commit:operation-requested', `call:${call}`, 'commit:operation-recorded'))(
      '%s: it is done once',
      async (point) => {
        const initiation = await paid(kind === 'CAPTURE' ? { capture: 'LATER' } : {});
        if (kind === 'REFUND') await lives.gateway.get('/sandbox/night', { method: 'POST' });
        // Paybox is asked for the transaction's numbers first.
        const time = bank === 'PAYBOX' && point === `after-call:${call}` ? 2 : 1;
        await dying(point, () => operate(initiation, kind), time);
        await wait(4, 3, 11);
        const { operations } = await standing(initiation);
        const wasAsked = point !== 'before-commit:operation-requested';
        const wasDone = ![`before-call:${call}`, 'after-commit:operation-requested'].includes(point);
        expect(operations.map(({ status }) => status)).toEqual(wasAsked ? [wasDone ? 'DONE' : 'FAILED'] : []);
        await operate(initiation, kind);
        expect(await statusOf(initiation)).toBe(end);
        expect((await standing(initiation)).operations).toHaveLength(1);
        await isWhole(initiation);
      },
    );

    it.each(points('call:inquiry', 'commit:operation-recorded'))('%s: a lost answer is settled', async (point) => {
      const initiation = await paid(kind === 'CAPTURE' ? { capture: 'LATER' } : {});
      if (kind === 'REFUND') await lives.gateway.get('/sandbox/night', { method: 'POST' });
      await script({
        kind: 'CUT_CONNECTION',
        operation: kind,
        reference: `${initiation.payment.reference}-1`,
        moment: 'AFTER',
      });
      await operate(initiation, kind);
      await dying(point, () => wait(1));
      await wait(1, 3, 11);
      expect(await statusOf(initiation)).toBe(end);
      await isWhole(initiation);
    });
  });

  it.each(points('commit:payment-ended'))('%s: what was given up stays so', async (point) => {
    const initiation = await ask();
    await dying(point, () => operate(initiation, 'CANCEL'));
    await operate(initiation, 'CANCEL');
    expect(await statusOf(initiation)).toBe('CANCELLED');
    await isWhole(initiation);
  });

  /** Once in its story, and once to its client. */
  const isToldOnce = async (initiation: Initiated, status: string, cause = 'CLOCK'): Promise<void> => {
    const events = (await eventsOf(initiation)).filter((event) => event.status === status);
    expect(events.map(({ type, data }) => [type, factOf(data, 'cause')])).toEqual([['STATUS_CHANGED', cause]]);
    const told = receiver.messages.filter(
      ({ data }) => data.payment_id === initiation.payment.id && data.status === status,
    );
    expect(new Set(told.map(({ id }) => id)).size).toBe(1);
  };

  it.each(points('commit:payment-ended'))('%s, by the clock: an unpaid payment ends, once', async (point) => {
    const initiation = await ask();
    await dying(point, () => wait(24 * 60 + 1));
    expect(await statusOf(initiation)).toBe(point.startsWith('after') ? 'EXPIRED' : 'REQUIRES_ACTION');
    await wait(2);
    expect(await statusOf(initiation)).toBe('EXPIRED');
    await isWhole(initiation);
    await isToldOnce(initiation, 'EXPIRED');
  });

  // La Banque Postale gives it up itself, and says so when it is asked for the last time.
  const [lapse, cause] =
    bank === 'PAYBOX'
      ? (['commit:payment-ended', 'CLOCK'] as const)
      : (['commit:inquiry-applied', 'BANK_NEWS'] as const);
  it.each(points(lapse))('%s, by the clock: an uncaptured payment ends, once', async (point) => {
    const initiation = await paid({ capture: 'LATER' });
    expect(await statusOf(initiation)).toBe('AUTHORIZED');
    await dying(point, () => wait(7 * 24 * 60 + 1));
    await wait(2);
    expect(await statusOf(initiation)).toBe('EXPIRED');
    await isWhole(initiation);
    await isToldOnce(initiation, 'EXPIRED', cause);
  });

  it.each(points('commit:webhook-claimed', 'call:webhook', 'commit:webhook-recorded', 'commit:ledger-anchored'))(
    '%s: the client gets the message, and knows each id once',
    async (point) => {
      const initiation = await paid();
      await dying(point, () => wait(3));
      await wait(3, 5, 30);
      await isWhole(initiation);
    },
  );
});

it('a gateway died at every one of its named moments', () => {
  expect(unreached('crashes')).toEqual([]);
});
