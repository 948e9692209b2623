import { type Kysely, sql } from 'kysely';
import type { EffectiveRunMode, PaymentTarget } from '../../../kernel/vocabulary.ts';
import { nextOfCounter } from '../../../store/new-rows.ts';
import { insertRow, insertRowOnce, pick, preparedByColumns, preparedQuery } from '../../../store/prepared-query.ts';
import type { PaymentChangeRow } from './payment-row.ts';
import { paymentColumns } from './payment-row.ts';
import type { AttemptChangeRow } from './rows.ts';
import {
  attemptColumns,
  eventColumns,
  type IdempotencyKeyRow,
  idempotencyKeyColumns,
  type NotificationRow,
  notificationColumns,
  type Tables,
} from './tables.ts';

/** A list of one length, so that its query is prepared once; a shorter one is filled up. */
export const versionsPerQuery = 100;

/** Queries of payments, their attempts, events and bank messages. */
export const paymentQueries = (db: Kysely<Tables>) => ({
  ...rowQueries(db),
  ...sequenceQueries(db),
  ...attemptQueries(db),
  ...eventQueries(db),
  ...bankQueries(db),
});

function rowQueries(db: Kysely<Tables>) {
  const payments = db.selectFrom('payments').select(paymentColumns);
  return {
    paymentById: preparedQuery(({ id }: { id: string }) => payments.where('id', '=', id)),
    paymentByReference: preparedQuery(({ reference }: { reference: string }) =>
      payments.where('reference', '=', reference),
    ),
    paymentByToken: preparedQuery(({ token }: { token: string }) => payments.where('token', '=', token)),
    paymentByDerivedKey: preparedQuery(({ derivedKey }: { derivedKey: string }) =>
      payments.where('derived_key', '=', derivedKey),
    ),
    versionsOf: preparedQuery((ids: Readonly<Record<number, string>>) =>
      db
        .selectFrom('payments')
        .select(['id', 'version'])
        .where(
          'id',
          'in',
          Array.from({ length: versionsPerQuery }, (_, index) => ids[index] as string),
        ),
    ),
    updatePayment: preparedByColumns((columns: readonly (keyof PaymentChangeRow)[]) =>
      preparedQuery((row: Partial<PaymentChangeRow> & { id: string; expectedVersion: number }) =>
        db
          .updateTable('payments')
          .set({ ...pick(row, columns), version: sql<number>`version + 1` })
          .where('id', '=', row.id)
          .where('version', '=', row.expectedVersion),
      ),
    ),
    holdPayment: preparedQuery(({ id, version }: { id: string; version: number }) =>
      db.updateTable('payments').set({ version }).where('id', '=', id).where('version', '=', version),
    ),
    claimIdempotencyKey: insertRowOnce(db, 'idempotency_keys', idempotencyKeyColumns),
    idempotencyKey: preparedQuery(({ scope, key }: Pick<IdempotencyKeyRow, 'scope' | 'key'>) =>
      db
        .selectFrom('idempotency_keys')
        .select(['fingerprint', 'payment_id'])
        .where('scope', '=', scope)
        .where('key', '=', key),
    ),
  };
}

export function sequenceQueries(db: Kysely<Tables>) {
  return {
    nextSequence: preparedQuery(({ counter, next }: { counter: string; next: number }) =>
      db
        .insertInto('sequences')
        .values({ counter, next })
        .onConflict((conflict) =>
          conflict.column('counter').doUpdateSet({
            next: sql<number>`${sql.raw(nextOfCounter)}`,
          }),
        )
        .returning('next'),
    ),
    skipSequence: preparedQuery(({ counter, by }: { counter: string; by: number }) =>
      db
        .insertInto('sequences')
        .values({ counter, next: by })
        .onConflict((conflict) =>
          conflict
            .column('counter')
            .doUpdateSet(({ ref }) => ({ next: sql<number>`${ref('sequences.next')} + ${ref('excluded.next')}` })),
        ),
    ),
  };
}

