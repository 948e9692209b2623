import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createCliServices } from '../../../src/app/cli-services.ts';
import { openStore } from '../../../src/app/store.ts';
import { runCommandLine } from '../../../src/cli/command-line.ts';
import type { TestGateway } from '../gateway.ts';
import { programArguments } from '../process.ts';

const main = programArguments('src/cli/main.ts');

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** The command line as a process of its own, as `npm run gateway -- …` runs it. */
export function runGateway(args: readonly string[], environment: Record<string, string>): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env.PATH, ...environment } };
    execFile(process.execPath, [...main, ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

/** The same, with a reader that closes the pipe at once. */
export function runGatewayUnread(args: readonly string[], environment: Record<string, string>): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...main, ...args], { env: { PATH: process.env.PATH, ...environment } });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => {
      stderr += text.toString();
    });
    child.on('close', (code) => resolve({ code: code ?? -1, stdout: '', stderr }));
  });
}

/** The same, with its output on a full disk. Where there is `/dev/full` alone. */
export async function runGatewayOnFullDisk(args: readonly string[]): Promise<Omit<Ran, 'stdout'>> {
  const full = await open('/dev/full', 'w');
  const stdio = ['ignore', full.fd, 'pipe'] as const;
  const child = spawn(process.execPath, [...main, ...args], { env: { PATH: process.env.PATH }, stdio: [...stdio] });
  const [stderr, [code]] = await Promise.all([text(child.stderr as Readable), once(child, 'close')]);
  await full.close();
  return { code, stderr };
}

type World = Parameters<typeof runCommandLine>[1];

/** The same in this process, which saves a second each time. */
export async function runGatewayHere(
  args: readonly string[],
  environment: World['environment'],
  change: Partial<World> = {},
): Promise<Ran> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const code = await runCommandLine(args, {
    openStore,
    createServices: createCliServices,
    clock: Date.now,
    randomBytes,
    write: (text) => void stdout.push(text),
    complain: (text) => void stderr.push(text),
    ...change,
    environment,
  });
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

/** A command on the database of this gateway and by its clock, in this process, for a person at a terminal. */
export async function commandOn(
  { databaseUrl, now }: Pick<TestGateway, 'databaseUrl' | 'now'>,
  args: readonly string[],
  change: Partial<World> = {},
): Promise<{ readonly code: number; readonly written: string; readonly complaints: string }> {
  const environment = { DATABASE_URL: databaseUrl, ...change.environment };
  const atTerminal = { clock: now, randomBytes: (size: number) => Buffer.alloc(size, 7), isTerminal: true, ...change };
  const { code, stdout: written, stderr: complaints } = await runGatewayHere(args, environment, atTerminal);
  return { code, written, complaints };
}
