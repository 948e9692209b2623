/** What runs units of work, seen by a module that needs `Transaction` of it. */
export type Transacting<Transaction> = {
  /**
   * Runs one unit of work: all of it is committed, durably, before the promise resolves, or none of it if `work` throws.
   * Inside, nothing is awaited but the transaction's own functions. `work` may run again after a serialisation failure.
   */
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
};
