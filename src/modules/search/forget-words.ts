import type { SearchReads, SearchWrites } from './search-document.ts';

/**
 * Takes the words of objects out of the index, in the transaction that erases their data. The worker then indexes what
 * is left of them. The lock comes before the erasure: no batch of the worker still has the words in hand.
 */
export async function forgetWords(
  transaction: SearchWrites & Pick<SearchReads, 'searchState'>,
  keys: readonly string[],
  at: number,
): Promise<void> {
  await transaction.lockSearch();
  await transaction.dropDocuments(keys);
  for (const key of keys) await transaction.queueKey(key);
  const { droppedAt } = await transaction.searchState();
  // The bytes of the oldest drop are due first: what is erased every day puts them off no further.
  if (droppedAt === null) await transaction.moveSearch({ droppedAt: at });
}
