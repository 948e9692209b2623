import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { preparedQuery } from '../../../store/prepared-query.ts';
import type { sequenceQueries } from '../../payments/store/queries.ts';
import { type EventRow, eventColumns } from '../../payments/store/tables.ts';
import {
  type Anchor,
  type EventLogReads,
  type EventLogRow,
  type EventLogWrites,
  eventsOf,
  hashOfAnchor,
  type LoggedEvent,
  type PlacedEvent,
} from '../event-log.ts';
import { type AnchorRow, anchorColumns, type Tables } from './tables.ts';

/** The chain over all payments: how it grows, and how everything is read to check it. */

type Range = { readonly after: string; readonly until: string; readonly limit: number };

export const eventLogQueries = (db: Kysely<Tables>) => ({ ...anchorQueries(db), ...walkQueries(db) });

function anchorQueries(db: Kysely<Tables>) {
  const anchors = db.selectFrom('ledger_anchors').select(anchorColumns);
  return {
    lastAnchor: preparedQuery((_none: object) =>
      anchors.where('number', '>', sql.lit(0)).orderBy('number', 'desc').limit(sql.lit(1)),
    ),
    anchorsBehind: preparedQuery(({ number, limit }: { number: number; limit: number }) =>
      anchors.where('number', '>', number).orderBy('number').limit(limit),
    ),
    countAnchors: preparedQuery(({ counter }: { counter: string }) =>
      db.selectFrom('sequences').select('next').where('counter', '=', counter),
    ),
    insertAnchor: preparedQuery((row: AnchorRow) =>
      db.insertInto('ledger_anchors').values({
        number: row.number,
        at: row.at,
        from_payment: row.from_payment,
        from_event: row.from_event,
        until_payment: row.until_payment,
        until_event: row.until_event,
        events: row.events,
        previous_hash: row.previous_hash,
        hash: row.hash,
      }),
    ),
  };
}

function walkQueries(db: Kysely<Tables>) {
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
    lastAnchor: async () => {
      const [row] = (await queries.lastAnchor(connection, {})).rows;
      return row ? anchorOf(row) : null;
    },
    anchorsBehind: async (number, limit) =>
      (await queries.anchorsBehind(connection, { number, limit })).rows.map(anchorOf),
    countAnchors: async () => (await queries.countAnchors(connection, { counter })).rows[0]?.next ?? 0,
    firstEvents: async (after, until, limit) =>
      (await queries.firstEvents(connection, { after, until, limit })).rows.map(placedOf),
    laterEvents: async (after, until, limit) =>
      (await queries.laterEvents(connection, { after, until, limit })).rows.map(placedOf),
    eventLogRows: async ({ paymentId, sequence }, limit) =>
      (await queries.eventLogRows(connection, { paymentId, sequence, limit })).rows.map(eventLogRowOf),
    loggedEvent: async (paymentId, sequence) => {
      const [row] = (await queries.loggedEvent(connection, { paymentId, sequence })).rows;
      return row ? loggedEventOf(row) : null;
    },
  };
}

/**
 * Numbers come from a counter, so that a removed anchor leaves a gap even at the end. The counter's row is locked
 * first: of two processes, the second one sees the anchor of the first.
 */
export function createEventLogWrites(
  { queries }: Preparation<typeof eventLogQueries> & Preparation<typeof sequenceQueries>,
  connection: Connection,
): EventLogWrites {
  return {
    appendAnchor: async (anchor, last) => {
      const [counted] = (await queries.nextSequence(connection, { counter, next: 1 })).rows;
      const [found] = (await queries.lastAnchor(connection, {})).rows;
      if (!counted || (found?.hash ?? null) !== (last?.hash ?? null)) return false;
      const chained = { ...anchor, number: counted.next, previousHash: last?.hash ?? null };
      await queries.insertAnchor(connection, rowOfAnchor({ ...chained, hash: hashOfAnchor(chained) }));
      return true;
    },
  };
}

const counter = 'ledger anchors';

function rowOfAnchor({ number, at, from, until, events, previousHash, hash }: Anchor): AnchorRow {
  return {
    number,
    at,
    from_payment: from.payment,
    from_event: from.event,
    until_payment: until.payment,
    until_event: until.event,
    events: JSON.stringify(eventsOf(events)),
    previous_hash: previousHash,
    hash,
  };
}

function anchorOf(row: AnchorRow): Anchor {
  return {
    number: row.number,
    at: row.at,
    from: { payment: row.from_payment, event: row.from_event },
    until: { payment: row.until_payment, event: row.until_event },
    events: anchoredEventsOf(row.events),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** An unreadable anchor counts as empty; its hash then shows that it was changed. */
function anchoredEventsOf(json: string): Anchor['events'] {
  try {
    const events: unknown = JSON.parse(json);
    if (!Array.isArray(events)) return [];
    return events.map(([paymentId, sequence, hash]: [string, number, string]) => ({ paymentId, sequence, hash }));
  } catch {
    return [];
  }
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
