import type { Connection } from '../../../store/connection.ts';
import { type NewRow, type Numbering, newRow, type RowForm } from '../../../store/new-rows.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { first } from '../../../store/prepared-query.ts';
import type { OutgoingMessage } from '../events/outgoing-message.ts';
import type { IdempotencyClaim, InitiationWrites, RecordedInitiation } from '../payment-store.ts';
import type { SequenceCounter } from '../provider.ts';
import { chainedRow } from './event-chain.ts';
import { type PaymentRow, paymentColumns, rowOfPayment } from './payment-row.ts';
import type { paymentQueries } from './queries.ts';
import { attemptOf, rowOfAttempt } from './rows.ts';
import {
  type AttemptRow,
  attemptColumns,
  type EventRow,
  eventColumns,
  type IdempotencyKeyRow,
  idempotencyKeyColumns,
} from './tables.ts';

const keys: RowForm<IdempotencyKeyRow> = {
  table: 'idempotency_keys',
  columns: idempotencyKeyColumns,
  grouping: { id: 'payment_id', contested: 'key' },
};
const payments: RowForm<PaymentRow> = {
  table: 'payments',
  columns: paymentColumns,
  grouping: { id: 'id', contested: 'derived_key' },
};
const attempts: RowForm<AttemptRow> = { table: 'payment_attempts', columns: attemptColumns };
const events: RowForm<EventRow> = { table: 'payment_events', columns: eventColumns };

/** Where the messages about events go. The module of the outbox declares it; `src/app/store.ts` joins the two. */
export type Outbox = { readonly outboxRow: (message: OutgoingMessage) => NewRow };

/**
 * The one write of an initiation: key, payment, attempt, event and messages, as rows in this order. Only the first row
 * may be taken: the key, or else the payment by its derived key or its reference.
 */
export function createInitiationWrites(
  { queries, outboxRow }: Preparation<typeof paymentQueries> & Outbox,
  connection: Connection,
): InitiationWrites {
  return {
    recordInitiation: async ({ claim, payment, attempt, counter, event, messages, isFresh }) => {
      const rows = [
        ...(claim ? [newRow(keys, rowOfClaim(claim))] : []),
        newRow(payments, rowOfPayment(payment)),
        ...(attempt ? [newRow(attempts, rowOfAttempt(attempt, payment.paymentTarget), numberingOf(counter))] : []),
        newRow(events, chainedRow(event, 1, null)),
        ...messages.map(outboxRow),
      ];
      const { isTaken, number, isRepeated } = await connection.insertTogether(rows, isFresh);
      if (!isTaken) return { isRecorded: true, attempt: attempt && { ...attempt, sequence: number } };
      return isRepeated ? ownInitiation(payment.id) : notRecorded;
    },
  };

  /** What the first try wrote, whose answer was lost. */
  async function ownInitiation(paymentId: string): Promise<RecordedInitiation> {
    const own = (await queries.paymentById(connection, { id: paymentId })).rows.length === 1;
    if (!own) return notRecorded;
    return { isRecorded: true, attempt: first(await queries.lastAttemptOf(connection, { paymentId }), attemptOf) };
  }
}

const numberingOf = (counter: SequenceCounter | null): Numbering | null =>
  counter && { column: 'sequence', counter: counter.name, first: counter.first, limit: counter.limit };

const notRecorded: RecordedInitiation = { isRecorded: false, attempt: null };

export const rowOfClaim = ({ scope, key, fingerprint, holderId, at }: IdempotencyClaim): IdempotencyKeyRow => ({
  scope,
  key,
  fingerprint,
  payment_id: holderId,
  at,
});
