import { setTimeout } from 'node:timers/promises';

/**
 * Somebody else changed the payment in the meantime: read it again and decide anew. On PostgreSQL each statement sees
 * what was committed before it, so that a unit of work reads the payment first and then what belongs to it: what changes
 * in between has moved the version. Read the other way round, an operation that was settled in between would be settled
 * again, for the payment is the newest.
 */
export class StaleVersionError extends Error {
  override readonly name = 'StaleVersionError';
}

/** Of some dozens that change the same thing at once, one gets through each time. */
const mostTries = 15;
const longestPauseMs = 100;

/**
 * Runs a unit of work again where somebody else changed the same thing first. Each waits a moment of its own before it
 * reads again, longer from try to try, so that those who met do not meet again. Not for use in a transaction, which
 * would be held open meanwhile.
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
