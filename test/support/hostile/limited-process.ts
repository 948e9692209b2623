import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { freePort } from '../http/free-port.ts';
import { programArguments } from '../process.ts';

export type LimitedProcess = {
  readonly url: string;
  readonly output: () => string;
  /** Null while it runs. */
  readonly exitCode: () => number | null;
  /** What it holds of the machine's memory, in MB. Null where the system does not say. */
  readonly residentMb: () => number | null;
  readonly stop: () => Promise<void>;
};

/** The real program with a heap of 256 MB: whatever is kept for the sender of a request ends it. */
export async function startLimitedProcess(environment: Record<string, string>): Promise<LimitedProcess> {
  const port = String(await freePort());
  const child = spawn(process.execPath, ['--max-old-space-size=256', ...programArguments('src/main.ts')], {
    env: { PATH: process.env.PATH, ...environment, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, url, () => output);
  return {
    url,
    output: () => output,
    exitCode: () => child.exitCode,
    residentMb: () => residentMbOf(child.pid),
    stop: async () => {
      if (child.exitCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function untilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    if (child.exitCode !== null) throw new Error(`the gateway stopped with ${child.exitCode}: ${output()}`);
    const isReady = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill('SIGKILL');
  throw new Error(`the gateway did not become ready: ${output()}`);
}

function residentMbOf(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}
