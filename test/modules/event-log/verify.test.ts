import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type EventAnchor, eventChain } from '../../../src/modules/event-log/event-log.ts';
import { hashOfEvent } from '../../../src/modules/payments/event-hash.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { eventLogOn } from '../../support/store/event-log.ts';
import { refundFacts } from '../../support/store/example-facts.ts';
import { at, exampleEvent, identifiers, initiate, openTestStore } from '../../support/store/examples.ts';

describe.each(drawnDatabases())('the event log ($name)', (database) => {
  const opened = openForEach(() => openTestStore(database));

  const { anchor, sql, verify, anchoredPayments } = eventLogOn(opened);

  it('holds, and says where it ends', async () => {
    expect(await verify()).toMatchObject({ payments: 0, anchors: 0, lastAnchor: null, found: [] });
    const { refunded } = await anchoredPayments();
    const last = await opened.store.lastAnchor(eventChain);
    expect(await verify()).toMatchObject({ lastAnchor: { number: 2, hash: last?.hash } });
    expect(last?.items.map(([paymentId, sequence]) => [paymentId, sequence])).toContainEqual([refunded.id, 3]);
    expect(await verify({ paymentId: refunded.id })).toMatchObject({ payments: 1, events: 3, found: [] });
    expect(await verify({ since: Date.now() + 60_000 })).toMatchObject({ payments: 0, anchors: 2, found: [] });
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
      const noted = await opened.store.lastAnchor(eventChain);
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
      for (const anchored of await opened.store.anchorsAfter(eventChain, 0, 10)) {
        const items = anchored.items.map(
          ([paymentId, sequence, anchoredHash]) =>
            [paymentId, sequence, paymentId === first.id ? forgedHash : anchoredHash] as const,
        );
        const forged: Omit<EventAnchor, 'hash'> = { ...anchored, items, previousHash };
        const anchorHash = eventChain.hashOf(forged);
        await sql(
          `update ledger_anchors set hash = '${anchorHash}', events = '${JSON.stringify(items)}',
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
      const erasure = { email: 'x@erased.invalid', idClient: 'x', derivedKey: null, updatedAt: at, erasedAt: at };
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
