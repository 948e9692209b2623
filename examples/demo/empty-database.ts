import { stat } from 'node:fs/promises';
import pg from 'pg';

/** A database that the demo must not fill. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse';
}

const advice = 'The demo fills an empty database only: name another one by --database.';

/**
 * Refuses any database that holds something, so that no payment, real or of a test, can stand beside invented ones.
 * @throws DatabaseInUse
 */
export async function requireEmptyDatabase(databaseUrl: string): Promise<void> {
  if (databaseUrl.startsWith('sqlite:')) await requireNoFile(databaseUrl.slice('sqlite:'.length));
  else await requireNoTables(databaseUrl);
}

async function requireNoFile(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > 0) throw new DatabaseInUse(`${file} exists. ${advice} Delete the file to fill it again.`);
}

const countTables = `
  SELECT count(*)::int AS tables FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
`;

async function requireNoTables(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ tables: number }>(countTables);
    if (rows[0]?.tables !== 0) throw new DatabaseInUse(`The database has tables already. ${advice}`);
  } finally {
    await client.end();
  }
}
