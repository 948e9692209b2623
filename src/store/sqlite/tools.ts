import { createReadStream, createWriteStream, existsSync, lchownSync, statSync } from 'node:fs';
import { link, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { Kysely } from 'kysely';
import { DatabaseProblem, unusableFile } from '../database-problem.ts';
import {
  type DatabaseStatus,
  type DatabaseTools,
  holdsPayments,
  intoEmpty,
  type Restoring,
  refuseEmpty,
  requireBackup,
} from '../database-tools.ts';
import { type DatabaseState, migrationStateOf } from '../migrate.ts';
import { isLocked } from '../store-faults.ts';
import { writeNew, writeWhole } from '../whole-file.ts';
import { lookIntoSqlite, openSqlite } from './connection.ts';
import { sqliteDialect } from './dialect.ts';
import { makeFolder } from './make-folder.ts';

/** @param clock milliseconds since the epoch, for the name of the file that is moved aside */
export function sqliteTools(file: string, clock: () => number): DatabaseTools {
  const path = resolve(file);
  return {
    status: () => databaseStatusOf(path),
    backup: async (target) => {
      refuseEmpty(await stateOf(path));
      await writeNew(resolve(target), (part) => copyInto(path, part));
    },
    restore: (source, restoring) => restore(path, resolve(source), restoring, clock),
    // No older gateway works on the same file, so its migrations remove at once what is unused.
    contract: async () => void (await stateOf(path)),
  };
}

async function databaseStatusOf(path: string): Promise<DatabaseStatus> {
  const state = await stateOf(path);
  // Recent commits are in the log beside the file, while a process has it open.
  const sizes = [path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  const sizeBytes = sizes.reduce((sum, size) => sum + size, 0);
  return { kind: 'sqlite', version: process.versions.sqlite ?? 'unknown', sizeBytes, ...state, withoutRights: [] };
}

async function stateOf(path: string): Promise<DatabaseState> {
  if (!existsSync(path)) throw new DatabaseProblem('UNUSABLE', `There is no database at ${path}.`);
  try {
    await using db = new Kysely<unknown>({ dialect: sqliteDialect(lookIntoSqlite(path)) });
    return await migrationStateOf('sqlite', db);
  } catch (error) {
    throw error instanceof DatabaseProblem ? error : unusableFile(path, error);
  }
}

/** Copies in one read transaction, which delays no writer. A copy page by page would restart with each commit. */
async function copyInto(path: string, part: string): Promise<void> {
  const source = openSqlite(path, { isReadOnly: false });
  try {
    source.run({ sql: 'VACUUM INTO ?', parameters: [part] });
  } finally {
    source.close();
  }
  await checkCopy(part);
}

/** @throws DatabaseProblem where the file is damaged, or holds no payments */
async function checkCopy(path: string): Promise<void> {
  const copy = lookIntoSqlite(path);
  try {
    const [row] = copy.run<object>({ sql: 'PRAGMA integrity_check(1)', parameters: [] }).rows;
    const [answer] = Object.values(row ?? {});
    if (answer !== 'ok') throw new DatabaseProblem('UNUSABLE', `The copy is damaged: ${String(answer)}.`);
  } catch (cause) {
    if (cause instanceof DatabaseProblem) throw cause;
    throw new DatabaseProblem('UNUSABLE', 'The file is no backup of a SQLite database.', { cause });
  } finally {
    copy.close();
  }
  if ((await stateOf(path)).applied.length === 0)
    throw new DatabaseProblem('UNUSABLE', 'The backup holds no payments of ours.');
}

/** Restores into a copy beside the database, which replaces it at the end. */
async function restore(
  path: string,
  source: string,
  { replaces, bringUp }: Restoring,
  clock: () => number,
): Promise<string | null> {
  await requireBackup(source);
  await refuseTaken(path, replaces);
  // The copy takes long, and says what it did: a gateway that still works is found before it, and once more after it.
  if (existsSync(path)) emptyLog(path);
  makeFolder(dirname(path), 0o700, (made) => giveToOwnerOf(dirname(made), made));
  let aside: string | null = null;
  await writeWhole(
    path,
    async (copy) => {
      await pipeline(createReadStream(source), createWriteStream(copy, { mode: 0o600 }));
      await checkCopy(copy);
      await bringUp(`sqlite:${copy}`);
      if (existsSync(`${copy}-wal`))
        throw new DatabaseProblem('UNUSABLE', `${copy} is still open, or not all on disk.`);
      giveToOwnerOf(existsSync(path) ? path : dirname(path), copy);
    },
    async (copy) => {
      // A gateway may have come and gone meanwhile, and another restore may have ended.
      await refuseTaken(path, replaces);
      aside = await moveAside(path, clock);
      await rename(copy, path);
    },
  );
  return aside;
}

/** @throws DatabaseProblem where there are payments that may not make way, or another program's tables */
async function refuseTaken(path: string, replaces: boolean): Promise<void> {
  if (!existsSync(path) || !(await mayHoldPayments(path, replaces)) || replaces) return;
  throw new DatabaseProblem('UNUSABLE', `${path} is not empty. ${intoEmpty}`);
}

/** What root restores belongs to whom the database, or else its folder, belonged: the gateway has to open it. */
function giveToOwnerOf(place: string, made: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(place);
  lchownSync(made, uid, gid);
}

/** Payments may be in a damaged file as well. */
async function mayHoldPayments(path: string, replaces: boolean): Promise<boolean> {
  try {
    return await holdsPayments(stateOf(path), { replaces });
  } catch (error) {
    if (error instanceof DatabaseProblem && error.cause === undefined) throw error;
    return true;
  }
}

/**
 * Where there is a database it stays in its place until the restored one replaces it, so that a gateway that starts
 * meanwhile makes no empty one. The log of a lost or damaged database goes: SQLite would write it over the restored one.
 */
async function moveAside(path: string, clock: () => number): Promise<string | null> {
  const aside = `${path}.before-restore-${new Date(clock()).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  const isThere = existsSync(path);
  if (isThere) {
    emptyLog(path);
    await link(path, aside).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw error;
      return rename(path, aside);
    });
  }
  const logs = ['-wal', '-shm'].filter((ending) => existsSync(path + ending));
  for (const ending of logs) await rename(path + ending, aside + ending);
  const [first] = isThere ? [''] : logs;
  return first === undefined ? null : aside + first;
}

/** SQLite cannot leave WAL while another process has the file open. After leaving it, all data is in the one file. */
function emptyLog(path: string): void {
  const database = new DatabaseSync(path, { timeout: 1000 });
  try {
    database.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    if (isLocked(error))
      throw new DatabaseProblem('UNUSABLE', `A gateway works on ${path}: stop it first.`, { cause: error });
  } finally {
    database.close();
  }
}
