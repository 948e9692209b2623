import { statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../world.ts';

/** Where `--out` leads, found out before anything is computed or recorded. */

export const isFolder = (place: string): boolean => statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;

export function requireFolderOf(out: string): void {
  if (!isFolder(path.dirname(out))) throw new UsageError('--out must be in a folder that is there.');
}
