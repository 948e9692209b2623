import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../http/free-port.ts';
import { untilItAnswers } from './client.ts';

export type InstalledPostgres = {
  readonly url: string;
  /** Where pg_dump and pg_restore of the same version are. */
  readonly programs: string;
  readonly close: () => Promise<void>;
};

const needed = ['initdb', 'postgres', 'pg_dump', 'pg_restore'];

/**
 * A folder with a whole PostgreSQL, where this machine has one: the package from npm that the other tests run on lacks
 * the programs for backups, which have to be as new as the server.
 */
export async function findInstalledPostgres(): Promise<string | null> {
  const above = '/usr/lib/postgresql';
  const versions = await readdir(above).catch(() => []);
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  for (const place of [
    ...versions
      .toSorted()
      .toReversed()
      .map((version) => path.join(above, version, 'bin')),
    ...onPath,
  ]) {
    const names = await readdir(place).catch((): string[] => []);
    if (needed.every((name) => names.includes(name))) return place;
  }
  return null;
}

/** Starts a server of its own from there. */
export async function startInstalledPostgres(programs: string): Promise<InstalledPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-installed-'));
  // PostgreSQL refuses to run as root. When the tests run as root, it runs as the user `nobody`.
  const nobody = 65_534;
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if ('uid' in user) await chown(folder, nobody, nobody);
  const options = { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  const data = path.join(folder, 'data');
  const initialise = ['--pgdata', data, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'];
  await promisify(execFile)(path.join(programs, 'initdb'), initialise, options);
  const port = await freePort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  );
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilItAnswers(url, 20_000);
  return {
    url,
    programs,
    close: async () => {
      const exited = once(server, 'exit');
      server.kill('SIGINT');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
