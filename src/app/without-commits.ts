import type { Store } from './store.ts';

class RolledBack extends Error {
  override readonly name = 'RolledBack';
}

/** Every unit of work runs to its end and is rolled back. */
export function withoutCommits(store: Store): Store {
  const transact: Store['transact'] = async (work) => {
    const results: Awaited<ReturnType<typeof work>>[] = [];
    const rolledBack = new RolledBack('nothing is kept of what is only explained');
    try {
      await store.transact(async (transaction) => {
        results.push(await work(transaction));
        throw rolledBack;
      });
    } catch (error) {
      if (error !== rolledBack) throw error;
    }
    return results.at(-1) as Awaited<ReturnType<typeof work>>;
  };
  const recordInitiation: Store['recordInitiation'] = (record) =>
    transact((transaction) => transaction.recordInitiation(record));
  // A copy would lose what the store inherits from the one that it watches.
  return Object.assign(Object.create(store) as Store, { transact, recordInitiation });
}
