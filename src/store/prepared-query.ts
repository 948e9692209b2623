import { hash } from 'node:crypto';
import {
  type Compilable,
  type CompiledQuery,
  type Kysely,
  type RootOperationNode,
  sql as text,
  ValuesNode,
} from 'kysely';
import { once } from '../kernel/once.ts';
import type { Connection, Outcome, Statement } from './connection.ts';

export type PreparedQuery<Values, Row> = {
  (connection: Connection, values: Values): Promise<Outcome<Row>>;
  readonly sql: string;
};

/**
 * A query whose SQL is built at its first run; each run only fills in the values. `build` is called once, with a
 * placeholder for each value, so it must not read them. Building and compiling costs more than SQLite needs to run it.
 */
export function preparedQuery<Values extends object, Row>(
  build: (values: Values) => Compilable<Row>,
): PreparedQuery<Values, Row> {
  const prepared = once(() => prepare(build));
  const limited = new Map<unknown, Prepared<Values>>();
  const preparedFor = (values: Values): Prepared<Values> => {
    const bound = prepared();
    if (!bound.bindsLimit) return bound;
    const { limit } = values as { readonly limit?: unknown };
    const known = limited.get(limit);
    if (known !== undefined) return known;
    if (limited.size === keptLimits || typeof limit !== 'number') return bound;
    const made = prepare(build, limit);
    limited.set(limit, made);
    return made;
  };
  const run = (connection: Connection, values: Values): Promise<Outcome<Row>> => {
    const { sql, name, isRead, isPlainInsert, sources } = preparedFor(values);
    const filled = sources.map((source) => (source.name === undefined ? source.parameter : values[source.name]));
    return connection.execute<Row>({ sql, parameters: filled, name, isRead, isPlainInsert });
  };
  return Object.defineProperty(run, 'sql', { get: () => prepared().sql }) as PreparedQuery<Values, Row>;
}

/**
 * SQLite's planner looks at the value of a limit, so that it parses a statement with a bound one again at each run. The
 * value `limit` of a query becomes a literal, for the first few values that come: a caller's own stay bound.
 */
const keptLimits = 8;
const boundLimit = /\blimit \?/;

type Prepared<Values> = Statement & {
  readonly sources: readonly { readonly parameter: unknown; readonly name: keyof Values | undefined }[];
  readonly bindsLimit: boolean;
};

function prepare<Values extends object>(
  build: (values: Values) => Compilable,
  limit: number | null = null,
): Prepared<Values> {
  const names = new Map<unknown, keyof Values>();
  const marks = new Proxy({} as Values, {
    get: (_target, name) => {
      if (name === 'limit' && limit !== null) return text.lit(limit);
      const mark = Symbol(String(name));
      names.set(mark, name as keyof Values);
      return mark;
    },
  });
  const { sql, parameters, isRead, isPlainInsert } = statementOf(build(marks).compile());
  const sources = parameters.map((parameter) => ({ parameter, name: names.get(parameter) }));
  const bindsLimit = boundLimit.test(sql) && sources.some(({ name }) => name === 'limit');
  return { sql, parameters, isRead, isPlainInsert, name: hash('sha256', sql).slice(0, 32), sources, bindsLimit };
}

/** The same for queries that differ in the columns they name: one kept query for each set of columns that is used. */
export function preparedByColumns<Column extends string, Values extends object, Row>(
  build: (columns: readonly Column[]) => PreparedQuery<Values, Row>,
): (columns: readonly Column[]) => PreparedQuery<Values, Row> {
  const kept = new Map<string, PreparedQuery<Values, Row>>();
  return (columns) => {
    const key = columns.join();
    const query = kept.get(key) ?? build(columns);
    kept.set(key, query);
    return query;
  };
}

/** The values of the first row, or null where there is none. */
export function first<Row, Value>({ rows: [row] }: Outcome<Row>, read: (row: Row) => Value): Value | null {
  return row === undefined ? null : read(row);
}

/** For a write whose outcome is not needed. */
export async function done(outcome: Promise<unknown>): Promise<void> {
  await outcome;
}

/** A kept query's row is a set of marks that answers to any name, so its columns are listed. */
export function pick<Row, Column extends keyof Row>(row: Row, columns: readonly Column[]): Pick<Row, Column> {
  return Object.fromEntries(columns.map((column) => [column, row[column]])) as Pick<Row, Column>;
}

/** Inserts a row: its values of these columns. */
export const insertRow = <Tables extends Record<string, object>, Name extends keyof Tables & string>(
  db: Kysely<Tables>,
  table: Name,
  columns: readonly (keyof Tables[Name])[],
) => preparedQuery((row: Tables[Name]) => db.insertInto(table).values(pick(row, columns) as never));

/** The same. Where another row has its key, nothing is inserted. */
export const insertRowOnce = <Tables extends Record<string, object>, Name extends keyof Tables & string>(
  db: Kysely<Tables>,
  table: Name,
  columns: readonly (keyof Tables[Name])[],
) =>
  preparedQuery((row: Tables[Name]) =>
    db
      .insertInto(table)
      .values(pick(row, columns) as never)
      .onConflict((conflict) => conflict.doNothing()),
  );

/** A query that is built for each run, because its shape depends on the request. */
export function statementOf({ sql, parameters, query }: CompiledQuery): Required<Statement> {
  const isRead = query.kind === 'SelectQueryNode';
  return { sql, parameters, name: null, isRead, isPlainInsert: isPlainInsert(query) };
}

/** The rows of a query that is built for each run, and reads. */
export const readRows = async <Row>(connection: Connection, query: CompiledQuery): Promise<readonly Row[]> =>
  (await connection.execute<Row>({ ...statementOf(query), isRead: true })).rows;

/** An insert of one row, without conflict handling and without a result. */
function isPlainInsert(query: RootOperationNode): boolean {
  if (query.kind !== 'InsertQueryNode' || query.onConflict || query.returning) return false;
  const { values } = query;
  return values !== undefined && ValuesNode.is(values) && values.values.length === 1;
}
