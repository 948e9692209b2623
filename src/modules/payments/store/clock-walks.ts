import { type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import { unread } from '../../../store/list-conditions.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, insertRowOnce, pick, preparedQuery } from '../../../store/prepared-query.ts';
import type { ClockReads, ClockWrites, DueQuery } from '../inquiry/clock-walk.ts';
import { paymentColumns, paymentOf } from './payment-row.ts';
import { attemptOf } from './rows.ts';
import { attemptColumns, type LostInquiryRow, type Tables } from './tables.ts';

/**
 * The queries of the clock's rounds: expired payments, attempts in the order of their opening, lost answers, and cases
 * for a person.
 */

export function clockQueries(db: Kysely<Tables>) {
  const due = db.selectFrom('payments').select(paymentColumns);
  return {
    ...inquiryQueries(db),
    ...reviewQueries(db),
    ...reminderQueries(db),
    paymentsToExpire: preparedQuery((values: DueValues) =>
      due
        // Literals, so that the partial index of waiting payments can serve it.
        .where('status', 'in', [sql.lit('REQUIRES_ACTION'), sql.lit('AUTHORIZED')])
        .$call(dueBy('expires_at', 'id', values)),
    ),
    attemptsBetween: preparedQuery(
      ({ behindId, untilId, limit }: { behindId: string; untilId: string; limit: number }) =>
        db
          .selectFrom('payment_attempts')
          .select(attemptColumns)
          .where('id', '>', behindId)
          .where('id', '<=', untilId)
          .orderBy('id')
          .limit(limit),
    ),
    cursor: preparedQuery(({ name }: { name: string }) =>
      db.selectFrom('cursors').select('position').where('name', '=', name),
    ),
    moveCursor: preparedQuery((row: { name: string; position: string }) =>
      db
        .insertInto('cursors')
        .values({ name: row.name, position: row.position })
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet({ position: (update) => update.ref('excluded.position') }),
        ),
    ),
  };
}

/** Questions that had no usable answer. */
function inquiryQueries(db: Kysely<Tables>) {
  return {
    inquiriesToRepeat: preparedQuery((values: DueValues) =>
      db
        .selectFrom('lost_inquiries')
        .innerJoin('payment_attempts', 'payment_attempts.id', 'lost_inquiries.attempt_id')
        .select(attemptColumns)
        .select(['since', 'next_ask_at'])
        .$call(dueBy('next_ask_at', 'attempt_id', values)),
    ),
    attemptsWithLostInquiry: preparedQuery(({ paymentId }: { paymentId: string }) =>
      db
        .selectFrom('payment_attempts')
        .innerJoin('lost_inquiries', 'lost_inquiries.attempt_id', 'payment_attempts.id')
        .select(attemptColumns)
        .where('payment_id', '=', paymentId)
        .orderBy('number'),
    ),
    saveLostInquiry: preparedQuery((row: LostInquiryRow) =>
      db
        .insertInto('lost_inquiries')
        .values(pick(row, ['attempt_id', 'since', 'next_ask_at']))
        .onConflict((conflict) =>
          // Another time than was read, and no earlier one: a stranger's message hurries nothing.
          conflict.column('attempt_id').doUpdateSet({
            next_ask_at: (update) => update('lost_inquiries.next_ask_at', '+', 1),
          }),
        ),
    ),
    postponeLostInquiry: preparedQuery((row: Omit<LostInquiryRow, 'since'>) =>
      db.updateTable('lost_inquiries').set({ next_ask_at: row.next_ask_at }).where('attempt_id', '=', row.attempt_id),
    ),
    deleteLostInquiry: preparedQuery((row: Omit<LostInquiryRow, 'since'>) =>
      db
        .deleteFrom('lost_inquiries')
        .where('attempt_id', '=', row.attempt_id)
        .where('next_ask_at', '=', row.next_ask_at),
    ),
  };
}

