import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/app/store.ts';
import { openStore } from '../../../src/app/store.ts';
import { anonymous, type Caller } from '../../../src/kernel/caller.ts';
import { StoreUnavailableError } from '../../../src/kernel/store-unavailable.ts';
import type { BankExceptionClosing } from '../../../src/modules/bank-statements/bank-import.ts';
import { type ChangeTopic, changeTopic } from '../../../src/modules/live-changes/change-topic.ts';
import { type Changes, followChanges } from '../../../src/modules/live-changes/follow-changes.ts';
import type { Services } from '../../../src/modules/live-changes/ports.ts';
import { createChangeWatch } from '../../../src/modules/live-changes/watch-changes.ts';
import type { Approval } from '../../../src/modules/payments/operations/approval.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { storeOneOfEach } from '../../support/search/searched.ts';
import { identifiers, initiate, openTestStore } from '../../support/store/examples.ts';

/** The stream of changed ids: of every list, of every gateway, for whom may see them, and once a second. */

const seesAll: Caller = { ...anonymous, client: 'office', runModes: new Set(['TEST', 'LIVE']) };

const handled: BankExceptionClosing = {
  ...{ resolution: 'HANDLED', resolvedBy: 'office', resolvedAt: 1, paymentId: null },
  ...{ status: 'RESOLVED', resolutionReason: 'vu' },
};

/** A refund of a payment that waits for a second person. */
const refundOf = (paymentId: string, change: object = {}) => {
  const id = identifiers.newId('apr');
  return {
    ...{ id, kind: 'REFUND', operationId: `ope_${id}`, paymentId, runMode: 'LIVE', amountCents: 1 },
    ...{ cause: 'PAYMENT', requestedBy: 'office', status: 'PENDING', createdAt: 1 },
    ...{ expiresAt: Date.now() + 60_000, decidedBy: null, decidedAt: null, reason: null, ...change },
  } as Approval;
};

