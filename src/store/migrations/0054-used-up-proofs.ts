import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What serves once is removed when it has expired: at each sign-in that is begun, so that a flood of them keeps little. */
export const createUsedUpProofs = (): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema.createIndex('sign_in_links_end').on('sign_in_links').column('expires_at').execute();
    await db.schema.createIndex('sign_in_links_person').on('sign_in_links').column('person_id').execute();
    await db.schema.createIndex('sign_in_challenges_end').on('sign_in_challenges').column('expires_at').execute();
    await db.schema.createIndex('sign_in_guesses_at').on('sign_in_guesses').column('at').execute();
  },
});
