import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** Which address of a webhook endpoint is left alone, so that a new one is not. An older gateway leaves it empty. */
export const createPausedAddresses = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('webhook_endpoints').addColumn('paused_url_digest', tableWords[kind].text).execute();
  },
});
