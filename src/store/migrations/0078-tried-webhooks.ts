import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createIndexText, type IndexBuild } from './index-build.ts';

/** Finds what an endpoint failed to take among all that waits for it. A new message is not in it. */
export const triedWebhooksIndex: IndexBuild = {
  name: 'webhook_deliveries_tried',
  on: `webhook_deliveries (client, endpoint, next_attempt_at) where status = 'WAITING' and tries > 0`,
};

/** On PostgreSQL it was made beforehand, while older gateways write: see `builtBeforehand`. */
export const createTriedWebhooks = (): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await sql.raw(createIndexText(triedWebhooksIndex)).execute(db);
  },
});
