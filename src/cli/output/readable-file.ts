import { accessSync, constants, statSync } from 'node:fs';
import { UsageError } from '../world.ts';

/** @throws UsageError */
export function checkReadable(file: string): void {
  const state = statSync(file, { throwIfNoEntry: false });
  if (state === undefined) throw new UsageError(`there is no file ${file}.`);
  if (!state.isFile()) throw new UsageError(`${file} is no file: name the files in it.`);
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new UsageError(`${file} may not be read.`);
  }
}
