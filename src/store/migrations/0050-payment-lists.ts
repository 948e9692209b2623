import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/**
 * What lists and totals of payments are read from. A worker fills it after the commits, so an initiation writes none of
 * these indexes. It holds no data of a person.
 */
export const createPaymentLists = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await createListTable(db, kind);
    for (const { columns, where } of listIndexes) {
      const named = sql.join([...columns, 'id'].map((column) => sql.ref(column)));
      await sql`create index ${sql.ref(indexName(columns))} on payment_list (${named}) ${where ?? sql``}`.execute(db);
    }
    await createDayTable(db, kind);
    await sql`insert into cursors (name, position) values ('payment list', ' ')`.execute(db);
    if (kind === 'postgres') return;
    for (const { columns, alike } of listIndexes) {
      const figures = [1_000_000, ...alike, 1].join(' ');
      await sql`insert into sqlite_stat1 (tbl, idx, stat)
        values ('payment_list', ${indexName(columns)}, ${figures})`.execute(db);
    }
  },
});

const indexName = (columns: readonly string[]): string =>
  ['payment_list', ...columns.map((column) => (column === 'effective_run_mode' ? 'mode' : column))].join('_');

type ListIndex = {
  readonly columns: readonly string[];
  /** How many payments of a million share the values, for SQLite's planner. */
  readonly alike: readonly number[];
  readonly where?: ReturnType<typeof sql>;
};

/** `TEST` and `LIVE` never share a list, so the mode comes first. */
const ofMode = (columns: readonly string[], alike: readonly number[], where?: ReturnType<typeof sql>): ListIndex => ({
  columns: ['effective_run_mode', ...columns],
  alike: [900_000, ...alike],
  ...(where && { where }),
});

const listIndexes: readonly ListIndex[] = [
  ofMode([], []),
  ofMode(['client', 'status'], [90_000, 18_000]),
  ofMode(['client'], [90_000]),
  ofMode(['status'], [110_000]),
  ofMode(['id_societe', 'status'], [230_000, 45_000]),
  ofMode(['id_societe', 'id_origin'], [230_000, 55_000]),
  ofMode(['id_societe'], [230_000]),
  ofMode(['id_origin'], [140_000]),
  ofMode(['payment_target'], [370_000]),
  ofMode(['payment_type'], [300_000]),
  ofMode(['id_societe', 'amount_cents'], [230_000, 30]),
  ofMode(['amount_cents'], [100]),
  ofMode(['mandate'], [5], sql`where mandate is not null`),
  ofMode(['due_date'], [300], sql`where due_date is not null`),
];

async function createListTable(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const { text, integer } = tableWords[kind];
  await db.schema
    .createTable('payment_list')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('client', text, (column) => column.notNull())
    .addColumn('effective_run_mode', text, (column) => column.notNull())
    .addColumn('payment_target', text, (column) => column.notNull())
    .addColumn('payment_type', text, (column) => column.notNull())
    .addColumn('id_origin', text, (column) => column.notNull())
    .addColumn('id_societe', text, (column) => column.notNull())
    .addColumn('mandate', text)
    .addColumn('amount_cents', integer, (column) => column.notNull())
    .addColumn('created_at', integer, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('due_date', text)
    .modifyEnd(endOf(kind))
    .execute();
}

/** Payments of a day in Paris, by everything that a total is asked by. */
async function createDayTable(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const { text, integer } = tableWords[kind];
  const words = ['day', 'effective_run_mode', 'id_societe', 'client', 'id_origin'] as const;
  const others = ['payment_target', 'payment_type', 'status'] as const;
  let table = db.schema.createTable('payment_days');
  for (const name of [...words, ...others]) table = table.addColumn(name, text, (column) => column.notNull());
  await table
    .addColumn('payments', integer, (column) => column.notNull())
    .addColumn('cents', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('payment_days_pk', [...words, ...others] as never)
    .modifyEnd(endOf(kind))
    .execute();
}

/** Rows in the order of their key: one tree less. */
const endOf = (kind: DatabaseKind) => (kind === 'sqlite' ? sql`strict, without rowid` : sql``);
