import { QueryClient } from '@tanstack/react-query';

/** The client of the API tries again by itself. An answer counts as fresh for ten seconds. */
export const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 10_000 }, mutations: { retry: false, networkMode: 'always' } },
});
