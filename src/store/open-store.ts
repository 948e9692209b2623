import { DatabaseProblem } from './database-problem.ts';
import type { DatabaseTools } from './database-tools.ts';
import type { ProbeWrites } from './leases.ts';
import type { ConnectionLimits, StoreLogger } from './postgres/connection.ts';
import { openSqliteStore } from './sqlite/store.ts';
import { sqliteTools } from './sqlite/tools.ts';
import type { Store, StoreParts } from './store.ts';

export type OpenStoreOptions = {
  readonly databaseUrl: string;
  /** Limits of the connections to PostgreSQL. */
  readonly limits?: ConnectionLimits;
  readonly logger?: StoreLogger | null;
  /** Whether a restore opens the database that it makes, which is closed to everything else until it has ended. */
  readonly isRestoring?: boolean;
};

/**
 * Opens the database that DATABASE_URL names: `sqlite:data/reglement.sqlite` (a path, relative to the working folder or
 * absolute) or `postgres://…`. The store's `migrate` makes the tables.
 * @throws DatabaseProblem where the URL cannot be used, the database cannot be reached, or it would lose a commit at a
 * power cut. No message holds the URL, which may hold a password.
 */
export async function openStoreWith<Tables, Reads, Transaction extends ProbeWrites>(
  parts: StoreParts<Tables, Reads, Transaction>,
  { databaseUrl, limits, logger = null, isRestoring = false }: OpenStoreOptions,
): Promise<Store<Reads, Transaction>> {
  const file = fileIn(databaseUrl);
  if (file !== null) return openSqliteStore(file, parts);
  const { defaultConnectionLimits } = await import('./postgres/connection.ts');
  const { openPostgresStore } = await import('./postgres/store.ts');
  return openPostgresStore(databaseUrl, { limits: limits ?? defaultConnectionLimits, logger, isRestoring, parts });
}

/** The operator's tools for the database in DATABASE_URL. */
export async function openDatabaseTools(options: {
  readonly databaseUrl: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: () => number;
}): Promise<DatabaseTools> {
  const { databaseUrl, environment, clock } = options;
  const file = fileIn(databaseUrl);
  if (file !== null) return sqliteTools(file, clock);
  const { postgresTools } = await import('./postgres/tools.ts');
  return postgresTools({ connectionString: databaseUrl, environment, clock });
}

/** The file of SQLite; null: it names a server of PostgreSQL. */
function fileIn(databaseUrl: string): string | null {
  if (/^postgres(?:ql)?:\/\//.test(databaseUrl)) {
    if (URL.canParse(databaseUrl)) return null;
    throw unusable('DATABASE_URL is not a URL that PostgreSQL can be reached by.');
  }
  if (!databaseUrl.startsWith('sqlite:'))
    throw unusable('DATABASE_URL must begin with sqlite: (and a path) or with postgres://.');
  const file = databaseUrl.slice('sqlite:'.length);
  if (file === '' || file.startsWith(':') || file.startsWith('file:')) {
    throw unusable('DATABASE_URL must name a file after sqlite: a database in memory loses payments.');
  }
  if (/^\/\/[^/]/.test(file)) throw unusable('DATABASE_URL must be sqlite:folder/file or sqlite:/folder/file.');
  return file;
}

const unusable = (message: string): DatabaseProblem => new DatabaseProblem('UNUSABLE', message);
