import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, type TableWords, tableWords } from './table.ts';

/**
 * The journal: entries with their lines, and the accounting facts of booked payments. The database itself guards an
 * entry: lines are only added, a posted entry never changes, and an unbalanced one is never posted.
 */
export function createJournal(kind: DatabaseKind): Migration {
  const words = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('payments').addColumn('accounting', words.text).execute();
      await createEntryTable(db, words);
      await createLineTable(db, words);
      for (const statement of guards[kind]) await sql.raw(statement).execute(db);
    },
  };
}

async function createEntryTable(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('journal_entries')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('id_societe', text, (column) => column.notNull())
    .addColumn('run_mode', text, (column) => column.notNull().check(sql`run_mode in ('TEST', 'LIVE')`))
    .addColumn('journal_code', text, (column) => column.notNull())
    .addColumn('journal_label', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('piece_reference', text, (column) => column.notNull())
    .addColumn('piece_date', text, (column) => column.notNull())
    .addColumn('label', text, (column) => column.notNull())
    .addColumn('amount_cents', integer, (column) => column.notNull().check(sql`amount_cents > 0`))
    .addColumn('payment_id', text)
    .addColumn('event_sequence', integer)
    .addColumn('reverses', text, (column) => column.unique().references('journal_entries.id'))
    .addColumn('reason', text)
    .addColumn('operator', text)
    .addColumn('created_at', integer, (column) => column.notNull())
    .addColumn('date', text, (column) => column.notNull())
    .addColumn('exercise', integer, (column) => column.notNull())
    .addColumn('position', integer, (column) => column.check(sql`position >= 1`))
    .addColumn('number', integer, (column) => column.check(sql`number >= 1`))
    .addColumn('posted_at', integer)
    .addColumn('previous_hash', text)
    .addColumn('hash', text)
    .addForeignKeyConstraint('journal_entries_event', ['payment_id', 'event_sequence'], 'payment_events', [
      'payment_id',
      'sequence',
    ])
    // An event is booked once; an entry without an event undoes another.
    .addUniqueConstraint('journal_entries_event_once', ['payment_id', 'event_sequence'])
    .addCheckConstraint('journal_entries_source', sql`payment_id is not null or reverses is not null`)
    .addCheckConstraint('journal_entries_event_whole', sql`(payment_id is null) = (event_sequence is null)`)
    .addCheckConstraint(
      'journal_entries_posting',
      sql`(position is null) = (number is null) and (position is null) = (posted_at is null)
        and (position is null) = (hash is null) and (previous_hash is null or position > 1)`,
    )
    .addUniqueConstraint('journal_entries_position', ['id_societe', 'run_mode', 'exercise', 'position'])
    .addUniqueConstraint('journal_entries_number', ['id_societe', 'run_mode', 'exercise', 'journal_code', 'number'])
    .modifyEnd(end)
    .execute();
  await db.schema
    .createIndex('journal_entries_books')
    .on('journal_entries')
    .columns(['id_societe', 'run_mode', 'id'])
    .execute();
  await db.schema
    .createIndex('journal_entries_date')
    .on('journal_entries')
    .columns(['id_societe', 'run_mode', 'date'])
    .execute();
  await db.schema
    .createIndex('journal_entries_unposted')
    .on('journal_entries')
    .column('id')
    .where(sql<boolean>`position is null`)
    .execute();
}

async function createLineTable(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('journal_lines')
    .addColumn('entry_id', text, (column) => column.notNull().references('journal_entries.id'))
    .addColumn('line', integer, (column) => column.notNull().check(sql`line >= 1`))
    .addColumn('account', text, (column) => column.notNull())
    .addColumn('account_label', text, (column) => column.notNull())
    .addColumn('auxiliary', text)
    .addColumn('debit_cents', integer, (column) => column.notNull())
    .addColumn('credit_cents', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('journal_lines_pk', ['entry_id', 'line'])
    .addCheckConstraint(
      'journal_lines_side',
      sql`(debit_cents > 0 and credit_cents = 0) or (credit_cents > 0 and debit_cents = 0)`,
    )
    .modifyEnd(end)
    .execute();
}

/** The content of an entry, without its posting, its day until then, and its explanation. */
const content = [
  ...['id', 'id_societe', 'run_mode', 'journal_code', 'journal_label', 'kind', 'piece_reference', 'piece_date'],
  ...['label', 'amount_cents', 'payment_id', 'event_sequence', 'reverses', 'created_at'],
];

const sumsOf = (entry: string): string =>
  `(select coalesce(sum(debit_cents), 0) from journal_lines where entry_id = ${entry}.id) <> ${entry}.amount_cents
   or (select coalesce(sum(credit_cents), 0) from journal_lines where entry_id = ${entry}.id) <> ${entry}.amount_cents`;

const isPosted = 'exists (select 1 from journal_entries where id = new.entry_id and position is not null)';

const sqliteGuard = (name: string, when: string, condition: string, message: string): string =>
  `create trigger ${name} before ${when} ${condition === '' ? '' : `when ${condition}`}
   begin select raise(abort, '${message}'); end`;

const texts = {
  kept: 'an entry of the journal is never taken out',
  posted: 'a posted entry never changes',
  content: 'what an entry of the journal says never changes',
  lines: 'a line of the journal never changes',
  balance: 'an entry that does not balance is not posted',
};

const guards: Readonly<Record<DatabaseKind, readonly string[]>> = {
  sqlite: [
    sqliteGuard('journal_entries_kept', 'delete on journal_entries', '', texts.kept),
    sqliteGuard('journal_lines_kept', 'delete on journal_lines', '', texts.kept),
    sqliteGuard('journal_lines_fixed', 'update on journal_lines', '', texts.lines),
    sqliteGuard('journal_lines_closed', 'insert on journal_lines', isPosted, texts.posted),
    sqliteGuard('journal_entries_posted', 'update on journal_entries', 'old.position is not null', texts.posted),
    sqliteGuard(
      'journal_entries_fixed',
      'update on journal_entries',
      content.map((column) => `new.${column} is not old.${column}`).join(' or '),
      texts.content,
    ),
    sqliteGuard(
      'journal_entries_balance',
      'update on journal_entries',
      `new.position is not null and (${sumsOf('new')})`,
      texts.balance,
    ),
  ],
  postgres: [
    `create function keep_journal_entry() returns trigger language plpgsql as $$
     begin
       if tg_op in ('DELETE', 'TRUNCATE') then raise exception '${texts.kept}'; end if;
       if old.position is not null then raise exception '${texts.posted}'; end if;
       if (${content.map((column) => `new.${column}`).join(', ')})
         is distinct from (${content.map((column) => `old.${column}`).join(', ')})
       then raise exception '${texts.content}'; end if;
       if new.position is not null and (${sumsOf('new')}) then raise exception '${texts.balance}'; end if;
       return new;
     end $$`,
    `create trigger journal_entries_kept before update or delete on journal_entries
     for each row execute function keep_journal_entry()`,
    `create trigger journal_entries_whole before truncate on journal_entries
     for each statement execute function keep_journal_entry()`,
    `create function keep_journal_line() returns trigger language plpgsql as $$
     begin
       if tg_op = 'INSERT' then
         if ${isPosted} then raise exception '${texts.posted}'; end if;
         return new;
       end if;
       raise exception '${texts.lines}';
     end $$`,
    `create trigger journal_lines_kept before insert or update or delete on journal_lines
     for each row execute function keep_journal_line()`,
    `create trigger journal_lines_whole before truncate on journal_lines
     for each statement execute function keep_journal_line()`,
  ],
};
