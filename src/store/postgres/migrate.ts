import type { Pool } from 'pg';
import { builtBeforehand, migrateToLatest, migrationStateOf } from '../migrate.ts';
import { type ChangeOptions, changeTables, codeOf, isDeadlock, untilTablesAreFree } from './changing.ts';
import { buildConcurrently } from './concurrent-indexes.ts';

/**
 * Brings a PostgreSQL database to the current schema while older gateways work on it. One gateway migrates; the others
 * wait for it.
 * @throws DatabaseProblem
 */
export const migratePostgres = (connectionString: string, options: ChangeOptions): Promise<void> =>
  changeTables('db migrate', { connectionString, ...options }, async ({ db, patient, takeTurn }) => {
    if ((await migrationStateOf('postgres', db)).pending.length === 0) return;
    await takeTurn();
    const { applied, pending } = await migrationStateOf('postgres', db);
    // A new database has no row, so an index costs nothing.
    if (applied.length > 0) await buildLargeIndexes(patient, pending, options.logger);
    await untilTablesAreFree(() => migrateToLatest('postgres', db), options.logger);
  });

/** The table or a column is not there: a migration before this one makes it. */
const undefinedCodes = ['42P01', '42703'];

async function buildLargeIndexes(
  patient: Pool,
  pending: readonly string[],
  logger: ChangeOptions['logger'],
): Promise<void> {
  for (const index of pending.flatMap((name) => builtBeforehand[name] ?? [])) {
    // It was patient already where it got no lock.
    await untilTablesAreFree(() => buildConcurrently(patient, index), logger, isDeadlock).catch((error: unknown) => {
      if (!undefinedCodes.includes(codeOf(error) ?? '')) throw error;
    });
  }
}
