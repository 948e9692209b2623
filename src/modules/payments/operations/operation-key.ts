import { actingName, type Caller } from '../../../kernel/caller.ts';
import { claimKey, holderOfKey, type RequestKey } from '../claimed-key.ts';
import type { Payment } from '../payment.ts';
import type { IdempotencyClaim } from '../payment-store.ts';
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
  holder: Pick<IdempotencyClaim, 'holderId' | 'at'>,
): Promise<string | null> {
  const key = requestKeyOf(keyed);
  return key && claimKey(transaction, key, holder);
}

/**
 * The same, without taking the key.
 * @throws IdempotencyConflictError
 */
export async function operationKeyHolder(store: Reads, keyed: KeyedOperation): Promise<string | null> {
  const key = requestKeyOf(keyed);
  return key && holderOfKey(store, key);
}

const requestKeyOf = ({ caller, kind, payment, idempotencyKey: key, asked }: KeyedOperation): RequestKey | null =>
  key === null
    ? null
    : {
        scope: `${actingName(caller)} ${kind} ${payment.effectiveRunMode}`,
        key,
        asked: [kind, payment.id, asked],
      };
