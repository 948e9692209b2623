import { GraphQLError } from 'graphql';

const maximum = 100;

/** @throws GraphQLError for a size that is not 1 to 100. */
export function pageSize(first: number | null | undefined, byDefault: number): number {
  const size = first ?? byDefault;
  if (size < 1 || size > maximum) {
    throw new GraphQLError(`first must be 1 to ${maximum}.`, { extensions: { code: 'BAD_USER_INPUT' } });
  }
  return size;
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
