import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import { openSqlite } from '../../src/store/sqlite/connection.ts';
import { committedReads } from '../../src/store/sqlite/store.ts';
import { temporaryFolder } from '../support/open-for.ts';
import { ask, exampleAttempt, examplePayment, initiate, insertPayment } from '../support/store/examples.ts';

const folder = temporaryFolder('sqlite');

describe('a connection to SQLite', () => {
  test.each([false, true])('has the settings that keep payments safe (read-only: %s)', (isReadOnly) => {
    const file = path.join(folder, 'pragmas.sqlite');
    openSqlite(file, { isReadOnly: false }).close();
    const connection = openSqlite(file, { isReadOnly });
    const read = (name: string) =>
      Object.values(connection.run<object>({ sql: `PRAGMA ${name}`, parameters: [] }).rows[0] ?? {});
    expect(read('journal_mode')).toEqual(['wal']);
    expect(read('synchronous')).toEqual([2]);
    expect(read('foreign_keys')).toEqual([1]);
    expect(read('busy_timeout')).toEqual([5000]);
    connection.close();
  });

  test('that reads cannot write', () => {
    const file = path.join(folder, 'reads.sqlite');
    openSqlite(file, { isReadOnly: false }).close();
    const connection = openSqlite(file, { isReadOnly: true });
    expect(() => connection.run({ sql: 'create table a (b)', parameters: [] })).toThrow(/readonly/);
    connection.close();
  });

  test('that writes also reads, as long as it has no transaction of its own open', async () => {
    const file = path.join(folder, 'committed.sqlite');
    const writer = openSqlite(file, { isReadOnly: false });
    const reader = openSqlite(file, { isReadOnly: true });
    const write = (sql: string) => writer.run({ sql, parameters: [] });
    const reads = committedReads(writer, reader);
    const read = async (sql: string) => (await reads.execute({ sql, parameters: [], name: null, isRead: true })).rows;
    write('create table a (b)');
    // Only the connection that made it knows a temporary table.
    write('create temp table mark (b)');
    expect(await read('select b from mark')).toEqual([]);
    write('begin immediate');
    write('insert into a values (1)');
    expect(await read('select b from a')).toEqual([]);
    await expect(read('select b from mark')).rejects.toThrow('no such table');
    write('commit');
    expect(await read('select b from a')).toEqual([{ b: 1 }]);
    expect(await read('select b from mark')).toEqual([]);
    reader.close();
    writer.close();
  });

  test.each([
    ['one row', 'select 1 as a', 4000],
    [
      'a thousand',
      'with recursive n(a) as (select 1 union all select a + 1 from n where a < 1000) select a from n',
      40,
    ],
  ])('that reads of %s let others have their turn', async (_what, sql, times) => {
    const file = path.join(folder, 'turns.sqlite');
    const writer = openSqlite(file, { isReadOnly: false });
    const reader = openSqlite(file, { isReadOnly: true });
    const reads = committedReads(writer, reader);
    let [turns, isDone] = [0, false];
    const walk = async () => {
      for (let count = 0; count < times; count++)
        await reads.execute({ sql, parameters: [], name: null, isRead: true });
      isDone = true;
    };
    const walking = walk();
    for (; !isDone; turns++) await setImmediate();
    await walking;
    expect(turns).toBeGreaterThanOrEqual(15);
    reader.close();
    writer.close();
  });

  test('refuses a file that does not take them', () => {
    // A database in memory has no log that could be written ahead.
    expect(() => openSqlite(':memory:', { isReadOnly: false })).toThrow('journal_mode');
  });

  test('keeps many statements, and forgets the oldest', () => {
    const connection = openSqlite(path.join(folder, 'statements.sqlite'), { isReadOnly: false });
    for (let round = 0; round < 2; round++) {
      for (let index = 0; index < 500; index++) {
        expect(connection.run({ sql: `select ${index} as number`, parameters: [] }).rows).toEqual([{ number: index }]);
      }
    }
    connection.close();
  });
});

describe('the address of a SQLite database', () => {
  test('makes the folder where it is missing', async () => {
    const file = path.join(folder, 'a/new folder/é.sqlite');
    const store = await openStore({ databaseUrl: `sqlite:${file}` });
    await store.migrate();
    await store.close();
    expect(existsSync(file)).toBe(true);
  });

  test('makes the file for its owner alone, and lets one that is there keep its mode', async () => {
    const file = path.join(folder, 'mode.sqlite');
    for (const mode of [0o600, 0o640]) {
      const store = await openStore({ databaseUrl: `sqlite:${file}` });
      await store.migrate();
      expect((await stat(file)).mode & 0o777).toBe(mode);
      await store.close();
      await chmod(file, 0o640);
    }
  });

  test('may be relative to the working folder', async () => {
    const relative = path.relative(process.cwd(), path.join(folder, 'relative.sqlite'));
    const store = await openStore({ databaseUrl: `sqlite:${relative}` });
    await store.close();
    expect(existsSync(path.join(folder, 'relative.sqlite'))).toBe(true);
  });

  test.each(['sqlite:', 'sqlite::memory:', 'sqlite:file::memory:?cache=shared', 'sqlite://data/a.sqlite'])(
    'is not %s',
    async (databaseUrl) => {
      await expect(openStore({ databaseUrl })).rejects.toThrow('DATABASE_URL');
    },
  );

  test.each(['', 'mysql://root:geheim@host/db', 'geheim', 'SQLITE:a', 'root:geheim@host', 'postgres:geheim'])(
    'begins with a scheme that is known, which %j does not, and the refusal repeats nothing of it',
    async (databaseUrl) => {
      const refusal = await openStore({ databaseUrl }).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Error);
      expect(String(refusal)).toContain('DATABASE_URL');
      expect(String(refusal)).not.toContain('geheim');
    },
  );

  test('is of a database, and not of some other file', async () => {
    const file = path.join(folder, 'text.sqlite');
    await writeFile(file, 'This is no database, however long one reads on in it.'.repeat(100));
    await expect(openStore({ databaseUrl: `sqlite:${file}` })).rejects.toThrow(/not a database/);
  });
});

