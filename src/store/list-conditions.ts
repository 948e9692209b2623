import { type RawBuilder, type SqlBool, sql } from 'kysely';
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
