import type { UseQueryResult } from '@tanstack/react-query';
import type { List } from './use-ask.ts';

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
