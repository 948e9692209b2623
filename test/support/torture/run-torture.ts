import { spawn } from 'node:child_process';
import path from 'node:path';

const program = path.resolve(import.meta.dirname, '../../../torture/run.ts');

export type TortureRun = { readonly code: number; readonly output: string };

/**
 * The command itself, in a process of its own, as `npm run torture` runs it.
 * @param stopAt when its progress says this, it and all that it started get the signal of Ctrl-C
 */
export function runTorture(options: readonly string[], stopAt?: string): Promise<TortureRun> {
  const node = ['--disable-warning=ExperimentalWarning', program];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...node, ...options], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (stopAt !== undefined && child.pid !== undefined && chunk.includes(stopAt)) process.kill(-child.pid, 'SIGINT');
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

/** How often the report found something of this kind. */
export function found({ output }: TortureRun, what: string): number {
  const line = new RegExp(`^ +(\\d+)  ${what}$`, 'm').exec(output);
  if (!line) throw new Error(`the report does not count "${what}":\n${output}`);
  return Number(line[1]);
}
