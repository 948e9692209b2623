import { expect } from 'vitest';
import type { Store, Transaction } from '../../../src/app/store.ts';

/**
 * Two gateways learn the same at the same moment. On PostgreSQL each statement of a unit of work sees what was committed
 * before it: here the other gateway comes in between any two reads, one after the other.
 */

export type Interruption = { at: number; reads: number; run: (() => Promise<unknown>) | null };

/** After the read of number `at` of any unit of work that has written nothing yet, another caller does `run`. */
export const interrupted =
  (interruption: Interruption) =>
  (store: Store): Store => ({
    ...store,
    transact: (work) => store.transact((transaction) => work(watched(store, transaction, interruption))),
  });

function watched(store: Store, transaction: Transaction, interruption: Interruption): Transaction {
  let hasWritten = false;
  return new Proxy(transaction, {
    get: (target, name, receiver) => {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function') return method;
      return async (...values: unknown[]) => {
        const result: unknown = await method.apply(target, values);
        if (!(name in store)) hasWritten = true;
        else if (!hasWritten && ++interruption.reads === interruption.at) {
          const { run } = interruption;
          interruption.run = null;
          await run?.();
        }
        return result;
      };
    },
  });
}

/**
 * Repeats a case: each time the early caller comes after another read of the late one, and at last after all that the
 * late one does.
 */
export const atEachRead =
  (interruption: Interruption) =>
  async (
    play: (
      overtakenBy: (early: () => Promise<unknown>, late: () => Promise<unknown>) => Promise<void>,
      at: number,
    ) => Promise<void>,
  ): Promise<void> => {
    let at = 0;
    for (let isReached = true; isReached; at++) {
      expect(at).toBeLessThan(60);
      await play(async (early, late) => {
        Object.assign(interruption, { at: at + 1, reads: 0, run: early });
        await late();
        isReached = interruption.run === null;
        interruption.run = null;
        if (!isReached) await early();
      }, at);
    }
    expect(at).toBeGreaterThan(1);
  };
