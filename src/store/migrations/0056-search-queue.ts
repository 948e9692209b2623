import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/**
 * What the index of words has to take in again. Triggers write it, so that it is complete whichever version of the
 * program changes a row. A new payment writes nothing here: the worker finds it by its id.
 */
export function createSearchQueue(kind: DatabaseKind): Migration {
  const { text, integer, end } = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      const number = kind === 'sqlite' ? integer : sql`bigint generated always as identity`;
      await db.schema
        .createTable('search_queue')
        .addColumn('id', number, (column) => column.primaryKey().notNull())
        .addColumn('key', text, (column) => column.notNull())
        .modifyEnd(end)
        .execute();
      for (const statement of kind === 'sqlite' ? sqliteTriggers() : postgresTriggers(await schemaOf(db))) {
        await sql.raw(statement).execute(db);
      }
    },
  };
}

type Watched = {
  readonly table: string;
  /** SQL for the key of a row, whose alias is `row`. */
  readonly key: (row: string) => string;
  /** The changes that count. */
  readonly when: readonly string[];
  readonly condition?: string;
};

const byId = (row: string): string => `${row}.id`;

const watched: readonly Watched[] = [
  { table: 'payments', key: byId, when: ['update of payer_erased_at'] },
  {
    table: 'mandates',
    key: byId,
    when: ['insert', 'update of rum, id_client, debtor'],
  },
  {
    table: 'customers',
    key: (row) => `'cus_' || ${row}.id_societe || '/' || ${row}.id_client`,
    when: ['insert', 'update', 'delete'],
  },
  { table: 'bank_exceptions', key: byId, when: ['insert', 'update of details'] },
  { table: 'direct_debit_batches', key: byId, when: ['insert'] },
  // An entry about a payment is found by its payment.
  {
    table: 'journal_entries',
    key: byId,
    when: ['insert', 'update of reason'],
    condition: 'new.payment_id is null',
  },
];

const nameOf = (table: string, when: string): string => `search_${table}_${when.split(' ')[0]}`;
const rowOf = (when: string): string => (when === 'delete' ? 'old' : 'new');

const sqliteTriggers = (): string[] =>
  watched.flatMap(({ table, key, when, condition }) =>
    when.map(
      (one) => `create trigger ${nameOf(table, one)} after ${one} on ${table} ${condition ? `when ${condition}` : ''}
        begin insert into search_queue (key) values (${key(rowOf(one))}); end`,
    ),
  );

async function schemaOf(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ schema: string }>`select quote_ident(current_schema()) as schema`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('the database names no schema');
  return row.schema;
}

/** They run with the rights of their owner: an older gateway may have rights by table, and none to the queue. */
const postgresTriggers = (schema: string): string[] =>
  watched.flatMap(({ table, key, when, condition }) =>
    when.flatMap((one) => [
      `create function ${nameOf(table, one)}() returns trigger language plpgsql security definer
        set search_path = ${schema}, pg_temp as $$
        begin insert into search_queue (key) values (${key(rowOf(one))}); return null; end $$`,
      `create trigger ${nameOf(table, one)} after ${one} on ${table} for each row
        ${condition ? `when (${condition})` : ''} execute function ${nameOf(table, one)}()`,
    ]),
  );
