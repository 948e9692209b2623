import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/**
 * The index of words. FTS5 on SQLite keeps only the words (`contentless`), and can drop those of a document
 * (`contentless_delete`). A beginning of a length that it keeps is read as fast as a word; for any other it merges all that begin so. PostgreSQL has
 * a table of words, and the words of each document beside it.
 */
export function createSearch(kind: DatabaseKind): Migration {
  const { text, integer, end } = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('search_documents')
        .addColumn('n', integer, (column) => column.primaryKey().notNull())
        .addColumn('key', text, (column) => column.notNull().unique())
        .addColumn('scope', integer, (column) => column.notNull())
        .addColumn('version', integer, (column) => column.notNull())
        .addColumn('words', text, (column) => column.notNull())
        .modifyEnd(end)
        .execute();
      await db.schema
        .createTable('search_scopes')
        .addColumn('id', integer, (column) => column.primaryKey().notNull())
        .addColumn('facts', text, (column) => column.notNull().unique())
        .modifyEnd(end)
        .execute();
      await db.schema
        .createTable('search_state')
        .addColumn('id', integer, (column) => column.primaryKey().notNull().check(sql`id = 1`))
        .addColumn('turns', integer, (column) => column.notNull())
        .addColumn('version', integer, (column) => column.notNull())
        .addColumn('newest', text, (column) => column.notNull())
        .addColumn('settled', text, (column) => column.notNull())
        .addColumn('oldest', text)
        .addColumn('queued_until', text)
        .addColumn('dropped_at', integer)
        .modifyEnd(end)
        .execute();
      await sql`insert into search_state (id, turns, version, newest, settled, oldest, queued_until)
        values (1, 0, 0, '', '', '', '')`.execute(db);
      if (kind === 'sqlite') await createWords(db);
      else await createPostings(db);
    },
  };
}

async function createWords(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table search_words using fts5(words, content='', contentless_delete=1, detail=none,
    prefix='2 3 4 5 6 7 8 9 10 11 12 13 14', tokenize="ascii tokenchars '_'")`.execute(db);
}

async function createPostings(db: Kysely<unknown>): Promise<void> {
  const { text, integer } = tableWords.postgres;
  await db.schema
    .createTable('search_postings')
    .addColumn('word', text, (column) => column.notNull())
    .addColumn('n', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('search_postings_pk', ['word', 'n'])
    .execute();
  await db.schema.createIndex('search_documents_scope').on('search_documents').columns(['scope', 'n']).execute();
}
