import { lstatSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../world.ts';

/** Where `--out` leads, found out before anything is computed or recorded. */

/** What `--out` has for standard output. */
export const standardOutput = '-';

export const isFolder = (place: string): boolean => statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;

export function requireFolderOf(out: string): void {
  if (!isFolder(path.dirname(out))) throw new UsageError('--out must be in a folder that is there.');
}

/** @throws where the name has something else than a file: a link, pipe or device would be replaced, not filled */
export function requireFile(out: string): void {
  if (out === standardOutput) return;
  requireFolderOf(out);
  const found = lstatSync(out, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) return;
  throw new UsageError(
    `--out must be a file, not ${kindOf(found)} (${out}). For standard output give ${standardOutput}.`,
  );
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a folder';
  if (found.isSymbolicLink()) return 'a symbolic link';
  return found.isFIFO() ? 'a named pipe' : 'a device or socket';
}
