import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/app/store.ts';
import { StoreUnavailableError } from '../../src/kernel/store-unavailable.ts';
import { createWorkers, type Workers } from '../../src/workers/workers.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForEach } from '../support/open-for.ts';

describe.each(drawnDatabases())('workers on $name', ({ open }) => {
  const database = openForEach(open);
  const opened = openForEach(() => openStore(database));
  const beside = openForEach(() => openStore(database));
  const stores = [opened, beside];
  let now: number;
  const logged: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) });
  const workersOf = (holder: string, store: Store, round: () => Promise<void>, everyMs = 5): Workers =>
    createWorkers({ store, clock: () => now, holder, logger }, [{ name: 'counting', everyMs, round }]);
  const wakeAgainAndAgain = async (workers: Workers): Promise<void> => {
    for (let wakes = 0; wakes < 20; wakes++) {
      workers.wake('counting');
      await setTimeout(2);
    }
  };

  beforeEach(() => {
    now = Date.parse('2026-03-02T10:00:00Z');
    logged.length = 0;
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
    await setTimeout(30);
    expect(rounds).toBe(after);
  });

  test('rounds of one process never overlap', async () => {
    let inside = 0;
    let most = 0;
    const workers = workersOf('process 0', stores[0] as Store, async () => {
      most = Math.max(most, ++inside);
      await setTimeout(2);
      inside--;
    });
    await Promise.all([workers.runNow(), workers.runNow(), workers.runNow()]);
    expect(most).toBe(1);
    await expect(workers.runNow('unknown')).rejects.toThrow('no worker unknown');
  });

  test('many wakes during a round are followed by one more round', async () => {
    let rounds = 0;
    const { promise: isEnough, resolve: end } = Promise.withResolvers<void>();
    const workers = workersOf(
      'process 0',
      stores[0] as Store,
      () => (++rounds === 1 ? isEnough : Promise.resolve()),
      60_000,
    );
    workers.start();
    await wakeAgainAndAgain(workers);
    await expect.poll(() => rounds).toBe(1);
    end();
    await expect.poll(() => rounds).toBe(2);
    await setTimeout(30);
    expect(rounds).toBe(2);
    workers.wake('counting');
    await expect.poll(() => rounds).toBe(3);
    await workers.stop();
  });

  test('a process without the lease asks for it at its ticks, not for each wake', async () => {
    const [store, other] = stores as [Store, Store];
    let [claims, rounds] = [0, 0];
    const counting: Store = {
      ...other,
      transact: (work) => {
        claims++;
        return other.transact(work);
      },
    };
    await workersOf('process 0', store, async () => {}).runNow();
    const workers = workersOf('process 1', counting, async () => void rounds++, 500);
    workers.start();
    await wakeAgainAndAgain(workers);
    await expect.poll(() => claims).toBeGreaterThan(0);
    expect(claims).toBeLessThan(5);
    now += 31_000;
    await expect.poll(() => rounds).toBeGreaterThan(0);
    await workers.stop();
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
