import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { DatabaseProblem } from '../database-problem.ts';

type ProgramName = 'pg_dump' | 'pg_restore';

const nameOf = (program: ProgramName): string => `reglement ${program}`;
/** The name of all connections of a restore. A pg_restore may outlive the process that started it. */
export const restoringName = nameOf('pg_restore');

/** The schema with our tables: its name as it is, and as SQL and patterns of names have it. */
export type Schema = { readonly name: string; readonly quoted: string; readonly comment: string | null };

/** PostgreSQL's own programs for backups, which know more of a database than we ever will. */
export type Programs = {
  /** @throws DatabaseProblem where the program is missing, or older than the server, which it then cannot read */
  readonly checkVersion: (program: ProgramName, serverMajor: number) => Promise<void>;
  readonly dump: (file: string, schema: Schema) => Promise<void>;
  /** @throws DatabaseProblem where the file is no archive of payments of ours in this schema */
  readonly checkArchive: (file: string, schema: Schema) => Promise<void>;
  /** In one transaction, what is in the schema: not the schema, and no extension or schema of others. */
  readonly restore: (file: string, schema: Schema) => Promise<void>;
};

export function createPrograms(
  connectionString: string,
  environment: Readonly<Record<string, string | undefined>>,
): Programs {
  const { url, password } = withoutPassword(connectionString);
  const env = { ...environment, LC_ALL: 'C', ...(password === '' ? {} : { PGPASSWORD: password }) };
  const run = (program: ProgramName, ...args: readonly string[]): Promise<string> =>
    runProgram(program, args, { ...env, PGAPPNAME: nameOf(program) });
  return {
    async checkVersion(program, serverMajor) {
      const [, major = '0'] = /\(PostgreSQL\) (\d+)/.exec(await run(program, '--version')) ?? [];
      if (Number(major) >= serverMajor) return;
      throw new DatabaseProblem(
        'UNUSABLE',
        `${program} on the PATH is of PostgreSQL ${major}, and the server is ${serverMajor}: install the client programs of PostgreSQL ${serverMajor}, or put them first on the PATH.`,
      );
    },
    async dump(file, { quoted }) {
      const what = ['--format=custom', '--no-owner', '--no-privileges', `--schema=${quoted}`];
      await run('pg_dump', ...what, `--file=${file}`, `--dbname=${url}`);
    },
    async checkArchive(file, { name }) {
      const contents = await run('pg_restore', '--list', `--schema=${name}`, file);
      if (/ TABLE DATA .+ payment_events /.test(contents) && / kysely_migration /.test(contents)) return;
      const message = `The backup holds no payments of ours in the schema ${name}, which DATABASE_URL leads to.`;
      throw new DatabaseProblem('UNUSABLE', message);
    },
    async restore(file, { name }) {
      const how = ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges', `--schema=${name}`];
      await run('pg_restore', ...how, `--dbname=${url}`, file);
    },
  };
}

/** The arguments of a process can be read by others on the machine. */
function withoutPassword(connectionString: string): { readonly url: string; readonly password: string } {
  const url = new URL(connectionString);
  const password = url.searchParams.get('password') ?? decodeURIComponent(url.password);
  url.password = '';
  url.searchParams.delete('password');
  return { url: url.href, password };
}

async function runProgram(
  program: ProgramName,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const child = spawn(program, args, { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? missing(program) : error;
  });
  const [code, output, complaint] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (code === 0) return output;
  throw new DatabaseProblem('UNUSABLE', `${program} failed: ${complaint.trim().split('\n').slice(0, 3).join(' ')}`);
}

function missing(program: ProgramName): DatabaseProblem {
  const message = `${program} is not on the PATH: install the client programs of PostgreSQL (Debian: postgresql-client).`;
  return new DatabaseProblem('UNUSABLE', message);
}
