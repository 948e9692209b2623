/** The unit-of-work runner, as seen by a module that needs `Transaction`. */
export type Transacting<Transaction> = {
  /**
   * Runs one unit of work: all of it is committed, durably, before the promise resolves, or none of it if `work`
   * throws. `work` may await only the transaction's own functions. It may run again after a serialisation failure.
   */
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
};

/** Runs one unit of work, or none of it where it answers false: then another process was first. */
export async function transactUnlessOvertaken<Transaction>(
  store: Transacting<Transaction>,
  work: (transaction: Transaction) => Promise<boolean>,
): Promise<boolean> {
  const overtaken = new Error('another process was first');
  try {
    await store.transact(async (transaction) => {
      if (!(await work(transaction))) throw overtaken;
    });
    return true;
  } catch (error) {
    if (error === overtaken) return false;
    throw error;
  }
}

/** A unique value is taken: a reference or a token that another payment got at random. Nothing was written. */
export class ValueTakenError extends Error {
  override readonly name = 'ValueTakenError';
}

/** A counter has no number left below its limit. Nothing was written. */
export class CounterUsedUpError extends Error {
  override readonly name = 'CounterUsedUpError';
}
