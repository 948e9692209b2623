import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import type { StoredNotification } from '../../src/modules/payments/notifications/notification.ts';
import type { RingLimits } from '../../src/modules/payments/notifications/unverified-notification.ts';
import { databases } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { someRuns } from '../support/sample.ts';
import { ask, at, exampleNotification, openTestStore } from '../support/store/examples.ts';

const roomy: RingLimits = { messages: 1000, bytes: 1_000_000, since: 0 };
const refused = (change: Partial<StoredNotification> = {}) =>
  exampleNotification({ outcome: { kind: 'REJECTED', reason: 'forged', paymentId: null }, ...change });

describe.each(databases)('a ring of unverified messages ($name)', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  let rings = 0;
  const newRing = (): string => `PAYBOX ${++rings}`;
  const keep = (ring: string, notifications: readonly StoredNotification[], limits: RingLimits = roomy) =>
    opened.store.transact((transaction) => transaction.keepUnverified(ring, notifications, limits));
  const present = async (notifications: readonly StoredNotification[]): Promise<readonly string[]> => {
    const found = await Promise.all(notifications.map(({ id }) => opened.store.notification(id)));
    return found.flatMap((notification) => (notification ? [notification.id] : []));
  };
  const idsOf = (notifications: readonly StoredNotification[]) => notifications.map(({ id }) => id);

  it('keeps the newest messages, and what they say as it came', async () => {
    const ring = newRing();
    const messages = Array.from({ length: 25 }, () => refused());
    for (let from = 0; from < 25; from += 5)
      await keep(ring, messages.slice(from, from + 5), { ...roomy, messages: 10 });
    expect(await present(messages)).toEqual(idsOf(messages.slice(15)));
    expect(await opened.store.notification(messages[24]?.id ?? '')).toEqual(messages[24]);
  });

  it('is bounded in bytes', async () => {
    const ring = newRing();
    const messages = Array.from({ length: 10 }, () => refused({ body: Buffer.alloc(8000) }));
    for (const message of messages) await keep(ring, [message], { ...roomy, bytes: 30_000 });
    expect(await present(messages)).toEqual(idsOf(messages.slice(7)));
    // A single one beyond the limit is not kept either.
    const large = refused({ body: Buffer.alloc(64_000) });
    await keep(ring, [large], { ...roomy, bytes: 30_000 });
    expect(await present([...messages, large])).toEqual([]);
  });

  it('lets go what is too old, also where nothing new comes', async () => {
    const ring = newRing();
    const messages = [at, at + 1000, at + 2000].map((receivedAt) => refused({ receivedAt }));
    await keep(ring, messages);
    await keep(ring, [], { ...roomy, since: at + 1000 });
    expect(await present(messages)).toEqual(idsOf(messages.slice(1)));
    await keep(ring, [], { ...roomy, since: at + 5000 });
    expect(await present(messages)).toEqual([]);
    const rings = await opened.store.unverifiedRings({ after: '', limit: 100 });
    expect(rings).toContain(ring);
    expect(await opened.store.unverifiedRings({ after: ring, limit: 100 })).toEqual(
      rings.filter((name) => name > ring),
    );
    expect(await opened.store.unverifiedRings({ after: '', limit: 1 })).toEqual(rings.slice(0, 1));
  });

  it('does not touch another ring, nor what was stored otherwise', async () => {
    const [one, other] = [newRing(), newRing()];
    const stays = [refused(), refused()];
    await keep(other, [stays[0] as StoredNotification]);
    await opened.store.transact((transaction) => transaction.insertNotification(stays[1] as StoredNotification));
    await keep(
      one,
      Array.from({ length: 300 }, () => refused()),
      { ...roomy, messages: 1 },
    );
    expect(await present(stays)).toEqual(idsOf(stays));
  });

  it('never removes one that turned out to be authentic', async () => {
    const ring = newRing();
    const message = refused();
    await keep(ring, [message]);
    await opened.store.transact((transaction) =>
      transaction.updateNotification(message.id, 'REJECTED', { kind: 'IGNORED', reason: null, paymentId: null }),
    );
    await keep(ring, [refused(), refused()], { ...roomy, messages: 1 });
    expect((await opened.store.notification(message.id))?.outcome.kind).toBe('IGNORED');
    const slots = `select count(*) as it from notification_ring_slots where notification_id = '${message.id}'`;
    expect((await ask(opened.databaseUrl, slots)).map(({ it: count }) => Number(count))).toEqual([0]);
  });

  it('is shared by gateways that write at once', async () => {
    const ring = newRing();
    const others = await Promise.all([1, 2, 3].map(() => openStore({ databaseUrl: opened.databaseUrl })));
    const messages = Array.from({ length: 60 }, () => refused());
    await Promise.all(
      others.flatMap((store, index) =>
        messages
          .filter((_message, place) => place % 3 === index)
          .map((message) =>
            store.transact((transaction) => transaction.keepUnverified(ring, [message], { ...roomy, messages: 20 })),
          ),
      ),
    );
    expect(await present(messages)).toHaveLength(20);
    await Promise.all(others.map((store) => store.close()));
  });

  it('counts exactly what it holds, whatever comes', async () => {
    const step = fc.record({
      sizes: fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 8 }),
      messages: fc.integer({ min: 1, max: 12 }),
      bytes: fc.integer({ min: 1000, max: 30_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const ring = newRing();
        for (const { sizes, messages, bytes } of steps) {
          await keep(
            ring,
            sizes.map((size) => refused({ body: Buffer.alloc(size) })),
            { messages, bytes, since: 0 },
          );
          const [state] = await ask(
            opened.databaseUrl,
            `select r.messages, r.bytes, count(s.position) as slots, coalesce(sum(s.bytes), 0) as held, count(n.id) as kept
              from notification_rings r left join notification_ring_slots s on s.ring = r.name
              left join notifications n on n.id = s.notification_id where r.name = '${ring}' group by 1, 2`,
          );
          const [counted, size, slots, held, kept] = ['messages', 'bytes', 'slots', 'held', 'kept'].map((name) =>
            Number(state?.[name]),
          );
          expect({ counted, size, slots }).toEqual({ counted: kept, size: held, slots: kept });
          expect(kept).toBeLessThanOrEqual(messages);
          expect(held).toBeLessThanOrEqual(bytes);
        }
      }),
      someRuns(5),
    );
  });
});
