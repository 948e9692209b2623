import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DatabaseProblem } from './database-problem.ts';

/** Files with personal data: readable only by their owner, and complete or absent. */

/**
 * Has `write` fill a file beside `file`, and puts it in its place once it is on disk.
 * @throws where `file` is there already
 */
export async function writeWhole(file: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = `${file}.part`;
  await refuseTaken(file);
  if (!(await stat(dirname(file)).catch(() => null))?.isDirectory()) {
    throw new DatabaseProblem('UNUSABLE', `There is no folder ${dirname(file)}: make it, or name another.`);
  }
  await rm(part, { force: true });
  await (await open(part, 'wx', 0o600)).close();
  try {
    await write(part);
    await sync(part);
    await refuseTaken(file);
    await rename(part, file);
    await sync(dirname(file));
  } finally {
    await rm(part, { force: true });
  }
}

/** @throws DatabaseProblem where `file`, a backup, is not there */
export async function requireBackup(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found?.isFile()) return;
  throw new DatabaseProblem('UNUSABLE', `There is no backup at ${file}: give the file that \`db backup\` wrote.`);
}

/** @throws where `from` is not there, or `to` is */
export async function copyForOwner(from: string, to: string): Promise<void> {
  // `copyFile` would give it the mode of `from`.
  await pipeline(createReadStream(from), createWriteStream(to, { flags: 'wx', mode: 0o600 }));
}

/** Syncs a file's content, or the names in a folder. Windows opens no folder, and syncs only files open for writing. */
export async function sync(place: string): Promise<void> {
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
  const taken = await open(file, 'r').catch(() => null);
  if (taken === null) return;
  await taken.close();
  throw new Error(`${file} is there already: nothing is overwritten.`);
}
