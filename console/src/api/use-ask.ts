import type { Intention, Operation } from '@reglement/client';
import {
  keepPreviousData,
  type Query,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { ask } from './client.ts';
import { noteOwn } from './own-writes.ts';

const keyOf = (operation: Operation<unknown, never>): string =>
  (operation as { readonly __meta__?: { readonly hash?: string } }).__meta__?.hash ?? String(operation);

type UseAsk = {
  /** False: it is not asked yet. */
  readonly enabled?: boolean;
  /** Asked again after so long, while the page is seen. */
  readonly everyMs?: number;
  /** Of a list, which shows that it is busy: the old rows stay until the new ones are here, so that nothing jumps. */
  readonly keepsRows?: boolean;
};

/**
 * Asks, keeps the answer, and asks again when the page is looked at again or something was written. Other variables are
 * another question: what was answered before is not shown under them.
 */
export function useAsk<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  { enabled = true, everyMs, keepsRows = false }: UseAsk = {},
) {
  return useQuery({
    queryKey: [keyOf(operation), variables],
    queryFn: ({ signal }) => ask(operation, variables, { signal }),
    enabled,
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
    ...(keepsRows && { placeholderData: keepPreviousData }),
  });
}

const isFirstOnItsWay = ({ state }: Query): boolean => state.fetchStatus === 'fetching' && state.data === undefined;

/**
 * Asks again what is shown, or a part of it. A first answer that is on its way may be older than the change that calls
 * for it: it is waited for, and asked for once more.
 */
export async function askAgain(queries: QueryClient, queryKey: readonly string[] = []): Promise<void> {
  const early = new Set(queries.getQueryCache().findAll({ queryKey, predicate: isFirstOnItsWay }));
  await queries.invalidateQueries({ queryKey });
  if (early.size > 0) await queries.invalidateQueries({ predicate: (query) => early.has(query) });
}

/** `askAgain` of all that is shown, or of one operation. */
export function useAskAgain(operation?: Operation<unknown, never>): () => Promise<void> {
  const queries = useQueryClient();
  return () => askAgain(queries, operation && [keyOf(operation)]);
}

type Connection<Node> = {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type List<Node> = {
  /** Undefined while the first page is on its way. */
  readonly rows: readonly Node[] | undefined;
  readonly fault: Error | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** The rows are those of earlier filters. */
  readonly isStale: boolean;
  readonly more: () => void;
  readonly retry: () => void;
};

/**
 * A list, page by page by its cursors.
 * @param select where the list stands in the result: `({ payments }) => payments`
 */
export function useList<Result, Variables extends { after?: string | null | undefined }, Node>(
  operation: Operation<Result, Variables>,
  variables: NoInfer<Variables>,
  select: (result: Result) => Connection<Node>,
): List<Node> {
  const query = useInfiniteQuery({
    queryKey: [keyOf(operation), 'list', variables],
    queryFn: async ({ signal, pageParam }) =>
      select(await ask(operation, { ...variables, after: pageParam }, { signal })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
  });
  return {
    rows: query.data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)),
    fault: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    isStale: query.isPlaceholderData,
    more: () => void query.fetchNextPage(),
    retry: () => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch()),
  };
}

type Write<Variables> = { readonly variables: Variables; readonly intention: Intention };

/** A mutation. Whatever was asked before is asked again after it, for a write changes more than what it answers. */
export function useWrite<Result, Variables>(operation: Operation<Result, Variables>) {
  const askAgain = useAskAgain();
  return useMutation({
    mutationFn: ({ variables, intention }: Write<Variables>) => ask(operation, variables, { intention }),
    // Before the answer, for the stream may be faster.
    onMutate: ({ variables }: Write<Variables>) => noteOwn(variables),
    onSuccess: noteOwn,
    // Not waited for: what was done is said at once, by a dialog that new answers may take away.
    onSettled: () => void askAgain(),
  });
}
