import { type Caller, hasRight, holds } from '../../kernel/caller.ts';
import type { Transacting } from '../../kernel/transacting.ts';
import type { Restore, RestoreWrites, WorkloadReads } from './ports.ts';

/**
 * A database that came back as it was earlier does not know what was done since: a refund or a debit file looks as if
 * there was none. The doubt stays in the database until a person says that it was compared with the banks.
 */

type Reads = Pick<WorkloadReads, 'restoresToCompare'>;
type Services = {
  readonly store: Pick<WorkloadReads, 'newestRecord'> & Reads & Transacting<Reads & RestoreWrites>;
  readonly clock: () => number;
};

/**
 * The clock of this machine may be slow: the restore is later than any record of the database, and so than those before it.
 * @param knownUntil up to when the database knows what was done; null: that is not known
 */
export async function recordRestore({ store, clock }: Services, knownUntil: number | null): Promise<Restore> {
  const newest = Math.max((await store.newestRecord()) ?? 0, knownUntil ?? 0);
  const restore = { restoredAt: Math.max(clock(), newest + 1), knownUntil };
  await store.transact((transaction) => transaction.insertRestore(restore));
  return restore;
}

/** A person has compared all restores of now. Answers them, the oldest first. */
export const confirmCompared = ({ store, clock }: Services): Promise<readonly Restore[]> =>
  store.transact(async (transaction) => {
    const compared = await transaction.restoresToCompare();
    const last = compared.at(-1);
    if (last) await transaction.markCompared(last.restoredAt, clock());
    return compared;
  });

/** Those who may give money back, decide about it, or have it collected. */
const mayDoTwice = (caller: Caller): boolean =>
  (['refund', 'decide', 'batches'] as const).some((scope) => holds(caller, scope)) || hasRight(caller, 'approve');

/** Restores that wait to be compared, as one: from the earliest moment to the last restore. Null: there is none. */
export async function readRestoreToCompare(
  { store }: { readonly store: Reads },
  caller: Caller,
): Promise<Restore | null> {
  if (!mayDoTwice(caller)) return null;
  const restores = await store.restoresToCompare();
  const last = restores.at(-1);
  if (last === undefined) return null;
  const known = restores.flatMap(({ knownUntil }) => knownUntil ?? []);
  return { restoredAt: last.restoredAt, knownUntil: known.length === restores.length ? Math.min(...known) : null };
}