describe.each(drawnDatabases())('changes of lists ($name)', (database) => {
  const opened = openForEach(() => openTestStore(database));
  const servicesOn = (
    store: Store,
    { onRead = (): void => undefined, tickMs = 200, clock = Date.now } = {},
  ): Services => {
    const counted = Object.create(store) as Store & { recentChanges: Store['recentChanges'] };
    counted.recentChanges = (topic, since) => {
      onRead();
      return store.recentChanges(topic, since);
    };
    return {
      ...{ store: counted, clock, settings: { deployment: 'production' }, societes: new Map() },
      changes: createChangeWatch({ store: counted, clock, tickMs }),
    } as unknown as Services;
  };
  const follow = (
    services: Services,
    caller: () => Caller | null = () => seesAll,
    topics: readonly ChangeTopic[] = changeTopic.names,
  ) => {
    const stream = followChanges(services, topics, caller);
    const next = async (): Promise<Changes['topics']> => (await stream.next()).value?.topics ?? [];
    /** What so many topics say, in however many messages: topics are read one after the other. */
    const hear = async (count: number): Promise<Readonly<Record<string, readonly string[]>>> => {
      const heard = new Map<string, readonly string[]>();
      while (heard.size < count) for (const { topic, ids } of await next()) heard.set(topic, ids);
      return Object.fromEntries(heard);
    };
    return { stream, next, hear };
  };
  const pay = (store: Store, change: Parameters<typeof initiate>[1] = {}) =>
    initiate(store, { effectiveRunMode: 'LIVE', ...change });

  it('begin with an empty message, then name one of each kind, and what is decided', async () => {
    const services = servicesOn(opened.store);
    await pay(opened.store);
    const { next, hear, stream } = follow(services);
    expect(await next()).toEqual([]);
    const { payment, mandate, exception, batch, delivery } = await storeOneOfEach(opened.store);
    const [approval, ofAnother] = [refundOf(payment.id), refundOf(payment.id, { requestedBy: 'shop' })];
    expect(await hear(5)).toEqual({
      ...{ PAYMENTS: [payment.id], EXCEPTIONS: [exception.id], WEBHOOKS: [delivery.id], BATCHES: [batch.id] },
      BANK_FILES: [exception.fileId],
    });
    await opened.store.transact(async (transaction) => {
      await transaction.closeBankException(exception.id, handled);
      await transaction.appendMandateEvent({
        ...{ id: identifiers.newId('mev'), mandateId: mandate.id, sequence: 1, status: mandate.status },
        ...{ type: 'ERASED' as const, by: 'office', at: 1, data: {} },
      });
      // The list has what it asked for itself, because it may not decide.
      for (const one of [ofAnother, approval]) await transaction.insertApproval(one);
    });
    expect(await hear(4)).toEqual({
      ...{ PAYMENTS: [payment.id], EXCEPTIONS: [exception.id], APPROVALS: [approval.id], MANDATES: [mandate.id] },
    });
    await stream.return?.();
    expect(services.changes.size()).toBe(0);
  });

  it('are what the caller may see, by its rights of this moment', async () => {
    const services = servicesOn(opened.store);
    const cannotRead = { ...seesAll, scopes: new Set(['refund'] as const) };
    let caller: Caller = seesAll;
    const [reader, stranger, changing] = [
      follow(services),
      follow(services, () => cannotRead),
      follow(services, () => caller, ['PAYMENTS']),
    ];
    const ofAnother = follow(services, () => ({ ...seesAll, client: 'other', societes: new Set(['6']) }));
    for (const { next } of [reader, stranger, changing, ofAnother]) expect(await next()).toEqual([]);
    await storeOneOfEach(opened.store);
    caller = cannotRead;
    expect(Object.keys(await reader.hear(5))).toHaveLength(5);
    const mine = await pay(opened.store, { idSociete: '6' });
    expect(await ofAnother.next()).toEqual([{ topic: 'PAYMENTS', ids: [mine.id], count: 1 }]);
    const heard: unknown[] = [];
    for (const { next } of [stranger, changing]) void next().then((topics) => heard.push(topics));
    await reader.next();
    expect(heard).toEqual([]);
    for (const { stream } of [reader, stranger, changing, ofAnother]) await stream.return?.();
  });

  it('name a payment whose approval is asked for or ends, to all who may see the payment and to no other', async () => {
    const { store } = opened;
    let aheadMs = 0;
    const services = servicesOn(store, { clock: () => Date.now() + aheadMs });
    const { id: paymentId } = await pay(store, { idSociete: '6' });
    const [reader, stranger] = ['6', '7'].map((idSociete) =>
      follow(services, () => ({ ...seesAll, client: 'accounts', societes: new Set([idSociete]) })),
    );
    const heard: Changes['topics'][] = [];
    for (const one of [reader, stranger]) expect(await one?.next()).toEqual([]);
    void stranger?.next().then((topics) => heard.push(topics));
    const ask = async (change: object = {}): Promise<string> => {
      const approval = refundOf(paymentId, { requestedBy: 'shop', ...change });
      await store.transact((transaction) => transaction.insertApproval(approval));
      return approval.id;
    };
    const named = async (): Promise<void> =>
      expect(await reader?.next()).toEqual([{ topic: 'PAYMENTS', ids: [paymentId], count: 1 }]);
    const refund = await ask();
    await named();
    const refusal = { status: 'REFUSED', decidedBy: 'boss', decidedAt: Date.now(), reason: 'doublon' } as const;
    expect(await store.transact((transaction) => transaction.decideApproval(refund, refusal))).toBe(true);
    await named();
    const review = await ask({ kind: 'REVIEW_PAYMENT', version: 1 });
    await named();
    expect(await store.transact((transaction) => transaction.withdrawApproval(review, Date.now()))).toBe(true);
    await named();
    // Known to have expired a minute later, by when the clock of every gateway says so.
    await ask({ expiresAt: Date.now() });
    await named();
    aheadMs = 60_000;
    await named();
    expect(heard).toEqual([]);
    for (const one of [reader, stranger]) await one?.stream.return?.();
  });

  it('name what came and ended between two looks', async () => {
    const { store } = opened;
    const services = servicesOn(store, { tickMs: 3_000 });
    const { id: paymentId } = await pay(store);
    const { next, hear, stream } = follow(services, undefined, ['PAYMENTS', 'APPROVALS', 'EXCEPTIONS']);
    expect(await next()).toEqual([]);
    const { payment, exception } = await storeOneOfEach(store);
    const refund = refundOf(paymentId);
    await store.transact(async (transaction) => {
      await transaction.closeBankException(exception.id, handled);
      await transaction.insertApproval(refund);
      await transaction.withdrawApproval(refund.id, Date.now());
    });
    const heard = await hear(3);
    expect(heard).toMatchObject({ APPROVALS: [refund.id], EXCEPTIONS: [exception.id] });
    expect(heard.PAYMENTS?.toSorted()).toEqual([payment.id, paymentId].toSorted());
    await stream.return?.();
  });

  it('come once a second, however many there are', async () => {
    const services = servicesOn(opened.store, { tickMs: 1_000 });
    const { next, stream } = follow(services, undefined, ['PAYMENTS']);
    await next();
    const began = performance.now();
    const paid: string[] = [];
    while (performance.now() - began < 2200 && paid.length < 450) paid.push((await pay(opened.store)).id);
    let [count, messages] = [0, 0];
    while (count < paid.length) {
      const [changes] = await next();
      count += changes?.count ?? 0;
      expect(changes?.ids.length).toBe(Math.min(100, changes?.count ?? 0));
      messages++;
    }
    expect(count).toBe(paid.length);
    expect(messages).toBeLessThanOrEqual(Math.ceil((performance.now() - began) / 1000));
    await stream.return?.();
  });

  it('say that any payment may have changed where others changed more than is read', async () => {
    const services = servicesOn(opened.store);
    const theirs = await pay(opened.store, { idSociete: '1' });
    const { next, stream } = follow(services, () => ({ ...seesAll, client: 'other', societes: new Set(['6']) }));
    await next();
    const { store } = services as unknown as { store: { recentChanges: Store['recentChanges'] } };
    const works = store.recentChanges;
    // Both come between two reads.
    store.recentChanges = () => Promise.reject(new Error('the database is away'));
    await pay(opened.store, { idSociete: '6' });
    await opened.store.transact(async (transaction) => {
      const of = { paymentId: theirs.id, status: theirs.status, at: Date.now() };
      for (let sequence = 2; sequence < 502; sequence++) {
        await transaction.appendEvent({ id: identifiers.newId('evt'), ...of, type: 'ERASED', data: {} }, sequence);
      }
    });
    store.recentChanges = works;
    expect(await next()).toEqual([{ topic: 'PAYMENTS', ids: [], count: 0 }]);
    const mine = await pay(opened.store, { idSociete: '6' });
    expect(await next()).toEqual([{ topic: 'PAYMENTS', ids: [mine.id], count: 1 }]);
    await stream.return?.();
  });

  it('tell of what another gateway did, and nothing is read without followers', async () => {
    let reads = 0;
    const services = servicesOn(opened.store, { onRead: () => reads++ });
    await using other = await openStore({ databaseUrl: opened.databaseUrl });
    const { next, stream } = follow(services, undefined, ['PAYMENTS']);
    await next();
    const { id } = await pay(other);
    expect((await next()).map(({ ids }) => ids)).toEqual([[id]]);
    await stream.return?.();
    await new Promise((resolve) => setTimeout(resolve, 500));
    reads = 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(reads).toBe(0);
  });

  it('go on after an outage between the look and the question who may see it, and name what changed meanwhile', async () => {
    const services = servicesOn(opened.store);
    const { next, hear, stream } = follow(services);
    expect(await next()).toEqual([]);
    const { store } = services;
    const away = new StoreUnavailableError('UNREACHABLE', { cause: null, isOutcomeUnknown: false });
    let reads = 0;
    store.bankFile = async (id) => {
      if (++reads < 3) throw away;
      return opened.store.bankFile(id);
    };
    const { payment, exception } = await storeOneOfEach(opened.store);
    expect(await hear(5)).toMatchObject({ BANK_FILES: [exception.fileId], PAYMENTS: [payment.id] });
    expect(reads).toBe(3);
    await stream.return?.();
  });

  it('end with the right to be there', async () => {
    const services = servicesOn(opened.store);
    let caller: Caller | null = seesAll;
    const { stream } = follow(services, () => caller, ['PAYMENTS']);
    await stream.next();
    caller = null;
    expect((await stream.next()).done).toBe(true);
    expect(services.changes.size()).toBe(0);
  });

  it.each([0, 300_000])('miss nothing while the database does not answer for %d ms', async (awayMs) => {
    let aheadMs = 0;
    const services = servicesOn(opened.store, { clock: () => Date.now() + aheadMs });
    const { next, stream } = follow(services, undefined, ['PAYMENTS']);
    await next();
    const { store } = services as unknown as { store: { recentChanges: Store['recentChanges'] } };
    const works = store.recentChanges;
    store.recentChanges = () => Promise.reject(new Error('the database is away'));
    const { id } = await pay(opened.store);
    await new Promise((resolve) => setTimeout(resolve, 600));
    aheadMs = awayMs;
    store.recentChanges = works;
    expect((await next()).map(({ ids }) => ids)).toEqual([[id]]);
    await stream.return?.();
  });
});
