import type { GraphQLError, GraphQLResolveInfo } from 'graphql';
import { type IdentifierKind, isIdOf } from '../../kernel/identifiers.ts';
import { requestError } from './guard/graphql-error.ts';

export const rowsOfPage = 100;

/** @throws GraphQLError for a size that is not 1 to 100. */
export function pageSize(first: number | null | undefined, byDefault: number): number {
  const size = first ?? byDefault;
  if (size < 1 || size > rowsOfPage) {
    throw requestError('BAD_USER_INPUT', `first must be 1 to ${rowsOfPage}.`);
  }
  return size;
}

export const notACursor = (): GraphQLError => requestError('BAD_USER_INPUT', 'after is not a cursor of this list.');

/**
 * The id to go on after; null for the beginning of the list.
 * @throws GraphQLError for a cursor that no page returned: an empty one, too, is a mistake of the client.
 */
export const idOfCursor = (kind: IdentifierKind, after: string | null | undefined, info?: Asked): string | null =>
  keyOfCursor(after, (cursor) => (isIdOf(kind, cursor) ? cursor : null), info);

/** What asks, for a list that may stand in a mutation's result: an error would replace what was recorded. */
type Asked = Pick<GraphQLResolveInfo, 'operation'>;

/** The same for a cursor that is more than an id; `read` answers null for an invalid one. */
export function keyOfCursor<Key>(
  after: string | null | undefined,
  read: (cursor: string) => Key | null,
  info?: Asked,
): Key | null {
  if (after === null || after === undefined) return null;
  const key = read(after);
  if (key === null && info?.operation.operation !== 'mutation') throw notACursor();
  return key;
}

/** A relay page of `size` rows, out of one row more than that where there is a next page. */
export function pageOf<Row>(
  rows: readonly Row[],
  size: number,
  cursorOf: (row: Row) => string,
  hasPreviousPage: boolean,
) {
  const edges = rows.slice(0, size).map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

type PageAsked = { readonly first?: number | null | undefined; readonly after?: string | null | undefined };

/**
 * A page of a list that is walked by its ids: 20 rows, where the caller does not say how many.
 * @param list reads `limit` rows after `beforeId`
 */
export async function pageById<Row extends { readonly id: string }>(
  kind: IdentifierKind,
  { first, after }: PageAsked,
  list: (page: { readonly limit: number; readonly beforeId: string | null }) => Promise<readonly Row[]>,
  info?: Asked,
) {
  const size = pageSize(first, 20);
  const beforeId = idOfCursor(kind, after, info);
  const rows = await list({ limit: size + 1, beforeId });
  return pageOf(rows, size, ({ id }) => id, beforeId !== null);
}
