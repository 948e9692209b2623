import { statfsSync } from 'node:fs';
import { constants, copyFile, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { requireEmptyDatabase } from './empty-database.ts';

export type Workplace = {
  /** Of the database that is filled. */
  readonly databaseUrl: string;
  /** Puts what was made in its place. Call it once the database is closed. */
  readonly keep: () => Promise<void>;
  /** Removes what was not kept. */
  readonly leave: () => Promise<void>;
};

const memory = '/dev/shm';
const neededBytes = 1024 ** 3;
const doNothing = async (): Promise<void> => undefined;

/**
 * A file is filled in a folder of its own and then put in its place: a demo that breaks off leaves nothing half. The
 * folder is in memory where there is enough of it, because each of some 50,000 commits waits for the disk otherwise.
 * @throws DatabaseInUse
 */
export async function openWorkplace(databaseUrl: string): Promise<Workplace> {
  await requireEmptyDatabase(databaseUrl);
  const scheme = 'sqlite:';
  if (!databaseUrl.startsWith(scheme)) return { databaseUrl, keep: doNothing, leave: doNothing };
  const { dir, base } = path.parse(path.resolve(databaseUrl.slice(scheme.length)));
  await mkdir(dir, { recursive: true });
  const folder = await mkdtemp(path.join(isLargeEnough() ? memory : dir, '.reglement-demo-'));
  return {
    databaseUrl: `${scheme}${path.join(folder, base)}`,
    keep: () => putInPlace(folder, dir),
    leave: () => rm(folder, { recursive: true, force: true }),
  };
}

async function putInPlace(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    // Simulators keep a folder for each time that a database was made: an earlier one may lie there.
    if (entry.isDirectory()) await cp(source, target, { recursive: true });
    else await copyFile(source, target, constants.COPYFILE_EXCL);
  }
}

function isLargeEnough(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > neededBytes;
  } catch {
    return false;
  }
}
