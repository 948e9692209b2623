import { createHash } from 'node:crypto';
import { actingName, type Caller } from '../../../kernel/caller.ts';
import { IdempotencyConflictError } from '../../../kernel/errors.ts';
import type { Services, Transaction } from '../ports.ts';
import type { BatchCreation } from './batch-input.ts';
import type { StoredBatch } from './direct-debit.ts';
import type { BatchScope } from './plan-batch.ts';

/** The same request under the same key makes the same batches, one for each scheme. */

export type KeyedRequest = {
  readonly caller: Caller;
  readonly request: BatchCreation;
  readonly scope: Pick<BatchScope, 'runMode' | 'scheme'>;
};

const scopeOf = ({ caller, scope: { runMode, scheme } }: KeyedRequest): string =>
  `${actingName(caller)} createDirectDebitBatch ${runMode} ${scheme}`;

const fingerprintOf = ({ idSociete, cutOff, runMode, scheme = null }: BatchCreation): string =>
  createHash('sha256')
    .update(JSON.stringify([idSociete, cutOff, runMode, scheme]))
    .digest('hex');

/**
 * Takes the key for a batch, in the transaction that writes it.
 * @returns the batch that the key made before, or null
 * @throws IdempotencyConflictError
 */
export async function claimBatchKey(
  transaction: Transaction,
  asked: KeyedRequest,
  { id, createdAt: at }: Pick<StoredBatch, 'id' | 'createdAt'>,
): Promise<StoredBatch | null> {
  const { idempotencyKey } = asked.request;
  if (!idempotencyKey) return null;
  const fingerprint = fingerprintOf(asked.request);
  const key = { scope: scopeOf(asked), key: idempotencyKey };
  const answer = await transaction.claimIdempotencyKey({ ...key, fingerprint, holderId: id, at });
  if (answer.claimed) return null;
  if (answer.fingerprint !== fingerprint) {
    throw new IdempotencyConflictError('This idempotency key was used before for another request.', ['idempotencyKey']);
  }
  return transaction.directDebitBatch(answer.holderId);
}

class NothingClaimed extends Error {}

/** Where nothing is due, the same key may have collected it: looked up without taking the key. */
export async function batchOfKey(
  { store, identifiers, clock }: Pick<Services, 'store' | 'identifiers' | 'clock'>,
  asked: KeyedRequest,
): Promise<StoredBatch | null> {
  if (!asked.request.idempotencyKey) return null;
  try {
    return await store.transact(async (transaction) => {
      const batch = { id: identifiers.newId('bat'), createdAt: clock() };
      const existing = await claimBatchKey(transaction, asked, batch);
      if (existing === null) throw new NothingClaimed('nothing is due, and the key stays free');
      return existing;
    });
  } catch (error) {
    if (error instanceof NothingClaimed) return null;
    throw error;
  }
}
