import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** An event of a mandate by its own id. */
export const createMandateEventIds = (): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema.createIndex('mandate_events_id').unique().on('mandate_events').column('id').execute();
  },
});
