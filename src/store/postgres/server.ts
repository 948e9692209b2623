import type { Pool } from 'pg';
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
  pg_is_in_recovery() as is_standby`;

type ServerSettings = {
  readonly fsync: string;
  readonly synchronous_commit: string;
  readonly full_page_writes: string;
  readonly encoding: string;
  readonly version: number;
  readonly read_only: string;
  readonly is_standby: boolean;
};

/** @throws DatabaseProblem where the server cannot be reached, or could lose a commit that it acknowledged. */
export async function checkServer(pool: Pool, logger: StoreLogger | null): Promise<void> {
  const { rows } = await pool.query<ServerSettings>(serverSettings).catch((error) => {
    throw problemOf(error);
  });
  const [settings] = rows;
  if (settings === undefined) throw new DatabaseProblem('UNUSABLE', 'PostgreSQL does not tell its settings.');
  refuseUnfit(settings);
  // Not refused: a file system that writes pages whole, such as ZFS, does without.
  if (settings.full_page_writes !== 'on') {
    logger?.warn(
      { full_page_writes: settings.full_page_writes },
      'PostgreSQL could be left with half a page by a power cut: full_page_writes is off',
    );
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
