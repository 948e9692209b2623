import { existsSync, statfsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const memory = '/dev/shm';
const neededBytes = 4 * 1024 ** 3;

/**
 * Gives the run a folder for temporary files, which goes when the run ends. It is in memory where there is enough of it:
 * the tests make hundreds of databases, and each waits for every sync of the disk.
 */
export default async function useMemory(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(isLargeEnough() ? memory : tmpdir(), 'reglement-tests-'));
  // PostgreSQL, which refuses to run as root, gets through as another user.
  await chmod(folder, 0o755);
  process.env.TMPDIR = folder;
  return () => rm(folder, { recursive: true, force: true });
}

function isLargeEnough(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > neededBytes;
}
