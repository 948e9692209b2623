import { actingName, type Caller } from '../../../kernel/caller.ts';
import { claimKey, holderOfKey, type RequestKey } from '../../payments/claimed-key.ts';
import type { Reads, Transaction } from '../ports.ts';
import type { BatchCreation } from './batch-input.ts';
import type { StoredBatch } from './direct-debit.ts';
import type { BatchScope } from './plan-batch.ts';

/** The same request under the same key makes the same batches, one for each scheme. */

export type KeyedRequest = {
  readonly caller: Caller;
  readonly request: BatchCreation;
  readonly scope: Pick<BatchScope, 'runMode' | 'scheme'>;
};

function requestKeyOf({ caller, request, scope: { runMode, scheme } }: KeyedRequest): RequestKey | null {
  const { idempotencyKey: key, idSociete, cutOff } = request;
  if (!key) return null;
  const asked = [idSociete, cutOff, request.runMode, request.scheme ?? null];
  return { scope: `${actingName(caller)} createDirectDebitBatch ${runMode} ${scheme}`, key, asked };
}

/**
 * Takes the key for a batch, in the transaction that writes it.
 * @returns the batch that the key made before, or null
 * @throws IdempotencyConflictError
 */
export async function claimBatchKey(
  transaction: Transaction,
  asked: KeyedRequest,
  { id: holderId, createdAt: at }: Pick<StoredBatch, 'id' | 'createdAt'>,
): Promise<StoredBatch | null> {
  const key = requestKeyOf(asked);
  const holder = key && (await claimKey(transaction, key, { holderId, at }));
  return holder === null ? null : transaction.directDebitBatch(holder);
}

/**
 * Where nothing is due, the same key may have collected it: looked up without taking the key.
 * @throws IdempotencyConflictError
 */
export async function batchOfKey(store: Reads, asked: KeyedRequest): Promise<StoredBatch | null> {
  const key = requestKeyOf(asked);
  const holder = key && (await holderOfKey(store, key));
  return holder === null ? null : store.directDebitBatch(holder);
}
