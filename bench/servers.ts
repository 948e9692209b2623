import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../test/support/http/free-port.ts';

/** A server in a process of its own, measured from outside. */
export type MeasuredServer = AsyncDisposable & {
  readonly origin: string;
  readonly processId: number;
  /** Processor time that the server has used so far, all its threads together, and the memory it holds: all, its own. */
  readUsage(): Promise<Usage>;
  stop(): Promise<void>;
};

export type Usage = { readonly cpuMicroseconds: number; readonly residentBytes: number; readonly ownBytes: number };

const folder = import.meta.dirname;
const startTimeoutMs = 30_000;

/** A no-op peer of `bench/peers/`. */
export async function startPeer(name: string): Promise<MeasuredServer> {
  const child = startProgram([], path.join(folder, 'peers', `${name}.js`), { NODE_ENV: 'production' });
  const { port } = await nextMessage<{ port: number }>(child);
  return measuredServer(child, `http://127.0.0.1:${port}`);
}

/**
 * The gateway as `npm start` runs it, with the log at `warn`: on an empty SQLite file of its own where no database is
 * named, and of this checkout where no other root folder is.
 */
export async function startGateway({
  databaseUrl,
  root = path.join(folder, '..'),
  environment = {},
}: {
  readonly databaseUrl?: string;
  readonly root?: string;
  readonly environment?: Readonly<Record<string, string>>;
} = {}): Promise<MeasuredServer> {
  const data = await mkdtemp(path.join(tmpdir(), 'reglement-bench-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const asNpmDoes = ['--require', path.join(root, 'scripts/require-node.cjs')];
  const child = startProgram(asNpmDoes, path.join(root, 'src/main.ts'), {
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: origin,
    DATABASE_URL: databaseUrl ?? `sqlite:${path.join(data, 'bench.sqlite')}`,
    LOG_LEVEL: 'warn',
    ...environment,
  });
  const server = measuredServer(child, origin);
  try {
    await waitUntilReady(child, `${origin}/health/ready`);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(data, { recursive: true, force: true });
  };
  return { ...server, stop, [Symbol.asyncDispose]: stop };
}

function startProgram(
  nodeOptions: readonly string[],
  program: string,
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  return fork(program, {
    execArgv: [...nodeOptions, '--import', path.join(folder, 'cpu-probe.js')],
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function measuredServer(child: ChildProcess, origin: string): MeasuredServer {
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
  };
  return {
    origin,
    processId: child.pid ?? 0,
    readUsage: () => {
      const answer = nextMessage<Usage>(child);
      child.send('cpu');
      return answer;
    },
    ...{ stop, [Symbol.asyncDispose]: stop },
  };
}

/** The next message of a child; fails where it ends or keeps silent instead. */
export async function nextMessage<Message>(child: ChildProcess, timeoutMs = startTimeoutMs): Promise<Message> {
  const over = new AbortController();
  const ended = once(child, 'exit', { signal: over.signal }).then(([code]) => {
    throw new Error(`${child.spawnargs.at(-1)} ended with exit code ${code}`);
  });
  const late = setTimeout(timeoutMs, null, { signal: over.signal }).then(() => {
    throw new Error(`${child.spawnargs.at(-1)} did not answer within ${timeoutMs} ms`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: over.signal }), ended, late]);
    return message;
  } finally {
    ended.catch(() => {});
    late.catch(() => {});
    over.abort();
  }
}

async function waitUntilReady(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the gateway ended with exit code ${child.exitCode}`);
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await setTimeout(50);
  }
  throw new Error(`${url} did not answer 200 within ${startTimeoutMs} ms`);
}
