import assert from 'node:assert/strict';
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/**
 * Unidentified money on the account is in the journal too. A journal entry may belong to an entry of a statement, and
 * may take out of suspense what another entry put there.
 */
export function createSuspense(kind: DatabaseKind): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await (kind === 'sqlite' ? widenOnSqlite(db) : widenOnPostgres(db));
      // The money of an entry of a statement goes into suspense once.
      await sql`create unique index journal_entries_bank_entry on journal_entries (bank_entry_id)
        where bank_entry_id is not null`.execute(db);
      await sql`create index journal_entries_suspense on journal_entries (id_societe, run_mode, id)
        where bank_entry_id is not null`.execute(db);
      await sql`create index journal_entries_clears on journal_entries (clears, id)
        where clears is not null`.execute(db);
      // Reads the open exceptions of an entry in order, oldest first.
      await sql`drop index bank_exceptions_entry`.execute(db);
      await sql`create index bank_exceptions_entry on bank_exceptions (entry_id, id)`.execute(db);
    },
  };
}

const oldSource = 'payment_id is not null or reverses is not null';
const newSource = `${oldSource} or bank_entry_id is not null or clears is not null`;

/**
 * SQLite cannot change a constraint of an existing table, so both tables are written anew, with their triggers and
 * indexes.
 */
async function widenOnSqlite(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ type: string; name: string; sql: string }>`select type, name, sql from sqlite_schema
    where tbl_name in ('journal_entries', 'journal_lines') and sql is not null`.execute(db);
  const run = (statement: string) => sql.raw(statement).execute(db);
  const tables = ['journal_entries', 'journal_lines'] as const;
  for (const name of tables) {
    const table = rows.find((row) => row.type === 'table' && row.name === name)?.sql ?? '';
    const wider = name === 'journal_entries' ? withSources(table) : table;
    await run(wider.replaceAll(/"journal_(entries|lines)"/g, '"next_journal_$1"'));
    const added = name === 'journal_entries' ? ', null, null' : '';
    await run(`insert into next_${name} select *${added} from ${name}`);
  }
  for (const name of tables.toReversed()) await run(`drop table ${name}`);
  for (const name of tables) await run(`alter table next_${name} rename to ${name}`);
  for (const { type, name, sql: statement } of rows) {
    if (type === 'index') await run(statement);
    if (type === 'trigger') await run(name === 'journal_entries_fixed' ? guarded(statement) : statement);
  }
}

function withSources(table: string): string {
  const firstConstraint = table.indexOf(', constraint ');
  assert(firstConstraint > 0 && table.includes(oldSource), 'the table is the one that was made');
  const columns =
    ', "bank_entry_id" text references "bank_entries" ("id"), "clears" text references "journal_entries" ("id")';
  return `${table.slice(0, firstConstraint)}${columns}${table.slice(firstConstraint)}`.replace(oldSource, newSource);
}

const guarded = (trigger: string): string =>
  trigger.replace(
    'new.created_at is not old.created_at',
    '$& or new.bank_entry_id is not old.bank_entry_id or new.clears is not old.clears',
  );

async function widenOnPostgres(db: Kysely<unknown>): Promise<void> {
  const { text } = tableWords.postgres;
  await sql`alter table journal_entries
    add column bank_entry_id ${text} references bank_entries (id),
    add column clears ${text} references journal_entries (id),
    drop constraint journal_entries_source,
    add constraint journal_entries_source check (${sql.raw(newSource)})`.execute(db);
  const { rows } = await sql<{ body: string }>`select pg_get_functiondef(oid) as body from pg_proc
    where proname = 'keep_journal_entry' and pronamespace = current_schema()::regnamespace`.execute(db);
  const guard = rows[0]?.body ?? '';
  assert(guard.includes('new.created_at') && guard.includes('old.created_at'), 'the guard is the one that was made');
  const wider = guard.replaceAll(/\b(new|old)\.created_at\b/g, '$&, $1.bank_entry_id, $1.clears');
  await sql.raw(wider).execute(db);
}
