import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const script = path.resolve(import.meta.dirname, '../../../scripts/build-console.ts');

let built: Promise<unknown> | null = null;

/** The console of these sources, for a test that opens it. Each worker asks once whether it is built already. */
export async function buildConsole(): Promise<void> {
  built ??= promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', script]);
  await built;
}
