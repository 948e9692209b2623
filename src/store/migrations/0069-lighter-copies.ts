import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DatabaseKind } from './table.ts';

/**
 * Less work for the workers that copy each payment for lists and searches. What these indexes served is read by kinds
 * (`0063-payment-kinds`) since. PostgreSQL keeps them until `db contract`, because older gateways read them. FTS5 merges
 * eight parts of the index of words at once instead of four, and so writes each word less often.
 */
export const createLighterCopies = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    for (const name of unusedListIndexes) await sql`drop index if exists ${sql.ref(name)}`.execute(db);
    if (kind === 'sqlite') await sql`insert into search_words (search_words, rank) values ('automerge', 8)`.execute(db);
  },
});

export const unusedListIndexes: readonly string[] = [
  ...['client_status', 'id_societe_status', 'id_societe_id_origin', 'id_societe_amount_cents'],
].map((columns) => `payment_list_mode_${columns}`);
