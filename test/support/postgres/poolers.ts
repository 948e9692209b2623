import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../http/free-port.ts';
import { untilItAnswers } from './client.ts';
import { startTransactionPooler } from './transaction-pooler.ts';

export type Pooler = { readonly databaseUrl: string; readonly close: () => Promise<void> };

/** Each gives every transaction another of `size` connections. PgBouncer itself is tried where it is installed. */
export async function findPoolers(): Promise<Record<string, (databaseUrl: string, size: number) => Promise<Pooler>>> {
  const program = await onPath('pgbouncer');
  return {
    'a pooler of ours': startTransactionPooler,
    ...(program !== null && { PgBouncer: (databaseUrl, size) => startPgBouncer(program, databaseUrl, size) }),
  };
}

async function onPath(name: string): Promise<string | null> {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  return null;
}

/** As `docs/explanation/scale.md` says to set it up. */
async function startPgBouncer(program: string, databaseUrl: string, size: number): Promise<Pooler> {
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-pgbouncer-'));
  const { hostname, port, username, password } = new URL(databaseUrl);
  const ownPort = await freePort();
  const settings = path.join(folder, 'pgbouncer.ini');
  await writeFile(
    settings,
    `[databases]
* = host=${hostname} port=${port} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${ownPort}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${size}
max_prepared_statements = 200
ignore_startup_parameters = options,statement_timeout,lock_timeout,idle_in_transaction_session_timeout
`,
  );
  // PgBouncer refuses to run as root: tests of root start it as another user.
  const nobody = 65_534;
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if ('uid' in user) for (const place of [folder, settings]) await chown(place, nobody, nobody);
  const child = spawn(program, [settings], { ...user, stdio: 'ignore' });
  const exited = once(child, 'exit');
  const url = Object.assign(new URL(databaseUrl), { port: String(ownPort) }).href;
  const close = async () => {
    child.kill('SIGKILL');
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilItAnswers(url, 5_000);
  } catch (error) {
    await close();
    throw error;
  }
  return { databaseUrl: url, close };
}
