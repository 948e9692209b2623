import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import { openRateCounter } from '../../src/http/rates.ts';
import { paymentKindIndexes } from '../../src/store/migrations/0063-payment-kinds.ts';
import { defaultConnectionLimits } from '../../src/store/postgres/connection.ts';
import { payAtBank } from '../support/at-bank.ts';
import { databases, postgres, type TestDatabase } from '../support/databases.ts';
import { startGateway } from '../support/gateway.ts';
import { freePort } from '../support/http/free-port.ts';
import { connectTo, withClient } from '../support/postgres/client.ts';
import { programArguments } from '../support/process.ts';
import { initiated } from '../support/requests.ts';
import { ask, initiate } from '../support/store/examples.ts';

/** A gateway starts on a database of its own alone, and says in one line why it does not start on another. */

async function run(databaseUrl: string, ...commands: readonly string[]): Promise<void> {
  if (databaseUrl.startsWith('sqlite:')) {
    const database = new DatabaseSync(databaseUrl.slice('sqlite:'.length));
    for (const command of commands) database.exec(command);
    database.close();
    return;
  }
  await withClient(databaseUrl, async (client) => {
    for (const command of commands) await client.query(command);
  });
}

async function tablesOf(databaseUrl: string): Promise<readonly string[]> {
  // Virtual tables, as the index of words, can get no further columns.
  const query = "select name from pragma_table_list where type = 'table' and name not like 'sqlite%'";
  if (databaseUrl.startsWith('sqlite:')) {
    const file = new DatabaseSync(databaseUrl.slice('sqlite:'.length));
    const rows = file.prepare(query).all();
    file.close();
    return rows.map(({ name }) => String(name)).filter((name) => !name.startsWith('kysely'));
  }
  const rows = await ask(databaseUrl, "select tablename from pg_tables where schemaname = 'public'");
  return rows.map(({ tablename }) => String(tablename)).filter((name) => !name.startsWith('kysely'));
}

async function migrate(databaseUrl: string, warnings: string[] = []): Promise<void> {
  await using store = await openStore({
    databaseUrl,
    limits: { ...defaultConnectionLimits, lockTimeoutSeconds: 1 },
    logger: { warn: (_details, message) => warnings.push(message) },
  });
  await store.migrate();
}

async function exitOf(databaseUrl: string): Promise<{ readonly code: number; readonly stderr: string }> {
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, PORT: '0', LOG_LEVEL: 'silent' };
  return promisify(execFile)(process.execPath, programArguments('src/main.ts'), { env }).then(
    () => ({ code: 0, stderr: '' }),
    (error: { code: number; stderr: string }) => error,
  );
}

/** A wire to the database's server, which can be cut for good. */
async function startWire(databaseUrl: string): Promise<{ readonly url: string; readonly cut: () => void }> {
  const { hostname, port } = new URL(databaseUrl);
  const ends: Socket[] = [];
  const wire = createServer((near) => {
    const far = connect(Number(port), hostname);
    ends.push(near, far);
    for (const end of [near, far]) end.on('error', () => undefined);
    near.pipe(far).pipe(near);
  });
  await once(wire.listen(0, '127.0.0.1'), 'listening');
  const near = new URL(databaseUrl);
  near.hostname = '127.0.0.1';
  near.port = String((wire.address() as AddressInfo).port);
  return {
    url: near.href,
    cut: () => {
      wire.close();
      for (const end of ends) end.destroy();
    },
  };
}

let database: Omit<TestDatabase, 'copy' | 'hasTables'>;
afterEach(() => database.dispose());

