import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import type { EventData, NewPaymentEvent } from '../domain/payment.ts';
import type { EventRow } from './tables.ts';

export type ChainEnd = Pick<EventRow, 'sequence' | 'hash'>;

/**
 * The event's row, tied to the one before it (`last`, null for a payment's first). Its hash is SHA-256, in hex, over
 * the JSON of [previous hash, id, payment id, sequence, type, status, at, data], the keys of `data` sorted, so that
 * whoever has the rows can check the whole story.
 */
export function chainedRow(event: NewPaymentEvent, sequence: number, last: ChainEnd | null): EventRow {
  assert((last?.sequence ?? 0) + 1 === sequence, 'the events of a payment have no gap and no repeat');
  const { id, paymentId, type, status, at } = event;
  const data = sortedKeys(event.data);
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
    hash: hash('sha256', JSON.stringify([previousHash, id, paymentId, sequence, type, status, at, data])),
  };
}

function sortedKeys(data: EventData): EventData {
  return Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
}
