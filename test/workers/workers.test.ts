import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/app/store.ts';
import { StoreUnavailableError } from '../../src/kernel/store-unavailable.ts';
import { createWorkers, type Workers } from '../../src/workers/workers.ts';
import type { TestDatabase } from '../support/databases.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';

describe.each(drawnDatabases())('workers on $name', ({ open }) => {
  let database: TestDatabase;
  let stores: Store[];
  let now: number;
  const logged: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) });
  const workersOf = (holder: string, store: Store, round: () => Promise<void>): Workers =>
    createWorkers({ store, clock: () => now, holder, logger }, [{ name: 'counting', everyMs: 5, round }]);

  beforeEach(async () => {
    database = await open();
    const { databaseUrl } = database;
    stores = [await openStore({ databaseUrl }), await openStore({ databaseUrl })];
    now = Date.parse('2026-03-02T10:00:00Z');
    logged.length = 0;
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await database.dispose();
  });

  test('one process at a time works, and another takes over when its lease has run out', async () => {
    const rounds = [0, 0];
    const [first, second] = stores.map((store, index) =>
      workersOf(`process ${index}`, store, async () => {
        rounds[index] = (rounds[index] ?? 0) + 1;
      }),
    ) as [Workers, Workers];
    expect(await first.runNow()).toBe(true);
    expect(await second.runNow('counting')).toBe(false);
    expect(await first.runNow()).toBe(true);
    now += 31_000;
    expect(await second.runNow()).toBe(true);
    expect(await first.runNow()).toBe(false);
    expect(rounds).toEqual([2, 1]);
  });

  test('a process that died with its clock hours ahead holds nothing up; one that lives some seconds ahead keeps its lease', async () => {
    const [first, second] = stores.map((store, index) => workersOf(`process ${index}`, store, async () => {})) as [
      Workers,
      Workers,
    ];
    const rightNow = now;
    now = rightNow + 20_000;
    expect(await first.runNow()).toBe(true);
    now = rightNow;
    expect(await second.runNow()).toBe(false);
    now = rightNow + 6 * 3_600_000;
    expect(await first.runNow()).toBe(true);
    now = rightNow;
    expect(await second.runNow()).toBe(true);
    expect(await first.runNow()).toBe(false);
  });

  test('who stops gives its work to the others at once', async () => {
    const [first, second] = stores.map((store, index) => workersOf(`process ${index}`, store, async () => {})) as [
      Workers,
      Workers,
    ];
    await first.runNow();
    await first.stop();
    expect(await second.runNow()).toBe(true);
    expect(await first.runNow()).toBe(false);
  });

  test('a round that fails is logged without its words, and the next one comes', async () => {
    let rounds = 0;
    const workers = workersOf('process 0', stores[0] as Store, async () => {
      rounds++;
      if (rounds === 1) throw new Error('secret of a customer');
    });
    workers.start();
    await expect.poll(() => rounds).toBeGreaterThan(2);
    await workers.stop();
    const after = rounds;
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('counting');
    expect(logged[0]).not.toContain('secret');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(rounds).toBe(after);
  });

  test('rounds of one process never overlap', async () => {
    let inside = 0;
    let most = 0;
    const workers = workersOf('process 0', stores[0] as Store, async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside--;
    });
    await Promise.all([workers.runNow(), workers.runNow(), workers.runNow()]);
    expect(most).toBe(1);
    await expect(workers.runNow('unknown')).rejects.toThrow('no worker unknown');
  });

  test('a round that fails says why the database does, and nothing of another message', async () => {
    const [store] = stores as [Store];
    const full = new StoreUnavailableError('FULL', { cause: new Error('camille@example.fr'), isOutcomeUnknown: false });
    const faults = [full, new TypeError('camille@example.fr')];
    const workers = workersOf('process 0', store, async () => {
      const fault = faults.shift();
      if (fault) throw fault;
    });
    workers.start();
    await expect.poll(() => logged.length).toBe(2);
    await workers.stop();
    expect(logged[0]).toContain('"fault":"StoreUnavailableError: the disk of the database is full"');
    expect(logged[1]).toMatch(/"fault":"TypeError: at /);
    expect(logged.join('')).not.toContain('camille');
  });
});
