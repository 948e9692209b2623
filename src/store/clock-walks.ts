import { type Kysely, sql } from 'kysely';
import type { ClockReads, ClockWrites, DueQuery } from '../domain/clock-walk.ts';
import type { Connection } from './connection.ts';
import { keptQuery } from './kept-query.ts';
import type { Preparation } from './reads.ts';
import { attemptOf, paymentOf } from './rows.ts';
import { attemptColumns, paymentColumns, type Tables } from './tables.ts';

/** What the clock's rounds look at: payments whose time has run out, and attempts in the order of their opening. */

export function clockQueries(db: Kysely<Tables>) {
  const due = db.selectFrom('payments').select(paymentColumns);
  return {
    paymentsToExpire: keptQuery(({ now, at, id, limit }: DueValues) =>
      due
        // Written out, so that the index over what waits can serve it.
        .where('status', 'in', [sql.lit('REQUIRES_ACTION'), sql.lit('AUTHORIZED')])
        .where('expires_at', '<=', now)
        .where('expires_at', '>=', at)
        .where((where) => where.or([where('expires_at', '>', at), where('id', '>', id)]))
        .orderBy('expires_at')
        .orderBy('id')
        .limit(limit),
    ),
    attemptsBetween: keptQuery(({ behindId, untilId, limit }: { behindId: string; untilId: string; limit: number }) =>
      db
        .selectFrom('payment_attempts')
        .select(attemptColumns)
        .where('id', '>', behindId)
        .where('id', '<=', untilId)
        .orderBy('id')
        .limit(limit),
    ),
    cursor: keptQuery(({ name }: { name: string }) =>
      db.selectFrom('cursors').select('position').where('name', '=', name),
    ),
    moveCursor: keptQuery((row: { name: string; position: string }) =>
      db
        .insertInto('cursors')
        .values({ name: row.name, position: row.position })
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet({ position: (update) => update.ref('excluded.position') }),
        ),
    ),
  };
}

/** As a query of a fixed shape takes them. */
export type DueValues = { readonly now: number; readonly at: number; readonly id: string; readonly limit: number };
export const dueValues = ({ now, behind, limit }: DueQuery): DueValues => ({ now, ...behind, limit });

export function createClockReads({ queries }: Preparation, connection: Connection): ClockReads {
  return {
    paymentsToExpire: async (query) =>
      (await queries.paymentsToExpire(connection, dueValues(query))).rows.map(paymentOf),
    attemptsBetween: async (behindId, untilId, limit) =>
      (await queries.attemptsBetween(connection, { behindId, untilId, limit })).rows.map(attemptOf),
    cursor: async (name) => (await queries.cursor(connection, { name })).rows[0]?.position ?? null,
  };
}

export function createClockWrites({ queries }: Preparation, connection: Connection): ClockWrites {
  return {
    moveCursor: async (name, position) => {
      await queries.moveCursor(connection, { name, position });
    },
  };
}
