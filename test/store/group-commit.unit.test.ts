import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Transaction } from '../../src/app/store.ts';
import type { SqliteConnection } from '../../src/store/sqlite/connection.ts';
import { createGroupCommit } from '../../src/store/sqlite/group-commit.ts';
import { insertTogether } from '../../src/store/sqlite/insert-together.ts';

/**
 * A connection that keeps no rows and remembers the commands it was given. A transaction that begins inside another one
 * fails, as at SQLite.
 */
function recordingConnection() {
  const commands: string[] = [];
  let isOpen = false;
  let written = 0;
  const run = (({ sql }: { sql: string }) => {
    if (sql === 'BEGIN IMMEDIATE' && isOpen) throw new Error('cannot start a transaction within a transaction');
    if (sql === 'BEGIN IMMEDIATE') isOpen = true;
    if (sql === 'COMMIT' || sql === 'ROLLBACK') isOpen = false;
    if (sql === 'WRITE') written++;
    commands.push(sql);
    return { rows: [], changes: 0 };
  }) as SqliteConnection['run'];
  const connection: SqliteConnection = {
    run,
    execute: async (statement) => run(statement),
    insertTogether: async (rows, isFresh) => insertTogether(run, rows, isFresh),
    isInTransaction: () => isOpen,
    writtenRows: () => written,
    close: () => undefined,
  };
  return { connection, commands };
}

/** Gives every unit the connection itself: these units use nothing of a real transaction. */
const noFunctions = () => ({}) as Transaction;

/** Long enough for every turn that is scheduled, and for those that they schedule. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await setImmediate();
}

describe('units of work that share a commit', () => {
  test('settle also where they are queued while the commit before them is under way', async () => {
    const { connection } = recordingConnection();
    const { transact } = createGroupCommit(connection, noFunctions);
    const settled: string[] = [];
    const late: Promise<unknown>[] = [];
    const first = transact(async () => {
      // Queued once the batch is taken, and before it is done.
      late.push(transact(async () => settled.push('late')));
      settled.push('first');
    });
    await first;
    await Promise.all(late);
    expect(settled).toEqual(['first', 'late']);
  });

  test('settle also where there are more of them than one commit takes', async () => {
    const { connection, commands } = recordingConnection();
    const { transact } = createGroupCommit(connection, noFunctions);
    const units = Array.from({ length: 200 }, (_, index) => transact(async () => index));
    expect(await Promise.all(units)).toEqual(Array.from({ length: 200 }, (_, index) => index));
    expect(commands.filter((command) => command === 'COMMIT')).toHaveLength(4);
  });

  test('settle exactly once, in the order in which they came, whatever queues more of them and when', async () => {
    const unit = fc.record({
      fails: fc.boolean(),
      writes: fc.boolean(),
      /** More units, queued by the work itself. */
      within: fc.nat({ max: 3 }),
      /** More units, queued by the caller when it has its answer. */
      after: fc.nat({ max: 2 }),
      microtasks: fc.nat({ max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 150 }), async (plans) => {
        const { connection, commands } = recordingConnection();
        const { transact } = createGroupCommit(connection, noFunctions);
        const queued: number[] = [];
        const settled: number[] = [];
        const queue = (work: (run: number) => Promise<void>): Promise<void> => {
          const number = queued.push(queued.length) - 1;
          let runs = 0;
          const done = (): void => void settled.push(number);
          return transact(() => work(++runs)).then(done, done);
        };
        const plain = () => queue(async () => undefined);
        for (const { fails, writes, within, after, microtasks } of plans) {
          const settling = queue(async (run) => {
            // A unit may run again, where another one beside it failed: it queues only once.
            for (let more = 0; more < within && run === 1; more++) void plain();
            for (let pause = 0; pause < microtasks; pause++) await Promise.resolve();
            if (writes) connection.run({ sql: 'WRITE', parameters: [] });
            if (fails) throw new Error('refused');
          });
          void settling.then(() => {
            for (let more = 0; more < after; more++) void plain();
          });
        }
        while (settled.length < queued.length) await setImmediate();
        await turns(3);
        expect(settled.toSorted((one, other) => one - other)).toEqual(queued);
        expect(settled).toEqual(queued);
        expect(commands.filter((command) => command === 'BEGIN IMMEDIATE')).toHaveLength(
          commands.filter((command) => command === 'COMMIT' || command === 'ROLLBACK').length,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('units of work that come one after the other', () => {
  afterEach(() => void vi.useRealTimers());

  /** A group that committed so many units at once before. Its timers run when the test says so. */
  async function groupAfter(size: number) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { connection, commands } = recordingConnection();
    const { transact } = createGroupCommit(connection, noFunctions);
    await Promise.all(Array.from({ length: size }, (_, index) => transact(async () => index)));
    commands.length = 0;
    const commits = () => commands.filter((command) => command === 'COMMIT').length;
    return { queue: () => transact(async () => undefined), commits };
  }

  test('are committed at once where the one before came alone', async () => {
    const { queue, commits } = await groupAfter(1);
    await queue();
    await queue();
    expect(commits()).toBe(2);
  });

  test('wait for as many as the last commit had, and no longer', async () => {
    const { queue, commits } = await groupAfter(3);
    const units = [queue()];
    await turns(3);
    units.push(queue());
    await turns(3);
    expect(commits()).toBe(0);
    await Promise.all([...units, queue()]);
    expect(commits()).toBe(1);
  });

  test('are committed after a millisecond where no others come, and soon wait no more', async () => {
    const { queue, commits } = await groupAfter(4);
    for (const commit of [1, 2]) {
      const unit = queue();
      await turns(3);
      expect(commits()).toBe(commit - 1);
      vi.advanceTimersByTime(1);
      await unit;
      expect(commits()).toBe(commit);
    }
    await queue();
    expect(commits()).toBe(3);
  });
});
