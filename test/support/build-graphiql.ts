import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const script = path.resolve(import.meta.dirname, '../../scripts/build-graphiql.ts');

/** GraphiQL of these sources, for a test that opens it. Where `npm ci` built it, this takes a moment. */
export async function buildGraphiql(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', script]);
  return stdout;
}
