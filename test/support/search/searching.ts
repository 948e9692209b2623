import type { Store } from '../../../src/app/store.ts';
import { anonymous, type Caller } from '../../../src/kernel/caller.ts';
import { paymentRunMode } from '../../../src/kernel/vocabulary.ts';
import { findObjects, type SearchHit, type SearchRequest } from '../../../src/modules/search/find-objects.ts';
import { indexDocuments } from '../../../src/modules/search/index-documents.ts';
import type { Services } from '../../../src/modules/search/ports.ts';
import type { Failed } from '../../../src/workers/unless-fails.ts';
import { failing } from './failing.ts';

/** May see everything. */
export const everyone: Caller = { ...anonymous, client: 'office', runModes: new Set(paymentRunMode.names) };

/** What a search reaches of the services. */
export const servicesOn = (store: Store): Services =>
  ({ store, settings: { deployment: 'production' }, societes: new Map(), clock: Date.now }) as unknown as Services;

/** Everything that was written is old enough for the index. */
export const soon = (): number => Date.now() + 2_000;
/** Everything that was written is settled. */
export const later = (): number => Date.now() + 300_000;

/** One round of the worker, whose first one was an hour ago. */
export async function index(store: Store, clock = soon): Promise<void> {
  if ((await store.searchState()).version === 0) await indexAt(store, Date.now() - 3_600_000);
  await indexAt(store, clock());
}

export const indexAt = (store: Store, now: number, failed: Failed = failing): Promise<void> =>
  indexDocuments({ store, clock: () => now, keepsLease: async () => true, onOlder: () => undefined, failed });

const both = ['LIVE', 'TEST'] as const;

export async function found(
  store: Store,
  text: string,
  { caller = everyone, ...request }: Partial<SearchRequest> & { readonly caller?: Caller } = {},
) {
  const result = await findObjects(servicesOn(store), caller, { text, first: 20, runModes: both, ...request });
  return { ...result, names: result.hits.map(nameOf), matched: result.hits.map(({ matched }) => matched) };
}

/** Its id, or the number of a customer. */
export const nameOf = ({ found: { kind, value } }: SearchHit): string =>
  kind === 'CUSTOMER' ? `${value.idSociete}/${value.idClient}` : value.id;
