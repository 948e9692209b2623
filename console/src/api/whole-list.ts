import type { Operation } from '@reglement/client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { type List, useAsk } from './use-ask.ts';

/**
 * A list that comes whole, for the `Table`.
 * @param select where it stands in the result; what it throws is shown as the fault
 */
export function wholeList<Result, Row>(
  { data, error, isPlaceholderData, refetch }: UseQueryResult<Result>,
  select: (result: Result) => readonly Row[],
): List<Row> {
  const retry = (): void => void refetch();
  const rest = { hasMore: false, isLoadingMore: false, isStale: isPlaceholderData, more: retry, retry };
  try {
    return { ...rest, rows: data === undefined ? undefined : select(data), fault: error };
  } catch (refused) {
    return { ...rest, rows: undefined, fault: refused as Error };
  }
}

/** The same, asked for here. */
export const useWhole = <Result, Variables, Row>(
  operation: Operation<Result, Variables>,
  variables: NoInfer<Variables>,
  select: (result: Result) => readonly Row[],
): List<Row> => wholeList(useAsk(operation, variables, { keepsRows: true }), select);

const perPage = 50;

/** Rows that are here already: the first ones, and a button for more. */
export function useSome<Row>(rows: readonly Row[]): List<Row> {
  const [shown, setShown] = useState(perPage);
  return {
    ...{ rows: rows.slice(0, shown), fault: null, hasMore: rows.length > shown, isLoadingMore: false, isStale: false },
    ...{ more: () => setShown(shown + perPage), retry: () => undefined },
  };
}
