import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { anchorEventLog, settlingMs } from '../../../src/modules/event-log/anchor-event-log.ts';
import { type Anchor, hashOfAnchor } from '../../../src/modules/event-log/event-log.ts';
import type { EventLogProblem } from '../../../src/modules/event-log/event-log-problem.ts';
import { type VerifyRequest, verifyEventLog } from '../../../src/modules/event-log/verify-event-log.ts';
import { hashOfEvent } from '../../../src/modules/payments/event-hash.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { databases } from '../../support/databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { changeFacts, refundFacts } from '../../support/store/example-facts.ts';
import {
  ask,
  at,
  exampleEvent,
  examplePayment,
  identifiers,
  initiate,
  openTestStore,
} from '../../support/store/examples.ts';

describe.each(databases)('the event log ($name)', (database) => {
  const opened = openForEach(() => openTestStore(database));

  const always = async () => true;
  /** Everything that was written by now has settled. */
  const later = () => Date.now() + settlingMs + 1;
  /** What is written afterwards gets ids of a later millisecond. */
  const anchor = async (clock: () => number = later) => {
    const result = await anchorEventLog({ store: opened.store, clock }, always);
    await setTimeout(3);
    return result;
  };
  const sql = (text: string) => ask(opened.databaseUrl, text);

  async function verify(request: Partial<VerifyRequest> = {}) {
    const problems: EventLogProblem[] = [];
    const report = await verifyEventLog(
      opened.store,
      { paymentId: null, since: null, noted: [], ...request },
      { report: (problem) => void problems.push(problem), progress: () => undefined },
    );
    expect(report.problems).toBe(problems.length);
    const named = problems.map(({ kind, paymentId, sequence, anchor: number }) => [kind, paymentId, sequence, number]);
    return { ...report, found: named };
  }

  /** What a change of a payment writes. */
  async function change({ id, version }: Payment, status: Payment['status']): Promise<Payment> {
    const changed = await opened.store.transact(async (transaction) => {
      await transaction.updatePayment(id, version, { status, updatedAt: at });
      const payment = await transaction.paymentById(id);
      if (!payment) throw new Error('no payment');
      await transaction.appendEvent(
        exampleEvent(payment, { type: 'STATUS_CHANGED', data: { from: 'PENDING', ...changeFacts.BANK_NEWS } }),
        version + 1,
      );
      return payment;
    });
    return changed;
  }

  /** Three payments: the middle one was paid and refunded. All is anchored in two anchors. */
  async function anchoredPayments() {
    const first = await initiate(opened.store);
    const paid = await change(await initiate(opened.store), 'PAID');
    await anchor();
    const refunded = await change(paid, 'REFUNDED');
    const third = await initiate(opened.store);
    await anchor();
    expect(await verify()).toMatchObject({ payments: 3, events: 5, anchors: 2, unanchored: 0, found: [] });
    return { first, refunded, third };
  }

  it('holds, and says where it ends', async () => {
    expect(await verify()).toMatchObject({ payments: 0, anchors: 0, lastAnchor: null, found: [] });
    const { refunded } = await anchoredPayments();
    const last = await opened.store.lastAnchor();
    expect(await verify()).toMatchObject({ lastAnchor: { number: 2, hash: last?.hash } });
    expect(last?.events.map(({ paymentId, sequence }) => [paymentId, sequence])).toContainEqual([refunded.id, 3]);
    expect(await verify({ paymentId: refunded.id })).toMatchObject({ payments: 1, events: 3, found: [] });
    expect(await verify({ since: Date.now() + 60_000 })).toMatchObject({ payments: 0, anchors: 2, found: [] });
  });

  it('anchors each event once, after it settled, and writes nothing where nothing happened', async () => {
    await anchoredPayments();
    expect(await anchor()).toMatchObject({ anchors: 0, anchoredUntil: expect.any(Number) });
    expect(await opened.store.countAnchors()).toBe(2);
    const [one, other] = [await initiate(opened.store), await initiate(opened.store)];
    expect(await anchor(() => Date.now() + settlingMs - 30_000)).toMatchObject({ anchors: 0 });
    expect(await verify()).toMatchObject({ unanchored: 2, found: [] });
    await anchor();
    const last = await opened.store.lastAnchor();
    expect(last?.events.map(({ paymentId }) => paymentId)).toEqual([one.id, other.id].toSorted());
  });

  // SQLite writes one transaction at a time, so none commits unseen by another.
  if (database.name === 'postgres') {
    it('anchors what a transaction that began before others commits after them', async () => {
      const held = Promise.withResolvers<void>();
      const slow = examplePayment();
      const committing = opened.store.transact(async (transaction) => {
        await transaction.insertPayment(slow);
        await transaction.appendEvent(exampleEvent(slow), 1);
        await held.promise;
      });
      await setTimeout(20);
      const quick = await initiate(opened.store);
      expect(await anchor(() => Date.now() + settlingMs - 5_000)).toMatchObject({ anchors: 0 });
      held.resolve();
      await committing;
      await anchor();
      const last = await opened.store.lastAnchor();
      expect(last?.events.map(({ paymentId }) => paymentId)).toEqual([slow.id, quick.id]);
      expect(await verify()).toMatchObject({ payments: 2, anchors: 1, unanchored: 0, found: [] });
    });
  }

  it('catches up in bounded anchors, and stops where its lease is lost', async () => {
    for (let made = 0; made < 1010; made++) await initiate(opened.store);
    let asked = 0;
    const lost = await anchorEventLog({ store: opened.store, clock: later }, async () => ++asked < 1);
    expect(lost).toEqual({ anchors: 1, anchoredUntil: null });
    expect(await anchor()).toMatchObject({ anchors: 2 });
    const anchors = await opened.store.anchorsBehind(0, 10);
    expect(anchors.map(({ events }) => events.length)).toEqual([500, 500, 10]);
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
      const anchors = await opened.store.anchorsBehind(0, 10);
      expect(anchors.flatMap(({ events }) => events.map(({ paymentId }) => paymentId))).toEqual([before.id, after.id]);
    });

    it('which anchored payments of its own: what happens until their time is anchored all the same', async () => {
      const before = await change(await initiate(opened.store), 'PAID');
      await initiate(opened.store, { id: idAhead(10 * minuteMs) });
      await anchor(() => later() + 10 * minuteMs);
      // The right clock: nothing has settled yet, and the chain says that it begins again.
      expect(await anchor(Date.now)).toMatchObject({ anchors: 1 });
      expect(await anchor(Date.now)).toMatchObject({ anchors: 0 });
      const after = await initiate(opened.store);
      await change(before, 'REFUNDED');
      expect((await verify()).found).toEqual([]);
      await anchor();
      expect((await opened.store.lastAnchor())?.events).toContainEqual(
        expect.objectContaining({ paymentId: after.id, sequence: 1 }),
      );
      await anchor(() => later() + 11 * minuteMs);
      expect(await verify()).toMatchObject({ payments: 3, unanchored: 0, found: [] });
      expect(await verify({ since: Date.now() + minuteMs })).toMatchObject({ found: [] });
      // No other process may write into that time.
      const intruder = await initiate(opened.store, { id: idAhead(5 * minuteMs) });
      expect((await verify()).found).toEqual([['NOT_ANCHORED', intruder.id, 1, expect.any(Number)]]);
    });

    it('and an anchor that begins before the end of another, for no such reason, is found', async () => {
      await anchoredPayments();
      const last = await opened.store.lastAnchor();
      if (!last) throw new Error('no anchor');
      const from = { payment: 'pay_1', event: 'evt_1' };
      const again = { at: later(), from, until: last.until, events: last.events };
      await opened.store.transact((transaction) => transaction.appendAnchor(again, last));
      expect((await verify()).found).toContainEqual(['ANCHOR_LINK_BROKEN', null, null, 3]);
    });
  });

  it('lets one of several processes append, and never forks', async () => {
    for (let made = 0; made < 5; made++) await initiate(opened.store);
    await Promise.all([anchor(), anchor(), anchor()]);
    expect(await opened.store.countAnchors()).toBe(1);
    expect(await verify()).toMatchObject({ anchors: 1, found: [] });
  });

  describe('finds', () => {
    it('a changed event, and where its data is no data at all', async () => {
      const { refunded } = await anchoredPayments();
      await sql(
        `update payment_events set data = '{"to":"PAID","x":1}' where payment_id = '${refunded.id}' and sequence = 2`,
      );
      expect((await verify()).found).toEqual([['EVENT_CHANGED', refunded.id, 2, null]]);
      await sql(`update payment_events set data = 'gone' where payment_id = '${refunded.id}' and sequence = 2`);
      expect((await verify()).found).toEqual([['EVENT_CHANGED', refunded.id, 2, null]]);
      expect((await verify({ paymentId: refunded.id })).found).toHaveLength(1);
    });

    it("an event's id that was changed", async () => {
      const { refunded } = await anchoredPayments();
      await sql(`update payment_events set id = 'evt_0' where payment_id = '${refunded.id}' and sequence = 2`);
      expect((await verify()).found).toEqual([['EVENT_CHANGED', refunded.id, 2, null]]);
    });

    it('a status and an amount that are not the recorded ones', async () => {
      const { first, third } = await anchoredPayments();
      await sql(`update payments set status = 'PAID' where id = '${first.id}'`);
      expect((await verify()).found).toEqual([['STATUS_CHANGED', first.id, 1, null]]);
      await opened.store.transact((transaction) =>
        transaction.appendEvent(
          exampleEvent(third, { type: 'INITIATED', data: { client: 'other', amountCents: 1 } }),
          2,
        ),
      );
      await sql(`update payments set version = 2 where id = '${third.id}'`);
      expect((await verify()).found).toEqual([['STATUS_CHANGED', first.id, 1, null]]);
    });

    it('an event that was taken out of the middle', async () => {
      const { refunded } = await anchoredPayments();
      await sql(`delete from payment_events where payment_id = '${refunded.id}' and sequence = 2`);
      expect((await verify()).found).toEqual([
        ['EVENT_MISSING', refunded.id, 2, null],
        ['EVENT_MISSING', refunded.id, 2, 1],
      ]);
    });

    it('a missing end, even where the payment was set back to it', async () => {
      const { refunded } = await anchoredPayments();
      await sql(`delete from payment_events where payment_id = '${refunded.id}' and sequence = 3`);
      expect((await verify()).found).toEqual([
        ['EVENT_MISSING', refunded.id, 3, null],
        ['EVENT_MISSING', refunded.id, 3, 2],
      ]);
      await sql(`update payments set version = 2, status = 'PAID' where id = '${refunded.id}'`);
      expect((await verify()).found).toEqual([['EVENT_MISSING', refunded.id, 3, 2]]);
      expect((await verify({ paymentId: refunded.id })).found).toEqual([['EVENT_MISSING', refunded.id, 3, 2]]);
    });

    it('a payment that is gone', async () => {
      const { refunded } = await anchoredPayments();
      await sql(`delete from payment_events where payment_id = '${refunded.id}'`);
      expect((await verify()).found).toContainEqual(['EVENT_MISSING', refunded.id, 1, null]);
      await sql(`delete from payment_attempts where payment_id = '${refunded.id}'`);
      await sql(`delete from payments where id = '${refunded.id}'`);
      const expected = [1, 2, 3].map((sequence) => ['PAYMENT_MISSING', refunded.id, sequence, sequence === 3 ? 2 : 1]);
      expect((await verify()).found).toEqual(expected);
      expect((await verify({ paymentId: refunded.id })).found).toEqual(expected);
    });

    it('a story that was computed anew', async () => {
      const { refunded } = await anchoredPayments();
      const events = [1, 2, 3].map((sequence) => opened.store.loggedEvent(refunded.id, sequence));
      let previousHash: string | null = null;
      for (const event of await Promise.all(events)) {
        if (!event) throw new Error('no event');
        const status = event.sequence === 3 ? 'PAID' : event.status;
        const data = event.sequence === 3 ? {} : JSON.parse(event.data);
        const hash: string = hashOfEvent(previousHash, { ...event, status, data });
        const previous: string = previousHash === null ? 'null' : `'${previousHash}'`;
        await sql(
          `update payment_events set status = '${status}', data = '${JSON.stringify(data)}', hash = '${hash}',
            previous_hash = ${previous} where payment_id = '${refunded.id}' and sequence = ${event.sequence}`,
        );
        previousHash = hash;
      }
      await sql(`update payments set status = 'PAID' where id = '${refunded.id}'`);
      expect((await verify()).found).toEqual([['STORY_REWRITTEN', refunded.id, 3, 2]]);
      expect((await verify({ paymentId: refunded.id })).found).toEqual([['STORY_REWRITTEN', refunded.id, 3, 2]]);
    });

    it('a payment that was written into a time that was anchored', async () => {
      await anchoredPayments();
      const early = Date.now() - 3_600_000;
      const id = `pay_${early.toString(16).padStart(12, '0')}7000${'0'.repeat(16)}`;
      await initiate(opened.store, { id });
      expect((await verify()).found).toEqual([['NOT_ANCHORED', id, 1, 1]]);
    });

    it('more given back than was paid', async () => {
      const { third } = await anchoredPayments();
      const refund = (operation: string, amountCents: number, sequence: number) =>
        opened.store.transact((transaction) =>
          transaction.appendEvent(
            exampleEvent(third, {
              type: 'REFUND_DONE',
              data: {
                ...refundFacts,
                from: 'PAID',
                cause: 'CALLER',
                operation,
                amountCents,
                refundedCents: amountCents,
              },
            }),
            sequence,
          ),
        );
      await refund('r1', 1000, 2);
      await refund('r1', 1000, 3);
      await sql(`update payments set version = 3 where id = '${third.id}'`);
      expect((await verify()).found).toEqual([]);
      await refund('r2', 251, 4);
      await sql(`update payments set version = 4 where id = '${third.id}'`);
      expect((await verify()).found).toEqual([['REFUNDED_TOO_MUCH', third.id, null, null]]);
    });

    it('a changed anchor', async () => {
      await anchoredPayments();
      await sql(`update ledger_anchors set at = at + 1 where number = 1`);
      expect((await verify()).found).toEqual([['ANCHOR_CHANGED', null, null, 1]]);
      await sql(`update ledger_anchors set at = at - 1, events = '[]' where number = 1`);
      expect((await verify()).found).toContainEqual(['ANCHOR_CHANGED', null, null, 1]);
      await sql(`update ledger_anchors set events = 'gone' where number = 1`);
      expect((await verify()).found).toContainEqual(['ANCHOR_CHANGED', null, null, 1]);
    });

    it.each([1, 2])('anchor %i that was taken away, also after others were made', async (number) => {
      await anchoredPayments();
      await sql(`delete from ledger_anchors where number = ${number}`);
      expect((await verify()).found).toEqual([['ANCHOR_MISSING', null, null, number]]);
      await initiate(opened.store);
      await anchor();
      expect((await verify()).found).toEqual([['ANCHOR_MISSING', null, null, number]]);
    });

    it('a chain of anchors that was computed anew, against a noted anchor', async () => {
      const { first } = await anchoredPayments();
      const noted = await opened.store.lastAnchor();
      if (!noted) throw new Error('no anchor');
      const { number, hash } = noted;
      expect((await verify({ noted: [{ number, hash }] })).found).toEqual([]);
      // A person who can write the database changes a story, and every anchor from there on.
      const event = await opened.store.loggedEvent(first.id, 1);
      if (!event) throw new Error('no event');
      const forgedHash = hashOfEvent(null, { ...event, data: { forged: true } });
      await sql(
        `update payment_events set data = '{"forged":true}', hash = '${forgedHash}' where payment_id = '${first.id}'`,
      );
      let previousHash: string | null = null;
      for (const anchored of await opened.store.anchorsBehind(0, 10)) {
        const events = anchored.events.map((one) => (one.paymentId === first.id ? { ...one, hash: forgedHash } : one));
        const forged: Omit<Anchor, 'hash'> = { ...anchored, events, previousHash };
        const anchorHash = hashOfAnchor(forged);
        await sql(
          `update ledger_anchors set hash = '${anchorHash}', events = '${JSON.stringify(events.map((one) => [one.paymentId, one.sequence, one.hash]))}',
            previous_hash = ${previousHash === null ? 'null' : `'${previousHash}'`} where number = ${anchored.number}`,
        );
        previousHash = anchorHash;
      }
      expect((await verify()).found).toEqual([]);
      expect((await verify({ noted: [{ number, hash }] })).found).toEqual([['ANCHOR_UNEXPECTED', null, null, 2]]);
      expect((await verify({ noted: [{ number: 7, hash }] })).found).toEqual([['ANCHOR_UNEXPECTED', null, null, 7]]);
    });
  });

  it('can be checked with the rows alone', async () => {
    await anchoredPayments();
    for (const row of await sql('select * from ledger_anchors order by number')) {
      const { previous_hash, number, at: made, from_payment, from_event, until_payment, until_event, events } = row;
      const places = [from_payment, from_event, until_payment, until_event];
      const covered = [previous_hash, Number(number), Number(made), ...places, JSON.parse(String(events))];
      expect(row.hash).toBe(createHash('sha256').update(JSON.stringify(covered)).digest('hex'));
    }
  });

  it('keeps an erased person out of it: events hold no personal data', async () => {
    const { first } = await anchoredPayments();
    await opened.store.transact(async (transaction) => {
      const erasure = { email: 'x@erased.invalid', idClient: 'x', derivedKey: null, updatedAt: at };
      await transaction.erasePayer(first.id, 1, erasure);
      await transaction.appendEvent(
        { id: identifiers.newId('evt'), paymentId: first.id, type: 'ERASED', status: first.status, at, data: {} },
        2,
      );
    });
    await anchor();
    expect(await verify()).toMatchObject({ anchors: 3, unanchored: 0, found: [] });
  });
});
