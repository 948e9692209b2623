import { describe, expect, it } from 'vitest';
import { anchorEventLog } from '../../../src/modules/event-log/anchor-event-log.ts';
import { settlingMs } from '../../../src/modules/event-log/chain.ts';
import { eventChain } from '../../../src/modules/event-log/event-log.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { always, eventLogOn, later } from '../../support/store/event-log.ts';
import { examplePayment, initiate, insertPayment, openTestStore } from '../../support/store/examples.ts';

describe.each(drawnDatabases())('the event log ($name)', (database) => {
  const opened = openForEach(() => openTestStore(database));

  const { anchor, verify, change, anchoredPayments } = eventLogOn(opened);

  it('anchors each event once, after it settled, and writes nothing where nothing happened', async () => {
    await anchoredPayments();
    expect(await anchor()).toMatchObject({ anchors: 0, anchoredUntil: expect.any(Number) });
    expect(await opened.store.countAnchors(eventChain)).toBe(2);
    const [one, other] = [await initiate(opened.store), await initiate(opened.store)];
    expect(await anchor(() => Date.now() + settlingMs - 30_000)).toMatchObject({ anchors: 0 });
    expect(await verify()).toMatchObject({ unanchored: 2, found: [] });
    await anchor();
    const last = await opened.store.lastAnchor(eventChain);
    expect(last?.items.map(([paymentId]) => paymentId)).toEqual([one.id, other.id].toSorted());
  });

  // SQLite writes one transaction at a time, so none commits unseen by another.
  if (database.name === 'postgres') {
    /** A transaction that wrote a payment and is open. */
    async function writing() {
      const [inserted, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const slow = examplePayment();
      const committing = opened.store.transact(async (transaction) => {
        await insertPayment(transaction, slow);
        inserted.resolve();
        await held.promise;
      });
      await inserted.promise;
      const commit = async () => {
        held.resolve();
        await committing;
      };
      return { slow, commit };
    }

    /** The anchoring of a gateway so much later, by its clock and by that of the database. */
    const anchorAfter = (ms: number) => {
      const oldestWriteMs = async () => {
        const age = await opened.store.oldestWriteMs();
        return age > 0 ? age + ms : 0;
      };
      const store: typeof opened.store = Object.create(opened.store, { oldestWriteMs: { value: oldestWriteMs } });
      return anchorEventLog({ store, clock: () => Date.now() + ms }, always);
    };

    it('anchors what a transaction writes for longer than others take to settle', async () => {
      const { slow, commit } = await writing();
      const quick = await initiate(opened.store);
      expect(await anchorAfter(settlingMs + 30_000)).toMatchObject({ anchors: 0, anchoredUntil: expect.any(Number) });
      await commit();
      expect(await anchorAfter(settlingMs + 30_000)).toMatchObject({ anchors: 1 });
      const last = await opened.store.lastAnchor(eventChain);
      expect(last?.items.map(([paymentId]) => paymentId)).toEqual([slow.id, quick.id]);
      expect((await verify()).found).toEqual([]);
    });

    it('does not wait for ever for a transaction, nor for one that only reads', async () => {
      const { commit } = await writing();
      await initiate(opened.store);
      expect(await anchorAfter(2 * 3_600_000)).toMatchObject({ anchors: 1 });
      await commit();
      await opened.store.transact(async (transaction) => {
        await transaction.paymentById('pay_1');
        expect(await opened.store.oldestWriteMs()).toBe(0);
      });
    });

    it('anchors what a transaction that began before others commits after them', async () => {
      const { slow, commit } = await writing();
      const quick = await initiate(opened.store);
      expect(await anchor(() => Date.now() + settlingMs - 5_000)).toMatchObject({ anchors: 0 });
      await commit();
      await anchor();
      const last = await opened.store.lastAnchor(eventChain);
      expect(last?.items.map(([paymentId]) => paymentId)).toEqual([slow.id, quick.id]);
      expect(await verify()).toMatchObject({ payments: 2, anchors: 1, unanchored: 0, found: [] });
    });
  }

  it('catches up in bounded anchors, and stops where its lease is lost', async () => {
    for (let made = 0; made < 1010; made++) await initiate(opened.store);
    let asked = 0;
    const lost = await anchorEventLog({ store: opened.store, clock: later }, async () => ++asked < 1);
    expect(lost).toEqual({ anchors: 1, anchoredUntil: null });
    expect(await anchor()).toMatchObject({ anchors: 2 });
    const anchors = await opened.store.anchorsAfter(eventChain, 0, 10);
    expect(anchors.map(({ items }) => items.length)).toEqual([500, 500, 10]);
    expect(await verify()).toMatchObject({ payments: 1010, anchors: 3, unanchored: 0, found: [] });
  });

  describe('holds after a clock that was ahead is put right', () => {
    const minuteMs = 60_000;
    /** An id that a clock gave which was ahead by so much. */
    const idAhead = (aheadMs: number): string =>
      `pay_${(Date.now() + aheadMs).toString(16).padStart(12, '0')}7000${'0'.repeat(16)}`;

    it('which anchored what was there, and nothing of what was to come', async () => {
      const before = await initiate(opened.store);
      await anchor(() => later() + 10 * minuteMs);
      const after = await initiate(opened.store);
      expect(await verify()).toMatchObject({ anchors: 1, unanchored: 1, found: [] });
      await anchor();
      expect(await verify()).toMatchObject({ payments: 2, anchors: 2, unanchored: 0, found: [] });
      const anchors = await opened.store.anchorsAfter(eventChain, 0, 10);
      expect(anchors.flatMap(({ items }) => items.map(([paymentId]) => paymentId))).toEqual([before.id, after.id]);
    });

    it('which anchored payments of its own: what happens until their time is anchored all the same', async () => {
      const before = await change(await initiate(opened.store), 'PAID');
      await initiate(opened.store, { id: idAhead(10 * minuteMs) });
      await anchor(() => later() + 10 * minuteMs);
      // The right clock: nothing has settled yet, and the chain says that it begins again.
      expect(await anchor(Date.now)).toMatchObject({ anchors: 1 });
      expect(await anchor(Date.now)).toMatchObject({ anchors: 0 });
      expect(await verify()).toMatchObject({ payments: 2, events: 3, unanchored: 0, found: [] });
      const after = await initiate(opened.store);
      await change(before, 'REFUNDED');
      expect(await verify()).toMatchObject({ unanchored: 2, found: [] });
      await anchor();
      expect((await opened.store.lastAnchor(eventChain))?.items).toContainEqual([after.id, 1, expect.any(String)]);
      await anchor(() => later() + 11 * minuteMs);
      expect(await verify()).toMatchObject({ payments: 3, unanchored: 0, found: [] });
      expect(await verify({ since: Date.now() + minuteMs })).toMatchObject({ found: [] });
      // No other process may write into that time.
      const intruder = await initiate(opened.store, { id: idAhead(5 * minuteMs) });
      expect((await verify()).found).toEqual([['NOT_ANCHORED', intruder.id, 1, expect.any(Number)]]);
    });

    it('and an anchor that begins before the end of another, for no such reason, is found', async () => {
      await anchoredPayments();
      const last = await opened.store.lastAnchor(eventChain);
      if (!last) throw new Error('no anchor');
      const from = { payment: 'pay_1', event: 'evt_1' };
      const again = { at: later(), from, until: last.until, items: last.items };
      await opened.store.transact((transaction) => transaction.appendAnchor(eventChain, again, last));
      expect((await verify()).found).toContainEqual(['ANCHOR_LINK_BROKEN', null, null, 3]);
    });
  });

  it('lets one of several processes append, and never forks', async () => {
    for (let made = 0; made < 5; made++) await initiate(opened.store);
    await Promise.all([anchor(), anchor(), anchor()]);
    expect(await opened.store.countAnchors(eventChain)).toBe(1);
    expect(await verify()).toMatchObject({ anchors: 1, found: [] });
  });
});
