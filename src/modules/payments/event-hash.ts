import { hash } from 'node:crypto';
import type { EventData, NewPaymentEvent } from './payment.ts';

/**
 * SHA-256, in hex, over the JSON of [previous hash, id, payment id, sequence, type, status, at, data], the keys of
 * `data` sorted (`sortedKeys`), so that whoever has the rows can check the whole story.
 */
export function hashOfEvent(
  previousHash: string | null,
  event: Omit<NewPaymentEvent, 'type' | 'status'> & {
    readonly type: string;
    readonly status: string;
    readonly sequence: number;
  },
): string {
  const { id, paymentId, sequence, type, status, at, data } = event;
  return hash('sha256', JSON.stringify([previousHash, id, paymentId, sequence, type, status, at, data]));
}

export function sortedKeys(data: EventData): EventData {
  return Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
}
