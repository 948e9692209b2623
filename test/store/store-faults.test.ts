import { open } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { Kysely } from 'kysely';
import { DatabaseError } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store, storeParts, type Tables } from '../../src/app/store.ts';
import { StoreUnavailableError } from '../../src/kernel/store-unavailable.ts';
import type { Payment } from '../../src/modules/payments/payment.ts';
import { migrateToLatest } from '../../src/store/migrate.ts';
import { defaultConnectionLimits } from '../../src/store/postgres/connection.ts';
import { openSqlite, type SqliteConnection } from '../../src/store/sqlite/connection.ts';
import { sqliteDialect } from '../../src/store/sqlite/dialect.ts';
import { createGroupCommit } from '../../src/store/sqlite/group-commit.ts';
import { migrateSqlite } from '../../src/store/sqlite/store.ts';
import { storeFaultOf } from '../../src/store/store-faults.ts';
import { postgres } from '../support/databases.ts';
import { startLeavingProxy } from '../support/leaving-proxy.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { startFreezingProxy } from '../support/postgres/freezing-proxy.ts';
import { ask, examplePayment, initiate, insertPayment, openTestStore } from '../support/store/examples.ts';

/** The database faults that become `StoreUnavailableError`, and that each ends with its reason. */

const insert = (store: Pick<Store, 'transact'>, payment: Payment = examplePayment()): Promise<boolean> =>
  store.transact((transaction) => insertPayment(transaction, payment));

const nothingDone = (fault: string) => ({ name: 'StoreUnavailableError', fault, retryAdvice: 'RETRY_SAME_KEY' });

describe('an error of an engine', () => {
  const sqlite = (errcode: number) => Object.assign(new Error('refused'), { code: 'ERR_SQLITE_ERROR', errcode });
  const postgres = (code: string) => Object.assign(new DatabaseError('refused', 1, 'error'), { code });
  const network = (code: string) => Object.assign(new Error('connect'), { code, syscall: 'connect' });
  it.each([
    ['SQLite: the disk is full', sqlite(13), 'FULL'],
    ['SQLite: no room for the log, in an extended code', sqlite(10 | (3 << 8)), 'BROKEN'],
    ['SQLite: locked by another process', sqlite(5), 'LOCKED'],
    ['SQLite: locked while it recovers', sqlite(261), 'LOCKED'],
    ['SQLite: read-only', sqlite(8), 'READ_ONLY'],
    ['SQLite: the file was moved', sqlite(1032), 'READ_ONLY'],
    ['SQLite: the file is damaged', sqlite(11), 'BROKEN'],
    ['SQLite: a constraint', sqlite(19), null],
    ['SQLite: an error in a statement', sqlite(1), null],
    ['PostgreSQL: stopping', postgres('57P01'), 'UNREACHABLE'],
    ['PostgreSQL: recovering', postgres('57P03'), 'UNREACHABLE'],
    ['PostgreSQL: connection failure', postgres('08006'), 'UNREACHABLE'],
    ['PostgreSQL: a standby', postgres('25006'), 'READ_ONLY'],
    ['PostgreSQL: out of connections', postgres('53300'), 'NO_CONNECTION'],
    ['PostgreSQL: the disk is full', postgres('53100'), 'FULL'],
    ['PostgreSQL: out of memory', postgres('53200'), 'BROKEN'],
    ['PostgreSQL: a file cannot be read', postgres('58030'), 'BROKEN'],
    ['PostgreSQL: statement timeout', postgres('57014'), 'TIMEOUT'],
    ['PostgreSQL: lock timeout', postgres('55P03'), 'LOCKED'],
    ['PostgreSQL: a unique key', postgres('23505'), null],
    ['PostgreSQL: an error in a statement', postgres('42703'), null],
    ['the network: refused', network('ECONNREFUSED'), 'UNREACHABLE'],
    ['the network: a server on this machine, without its socket', network('ENOENT'), 'UNREACHABLE'],
    ['a broken invariant of our own', Object.assign(new Error('broken'), { code: 'ERR_ASSERTION' }), null],
    ['the network: several addresses', new AggregateError([network('ECONNREFUSED')]), 'UNREACHABLE'],
    ['pg: broken', new Error('Connection terminated unexpectedly'), 'UNREACHABLE'],
    ['pg: frozen', new Error('Query read timeout'), 'TIMEOUT'],
    ['pg: every connection is in use', new Error('timeout exceeded when trying to connect'), 'NO_CONNECTION'],
    ['another part, in similar words', new Error('no connection between these payments'), null],
    ['what is no error', 'ECONNREFUSED', null],
  ])('%s', (_what, error, fault) => {
    expect(storeFaultOf(error)).toBe(fault);
  });
});

