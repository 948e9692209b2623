import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import pg from 'pg';
import { withClient } from '../test/support/postgres/client.ts';
import type { Rows } from './growth-rows.ts';
import { nextMessage } from './servers.ts';

/** Where the payments of one size are kept; each size has a database of its own. */
export type Databases = AsyncDisposable & {
  readonly open: (
    name: string,
  ) => Promise<{ readonly databaseUrl: string; readonly fill: Fill; readonly settle: () => Promise<void> }>;
  /** Processor time that a database server, all its processes together, has used so far; 0 where the database is a file. */
  readonly serverCpuMicroseconds: () => number;
};

export type Fill = (payments: readonly Rows[]) => Promise<void>;

/** In a folder that is removed afterwards, or in `keep`. */
export async function sqliteDatabases(keep: string | null = null): Promise<Databases> {
  const folder = keep ?? (await mkdtemp(path.join(tmpdir(), 'reglement-growth-')));
  return {
    open: async (name) => {
      const file = path.join(folder, `${name}.sqlite`);
      let database: DatabaseSync | null = null;
      return {
        databaseUrl: `sqlite:${file}`,
        fill: async (payments) => {
          database ??= openForFilling(file);
          fillSqlite(database, payments);
        },
        settle: async () => database?.close(),
      };
    },
    serverCpuMicroseconds: () => 0,
    [Symbol.asyncDispose]: async () => {
      if (keep === null) await rm(folder, { recursive: true, force: true });
    },
  };
}

function openForFilling(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA wal_autocheckpoint = 100000');
  return database;
}

function fillSqlite(database: DatabaseSync, payments: readonly Rows[]): void {
  database.exec('BEGIN');
  const prepared = new Map<string, StatementSync>();
  for (const [table, row] of payments.flat()) {
    const names = Object.keys(row);
    const sql = `INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => '?').join()})`;
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    statement.run(...Object.values(row));
  }
  database.exec('COMMIT');
}

/**
 * On a server of its own from npm, or on the one that `url` leads to, with databases that are dropped afterwards. With
 * `keep` the server's data stay in that folder.
 */
export async function postgresDatabases(url: string | null, keep: string | null = null): Promise<Databases> {
  const program = path.join(import.meta.dirname, '../test/support/postgres/postgres-server.ts');
  const server = url === null ? fork(program, keep === null ? [] : [path.join(keep, 'postgres')]) : null;
  const started = server && (await nextMessage<{ readonly url?: string; readonly fault?: string }>(server, 120_000));
  if (started?.fault) throw new Error(`PostgreSQL did not start: ${started.fault}`);
  const base = new URL(url ?? started?.url ?? '');
  const admin = new pg.Client({ connectionString: base.href });
  await admin.connect();
  const { rows } = await admin.query<{ pid: number }>('select pg_backend_pid() as pid');
  const serverCpu = createServerCpu(rows[0]?.pid ?? 0);
  const names: string[] = [];
  return {
    open: async (size) => {
      const name = keep === null ? `growth_${size}_${process.pid}` : `growth_${size}`;
      const existing = await admin.query('select 1 from pg_database where datname = $1', [name]);
      if (existing.rows.length === 0) await admin.query(`create database ${name}`);
      if (keep === null && !names.includes(name)) names.push(name);
      const database = new URL(base);
      database.pathname = `/${name}`;
      return {
        databaseUrl: database.href,
        fill: (payments) => withClient(database.href, (client) => fillPostgres(client, payments)),
        // Else the server would tidy up after the filling while it is measured.
        settle: () =>
          withClient(database.href, async (client) => {
            await client.query('vacuum analyze');
            await client.query('checkpoint');
          }),
      };
    },
    serverCpuMicroseconds: serverCpu,
    [Symbol.asyncDispose]: async () => {
      for (const name of names) await admin.query(`drop database ${name} with (force)`);
      await admin.end();
      if (server === null) return;
      const exit = once(server, 'exit');
      server.disconnect();
      await exit;
    },
  };
}

async function fillPostgres(client: pg.Client, payments: readonly Rows[]): Promise<void> {
  await client.query('begin; set local synchronous_commit = off');
  const byTable = new Map<string, Rows[number][1][]>();
  for (const [table, row] of payments.flat())
    byTable
      .set(table, byTable.get(table) ?? [])
      .get(table)
      ?.push(row);
  for (const [table, all] of byTable) {
    const columns = Object.keys(all[0] ?? {})
      .map((name) => `"${name}"`)
      .join();
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(all)],
    );
  }
  await client.query('commit');
}

/** The processor time of a server on this machine, all its processes together; nothing where the system does not say. */
function createServerCpu(backendPid: number): () => number {
  const parentOf = (pid: number | string): number => Number(statOf(pid)?.[1] ?? 0);
  const postmaster = parentOf(backendPid);
  if (postmaster === 0)
    process.stderr.write('the processor time of the server is not counted: it is not on this machine\n');
  return () => {
    if (postmaster === 0) return 0;
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster);
    return [postmaster, ...pids].map(runningOf).reduce((sum, figure) => sum + figure);
  };
}

/** The fields of /proc/…/stat after the name: state, parent… */
function statOf(pid: number | string): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function runningOf(pid: number | string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1000;
  } catch {
    return 0;
  }
}
