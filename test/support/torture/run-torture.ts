import { execFile } from 'node:child_process';
import path from 'node:path';

const program = path.resolve(import.meta.dirname, '../../../torture/run.ts');

export type TortureRun = { readonly code: number; readonly output: string };

/**
 * The command itself, in a process of its own, as `npm run torture` runs it.
 * @param stopAt as by Ctrl-C, when its progress says this
 */
export function runTorture(options: readonly string[], stopAt?: string): Promise<TortureRun> {
  const node = ['--disable-warning=ExperimentalWarning', program];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...node, ...options],
      { maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, output: stdout + stderr });
      },
    );
    child.stderr?.on('data', (text) => stopAt !== undefined && String(text).includes(stopAt) && child.kill('SIGINT'));
  });
}

/** How often the report found something of this kind. */
export function found({ output }: TortureRun, what: string): number {
  const line = new RegExp(`^ +(\\d+)  ${what}$`, 'm').exec(output);
  if (!line) throw new Error(`the report does not count "${what}":\n${output}`);
  return Number(line[1]);
}
