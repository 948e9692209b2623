import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, link, lstat, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { constants } from 'node:os';
import { basename, dirname } from 'node:path';
import { DatabaseProblem } from './database-problem.ts';

/** Files with personal data: readable only by their owner, and complete or absent. */

/** SQLite's own files beside a database. */
const logs = ['-wal', '-shm', '-journal'];

/**
 * Has `write` fill a file beside `file`, and puts it in its place once it is on disk. Of runs that overlap the last to
 * start goes on: it removes what the others, or killed runs, have written, and those that still work fail.
 */
export async function writeWhole(
  file: string,
  write: (part: string) => Promise<void>,
  place = (part: string): Promise<void> => rename(part, file),
): Promise<void> {
  if (!(await stat(dirname(file)).catch(() => null))?.isDirectory()) {
    throw new DatabaseProblem('UNUSABLE', `There is no folder ${dirname(file)}: make it, or name another.`);
  }
  await removeParts(file);
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  // While it is open, no other file can have its number.
  const made = await open(part, 'wx', 0o600);
  const mayEnd = removeAtSignals(part);
  try {
    await write(part).catch(async (error) => {
      await requireSame(made, part, error);
      throw error;
    });
    await made.sync();
    await requireSame(made, part);
    await place(part);
    await sync(dirname(file));
  } finally {
    mayEnd();
    await made.close();
    for (const ending of ['', ...logs]) await rm(part + ending, { force: true });
  }
}

/** A person's Ctrl-C ends a command at once: personal data must not stay. @returns what ends this */
function removeAtSignals(part: string): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const remove = (signal: NodeJS.Signals): void => {
    for (const ending of ['', ...logs]) rmSync(part + ending, { force: true });
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.on(signal, remove);
  return () => {
    for (const signal of signals) process.off(signal, remove);
  };
}

/** @throws where `file` is there already */
export async function writeNew(file: string, write: (part: string) => Promise<void>): Promise<void> {
  await refuseTaken(file);
  await writeWhole(file, write, (part) =>
    // A file that appeared meanwhile stays, where the file system has links.
    link(part, file).catch(async () => {
      await refuseTaken(file);
      await rename(part, file);
    }),
  );
}

async function removeParts(file: string): Promise<void> {
  const isPart = new RegExp(`^\\.[0-9a-f]{8}\\.part(${logs.join('|')})?$`);
  const name = basename(file);
  for (const found of await readdir(dirname(file))) {
    if (found.startsWith(name) && isPart.test(found.slice(name.length))) {
      await rm(`${file}${found.slice(name.length)}`, { force: true });
    }
  }
}

/** @throws where another file, or none, has this name: it may be empty, or half of what was written */
async function requireSame(made: FileHandle, part: string, cause?: unknown): Promise<void> {
  const [ours, found] = [await made.stat({ bigint: true }), await stat(part, { bigint: true }).catch(() => null)];
  if (found?.ino === ours.ino && found.dev === ours.dev) return;
  throw new DatabaseProblem('UNUSABLE', `${part} was removed: does another run write the same file?`, { cause });
}

/** Syncs a file's content, or the names in a folder. Windows opens no folder, and syncs only files open for writing. */
async function sync(place: string): Promise<void> {
  const isWindows = process.platform === 'win32';
  if (isWindows && (await stat(place)).isDirectory()) return;
  const handle = await open(place, isWindows ? 'r+' : 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function refuseTaken(file: string): Promise<void> {
  // Not opened: a pipe waits for its other end, and a link may lead nowhere.
  if (await lstat(file).catch(() => null)) throw new Error(`${file} is there already: nothing is overwritten.`);
}
