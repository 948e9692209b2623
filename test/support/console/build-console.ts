import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const script = path.resolve(import.meta.dirname, '../../../scripts/build-console.ts');

/** The console of these sources, for a test that opens it. Where it is built already, this takes a moment. */
export async function buildConsole(): Promise<void> {
  await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', script]);
}
