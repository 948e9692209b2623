import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A program of the rig, started again whenever it ends, as a service manager does. */
export type Program = {
  readonly name: string;
  readonly pid: () => number | null;
  /** Resolves when it answers. */
  readonly healthy: () => Promise<void>;
  /** How the one that runs now will have ended. */
  readonly ended: () => Promise<Ending>;
  /** SIGKILL, now. Resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** SIGTERM; resolves with how it ended. Then it is started again. */
  readonly restart: () => Promise<Ending>;
  readonly send: (message: object) => void;
  /** Ends it for good, by SIGTERM; by SIGKILL where that takes too long. */
  readonly stop: () => Promise<Ending>;
  /** Unexpected endings: a fault of the program. */
  readonly faults: readonly string[];
  readonly starts: () => number;
};

export type Ending = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type ProgramSettings = {
  readonly name: string;
  readonly arguments: readonly string[];
  /** Asked for at every start. */
  readonly environment: () => Readonly<Record<string, string>>;
  readonly folder: string;
  /** Answers 200 when the program does. */
  readonly healthUrl: string;
  /** Whether it may end like this by itself: at a crash point, or because its database is away. */
  readonly mayEnd: (ending: Ending) => boolean;
  /** Before it is started again: a power cut takes back here what was not on disk. */
  readonly afterEnd?: (ending: Ending) => void;
  readonly onMessage?: (message: object) => void;
};

const patienceMs = 15_000;
/** Until it answers: a machine with much to do is slow, and a gateway that is asked for too much says so for a while. */
const healthPatienceMs = 180_000;
const pauseBeforeStartMs = 50;

export function startProgram(settings: ProgramSettings): Program {
  const faults: string[] = [];
  let child: ChildProcess;
  let ended: Promise<Ending>;
  let starts = 0;
  let isStopping = false;
  let isExpected = false;

  const spawnOnce = (): void => {
    starts++;
    isExpected = false;
    const log = openSync(path.join(settings.folder, `${settings.name}.log`), 'a');
    child = spawn(process.execPath, [...settings.arguments], {
      cwd: settings.folder,
      env: { PATH: process.env.PATH, ...settings.environment() },
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    child.on('message', (message) => settings.onMessage?.(message as object));
    child.on('error', () => undefined);
    ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }) as Ending);
    void ended.then(onEnd);
  };
  const onEnd = async (ending: Ending): Promise<void> => {
    if (!isExpected && !isStopping && !settings.mayEnd(ending)) {
      faults.push(`${settings.name} ended by itself: ${ending.signal ?? `exit code ${ending.code}`}`);
    }
    settings.afterEnd?.(ending);
    await pause(pauseBeforeStartMs);
    if (!isStopping) spawnOnce();
  };

  spawnOnce();
  return {
    name: settings.name,
    pid: () => child.pid ?? null,
    healthy: () => untilHealthy(settings.healthUrl, () => faults),
    ended: () => ended,
    faults,
    starts: () => starts,
    kill: async () => {
      isExpected = true;
      child.kill('SIGKILL');
      await ended;
    },
    restart: async () => {
      isExpected = true;
      child.kill('SIGTERM');
      return ended;
    },
    send: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    stop: async () => {
      isStopping = true;
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      const ending = await ended;
      clearTimeout(patience);
      return ending;
    },
  };
}

async function untilHealthy(url: string, faults: () => readonly string[]): Promise<void> {
  for (const deadline = Date.now() + healthPatienceMs; Date.now() < deadline; ) {
    const isHealthy = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isHealthy) return;
    if (faults().length > 2) break;
    await pause(40);
  }
  throw new Error(`nothing answers at ${url}: ${faults().join('; ')}`);
}
