import { randomBytes } from 'node:crypto';
import { terminalText } from '../kernel/locale/terminal.ts';
import { runCommandLine } from './command-line.ts';

/** Runs the command that the process was given, and sets its exit code. Loads what the command uses when it does. */
export async function runCommandProcess(): Promise<void> {
  const complain = writerTo(process.stderr);
  // A reader may close the pipe early (`… | head`), and a disk may be full. The work goes on to its end, without output.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE' || process.exitCode) return;
      process.exitCode = 1;
      complain(`It failed: the output cannot be written (${code}).\n`);
    });
  }
  const exitCode = await runCommandLine(process.argv.slice(2), {
    environment: process.env,
    openStore: async (options) => (await import('../app/store.ts')).openStore(options),
    openDatabaseTools: async (options) => (await import('../store/open-store.ts')).openDatabaseTools(options),
    createServices: async (options) => (await import('../app/cli-services.ts')).createCliServices(options),
    clock: Date.now,
    randomBytes,
    write: writerTo(process.stdout),
    complain,
    isTerminal: process.stderr.isTTY,
  });
  process.exitCode = exitCode || process.exitCode;
}

type Output = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

/** A file and a program get what is stored. A terminal would obey it. */
export const writerTo =
  (output: Output) =>
  (text: string): void =>
    void output.write(output.isTTY ? terminalText(text) : text);
