import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './http/free-port.ts';

export type GatewayProcess = AsyncDisposable & {
  readonly url: string;
  readonly output: () => string;
  /** Null while it runs. */
  readonly exitCode: () => number | null;
  readonly pid: number | undefined;
  readonly readyAfterMs: number;
  /** Answers the exit code, or null for a signal. */
  readonly stop: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
};

const root = path.resolve(import.meta.dirname, '../..');
/** Arguments of Node by which a program of ours starts as its npm script does, from what was compiled before. */
export const programArguments = (program: string, checkout = root): readonly string[] => [
  '--require',
  path.join(checkout, 'scripts/require-node.cjs'),
  path.join(checkout, program),
];

/** The bundle of a checkout's sources. Where `npm ci` built it, this takes a moment. */
export async function buildProgram(checkout = root): Promise<string> {
  const script = path.join(checkout, 'scripts/build-program.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', script]);
  return stdout;
}

const asNpmRunsIt = [process.execPath, ...programArguments('src/main.ts')];

/**
 * The real program, in a process of its own, as `npm start` runs it.
 * @param cwd where the sandbox banks keep their state, in `data/`, when the database is no file
 */
export async function startProcess(
  environment: Record<string, string>,
  cwd?: string,
  [program = '', ...programArguments]: readonly string[] = asNpmRunsIt,
  readers: 'readers stay' | 'readers go' | 'readers sleep' = 'readers stay',
): Promise<GatewayProcess> {
  const port = environment.PORT ?? String(await freePort());
  const startedAt = performance.now();
  const child = spawn(program, programArguments, {
    cwd,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...environment, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, url, () => output);
  if (readers === 'readers sleep') for (const stream of [child.stdout, child.stderr]) stream.pause();
  if (readers === 'readers go') for (const stream of [child.stdout, child.stderr]) stream.destroy();
  const stop: GatewayProcess['stop'] = async (signal) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    // A program can end before its last lines are read.
    const ended = once(child, readers === 'readers stay' ? 'close' : 'exit') as Promise<[number | null]>;
    child.kill(signal);
    return (await ended)[0];
  };
  return {
    url,
    output: () => output,
    exitCode: () => child.exitCode,
    pid: child.pid,
    readyAfterMs: performance.now() - startedAt,
    stop,
    [Symbol.asyncDispose]: async () => void (await stop('SIGKILL')),
  };
}

async function untilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    if (child.exitCode !== null) throw new Error(`the gateway stopped with ${child.exitCode}: ${output()}`);
    const isReady = await fetch(`${url}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  child.kill('SIGKILL');
  throw new Error(`the gateway did not become ready: ${output()}`);
}
