import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Actions that still name their user, by time. */
export const createNamedOperators = (): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createIndex('recorded_actions_operator')
      .on('recorded_actions')
      .columns(['at', 'id'])
      .where(sql<boolean>`operator <> 'erased'`)
      .execute();
  },
});
