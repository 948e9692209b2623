import { hash } from 'node:crypto';

/** An event as the hash covers it. The type is wide, because a changed row must be hashed too. */
export type HashedEvent = {
  readonly id: string;
  readonly paymentId: string;
  readonly sequence: number;
  readonly type: string;
  readonly status: string;
  readonly at: number;
  readonly data: object;
};

/**
 * SHA-256, in hex, over the JSON of [previous hash, id, payment id, sequence, type, status, at, data], with the keys of
 * `data` sorted (`sortedKeys`). The rows alone are enough to check the whole story.
 */
export function hashOfEvent(previousHash: string | null, event: HashedEvent): string {
  const { id, paymentId, sequence, type, status, at, data } = event;
  return hash('sha256', JSON.stringify([previousHash, id, paymentId, sequence, type, status, at, data]));
}

export function sortedKeys(data: object): object {
  return Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
}