/** Transfers for a reminder, once each. */
function reminderQueries(db: Kysely<Tables>) {
  return {
    paymentsToRemind: preparedQuery(({ now, expiresBy, at, id, limit }: DueValues & { readonly expiresBy: number }) =>
      db
        .selectFrom('payments')
        .select(['id', 'expires_at'])
        .where('status', '=', sql.lit('REQUIRES_ACTION'))
        .where('flow', '=', sql.lit('BANK_TRANSFER'))
        .where('expires_at', '>', now)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('payment_reminders')
                .select('payment_reminders.payment_id')
                .whereRef('payment_reminders.payment_id', '=', 'payments.id'),
            ),
          ),
        )
        .$call(dueBy('expires_at', 'id', { now: expiresBy, at, id, limit })),
    ),
    claimReminder: insertRowOnce(db, 'payment_reminders', ['payment_id', 'at']),
  };
}

/** How much there is that a person is called to. */
function reviewQueries(db: Kysely<Tables>) {
  return {
    paymentsInReview: preparedQuery(({ runMode }: { runMode: string }) =>
      db
        .selectFrom('payments')
        .select(sql<number>`count(*)`.as('found'))
        .where('status', '=', sql.lit('NEEDS_REVIEW'))
        .where('effective_run_mode', '=', runMode),
    ),
  };
}

/** The values of a prepared query. */
export type DueValues = { readonly now: number; readonly at: number; readonly id: string; readonly limit: number };
export const dueValues = ({ now, behind: { at, id }, limit }: DueQuery): DueValues => ({ now, at, id, limit });

/** For `$call`: the rows that are due by a column, from the walk's place on. */
export const dueBy =
  (column: string, idColumn: string, { now, at, id, limit }: DueValues) =>
  <From, Table extends keyof From, Row>(rows: SelectQueryBuilder<From, Table, Row>) => {
    const [due, key] = [sql.ref(column), sql.ref(idColumn)];
    return rows
      .where(sql<SqlBool>`${due} <= ${now} and ${due} >= ${at} and (${due} > ${at} or ${key} > ${id})`)
      .orderBy(due)
      .orderBy(key)
      .limit(limit);
  };

export function createClockReads({ queries }: Preparation<typeof clockQueries>, connection: Connection): ClockReads {
  return {
    paymentsToExpire: async (query) =>
      unread((await queries.paymentsToExpire(connection, dueValues(query))).rows, 'expires_at', paymentOf),
    paymentsInReview: async (runMode) => (await queries.paymentsInReview(connection, { runMode })).rows[0]?.found ?? 0,
    attemptsBetween: async (behindId, untilId, limit) =>
      unread((await queries.attemptsBetween(connection, { behindId, untilId, limit })).rows, 'created_at', attemptOf),
    inquiriesToRepeat: async (query) =>
      unread((await queries.inquiriesToRepeat(connection, dueValues(query))).rows, 'next_ask_at', (row) => ({
        ...{ id: row.id, attempt: attemptOf(row), since: row.since, nextAskAt: row.next_ask_at },
      })),
    attemptsWithLostInquiry: async (paymentId) =>
      (await queries.attemptsWithLostInquiry(connection, { paymentId })).rows.map(attemptOf),
    paymentsToRemind: async ({ expiresBy, ...query }) => {
      const { rows } = await queries.paymentsToRemind(connection, { ...dueValues(query), expiresBy });
      return rows.map(({ id, expires_at: at }) => ({ at: at ?? 0, id }));
    },
    cursor: async (name) => (await queries.cursor(connection, { name })).rows[0]?.position ?? null,
  };
}

export function createClockWrites({ queries }: Preparation<typeof clockQueries>, connection: Connection): ClockWrites {
  return {
    claimReminder: async (paymentId, at) =>
      (await queries.claimReminder(connection, { payment_id: paymentId, at })).changes === 1,
    moveCursor: (name, position) => done(queries.moveCursor(connection, { name, position })),
    postponeLostInquiry: ({ attemptId, nextAskAt }) =>
      done(queries.postponeLostInquiry(connection, { attempt_id: attemptId, next_ask_at: nextAskAt })),
    saveLostInquiry: ({ attemptId, since, nextAskAt }) =>
      done(queries.saveLostInquiry(connection, { attempt_id: attemptId, since, next_ask_at: nextAskAt })),
    deleteLostInquiry: async ({ id, nextAskAt }) =>
      (await queries.deleteLostInquiry(connection, { attempt_id: id, next_ask_at: nextAskAt })).changes === 1,
  };
}
