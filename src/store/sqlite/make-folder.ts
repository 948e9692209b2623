import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and its missing parents. Node's own `recursive` loops for ever where a folder accepts no children and
 * reports that it does not exist, as those below /proc do.
 * @param onMade called with each folder that was missing
 * @throws Error that names the file in the way
 */
export function makeFolder(folder: string, mode: number, onMade: (folder: string) => void = () => undefined): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`);
    return;
  }
  makeFolder(dirname(folder), mode, onMade);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process made it in the meantime.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
    return;
  }
  onMade(folder);
}
