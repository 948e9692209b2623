import { setImmediate } from 'node:timers/promises';
import type { IndexOptions } from './index-documents.ts';

/** Once a day at most: the index is written anew for it. */
const afterMs = 86_400_000;
/** Between the steps, so that payments come first. */
const stepsPerRound = 50;

/** Removes the bytes of words that were dropped a day ago: until then only no search finds them. */
export async function cleanIndex({
  store,
  clock,
  keepsLease,
}: Pick<IndexOptions, 'store' | 'clock' | 'keepsLease'>): Promise<void> {
  const { droppedAt } = await store.searchState();
  if (droppedAt === null || droppedAt > clock() - afterMs) return;
  for (let step = 0; step < stepsPerRound; step++) {
    const isClean = await store.transact(async (transaction) => {
      await transaction.lockSearch();
      if (!(await transaction.cleanDropped())) return false;
      await transaction.moveSearch({ droppedAt: null });
      return true;
    });
    if (isClean || !(await keepsLease())) return;
    await setImmediate();
  }
}
