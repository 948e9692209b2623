import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/app/store.ts';
import { verifyLedger } from '../../src/app/verify-ledger.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { openTestStore } from '../support/store/examples.ts';

/** It reads everything, in the process that takes payments. */
describe.each(drawnDatabases())('a verification of the ledger ($name)', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  /** The store, with a note of each read. */
  const noting = (note: (name: string) => void): Store =>
    new Proxy(opened.store, {
      get: (target, name, receiver) => {
        const run: unknown = Reflect.get(target, name, receiver);
        if (typeof run !== 'function' || name === 'transact') return run;
        return (...input: unknown[]) => {
          note(String(name));
          return run(...input);
        };
      },
    });
  const verify = (store: Store, isWanted: () => boolean) =>
    verifyLedger({ store, clock: () => Date.now(), auditKeptMs: null }, { isWanted, progress: () => undefined });

  it('ends where the one who asked leaves, before its last read too', async () => {
    const readUntil = async (most: number) => {
      const reads: string[] = [];
      const report = await verify(
        noting((name) => reads.push(name)),
        () => reads.length < most,
      );
      return { report, reads: reads.length };
    };
    const whole = await readUntil(Number.POSITIVE_INFINITY);
    expect(whole.report).not.toBeNull();
    expect(await readUntil(whole.reads - 1)).toEqual({ report: null, reads: whole.reads - 1 });
  });
});