function attemptQueries(db: Kysely<Tables>) {
  const attempts = db.selectFrom('payment_attempts').select(attemptColumns);
  const updateUntaken = (id: string, change: { opened_at: number } | { form_given_at: number }) =>
    db
      .updateTable('payment_attempts')
      .set(change)
      .where('id', '=', id)
      .where('status', '=', sql.lit('OPEN'))
      .where('opened_at', 'is', null)
      .where('form_given_at', 'is', null);
  return {
    attemptsOf: preparedQuery(({ paymentId }: { paymentId: string }) =>
      attempts.where('payment_id', '=', paymentId).orderBy('number'),
    ),
    lastAttemptOf: preparedQuery(({ paymentId }: { paymentId: string }) =>
      attempts.where('payment_id', '=', paymentId).orderBy('number', 'desc').limit(sql.lit(1)),
    ),
    // Through its payment, whose reference it begins with: it needs no index of its own.
    attemptByReference: preparedQuery((of: { target: PaymentTarget; reference: string; payment: string }) =>
      attempts
        .where('payment_id', '=', ({ selectFrom }) =>
          selectFrom('payments').select('payments.id').where('payments.reference', '=', of.payment),
        )
        .where('payment_target', '=', of.target)
        .where('reference', '=', of.reference),
    ),
    attemptById: preparedQuery(({ id }: { id: string }) => attempts.where('id', '=', id)),
    insertAttempt: insertRow(db, 'payment_attempts', attemptColumns),
    updateAttempt: preparedByColumns((columns: readonly (keyof AttemptChangeRow)[]) =>
      preparedQuery((row: Partial<AttemptChangeRow> & { id: string }) =>
        db.updateTable('payment_attempts').set(pick(row, columns)).where('id', '=', row.id),
      ),
    ),
    updateAttemptAsRead: preparedByColumns((columns: readonly (keyof AttemptChangeRow)[]) =>
      preparedQuery((row: Partial<AttemptChangeRow> & { id: string; from: string; of: string | null }) =>
        db
          .updateTable('payment_attempts')
          .set(pick(row, columns))
          .where('id', '=', row.id)
          .where('status', '=', row.from)
          .where('bank_transaction', 'is not distinct from', row.of),
      ),
    ),
    takeAttempt: preparedQuery(({ id, openedAt }: { id: string; openedAt: number }) =>
      updateUntaken(id, { opened_at: openedAt }),
    ),
    giveForm: preparedQuery(({ id, givenAt }: { id: string; givenAt: number }) =>
      updateUntaken(id, { form_given_at: givenAt }),
    ),
  };
}

function eventQueries(db: Kysely<Tables>) {
  const events = db.selectFrom('payment_events').select(eventColumns);
  return {
    // Along the index `payment_events_later`.
    laterEvent: preparedQuery(({ id }: { id: string }) =>
      events.where('id', '=', id).where('sequence', '>', sql.lit(1)),
    ),
    // First events have no index: the newest payments before the event come first, so that few are looked at.
    firstEvent: preparedQuery(({ id, from, until }: { id: string; from: string; until: string }) =>
      events
        .where('payment_id', '>=', from)
        .where('payment_id', '<', until)
        .where('sequence', '=', sql.lit(1))
        .where('id', '=', id)
        .orderBy('payment_id', 'desc')
        .limit(sql.lit(1)),
    ),
    eventsOf: preparedQuery(
      ({ paymentId, fromSequence, limit }: { paymentId: string; fromSequence: number; limit: number }) =>
        events
          .where('payment_id', '=', paymentId)
          // The planner compares a bound `>` with the partial index of later events, at each run.
          .where('sequence', '>=', fromSequence)
          .orderBy('sequence')
          .limit(limit),
    ),
    lastEventOf: preparedQuery(({ paymentId }: { paymentId: string }) =>
      db
        .selectFrom('payment_events')
        .select(['sequence', 'hash'])
        .where('payment_id', '=', paymentId)
        .orderBy('sequence', 'desc')
        .limit(sql.lit(1)),
    ),
    insertEvent: insertRow(db, 'payment_events', eventColumns),
  };
}

function bankQueries(db: Kysely<Tables>) {
  return {
    notification: preparedQuery(({ id }: { id: string }) =>
      db.selectFrom('notifications').select(notificationColumns).where('id', '=', id),
    ),
    insertNotification: preparedQuery((row: NotificationRow) =>
      db.insertInto('notifications').values(pick(row, notificationColumns)),
    ),
    updateNotification: preparedQuery(
      (row: Pick<NotificationRow, 'id' | 'outcome' | 'reason' | 'payment_id'> & { from: string }) =>
        db
          .updateTable('notifications')
          .set(pick(row, ['outcome', 'reason', 'payment_id']))
          .where('id', '=', row.id)
          .where('outcome', '=', row.from),
    ),
    eraseNotification: preparedQuery(({ id, body, at }: { id: string; body: Buffer; at: number }) =>
      db
        .updateTable('notifications')
        .set({ query: '', body, headers: '{}', source: '', erased_at: at })
        .where('id', '=', id),
    ),
    claimUpdate: insertRowOnce(db, 'bank_news', ['target', 'deduplication_key', 'notification_id', 'at']),
    notificationOfUpdate: preparedQuery(({ target, key }: { target: PaymentTarget; key: string }) =>
      db
        .selectFrom('bank_news')
        .select('notification_id')
        .where('target', '=', target)
        .where('deduplication_key', '=', key),
    ),
    claimBankTransaction: insertRowOnce(db, 'bank_transactions', [
      'target',
      'run_mode',
      'bank_transaction',
      'attempt_id',
    ]),
    attemptOfBankTransaction: preparedQuery(
      (transaction: { target: PaymentTarget; runMode: EffectiveRunMode; bankTransaction: string }) =>
        db
          .selectFrom('bank_transactions')
          .select('attempt_id')
          .where('target', '=', transaction.target)
          .where('run_mode', '=', transaction.runMode)
          .where('bank_transaction', '=', transaction.bankTransaction),
    ),
  };
}
