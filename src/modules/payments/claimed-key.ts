import { hash } from 'node:crypto';
import { IdempotencyConflictError } from '../../kernel/errors.ts';
import type { IdempotencyClaim, IdempotencyHolder } from './payment-store.ts';
import type { Reads, Transaction } from './ports.ts';

/** The same request under the same key, in one scope, is done once. */
export type RequestKey = Pick<IdempotencyClaim, 'scope' | 'key'> & {
  /** The values of the request, as JSON has them. */
  readonly asked: unknown;
};

/**
 * Claims the key in the acting transaction.
 * @returns the holder of the key before this request, or null
 * @throws IdempotencyConflictError
 */
export async function claimKey(
  transaction: Transaction,
  { asked, ...key }: RequestKey,
  { holderId, at }: Pick<IdempotencyClaim, 'holderId' | 'at'>,
): Promise<string | null> {
  const fingerprint = fingerprintOf(asked);
  const claim = await transaction.claimIdempotencyKey({ ...key, fingerprint, holderId, at });
  return claim.claimed ? null : holderOf(claim, fingerprint);
}

/**
 * The same, without taking the key.
 * @throws IdempotencyConflictError
 */
export async function holderOfKey(
  store: Pick<Reads, 'idempotencyKey'>,
  { scope, key, asked }: RequestKey,
): Promise<string | null> {
  const holder = await store.idempotencyKey(scope, key);
  return holder && holderOf(holder, fingerprintOf(asked));
}

/** @throws IdempotencyConflictError */
export function holderOf(holder: IdempotencyHolder, fingerprint: string): string {
  if (holder.fingerprint === fingerprint) return holder.holderId;
  throw new IdempotencyConflictError('This idempotency key was used before for another request.', ['idempotencyKey']);
}

const fingerprintOf = (asked: unknown): string => hash('sha256', JSON.stringify(asked));
