import { createHash } from 'node:crypto';
import { actingName, type Caller } from '../../../kernel/caller.ts';
import { IdempotencyConflictError } from '../../../kernel/errors.ts';
import type { Payment } from '../payment.ts';
import type { IdempotencyClaim, IdempotencyHolder } from '../payment-store.ts';
import type { Reads, Transaction } from '../ports.ts';
import type { OperationKind } from './bank-operation.ts';

/** The same request under the same key is the same operation of a payment, with or without a call to a bank. */

export type KeyedOperation = {
  readonly kind: OperationKind;
  readonly caller: Caller;
  readonly payment: Payment;
  readonly idempotencyKey: string | null;
  /** The request's values, for the fingerprint of the key. */
  readonly asked: Readonly<Record<string, string | number | null>>;
};

/**
 * Claims the key for an operation, or for the payment itself where no bank is asked, in the acting transaction.
 * @returns the holder of the key before this request, or null
 * @throws IdempotencyConflictError
 */
export async function claimOperationKey(
  transaction: Transaction,
  keyed: KeyedOperation,
  { holderId, at }: Pick<IdempotencyClaim, 'holderId' | 'at'>,
): Promise<string | null> {
  const { idempotencyKey: key } = keyed;
  if (key === null) return null;
  const fingerprint = fingerprintOf(keyed);
  const claim = await transaction.claimIdempotencyKey({ scope: scopeOf(keyed), key, fingerprint, holderId, at });
  return claim.claimed ? null : holderOf(claim, fingerprint);
}

/**
 * The same, without taking the key.
 * @throws IdempotencyConflictError
 */
export async function operationKeyHolder(store: Reads, keyed: KeyedOperation): Promise<string | null> {
  if (keyed.idempotencyKey === null) return null;
  const holder = await store.idempotencyKey(scopeOf(keyed), keyed.idempotencyKey);
  return holder && holderOf(holder, fingerprintOf(keyed));
}

function holderOf(holder: IdempotencyHolder, fingerprint: string): string {
  if (holder.fingerprint === fingerprint) return holder.holderId;
  throw new IdempotencyConflictError('This idempotency key was used before for another request.', ['idempotencyKey']);
}

const scopeOf = ({ caller, kind, payment }: KeyedOperation): string =>
  `${actingName(caller)} ${kind} ${payment.effectiveRunMode}`;

const fingerprintOf = ({ kind, payment, asked }: KeyedOperation): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, payment.id, asked]))
    .digest('hex');
