import { stat } from 'node:fs/promises';
import { DatabaseProblem, NewerDatabase } from './database-problem.ts';

export type DatabaseStatus = {
  readonly kind: 'sqlite' | 'postgres';
  /** The version of SQLite, or of the PostgreSQL server. */
  readonly version: string;
  readonly sizeBytes: number;
  /** Names of migrations, in their order. */
  readonly applied: readonly string[];
  readonly pending: readonly string[];
  /** What `contract` is going to remove. */
  readonly contractions: readonly string[];
  /** Tables in which the database user may not work. */
  readonly withoutRights: readonly string[];
};

/** @throws DatabaseProblem where a database is not migrated: its backup could not come back */
export function refuseEmpty({ applied }: Pick<DatabaseStatus, 'applied'>): void {
  if (applied.length > 0) return;
  throw new DatabaseProblem(
    'UNUSABLE',
    'The database is empty, so there is nothing to back up: is DATABASE_URL right?',
  );
}

/** @throws DatabaseProblem where `file`, a backup, is not there */
export async function requireBackup(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found?.isFile()) return;
  throw new DatabaseProblem('UNUSABLE', `There is no backup at ${file}: give the file that \`db backup\` wrote.`);
}

export type Contracting = {
  /** One step that was done. */
  readonly report: (step: string) => void;
  /** For how long older gateways are looked for. */
  readonly lookForMs: number;
};

/** What to do where a database is not empty. */
export const intoEmpty =
  'A restore goes into an empty database. With --force it replaces the payments, and keeps them beside.';

export type Restoring = {
  /** Whether payments that are there already make way; they are kept beside. */
  readonly replaces: boolean;
  /** Migrates and checks restored data; throws if it is damaged. */
  readonly bringUp: (databaseUrl: string) => Promise<void>;
};

/** Whether payments have to make way. Those of a newer gateway may, so that an older one can take over again. */
export async function holdsPayments(
  state: Promise<Pick<DatabaseStatus, 'applied'>>,
  { replaces }: Pick<Restoring, 'replaces'>,
): Promise<boolean> {
  try {
    return (await state).applied.length > 0;
  } catch (error) {
    if (replaces && error instanceof NewerDatabase) return true;
    throw error;
  }
}

/** An operator's tools for a whole database. Each throws `DatabaseProblem` where the database cannot be used. */
export type DatabaseTools = {
  readonly status: () => Promise<DatabaseStatus>;
  /** Writes a copy of one moment into a new file, which only its owner may read, while gateways work. */
  readonly backup: (file: string) => Promise<void>;
  /** Answers where what was there before went, or null. */
  readonly restore: (file: string, restoring: Restoring) => Promise<string | null>;
  /** Removes what only older gateways need, while the present ones work. Does nothing where nothing is left to remove. */
  readonly contract: (contracting: Contracting) => Promise<void>;
};
