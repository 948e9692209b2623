import assert from 'node:assert/strict';
import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import { insertRow, pick, preparedQuery } from '../../../store/prepared-query.ts';
import type { StoredNotification } from '../notifications/notification.ts';
import type { RingLimits, UnverifiedReads, UnverifiedWrites } from '../notifications/unverified-notification.ts';
import type { paymentQueries } from './queries.ts';
import { rowOfNotification } from './rows.ts';
import type { Tables } from './tables.ts';

/** Each query touches one ring along its primary key, or the messages that leave it. */
export function unverifiedQueries(db: Kysely<Tables>) {
  return {
    unverifiedRings: preparedQuery(({ after, limit }: { after: string; limit: number }) =>
      db.selectFrom('notification_rings').select('name').where('name', '>', after).orderBy('name').limit(limit),
    ),
    growRing: preparedQuery((row: Tables['notification_rings']) =>
      db
        .insertInto('notification_rings')
        .values(pick(row, ['name', 'next', 'messages', 'bytes']))
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet(({ ref }) => ({
            next: sql<number>`${ref('notification_rings.next')} + ${ref('excluded.next')}`,
            messages: sql<number>`${ref('notification_rings.messages')} + ${ref('excluded.messages')}`,
            bytes: sql<number>`${ref('notification_rings.bytes')} + ${ref('excluded.bytes')}`,
          })),
        )
        .returning(['next', 'messages', 'bytes']),
    ),
    shrinkRing: preparedQuery((row: Pick<Tables['notification_rings'], 'name' | 'messages' | 'bytes'>) =>
      db
        .updateTable('notification_rings')
        .set(pick(row, ['messages', 'bytes']))
        .where('name', '=', row.name),
    ),
    insertRingSlot: insertRow(db, 'notification_ring_slots', [
      'ring',
      'position',
      'notification_id',
      'bytes',
      'received_at',
    ]),
    oldestRingSlots: preparedQuery(({ ring, limit }: { ring: string; limit: number }) =>
      db
        .selectFrom('notification_ring_slots')
        .select(['position', 'bytes', 'received_at'])
        .where('ring', '=', ring)
        .orderBy('position')
        .limit(limit),
    ),
    // One that was replayed and is authentic after all stays.
    deleteUnverified: preparedQuery(({ ring, position }: { ring: string; position: number }) =>
      db
        .deleteFrom('notifications')
        .where('outcome', '=', sql.lit('REJECTED'))
        .where('id', 'in', (slots) =>
          slots
            .selectFrom('notification_ring_slots')
            .select('notification_id')
            .where('ring', '=', ring)
            .where('position', '<=', position),
        ),
    ),
    deleteRingSlots: preparedQuery(({ ring, position }: { ring: string; position: number }) =>
      db.deleteFrom('notification_ring_slots').where('ring', '=', ring).where('position', '<=', position),
    ),
  };
}

type UnverifiedQueries = ReturnType<typeof unverifiedQueries> &
  Pick<ReturnType<typeof paymentQueries>, 'insertNotification'>;
type Prepared = { readonly queries: UnverifiedQueries };

export const createUnverifiedReads = ({ queries }: Prepared, connection: Connection): UnverifiedReads => ({
  unverifiedRings: async (page) => (await queries.unverifiedRings(connection, page)).rows.map(({ name }) => name),
});

export const createUnverifiedWrites = ({ queries }: Prepared, connection: Connection): UnverifiedWrites => ({
  keepUnverified: async (ring, notifications, limits) => {
    const sizes = notifications.map(sizeOf);
    const added = { messages: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
    // On PostgreSQL the ring's row is held from here on: one gateway at a time changes the ring.
    const [held] = (await queries.growRing(connection, { name: ring, next: added.messages, ...added })).rows;
    assert(held, 'a ring always answers');
    for (const [index, notification] of notifications.entries()) {
      await queries.insertNotification(connection, rowOfNotification(notification));
      await queries.insertRingSlot(connection, {
        ...{ ring, position: held.next - added.messages + index, notification_id: notification.id },
        ...{ bytes: sizes[index] ?? 0, received_at: notification.receivedAt },
      });
    }
    await removeOldest(queries, connection, { ring, messages: held.messages, bytes: held.bytes }, limits);
  },
});

/** The approximate size of a row without the message's own bytes. */
const rowBytes = 500;

const sizeOf = ({ body, query, headers }: StoredNotification): number =>
  rowBytes + body.length + Buffer.byteLength(query) + Buffer.byteLength(headers);

const slotsPerRead = 100;

async function removeOldest(
  queries: UnverifiedQueries,
  connection: Connection,
  { ring, ...held }: { readonly ring: string; readonly messages: number; readonly bytes: number },
  limits: RingLimits,
): Promise<void> {
  let { messages, bytes } = held;
  for (;;) {
    const slots = (await queries.oldestRingSlots(connection, { ring, limit: slotsPerRead })).rows;
    let last: number | null = null;
    for (const slot of slots) {
      if (messages <= limits.messages && bytes <= limits.bytes && slot.received_at >= limits.since) break;
      messages--;
      bytes -= slot.bytes;
      last = slot.position;
    }
    if (last === null) return;
    await queries.deleteUnverified(connection, { ring, position: last });
    await queries.deleteRingSlots(connection, { ring, position: last });
    await queries.shrinkRing(connection, { name: ring, messages, bytes });
    if (last !== slots.at(-1)?.position) return;
  }
}
