import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** People, how they prove who they are, and their browser sessions. */
export const createPeople = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await createPersons(kind, db);
    await createProofs(kind, db);
    await createSessions(kind, db);
    await createOnceUsed(kind, db);
  },
});

async function createPersons(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const { text, integer, end } = tableWords[kind];
  await db.schema
    .createTable('people')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('issuer', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('login', text)
    .addColumn('roles', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('password', text)
    .addColumn('totp', text)
    .addColumn('totp_step', integer, (column) => column.notNull())
    .addColumn('created_at', integer, (column) => column.notNull())
    .addColumn('updated_at', integer, (column) => column.notNull())
    .addColumn('signed_in_at', integer)
    .addUniqueConstraint('people_subject', ['issuer', 'subject'])
    .modifyEnd(end)
    .execute();
}

async function createProofs(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const { text, integer, bytes, end } = tableWords[kind];
  await db.schema
    .createTable('passkeys')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('person_id', text, (column) => column.notNull())
    .addColumn('public_key', bytes, (column) => column.notNull())
    .addColumn('counter', integer, (column) => column.notNull())
    .addColumn('created_at', integer, (column) => column.notNull())
    .addColumn('used_at', integer)
    .modifyEnd(end)
    .execute();
  await db.schema.createIndex('passkeys_person').on('passkeys').column('person_id').execute();
  await db.schema
    .createTable('recovery_codes')
    .addColumn('hash', text, (column) => column.primaryKey().notNull())
    .addColumn('person_id', text, (column) => column.notNull())
    .modifyEnd(end)
    .execute();
  await db.schema.createIndex('recovery_codes_person').on('recovery_codes').column('person_id').execute();
}

async function createSessions(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const { text, integer, end } = tableWords[kind];
  await db.schema
    .createTable('sessions')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('token_hash', text, (column) => column.notNull().unique())
    .addColumn('person_id', text, (column) => column.notNull())
    .addColumn('method', text, (column) => column.notNull())
    .addColumn('device', text, (column) => column.notNull())
    .addColumn('created_at', integer, (column) => column.notNull())
    .addColumn('seen_at', integer, (column) => column.notNull())
    .addColumn('confirmed_at', integer)
    .modifyEnd(end)
    .execute();
  await db.schema.createIndex('sessions_person').on('sessions').columns(['person_id', 'id']).execute();
  await db.schema.createIndex('sessions_created').on('sessions').column('created_at').execute();
}

async function createOnceUsed(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const { text, integer, end } = tableWords[kind];
  await db.schema
    .createTable('sign_in_links')
    .addColumn('hash', text, (column) => column.primaryKey().notNull())
    .addColumn('person_id', text, (column) => column.notNull())
    .addColumn('expires_at', integer, (column) => column.notNull())
    .modifyEnd(end)
    .execute();
  await db.schema
    .createTable('sign_in_challenges')
    .addColumn('hash', text, (column) => column.primaryKey().notNull())
    .addColumn('expires_at', integer, (column) => column.notNull())
    .modifyEnd(end)
    .execute();
  await db.schema
    .createTable('sign_in_guesses')
    .addColumn('guessed', text, (column) => column.primaryKey().notNull())
    .addColumn('failures', integer, (column) => column.notNull())
    .addColumn('blocked_until', integer, (column) => column.notNull())
    .addColumn('at', integer, (column) => column.notNull())
    .modifyEnd(end)
    .execute();
}