describe.each(databases)('a database ($name)', ({ openEmpty }) => {
  beforeEach(async () => {
    database = await openEmpty();
  });

  test('of another program is refused, and stays as it is', async () => {
    await run(database.databaseUrl, 'create table orders (id text)');
    await expect(migrate(database.databaseUrl)).rejects.toThrow(/another program's.*orders/);
    await run(database.databaseUrl, 'drop table orders');
    await migrate(database.databaseUrl);
  });

  test('of another program that keeps its migrations in the same way is refused', async () => {
    const table = 'create table kysely_migration (name text, timestamp text)';
    await run(database.databaseUrl, table, "insert into kysely_migration values ('0001-blog', '')");
    await expect(migrate(database.databaseUrl)).rejects.toThrow(/another program's/);
  });

  test('that a newer gateway has changed is refused with exit code 78', async () => {
    await migrate(database.databaseUrl);
    await run(database.databaseUrl, "insert into kysely_migration values ('9999-of-tomorrow', '')");
    const { code, stderr } = await exitOf(database.databaseUrl);
    expect(stderr).toMatch(/newer gateway \(9999-of-tomorrow\): run that version/);
    expect(code).toBe(78);
  });

  test('that a newer gateway has added to goes on taking payments from the older one', async () => {
    await using older = await startGateway({ databaseUrl: database.databaseUrl });
    const { payment } = await initiated(older, { idCommande: 'before' });
    const tables = await tablesOf(database.databaseUrl);
    await run(
      database.databaseUrl,
      ...tables.map((table) => `alter table ${table} add column of_tomorrow text`),
      'create table tomorrow (payment_id text references payments (id))',
      'create index payments_of_tomorrow on payments (of_tomorrow)',
      "insert into kysely_migration values ('9999-of-tomorrow', '')",
    );
    // The same statements, which PostgreSQL keeps prepared: none of them may ask for "every column".
    // The commands above kept this process busy, in which a gateway turns requests away for a moment.
    await vi.waitFor(() => initiated(older, { idCommande: 'after', idempotencyKey: 'after' }), 30_000);
    const repeated = await initiated(older, { idCommande: 'after', idempotencyKey: 'after' });
    expect(repeated.replayed).toBe(true);
    await payAtBank(repeated);
    await older.get(new URL(payment.paymentUrl ?? '').pathname);
    await older.runWorkers();
    expect((await older.store.paymentById(repeated.payment.id))?.status).toBe('PAID');
    expect((await older.get(`/payment_status/${payment.reference}.json`)).status).toBe(200);
    expect(older.logs.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});

test('a file that is no SQLite database, or cannot be made, is refused by name', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-start-'));
  const dispose = () => rm(folder, { recursive: true });
  database = { databaseUrl: '', dispose, [Symbol.asyncDispose]: dispose };
  const file = path.join(folder, 'letter.txt');
  await writeFile(file, 'Dear customer, '.repeat(100));
  await expect(migrate(`sqlite:${file}`)).rejects.toThrow(/letter\.txt cannot be used: file is not a database/);
  const { code, stderr } = await exitOf(`sqlite:${file}/payments.sqlite`);
  expect([code, stderr]).toEqual([
    78,
    expect.stringMatching(/payments\.sqlite cannot be used: .*letter\.txt is not a folder\./),
  ]);
});

describe('a PostgreSQL database', () => {
  beforeEach(async () => {
    database = await postgres.openEmpty();
  });

  test('that does not answer ends the start with exit code 69: another try may help', async () => {
    const { code, stderr } = await exitOf(`postgres://user:geheim@127.0.0.1:${await freePort()}/reglement`);
    expect([code, stderr]).toEqual([69, expect.stringMatching(/DATABASE_URL cannot be used: .*ECONNREFUSED/)]);
    expect(stderr).not.toContain('geheim');
  });

  test('that goes away in the middle of the start ends it with exit code 69', async () => {
    const other = await connectTo(database.databaseUrl);
    await other.query('select pg_advisory_lock(1919248236, 1)');
    const { url, cut } = await startWire(database.databaseUrl);
    const exit = exitOf(url);
    const waiting = `select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query like '%advisory%lock%'`;
    await expect.poll(async () => (await other.query(waiting)).rows[0]?.waiting).toBe(1);
    cut();
    expect(await exit).toMatchObject({ code: 69, stderr: expect.stringMatching(/DATABASE_URL cannot be used: /) });
    await other.end();
  });

  test('that is missing, or read-only, ends the start with exit code 78 and what to do', async () => {
    const missing = new URL(inject('postgresUrl'));
    missing.pathname = '/nowhere';
    expect(await exitOf(missing.href)).toMatchObject({
      code: 78,
      stderr: expect.stringMatching(/does not exist.*Create it/),
    });
    const name = new URL(database.databaseUrl).pathname.slice(1);
    await run(inject('postgresUrl'), `alter database ${name} set default_transaction_read_only = on`);
    expect(await exitOf(database.databaseUrl)).toMatchObject({ code: 78, stderr: expect.stringMatching(/read-only/) });
  });

  const versionOf = (version: string) => `current_setting(name text) returns text language sql as $$
    select case name when 'server_version_num' then '${version}' else pg_catalog.current_setting(name) end $$`;
  const recovering = 'pg_is_in_recovery() returns boolean language sql as $$ select true $$';

  test.each([
    ['too old', versionOf('140012'), 78, 'PostgreSQL 14 is too old: 15 or newer is needed'],
    ['a standby', recovering, 69, 'a standby, which takes no payments'],
  ])('that is %s ends the start, and says whether another try may help', async (_name, pretence, expected, reason) => {
    // The server is as new as the tests: this database says otherwise, by a function that is found before its own.
    await run(
      database.databaseUrl,
      'create schema pretended',
      `create function pretended.${pretence}`,
      `alter database ${new URL(database.databaseUrl).pathname.slice(1)} set search_path = pretended, pg_catalog, public`,
    );
    const { code, stderr } = await exitOf(database.databaseUrl);
    expect([code, stderr]).toEqual([expected, expect.stringContaining(reason)]);
  });

  test('that cannot keep every letter ends the start with exit code 78', async () => {
    const name = `latin_${randomBytes(6).toString('hex')}`;
    await run(inject('postgresUrl'), `create database ${name} encoding 'LATIN1' locale 'C' template template0`);
    const latin = Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` }).href;
    const { code, stderr } = await exitOf(latin);
    await run(inject('postgresUrl'), `drop database ${name}`);
    expect([code, stderr]).toEqual([78, expect.stringContaining('must have the encoding UTF8')]);
  });

  test('is changed by one gateway at a time: the others wait for it', async () => {
    const other = await connectTo(database.databaseUrl);
    await other.query('select pg_advisory_lock(1919248236, 1)');
    const warnings: string[] = [];
    const waiting = migrate(database.databaseUrl, warnings);
    await expect.poll(() => warnings).toEqual(['another gateway is changing the database: waiting for it']);
    await other.end();
    await waiting;
  });

  test('whose table is in use is tried again, so that no one waits long for the change', async () => {
    await run(
      database.databaseUrl,
      'create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)',
    );
    const other = await connectTo(database.databaseUrl);
    await other.query('begin');
    await other.query('lock table kysely_migration in share mode');
    const warnings: string[] = [];
    const waiting = migrate(database.databaseUrl, warnings);
    await expect.poll(() => warnings).toEqual(['a table to be changed is in use: trying again']);
    await other.end();
    await waiting;
  });

  test('is changed again where the database gave up the change for a deadlock', async () => {
    // Counts each change of a table, also those that are taken back, and gives up the fifth.
    await run(
      database.databaseUrl,
      'create schema elsewhere; create sequence elsewhere.changes',
      `create function elsewhere.give_up() returns event_trigger language plpgsql as $$ begin
        if nextval('elsewhere.changes') = 5 then raise exception using errcode = '40P01'; end if;
      end $$`,
      'create event trigger give_up on ddl_command_start execute function elsewhere.give_up()',
    );
    const warnings: string[] = [];
    await migrate(database.databaseUrl, warnings);
    expect(warnings).toEqual(['a table to be changed is in use: trying again']);
    // The same for an index that is built before the others change.
    const [{ name } = { name: '' }] = paymentKindIndexes;
    await run(
      database.databaseUrl,
      `drop index ${name}; delete from kysely_migration where name = '0063-payment-kinds'`,
      `select setval('elsewhere.changes', 4)`,
    );
    await migrate(database.databaseUrl, warnings);
    expect([
      warnings.length,
      await ask(database.databaseUrl, `select to_regclass('${name}') is null as missing`),
    ]).toEqual([2, [{ missing: false }]]);
    await (await openStore(database)).close();
  });

  test('needs no right to change tables once it is in its present shape', async () => {
    const role = `teller_${new URL(database.databaseUrl).pathname.slice(6)}`;
    await run(inject('postgresUrl'), `create role ${role} login password 'for-tests'`);
    const restricted = new URL(database.databaseUrl);
    Object.assign(restricted, { username: role, password: 'for-tests' });
    await expect(migrate(restricted.href)).rejects.toThrow(/may not change tables. Run .*db migrate/);
    await migrate(database.databaseUrl);
    await run(database.databaseUrl, `grant select, insert, update, delete on all tables in schema public to ${role}`);
    await migrate(restricted.href);
    const store = await openStore({ databaseUrl: restricted.href });
    expect(await initiate(store)).toMatchObject({ status: 'REQUIRES_ACTION' });
    await store.close();
    const rates = await openRateCounter({ creation: { requests: 9, seconds: 10 } }, restricted.href);
    expect(await rates?.count('creation', 'dcp')).toBeNull();
    await rates?.close();
    expect(await ask(database.databaseUrl, 'select key from rate_limits')).toEqual([{ key: 'creation:dcp' }]);
    await run(database.databaseUrl, `drop owned by ${role}`, `drop role ${role}`);
  });
});