describe('a SQLite store', () => {
  test('loses nothing that it answered when its processes are killed, two of them on one file', async () => {
    const databaseUrl = `sqlite:${path.join(folder, 'killed.sqlite')}`;
    const answered = (await Promise.all([30, 50].map((count) => payUntilKilled(databaseUrl, count)))).flat();
    expect(answered.length).toBeGreaterThanOrEqual(80);
    const store = await openStore({ databaseUrl });
    for (const id of answered) {
      expect((await store.paymentById(id))?.version).toBe(1);
      expect(await store.attemptsOf(id)).toHaveLength(1);
      expect(await store.eventsOf(id, 0, 10)).toHaveLength(1);
    }
    await store.close();
    expect(await ask(databaseUrl, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(await ask(databaseUrl, 'PRAGMA foreign_key_check')).toEqual([]);
  });

  test.each([
    ['moved', (file: string) => rename(file, `${file}.elsewhere`)],
    ['replaced', (file: string) => rename(file, `${file}.elsewhere`).then(() => writeFile(file, ''))],
  ])('whose file was %s writes nothing until it is back', async (_how, move) => {
    const file = path.join(folder, 'moved.sqlite');
    await using store = await openStore({ databaseUrl: `sqlite:${file}` });
    await store.migrate();
    await move(file);
    await vi.waitFor(() => expect(store.ping()).rejects.toMatchObject({ fault: 'MOVED' }));
    const payment = examplePayment();
    const written = store.transact((transaction) => insertPayment(transaction, payment));
    await expect(written).rejects.toThrow(`was moved or removed: ${file} is not the file that was opened`);
    await expect(initiate(store)).rejects.toMatchObject({ fault: 'MOVED' });
    await rename(`${file}.elsewhere`, file);
    expect(await store.paymentById(payment.id)).toBeNull();
    await store.ping();
    await initiate(store, payment);
  });

  test('refuses a unit of work that waits for something else, and goes on with the next', async () => {
    await using store = await openStore({ databaseUrl: `sqlite:${path.join(folder, 'waits.sqlite')}` });
    await store.migrate();
    const [waiting, beside] = [examplePayment(), examplePayment()];
    const somethingElse = Promise.withResolvers<void>();
    const late = Promise.withResolvers<string>();
    const outcomes = await Promise.allSettled([
      store.transact(async (transaction) => {
        await insertPayment(transaction, waiting);
        await somethingElse.promise;
        await transaction
          .insertAttempt(exampleAttempt(waiting), 'PAYBOX')
          .catch(({ message }) => late.resolve(message));
      }),
      store.transact((transaction) => insertPayment(transaction, beside)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await store.paymentById(waiting.id)).toBeNull();
    expect(await store.paymentById(beside.id)).toEqual(beside);
    somethingElse.resolve();
    expect(await late.promise).toContain('after its unit of work ended');
  });

  test('tells every unit of a batch when their commit failed', async () => {
    const file = path.join(folder, 'fails.sqlite');
    await using store = await openStore({ databaseUrl: `sqlite:${file}` });
    await store.migrate();
    // Deferred to the commit, a broken reference is found out only there.
    await ask(
      `sqlite:${file}`,
      'create table late (payment_id text references payments (id) deferrable initially deferred)',
    );
    await ask(
      `sqlite:${file}`,
      `create trigger late after insert on sequences begin insert into late values ('pay_nobody'); end`,
    );
    const payment = examplePayment();
    const outcomes = await Promise.allSettled([
      store.transact((transaction) => insertPayment(transaction, payment)),
      store.transact((transaction) => transaction.nextSequence('breaks the commit')),
      store.transact(async () => {
        throw new Error('failed by itself');
      }),
    ]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/foreign key/i) } });
    }
    expect(await store.paymentById(payment.id)).toBeNull();
    expect(await initiate(store, payment)).toEqual(payment);
  });

  test('commits the units of one turn of the event loop together, and one after the other', async () => {
    await using store = await openStore({ databaseUrl: `sqlite:${path.join(folder, 'turns.sqlite')}` });
    await store.migrate();
    const story: string[] = [];
    const unit = (name: string) =>
      store.transact(async (transaction) => {
        story.push(`${name} begins`);
        await transaction.nextSequence(name);
        story.push(`${name} ends`);
      });
    const settled = ['a', 'b', 'c'].map((name) => unit(name).then(() => story.push(`${name} answered`)));
    await Promise.all(settled);
    expect(story.slice(0, 6)).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(story.slice(6)).toEqual(['a answered', 'b answered', 'c answered']);
  });
});

/** Kills the process as soon as it has answered for so many payments; answers which. */
async function payUntilKilled(databaseUrl: string, count: number): Promise<readonly string[]> {
  const program = path.join(import.meta.dirname, '../support/store/paying-process.ts');
  const child = spawn(process.execPath, [program, databaseUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  let output = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    output += chunk;
    if (output.split('\n').length > count) child.kill('SIGKILL');
  }
  expect(await exited).toEqual([null, 'SIGKILL']);
  return output.match(/pay_[0-9a-f]{32}(?=\n)/g) ?? [];
}
