import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { first, preparedQuery } from '../../../store/prepared-query.ts';
import { type EventRow, eventColumns } from '../../payments/store/tables.ts';
import type { EventLogReads, EventLogRow, LoggedEvent, PlacedEvent } from '../event-log.ts';
import type { Tables } from './tables.ts';

/** How every event is read to anchor and to check it. */

type Range = { readonly after: string; readonly until: string; readonly limit: number };

export function eventLogQueries(db: Kysely<Tables>) {
  const placed = db
    .selectFrom('payment_events')
    .leftJoin('payments', 'payments.id', 'payment_events.payment_id')
    .select(['payment_events.id', 'payment_id', 'sequence', 'hash', 'payments.id as found']);
  return {
    firstEvents: preparedQuery(({ after, until, limit }: Range) =>
      placed
        .where('payment_id', '>', after)
        .where('payment_id', '<=', until)
        .where('sequence', '=', sql.lit(1))
        .orderBy('payment_id')
        .limit(limit),
    ),
    // The number is written out: a partial index is taken only where its condition can be seen.
    laterEvents: preparedQuery(({ after, until, limit }: Range) =>
      placed
        .where('sequence', '>', sql.lit(1))
        .where('payment_events.id', '>', after)
        .where('payment_events.id', '<=', until)
        .orderBy('payment_events.id')
        .limit(limit),
    ),
    loggedEvent: preparedQuery(({ paymentId, sequence }: { paymentId: string; sequence: number }) =>
      db
        .selectFrom('payment_events')
        .select(eventColumns)
        .where('payment_id', '=', paymentId)
        .where('sequence', '=', sequence),
    ),
    // One statement, so that a payment and its events are of one moment while others write.
    eventLogRows: preparedQuery(
      ({ paymentId, sequence, limit }: { paymentId: string; sequence: number; limit: number }) =>
        db
          .selectFrom('payments')
          .leftJoin('payment_events', 'payment_events.payment_id', 'payments.id')
          .select([
            'payments.id as payment',
            'payments.reference',
            'payments.status as payment_status',
            'payments.version',
            'payments.amount_cents',
            ...eventColumns.map((column) => `payment_events.${column}` as const),
          ])
          .where('payments.id', '>=', paymentId)
          .where((where) =>
            where.or([where('payments.id', '>', paymentId), where(sql`coalesce(sequence, 0)`, '>', sequence)]),
          )
          .orderBy('payments.id')
          .orderBy('sequence')
          .limit(limit),
    ),
  };
}

export function createEventLogReads(
  { queries }: Preparation<typeof eventLogQueries>,
  connection: Connection,
): EventLogReads {
  return {
    firstEvents: async (after, until, limit) =>
      (await queries.firstEvents(connection, { after, until, limit })).rows.map(placedOf),
    laterEvents: async (after, until, limit) =>
      (await queries.laterEvents(connection, { after, until, limit })).rows.map(placedOf),
    eventLogRows: async ({ paymentId, sequence }, limit) =>
      (await queries.eventLogRows(connection, { paymentId, sequence, limit })).rows.map(eventLogRowOf),
    loggedEvent: async (paymentId, sequence) =>
      first(await queries.loggedEvent(connection, { paymentId, sequence }), loggedEventOf),
  };
}

type PlacedRow = Pick<EventRow, 'id' | 'payment_id' | 'sequence' | 'hash'> & { readonly found: string | null };

const placedOf = ({ id, payment_id, sequence, hash, found }: PlacedRow): PlacedEvent => ({
  id,
  paymentId: payment_id,
  sequence,
  hash,
  hasPayment: found !== null,
});

const loggedEventOf = (row: EventRow): LoggedEvent => ({
  id: row.id,
  paymentId: row.payment_id,
  sequence: row.sequence,
  type: row.type,
  status: row.status,
  at: row.at,
  data: row.data,
  previousHash: row.previous_hash,
  hash: row.hash,
});

type JoinedRow = { readonly [Column in keyof EventRow]: EventRow[Column] | null } & {
  readonly payment: string;
  readonly reference: string;
  readonly payment_status: string;
  readonly version: number;
  readonly amount_cents: number;
};

const eventLogRowOf = (row: JoinedRow): EventLogRow => ({
  paymentId: row.payment,
  reference: row.reference,
  status: row.payment_status,
  version: row.version,
  amountCents: row.amount_cents,
  event: row.hash === null ? null : loggedEventOf(row as EventRow),
});
