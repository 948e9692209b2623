import assert from 'node:assert/strict';
import type { Connection } from './connection.ts';

export type Work<T, Transaction> = (transaction: Transaction) => Promise<T>;

export type WorkOptions<Transaction> = {
  readonly connection: Connection;
  readonly createTransaction: (connection: Connection) => Transaction;
  /** Runs the work, and fails where it does not end in time. */
  readonly inTime?: <T>(run: () => Promise<T>) => Promise<T>;
};

/**
 * Runs one unit of work on a connection with a transaction; the caller commits or rolls back. The transaction's
 * functions become invalid at the end. A refused statement fails the unit even if `work` went on.
 */
export async function runWork<T, Transaction>(
  { connection, createTransaction, inTime = (run) => run() }: WorkOptions<Transaction>,
  work: Work<T, Transaction>,
): Promise<T> {
  let isOpen = true;
  let refusal: { readonly error: unknown } | null = null;
  const watched = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    assert(isOpen, 'a transaction was used after its unit of work ended');
    if (refusal) throw refusal.error;
    try {
      return await run();
    } catch (error) {
      refusal ??= { error };
      throw error;
    }
  };
  const transaction = createTransaction({
    execute: (statement) => watched(() => connection.execute(statement)),
    insertTogether: (rows, isFresh) => watched(() => connection.insertTogether(rows, isFresh)),
  });
  const refused = (): unknown => refusal?.error;
  try {
    const value = await inTime(async () => work(transaction));
    if (refused() !== undefined) throw refused();
    return value;
  } catch (error) {
    throw refused() ?? error;
  } finally {
    isOpen = false;
  }
}
