import { fork } from 'node:child_process';
import path from 'node:path';
import type { LoadRequest } from './cases.ts';
import { type MeasuredServer, nextMessage } from './servers.ts';

/** The options of `load.js`. */
export type LoadJob = {
  readonly request: LoadRequest;
  /** Every answer holds this text. */
  readonly expected: string;
  /** One request at a time on each. */
  readonly connections: number;
  /** How long; or else how many requests. */
  readonly seconds?: number;
  readonly requests?: number;
  /** What may stand in the place of a name in braces. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
};

export type Load = {
  readonly answered: number;
  readonly seconds: number;
  readonly latenciesMs: { readonly p50: number; readonly p99: number };
  /** Processor time that the server took for all of them. */
  readonly cpuMicroseconds: number;
  /** What the server held at the end. */
  readonly residentBytes: number;
};

/** Loads a server from a process of its own. @throws for an answer that is not as it must be. */
export async function runUnderLoad(server: MeasuredServer, job: LoadJob): Promise<Load> {
  const before = await server.readUsage();
  const child = fork(path.join(import.meta.dirname, 'load.js'));
  const answer = nextMessage<Omit<Load, 'cpuMicroseconds' | 'residentBytes'> | { readonly error: string }>(
    child,
    (job.seconds ?? 0) * 1000 + 60_000,
  );
  child.send({ origin: server.origin, ...job });
  const load = await answer;
  if ('error' in load) throw new Error(load.error);
  const { cpuMicroseconds, residentBytes } = await server.readUsage();
  return { ...load, cpuMicroseconds: cpuMicroseconds - before.cpuMicroseconds, residentBytes };
}
