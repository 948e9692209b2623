import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Keeps a PostgreSQL server running: starts it again when it ends, kills it with all its processes when the rig says
 * so, and takes it along when the rig is gone, whichever way that ended.
 */

export type KeeperSettings = {
  readonly postgres: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  /** Null: as the user who runs the rig. */
  readonly userId: number | null;
};
export type KeeperOrder = { readonly order: 'KILL' | 'STOP' };

const settings: KeeperSettings = JSON.parse(process.argv[2] ?? '{}');
let isStopping = false;
let server = start();

function start() {
  const { postgres, folder, userId } = settings;
  const user = userId === null ? {} : { uid: userId, gid: userId };
  const child = spawn(postgres, [...settings.arguments], {
    ...user,
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  void once(child, 'exit').then(async () => {
    // A server whose last processes still hold its memory refuses to start, and is tried again.
    await pause(50);
    if (!isStopping) server = start();
  });
  return child;
}

process.on('message', ({ order }: KeeperOrder) => void (order === 'KILL' ? killAll() : stop()));
process.once('disconnect', () => void stop());
// Ctrl-C is for the rig, which says afterwards when to stop.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => undefined);

/** The server with every process it has: none of them writes another byte. */
function killAll(): void {
  const { pid } = server;
  if (pid === undefined) return;
  // Stopped first, so that it makes no new ones meanwhile.
  process.kill(pid, 'SIGSTOP');
  for (const child of childrenOf(pid)) signal(child, 'SIGKILL');
  signal(pid, 'SIGKILL');
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in the meantime.
  }
}

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  // The signal of a terminal ends the server, too.
  if (server.exitCode === null && server.signalCode === null) {
    const ended = once(server, 'exit');
    server.kill('SIGQUIT');
    await ended;
  }
  process.exit();
}
