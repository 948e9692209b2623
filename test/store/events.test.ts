import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { updateFacts } from '../support/store/example-facts.ts';
import {
  ask,
  at,
  exampleEvent,
  examplePayment,
  exampleRecord,
  initiate,
  openTestStore,
} from '../support/store/examples.ts';

describe.each(databases)('the story of a payment ($name)', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  /** A payment with a story of three events. */
  async function payWithStory() {
    const { store } = opened;
    const payment = examplePayment();
    const events = [
      exampleEvent(payment, { type: 'INITIATED', data: { client: 'télévente', attempt: 1 } }),
      exampleEvent(payment, { type: 'NEWS_IGNORED', at: at + 1, data: { ...updateFacts, reason: 'late "news"' } }),
      exampleEvent(payment, {
        type: 'STATUS_CHANGED',
        status: 'PAID',
        at: at + 2,
        data: { from: 'PENDING', cause: 'CALLER' },
      }),
    ];
    const [first, ...others] = events;
    await store.transact(async (transaction) => {
      await transaction.recordInitiation(exampleRecord(payment, first && { event: first }));
      for (const [index, event] of others.entries()) await transaction.appendEvent(event, index + 2);
    });
    return { payment, events };
  }

  test('comes back in order, in pages', async () => {
    const { store } = opened;
    const { payment, events } = await payWithStory();
    const expected = events.map((event, index) => ({ ...event, sequence: index + 1 }));
    expect(await store.eventsOf(payment.id, 0, 100)).toEqual(expected);
    expect(await store.eventsOf(payment.id, 0, 2)).toEqual(expected.slice(0, 2));
    expect(await store.eventsOf(payment.id, 2, 100)).toEqual(expected.slice(2));
    expect(await store.eventsOf(payment.id, 3, 100)).toEqual([]);
    expect(await store.eventsOf('pay_unknown', 0, 100)).toEqual([]);
  });

  test('is a chain: each hash covers the event and the hash before it', async () => {
    const { payment } = await payWithStory();
    const rows = await ask(
      opened.databaseUrl,
      `select id, payment_id, cast(sequence as text) as sequence, type, status, cast(at as text) as at, data,
        previous_hash, hash from payment_events where payment_id = '${payment.id}' order by payment_events.sequence`,
    );
    const text = (value: unknown) => JSON.stringify(value);
    let previous: unknown = null;
    for (const row of rows) {
      expect(row.previous_hash).toBe(previous);
      const covered = [previous, row.id, row.payment_id].map(text).join();
      const story = `[${covered},${row.sequence},${text(row.type)},${text(row.status)},${row.at},${row.data}]`;
      expect(row.hash).toBe(createHash('sha256').update(story).digest('hex'));
      previous = row.hash;
    }
    expect(rows.map(({ data }) => data)).toEqual([
      '{"attempt":1,"client":"télévente"}',
      '{"attempt":1,"attemptReference":"4K7M-9QXT-1","bankCode":null,"bankStatus":"00000",' +
        '"bankTransaction":"588172267","newsStatus":"PAID","reason":"late \\"news\\""}',
      '{"cause":"CALLER","from":"PENDING"}',
    ]);
  });

  test.each([
    ['a gap', 3],
    ['a repeat', 1],
    ['a start in the middle', 0],
  ])('refuses %s', async (_what, sequence) => {
    const { store } = opened;
    const payment = await initiate(store);
    const appending = store.transact((transaction) => transaction.appendEvent(exampleEvent(payment), sequence));
    await expect(appending).rejects.toThrow(/gap|unique/i);
    expect(await store.eventsOf(payment.id, 0, 100)).toHaveLength(1);
  });
});
