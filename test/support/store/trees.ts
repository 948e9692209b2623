import { ask } from './examples.ts';

/** A tree of the database, with a query for the rows that have an entry in it. */
type Tree = { readonly name: string; readonly table: string; readonly condition: string | null };

const treesOfSqlite = `select name, tbl_name as "table", sql from sqlite_schema
  where rootpage > 0 and name not like 'sqlite_stat%'`;

/** A table in the order of its key is one tree, and its key has no other. */
const keysOfTables = `select key.name from sqlite_schema as t, pragma_index_list(t.name) as key
  where t.type = 'table' and key.origin = 'pk' and t.sql like '%without rowid%'`;

/** PostgreSQL keeps rows in a heap, which is no tree. */
const treesOfPostgres = `select c.relname as name, indrelid::regclass::text as "table", pg_get_expr(indpred, indrelid) as condition
  from pg_index join pg_class c on c.oid = indexrelid where c.relnamespace = current_schema()::regnamespace`;

async function treesOf(databaseUrl: string): Promise<readonly Tree[]> {
  if (!databaseUrl.startsWith('sqlite:')) return (await ask(databaseUrl, treesOfPostgres)) as Tree[];
  const keys = new Set((await ask(databaseUrl, keysOfTables)).map(({ name }) => name));
  const trees = (await ask(databaseUrl, treesOfSqlite)) as { name: string; table: string; sql: string | null }[];
  return trees
    .filter(({ name }) => !keys.has(name))
    .map(({ name, table, sql }) => {
      const [, condition = null] = name === table ? [] : (/\bwhere\b(.*)$/is.exec(sql ?? '') ?? []);
      return { name, table, condition };
    });
}

/** How many entries each tree of the database has, read by SQL of its own. */
export async function entriesOf(databaseUrl: string): Promise<ReadonlyMap<string, number>> {
  const trees = await treesOf(databaseUrl);
  const counted = trees.map(
    ({ table, condition }, index) =>
      `select ${index} as tree, count(*) as found from ${table}${condition ? ` where ${condition}` : ''}`,
  );
  const entries = new Map<string, number>();
  // SQLite joins no more than 500 of them.
  for (let from = 0; from < counted.length; from += 100) {
    for (const { tree, found } of await ask(databaseUrl, counted.slice(from, from + 100).join(' union all '))) {
      entries.set(trees[Number(tree)]?.name ?? '', Number(found));
    }
  }
  return entries;
}
