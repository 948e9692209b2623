import assert from 'node:assert/strict';
import { hashOfEvent, sortedKeys } from '../event-hash.ts';
import { parseEventFacts } from '../events/event-data.ts';
import type { NewPaymentEvent } from '../events/payment-event.ts';
import type { EventRow } from './tables.ts';

export type ChainEnd = Pick<EventRow, 'sequence' | 'hash'>;

/** The event's row, tied to the one before it (`last`, null for a payment's first). */
export function chainedRow(event: NewPaymentEvent, sequence: number, last: ChainEnd | null): EventRow {
  assert((last?.sequence ?? 0) + 1 === sequence, 'the events of a payment have no gap and no repeat');
  const { id, paymentId, type, status, at } = event;
  // Only readable data is written.
  const data = sortedKeys(parseEventFacts(type, event.data).data);
  const previousHash = last?.hash ?? null;
  return {
    id,
    payment_id: paymentId,
    sequence,
    type,
    status,
    at,
    data: JSON.stringify(data),
    previous_hash: previousHash,
    hash: hashOfEvent(previousHash, { id, paymentId, sequence, type, status, at, data }),
  };
}