describe('SQLite', () => {
  const folder = temporaryFolder('faults');
  let file: string;
  beforeAll(async () => {
    file = path.join(folder, 'payments.sqlite');
    await migrateSqlite(file);
  });

  /** The writer's connection is at hand, so that its limits can be set. */
  const openWriter = () => {
    const connection = openSqlite(file, { isReadOnly: false, busyTimeoutMs: 0 });
    const db = new Kysely<Tables>({ dialect: sqliteDialect(connection) });
    const store = storeOn(connection, db);
    const pragma = (text: string): unknown => connection.run({ sql: `PRAGMA ${text}`, parameters: [] });
    return { ...store, connection, pragma };
  };
  const storeOn = (connection: SqliteConnection, db: Kysely<Tables>) => ({
    transact: createGroupCommit(connection, storeParts(db, 'sqlite').createTransaction).transact,
  });

  it.each([
    ['FULL', 'max_page_count = 1', 'max_page_count = 1000000'],
    ['READ_ONLY', 'query_only = 1', 'query_only = 0'],
  ])('tells that it is %s, and goes on when it is not any more', async (fault, begin, end) => {
    const { connection, pragma, transact } = openWriter();
    const big = (): Payment => examplePayment({ commentaire: 'x'.repeat(100_000) });
    pragma(begin);
    const units = await Promise.allSettled(Array.from({ length: 5 }, () => insert({ transact }, big())));
    for (const unit of units) {
      expect(unit).toMatchObject({ status: 'rejected', reason: nothingDone(fault) });
      expect(unit.status === 'rejected' && unit.reason).toBeInstanceOf(StoreUnavailableError);
    }
    expect(connection.isInTransaction()).toBe(false);
    pragma(end);
    expect(await insert({ transact }, big())).toBe(true);
    connection.close();
  });

  it('lets the event loop go on while another process holds the lock, and refuses what waited too long', async () => {
    const { connection, transact } = openWriter();
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const order: string[] = [];
    const first = insert({ transact }).catch((error: unknown) => {
      order.push('refused');
      return error;
    });
    await setTimeout(1000);
    order.push('a timer of this process');
    // Waits for its own time, and not for what is left of the first one's.
    const second = insert({ transact });
    expect(await first).toMatchObject(nothingDone('LOCKED'));
    expect(order).toEqual(['a timer of this process', 'refused']);
    other.exec('ROLLBACK');
    other.close();
    expect(await second).toBe(true);
    connection.close();
  });

  it.each([
    ['BROKEN', 10, 'CHECK_STATUS_FIRST'],
    ['FULL', 13, 'RETRY_SAME_KEY'],
  ])('says what is known of a commit that is %s', async (fault, errcode, retryAdvice) => {
    const { connection, ...rest } = openWriter();
    const failing: SqliteConnection = {
      ...connection,
      run: (statement) => {
        if (statement.sql !== 'COMMIT') return connection.run(statement);
        throw Object.assign(new Error('disk'), { code: 'ERR_SQLITE_ERROR', errcode });
      },
    };
    const db = new Kysely<Tables>({ dialect: sqliteDialect(connection) });
    const payment = examplePayment();
    await expect(insert(storeOn(failing, db), payment)).rejects.toMatchObject({ fault, retryAdvice });
    expect(await insert(rest, payment)).toBe(true);
    connection.close();
  });

  it('says that the disk is full where tables are made, and not that the rollback failed', async () => {
    const connection = openSqlite(path.join(folder, 'full.sqlite'), { isReadOnly: false });
    const full: SqliteConnection = {
      ...connection,
      run: (statement) => {
        if (!statement.sql.startsWith('create index')) return connection.run(statement);
        // As SQLite does by itself where the disk refuses a page.
        connection.run({ sql: 'ROLLBACK', parameters: [] });
        throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
      },
    };
    await using db = new Kysely<unknown>({ dialect: sqliteDialect(full) });
    await expect(migrateToLatest('sqlite', db)).rejects.toThrow('disk is full');
  });

  it('names the file whose tables cannot be changed', async () => {
    const broken = path.join(folder, 'broken.sqlite');
    await migrateSqlite(broken);
    const database = new DatabaseSync(broken);
    database.exec("delete from kysely_migration where name = '0080-restores'; drop table restores");
    // The index of the list of migrations, which is written last.
    const index = "select rootpage from sqlite_schema where name = 'sqlite_autoindex_kysely_migration_1'";
    const row = database.prepare(index).get();
    database.close();
    await using handle = await open(broken, 'r+');
    await handle.write(Buffer.alloc(4096, 0xff), 0, 4096, (Number(row?.rootpage) - 1) * 4096);
    await expect(migrateSqlite(broken)).rejects.toMatchObject({
      ...{ name: 'DatabaseProblem', kind: 'UNUSABLE' },
      message: `The SQLite file ${broken} cannot be used: database disk image is malformed.`,
    });
  });

  it('goes on where the disk refused the rollback as well', async () => {
    const { connection } = openWriter();
    let refuses = true;
    const failing: SqliteConnection = {
      ...connection,
      run: (statement) => {
        if (refuses && /^(?:COMMIT|ROLLBACK)$/.test(statement.sql)) {
          throw Object.assign(new Error('disk'), { code: 'ERR_SQLITE_ERROR', errcode: 10 });
        }
        return connection.run(statement);
      },
    };
    const store = storeOn(failing, new Kysely<Tables>({ dialect: sqliteDialect(connection) }));
    await expect(insert(store)).rejects.toMatchObject({ fault: 'BROKEN' });
    refuses = false;
    expect(await insert(store)).toBe(true);
    connection.close();
  });
});

