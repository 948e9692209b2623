import { setTimeout } from 'node:timers/promises';

/**
 * The payment changed in the meantime: read it again and decide anew. On PostgreSQL each statement sees everything
 * committed before it. So a unit of work reads the payment first and its parts after it: any change in between has
 * raised the version. In the other order, an operation that was resolved in between would be resolved twice, because
 * the payment is the newest. A new payment that waited for too long to be written counts as changed too.
 */
export class StaleVersionError extends Error {
  override readonly name = 'StaleVersionError';
}

/** When dozens change the same row at once, one succeeds in each round. */
const mostTries = 15;
const longestPauseMs = 100;

/**
 * Repeats a unit of work that lost against a concurrent change. Each try waits for a random, growing time, so that
 * competitors do not collide again. Not for use in a transaction, which would stay open meanwhile.
 */
export async function untilFresh<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StaleVersionError) || tries === mostTries) throw error;
    }
    await setTimeout(Math.random() * Math.min(longestPauseMs, 5 * 2 ** tries));
  }
}
