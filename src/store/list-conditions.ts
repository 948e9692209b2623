import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { AgedQuery, Unread } from '../kernel/aged.ts';
import type { Range } from '../kernel/given-values.ts';

/**
 * Conditions of a list, one for each filtered column: a value, or one of several. Null is no filter; an empty list
 * matches no row.
 */
export function columnsAre<Column extends string>(
  wanted: readonly (readonly [Column, string | readonly string[] | null])[],
): RawBuilder<SqlBool>[] {
  return wanted.flatMap(([column, values]) => {
    if (values === null) return [];
    if (typeof values === 'string') return [sql<SqlBool>`${sql.ref(column)} = ${values}`];
    return [sql<SqlBool>`${sql.ref(column)} in (${sql.join(values.length === 0 ? [''] : values)})`];
  });
}

export const isWithin = (column: RawBuilder<unknown>, range: Range<string | number> | null): RawBuilder<SqlBool>[] => [
  ...(range === null || range.from === null ? [] : [sql<SqlBool>`${column} >= ${range.from}`]),
  ...(range === null || range.to === null ? [] : [sql<SqlBool>`${column} <= ${range.to}`]),
];

/** An `AgedQuery` for a prepared query, whose values have names of their own. */
export type AgedPage = Pick<AgedQuery, 'before' | 'limit'> & { readonly afterAt: number; readonly afterId: string };
export const agedPage = ({ before, after, limit }: AgedQuery): AgedPage => ({
  before,
  afterAt: after.at,
  afterId: after.id,
  limit,
});

/** The rows of a walk along `column`. */
export const unread = <Column extends string, Row extends { readonly [Name in Column]: number | null }, Value>(
  rows: readonly (Row & { readonly id: string })[],
  column: Column,
  read: (row: Row & { readonly id: string }) => Value,
): readonly Unread<Value>[] => rows.map((row) => ({ at: row[column] ?? 0, id: row.id, read: () => read(row) }));

/** For `$call`: a page of the rows that are older by this column. */
export const agedBy =
  (column: string, { before, afterAt, afterId, limit }: AgedPage) =>
  <Tables, From extends keyof Tables, Row>(rows: SelectQueryBuilder<Tables, From, Row>) => {
    const at = sql.ref(column);
    return rows
      .where(sql<SqlBool>`${at} < ${before} and (${at}, id) > (${afterAt}, ${afterId})`)
      .orderBy(at)
      .orderBy(sql.ref('id'))
      .limit(limit);
  };
