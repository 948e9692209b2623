import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import { DatabaseProblem } from '../database-problem.ts';
import type { Contracting } from '../database-tools.ts';
import { contractingShape, migrateToLatest, migrationStateOf } from '../migrate.ts';
import { contractedIndexes, unusedIndexes } from '../migrations/0065-contracted.ts';
import { unusedListIndexes } from '../migrations/0069-lighter-copies.ts';
import { replacedListIndexes } from '../migrations/0071-fewer-lists.ts';
import { type ChangeOptions, changeTables, isDeadlock, untilTablesAreFree } from './changing.ts';
import { buildConcurrently, dropConcurrently } from './concurrent-indexes.ts';

/**
 * Removes what only older gateways need, while the present ones write. It can be interrupted and run again. Each gateway
 * that starts reads the migrations first, so no older one can come while this runs; those that are left are looked for.
 * @throws DatabaseProblem while one of them works
 */
export const contractPostgres = (
  connectionString: string,
  options: ChangeOptions,
  { report, lookForMs }: Contracting,
): Promise<void> =>
  changeTables('db contract', { connectionString, ...options }, async ({ db, patient, takeTurn }) => {
    const { pending, contractions } = await migrationStateOf('postgres', db);
    if (pending.length > 0) {
      throw new DatabaseProblem('UNUSABLE', `The database is to be migrated first (${pending.join(', ')}).`);
    }
    if (contractions.length === 0) return;
    await takeTurn();
    await refuseUntilListsAreFilled(patient);
    await refuseWhileOlderGatewaysWork(patient, lookForMs);
    // It was patient already where it got no lock.
    const again = (step: () => Promise<boolean>) => untilTablesAreFree(step, options.logger, isDeadlock);
    for (const index of contractedIndexes) {
      if (await again(() => buildConcurrently(patient, index))) report(`made    ${index.name}`);
    }
    for (const name of [...unusedIndexes, ...unusedListIndexes, ...replacedListIndexes]) {
      if (await again(() => dropConcurrently(patient, name))) report(`dropped ${name}`);
    }
    await untilTablesAreFree(() => migrateToLatest('postgres', db, { contracts: true }), options.logger);
    for (const name of contractions) report(`done    ${name}`);
  });

const lookAgainMs = 250;

/**
 * Each gateway names its connections by the newest migration that it knows (`gatewayName`), older ones by no number.
 * A pooler keeps the name of the gateway that used a connection last, so one look is not enough.
 */
const olderGateways = `select count(*)::int as found from pg_stat_activity where datname = current_database()
  and application_name collate "C" >= 'reglement' and application_name collate "C" < 'reglement ${contractingShape}'`;

async function refuseWhileOlderGatewaysWork(pool: Pool, lookForMs: number): Promise<void> {
  for (let lookedMs = 0; lookedMs <= lookForMs; lookedMs += lookAgainMs) {
    const { rows } = await pool.query<{ found: number }>(olderGateways);
    const connections = rows[0]?.found ?? 0;
    if (connections > 0) {
      throw new DatabaseProblem(
        'UNUSABLE',
        `Gateways of an older version work on this database, on ${connections} connections: replace them first.`,
      );
    }
    await setTimeout(lookAgainMs);
  }
}

const atOnce = 10_000;

/** Until then lists are read by the indexes that go. */
async function refuseUntilListsAreFilled(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ left: number }>(`select count(*)::int as left from (select 1 from payments
    where id > (select split_part(position, ' ', 1) from cursors where name = 'payment list') limit ${atOnce}) as later`);
  if ((rows[0]?.left ?? 0) < atOnce) return;
  throw new DatabaseProblem('UNUSABLE', 'A gateway is still filling the lists of payments: try again later.');
}
