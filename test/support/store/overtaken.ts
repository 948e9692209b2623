import { expect } from 'vitest';
import type { Store, Transaction } from '../../../src/app/store.ts';
import { postgres } from '../databases.ts';
import { startGateway, type TestGateway, type TestGatewayOptions } from '../gateway.ts';

/**
 * Two gateways learn the same at the same moment. On PostgreSQL each statement of a unit of work sees what was committed
 * before it: here the other gateway comes in between any two reads, one after the other.
 */

type Interruption = {
  at: number;
  reads: number;
  run: (() => Promise<unknown>) | null;
  /** Writes that lock nothing which the other caller needs: it may come after them too. */
  readonly own?: ReadonlySet<string>;
};

/** After the read of number `at` of any unit of work that has written nothing yet, another caller does `run`. */
const interrupted =
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
        if (!(name in store)) hasWritten ||= !interruption.own?.has(String(name));
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

export type Overtaken = {
  readonly gateway: TestGateway;
  /** Another one on the same PostgreSQL, and at the same simulated banks. */
  readonly overtaken: TestGateway;
  readonly atEachRead: ReturnType<typeof atEachReadOf>;
  readonly close: () => Promise<void>;
};

/** The store of an overtaken caller, without a gateway. */
export function overtakenStore(store: Store): Pick<Overtaken, 'atEachRead'> & { readonly store: Store } {
  const interruption: Interruption = { at: 0, reads: 0, run: null };
  return { store: interrupted(interruption)(store), atEachRead: atEachReadOf(interruption) };
}

export async function openOvertaken(
  options: TestGatewayOptions = {},
  own: readonly (keyof Transaction)[] = [],
): Promise<Overtaken> {
  const interruption: Interruption = { at: 0, reads: 0, run: null, own: new Set(own) };
  const { databaseUrl, dispose } = await postgres.open();
  const gateway = await startGateway({ ...options, databaseUrl });
  const overtaken = await startGateway({
    ...{ ...options, databaseUrl, environment: { PUBLIC_URL: gateway.url } },
    around: interrupted(interruption),
  });
  return {
    ...{ gateway, overtaken, atEachRead: atEachReadOf(interruption) },
    close: async () => {
      await overtaken.close();
      await gateway.close();
      await dispose();
    },
  };
}

/**
 * Repeats a case: each time the early caller comes after another read of the late one, and at last after all that the
 * late one does.
 */
const atEachReadOf =
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
