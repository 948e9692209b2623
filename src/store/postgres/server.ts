import type { Pool, PoolClient } from 'pg';
import { DatabaseProblem } from '../database-problem.ts';
import type { StoreLogger } from './connection.ts';
import { problemOf } from './faults.ts';

/** The oldest that its makers still keep up, and the oldest that the tests have run on. */
const oldestVersion = 15;

const serverSettings = `select current_setting('fsync') as fsync,
  current_setting('synchronous_commit') as synchronous_commit,
  current_setting('full_page_writes') as full_page_writes,
  current_setting('server_encoding') as encoding,
  current_setting('server_version_num')::int as version,
  current_setting('default_transaction_read_only') as read_only,
  array(select name from pg_settings where setting = '0'
    and name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')) as without_limit,
  pg_is_in_recovery() as is_standby,
  pg_backend_pid() as process_id`;

type ServerSettings = {
  readonly fsync: string;
  readonly synchronous_commit: string;
  readonly full_page_writes: string;
  readonly encoding: string;
  readonly version: number;
  readonly read_only: string;
  readonly without_limit: readonly string[];
  readonly is_standby: boolean;
  readonly process_id: number;
};

export type Server = {
  /** Whether a pooler such as PgBouncer answers: the process that the connection names is not the server's. */
  readonly isPooled: boolean;
};

/** @throws DatabaseProblem where the server cannot be reached, or could lose a commit that it acknowledged. */
export async function checkServer(pool: Pool, logger: StoreLogger | null): Promise<Server> {
  const { settings, isPooled } = await readServer(pool).catch((error) => {
    throw problemOf(error);
  });
  refuseUnfit(settings);
  // Not refused: a file system that writes pages whole, such as ZFS, does without.
  if (settings.full_page_writes !== 'on') {
    logger?.warn(
      { full_page_writes: settings.full_page_writes },
      'PostgreSQL could be left with half a page by a power cut: full_page_writes is off',
    );
  }
  // Each connection asks for them when it starts.
  if (settings.without_limit.length > 0) {
    const names = settings.without_limit.join(', ');
    logger?.warn({}, `a pooler dropped ${names}: set them for the database user (alter role … set …)`);
  }
  return { isPooled };
}

async function readServer(pool: Pool): Promise<Server & { readonly settings: ServerSettings }> {
  const client: PoolClient & { readonly processID?: number | null } = await pool.connect();
  try {
    const [settings] = (await client.query<ServerSettings>(serverSettings)).rows;
    if (settings === undefined) throw new Error('PostgreSQL does not tell its settings');
    return { settings, isPooled: client.processID !== settings.process_id };
  } finally {
    client.release();
  }
}

function refuseUnfit(settings: ServerSettings): void {
  const major = Math.floor(settings.version / 10_000);
  if (major < oldestVersion) {
    throw new DatabaseProblem('UNUSABLE', `PostgreSQL ${major} is too old: ${oldestVersion} or newer is needed.`);
  }
  // The values beside `on` wait for the local disk as well, and some of them for another server's.
  if (settings.fsync !== 'on' || settings.synchronous_commit === 'off') {
    throw new DatabaseProblem(
      'UNUSABLE',
      'PostgreSQL must have fsync and synchronous_commit on: an answered payment has to be on disk.',
    );
  }
  if (settings.encoding !== 'UTF8') {
    throw new DatabaseProblem('UNUSABLE', 'The PostgreSQL database must have the encoding UTF8.');
  }
  // A standby becomes the primary when the other one fails: worth another try.
  if (settings.is_standby) {
    throw new DatabaseProblem('UNREACHABLE', 'This PostgreSQL server is a standby, which takes no payments.');
  }
  if (settings.read_only === 'on') {
    throw new DatabaseProblem('UNUSABLE', 'The PostgreSQL database is read-only (default_transaction_read_only).');
  }
}