describe('PostgreSQL', () => {
  const opened = openForGroup(() => openTestStore(postgres));

  /** The server itself refuses each payment, with the code that the fault has. */
  it.each([
    ['53100', 'FULL'],
    ['53300', 'NO_CONNECTION'],
    ['25006', 'READ_ONLY'],
    ['57P03', 'UNREACHABLE'],
    ['57014', 'TIMEOUT'],
    ['55P03', 'LOCKED'],
    ['58030', 'BROKEN'],
  ])('that refuses with %s is %s, and taken up when it does not any more', async (code, fault) => {
    const run = (sql: string) => ask(opened.databaseUrl, sql);
    await run(`create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'refused' using errcode = '${code}'; end $$`);
    await run('create trigger refuse before insert on payments for each row execute function refuse()');
    await expect(insert(opened.store)).rejects.toMatchObject(nothingDone(fault));
    await run('drop trigger refuse on payments');
    await run('drop function refuse');
    expect(await insert(opened.store)).toBe(true);
  });

  it('that is in recovery takes no writes, and still answers', async () => {
    const name = new URL(opened.databaseUrl).pathname.slice(1);
    const { store } = opened;
    const payment = await initiate(store);
    const endOthers = `select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    const makeReadOnly = async (value: 'on' | 'off') => {
      const sql = `begin read write; alter database ${name} set default_transaction_read_only = ${value}; commit`;
      await ask(opened.databaseUrl, sql);
    };
    await makeReadOnly('on');
    await ask(opened.databaseUrl, endOthers);
    await expect(insert(store)).rejects.toMatchObject(nothingDone('READ_ONLY'));
    expect(await store.paymentById(payment.id)).toEqual(payment);
    await makeReadOnly('off');
    // The connection is from before, and takes none for as long as it lives: it is given up.
    await expect(insert(store)).rejects.toMatchObject(nothingDone('READ_ONLY'));
    expect(await insert(store)).toBe(true);
  });

  it('that is gone is UNREACHABLE for reads and for writes, and found again', async () => {
    await using proxy = await startLeavingProxy();
    await using store = await openStore({ databaseUrl: proxy.url(opened.databaseUrl) });
    const payment = await initiate(store);
    proxy.leave();
    await expect(store.paymentById(payment.id)).rejects.toMatchObject(nothingDone('UNREACHABLE'));
    await expect(insert(store)).rejects.toMatchObject(nothingDone('UNREACHABLE'));
    proxy.comeBack();
    expect(await store.paymentById(payment.id)).toEqual(payment);
    expect(await insert(store)).toBe(true);
  });

  it('that is frozen is not waited for without end', async () => {
    const proxy = await startFreezingProxy();
    const limits = { ...defaultConnectionLimits, statementTimeoutSeconds: 1, connectTimeoutSeconds: 1 };
    const store = await openStore({ databaseUrl: proxy.url(opened.databaseUrl), limits });
    await initiate(store);
    proxy.freeze();
    // The client ends a statement after 6 seconds. Payments that share one are not sent again one by one.
    const frozenAt = performance.now();
    const unknown = { fault: 'TIMEOUT', retryAdvice: 'CHECK_STATUS_FIRST' };
    await Promise.all([1, 2, 3].map(() => expect(initiate(store)).rejects.toMatchObject(unknown)));
    expect(performance.now() - frozenAt).toBeLessThan(9_000);
    await expect(insert(store)).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    await expect(store.paymentById('pay_1')).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    await proxy.close();
    await store.close();
  });

  it('whose connections are all in use has none left', async () => {
    const limits = { ...defaultConnectionLimits, connections: 1, connectTimeoutSeconds: 1 };
    await using store = await openStore({ databaseUrl: opened.databaseUrl, limits });
    let release = (): void => undefined;
    let isHeld = (): void => undefined;
    const held = new Promise<void>((resolve) => (isHeld = resolve));
    const holding = store.transact(async (transaction) => {
      await transaction.paymentById('pay_1');
      isHeld();
      await new Promise<void>((resolve) => (release = resolve));
    });
    await held;
    await expect(insert(store)).rejects.toMatchObject(nothingDone('NO_CONNECTION'));
    release();
    await holding;
    expect(await insert(store)).toBe(true);
  });
});
