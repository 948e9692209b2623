import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** A module of `src`, as the text of a program names it. */
export const source = (file: string): string => JSON.stringify(path.resolve(import.meta.dirname, '../../../src', file));

/**
 * Runs a program whose process has no descriptor left for `expression`, so that the addresses of this machine cannot be
 * read.
 * @param setUp lines before that
 * @returns its value
 */
export async function withoutDescriptors(setUp: string, expression: string): Promise<unknown> {
  const program = `
import { openSync } from 'node:fs';
${setUp}
try { for (;;) openSync('/dev/null'); } catch {}
console.log(JSON.stringify(${expression}));
`;
  const script = 'ulimit -n 64; exec "$0" --input-type=module --eval "$1"';
  const { stdout } = await promisify(execFile)('sh', ['-c', script, process.execPath, program]);
  return JSON.parse(stdout);
}
