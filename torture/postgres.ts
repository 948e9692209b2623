import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { chmod, chown, cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { untilItAnswers } from '../test/support/postgres/client.ts';
import { linkedPrograms } from '../test/support/postgres/packaged-programs.ts';
import type { KeeperOrder, KeeperSettings } from './postgres-keeper.ts';
import { freePorts } from './world.ts';

/** A PostgreSQL server of the rig's own, that may be killed. */
export type TorturedPostgres = {
  readonly url: string;
  /** SIGKILL, all its processes; it is started again and recovers. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const nobody = 65_534;

/**
 * Its folder keeps apart from the run's while it runs, for it runs as another user where the rig runs as root; what it
 * holds at the end is left in the run's, as `postgres`.
 */
export async function startPostgres(runFolder: string): Promise<TorturedPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-torture-postgres-'));
  const userId = process.getuid?.() === 0 ? nobody : null;
  const programs = await findPrograms(folder, userId);
  if (userId !== null) {
    await chmod(folder, 0o755);
    await chown(folder, userId, userId);
  }
  const data = path.join(folder, 'data');
  const user = userId === null ? {} : { uid: userId, gid: userId };
  await promisify(execFile)(
    path.join(programs, 'initdb'),
    ['--pgdata', data, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } },
  );
  const [port = 0] = await freePorts(1);
  const options = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100'];
  const settings: KeeperSettings = {
    postgres: path.join(programs, 'postgres'),
    arguments: ['-D', data, ...options.flatMap((option) => ['-c', option])],
    folder,
    userId,
  };
  const log = openSync(path.join(runFolder, 'postgres.log'), 'a');
  const keeper = fork(path.join(import.meta.dirname, 'postgres-keeper.ts'), [JSON.stringify(settings)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', log, 'ipc'],
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilItAnswers(url, 30_000);
  return {
    url,
    kill: async () => {
      order(keeper, 'KILL');
      await pause(100);
      await untilItAnswers(url, 30_000);
    },
    stop: async () => {
      const ended = once(keeper, 'exit');
      order(keeper, 'STOP');
      await ended;
      await rename(data, path.join(runFolder, 'postgres'));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const order = (keeper: ChildProcess, name: KeeperOrder['order']): void => {
  if (keeper.connected) keeper.send({ order: name } satisfies KeeperOrder);
};

/** Those of the package from npm; copied to where another user can run them, for a checkout may be closed to others. */
async function findPrograms(folder: string, userId: number | null): Promise<string> {
  const native = await linkedPrograms();
  if (userId === null) return path.join(native, 'bin');
  await cp(native, path.join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return path.join(folder, 'native', 'bin');
}
