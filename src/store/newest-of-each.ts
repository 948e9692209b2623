import { type QueryExecutorProvider, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Connection } from './connection.ts';
import { readRows } from './prepared-query.ts';

export type NewestOfEach<Row> = {
  readonly table: string;
  readonly columns: readonly (keyof Row & string)[];
  /** The column that names the owner; an index begins with it. */
  readonly owner: keyof Row & string;
  readonly owners: readonly string[];
  /** Of each owner. */
  readonly limit: number;
  /** Left out: every row of the owners. */
  readonly where?: RawBuilder<SqlBool>;
};

/** The newest rows of each of several owners, by their ids and newest first: one statement for a whole page. */
export async function newestOfEach<Row extends { readonly id: string }>(
  db: QueryExecutorProvider,
  connection: Connection,
  { table, columns, owner, owners, limit, where }: NewestOfEach<Row>,
): Promise<readonly Row[]> {
  if (owners.length === 0) return [];
  const [named, by] = [sql.join(columns.map((column) => sql.ref(column))), sql.ref(owner)];
  const query = sql<Row>`select ${named} from (
      select ${named}, row_number() over (partition by ${by} order by id desc) as place_of_row
      from ${sql.table(table)} where ${by} in (${sql.join([...owners])}) ${where ? sql`and ${where}` : sql``}
    ) as of_owner where place_of_row <= ${limit} order by id desc`;
  return readRows<Row>(connection, query.compile(db));
}
