import { type Caller, runModesOf } from '../../kernel/caller.ts';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import type { WebhookDelivery } from '../webhooks/webhook-delivery.ts';
import { fieldsOf, keyOf, runModeOf, type SearchedObject } from './document-of.ts';
import { lookUp, namesOne } from './look-up.ts';
import { type Fragment, indexTermsOf, matchesTerm, parseFragment, type Term } from './parse-fragment.ts';
import type { Services } from './ports.ts';
import { readObjects } from './read-object.ts';
import type { SearchField } from './search-field.ts';
import { visibleScopes } from './visible-scopes.ts';

export type SearchHit = {
  readonly found: SearchedObject | { readonly kind: 'WEBHOOK_DELIVERY'; readonly value: WebhookDelivery };
  readonly matched: SearchField;
};

export type SearchResult = {
  /** What was looked up first, then the newest first. */
  readonly hits: readonly SearchHit[];
  readonly hasMore: boolean;
  /** False while the index is being filled, and where the search was too much work to be ended. */
  readonly isComplete: boolean;
};

/** What was looked up, and whether older ones that the caller may see were perhaps not read. */
type KnownHits = { readonly known: readonly SearchHit[]; readonly isCut: boolean };

export type SearchRequest = {
  readonly text: string;
  readonly first: number;
  /** Null: LIVE where the caller may see it, else TEST. */
  readonly runModes: readonly EffectiveRunMode[] | null;
};

/** Reads of results that turn out to be others than the index says, at most. */
const mostPages = 5;

/**
 * Finds what the caller may see by any fragment of it. The index only proposes: each result is read as it is now, with
 * the caller's rights, and shown where it has all words.
 * @throws InvalidInputError for a text that is too long
 */
export async function findObjects(services: Services, caller: Caller, request: SearchRequest): Promise<SearchResult> {
  const fragment = parseFragment(request.text);
  const runModes = wantedModes(services, caller, request.runModes);
  const search = { services, caller, runModes, limit: request.first + 1 };
  if (fragment.text === '') return { hits: [], hasMore: false, isComplete: true };
  const [{ known, isCut }, { oldest }] = await Promise.all([knownHits(search, fragment), services.store.searchState()]);
  const isDone = known.length >= search.limit || (known.length > 0 && namesOne(fragment.text));
  const { hits, isWhole } = isDone ? { hits: known, isWhole: true } : await hitsByWords(search, fragment, known);
  return {
    hits: hits.slice(0, request.first),
    hasMore: hits.length > request.first,
    isComplete: isWhole && !isCut && oldest === null,
  };
}

type Search = {
  readonly services: Services;
  readonly caller: Caller;
  readonly runModes: ReadonlySet<string | null>;
  readonly limit: number;
};

/** TEST and LIVE are not mixed unless the caller asks for it. Customers have no run mode. */
function wantedModes(services: Services, caller: Caller, asked: SearchRequest['runModes']): ReadonlySet<string | null> {
  const own = runModesOf(services, caller);
  return new Set<string | null>([null, ...(asked ?? (own.includes('LIVE') ? ['LIVE'] : ['TEST']))]);
}

/** Where others' objects fill the first page of a look-up, more of them are read, once. */
async function knownHits(search: Search, fragment: Fragment): Promise<KnownHits> {
  const first = await knownAmong(search, fragment, search.limit);
  return first.isCut ? knownAmong(search, fragment, search.limit * mostPages) : first;
}

async function knownAmong(search: Search, { text }: Fragment, rows: number): Promise<KnownHits> {
  const { services, caller, limit } = search;
  const { lookedUp, mayBeMore } = await lookUp(services, text, { caller, limit: rows });
  const objects = await readWanted(
    search,
    lookedUp.flatMap(({ found }) => (typeof found === 'string' ? [found] : [])),
  );
  const webhooks = await inModes(
    search,
    lookedUp.flatMap(({ found }) => (typeof found === 'string' ? [] : [found])),
  );
  const hits = new Map<string, SearchHit>();
  for (const { field, found } of lookedUp) {
    const object = typeof found === 'string' ? objects.get(found) : webhooks.get(found.id);
    if (object === undefined) continue;
    const hit = { found: object, matched: field };
    if (!hits.has(keyOfHit(hit))) hits.set(keyOfHit(hit), hit);
  }
  const known = [...hits.values()].slice(0, limit);
  return { known, isCut: mayBeMore && known.length < limit };
}

/** Those of the keys that the caller may see, in the run modes that are asked for. */
async function readWanted(
  { services, caller, runModes }: Search,
  keys: readonly string[],
): Promise<ReadonlyMap<string, SearchedObject>> {
  const objects = await readObjects(services, caller, [...new Set(keys)]);
  return new Map([...objects].filter(([, object]) => runModes.has(runModeOf(object))));
}

/** Those about payments of the run modes that are asked for. */
async function inModes({ services, runModes }: Search, webhooks: readonly WebhookDelivery[]) {
  const ids = [...new Set(webhooks.map(({ subject }) => subject))];
  const payments = ids.length === 0 ? [] : await services.store.paymentsByIds(ids);
  const wanted = new Set(payments.filter((one) => runModes.has(one.effectiveRunMode)).map(({ id }) => id));
  const ofWanted = webhooks.filter(({ subject }) => wanted.has(subject));
  return new Map(ofWanted.map((value) => [value.id, { kind: 'WEBHOOK_DELIVERY', value } as const]));
}

const keyOfHit = ({ found }: SearchHit): string => (found.kind === 'WEBHOOK_DELIVERY' ? found.value.id : keyOf(found));

async function hitsByWords(
  search: Search,
  { terms }: Fragment,
  known: readonly SearchHit[],
): Promise<{ readonly hits: readonly SearchHit[]; readonly isWhole: boolean }> {
  const [term, ...others] = terms.flatMap(indexTermsOf);
  if (term === undefined) return { hits: known, isWhole: true };
  const { services, caller, limit } = search;
  const scopes = await visibleScopes(services, caller, ({ runMode }) => search.runModes.has(runMode));
  const taken = new Set(known.map(keyOfHit));
  const hits = [...known];
  for (let before: number | null = null, page = 1; ; page++) {
    const found = await services.store.searchWords({ terms: [term, ...others], scopes, before, limit });
    const keys = found.keys.filter(({ key }) => !taken.has(key));
    hits.push(...(await hitsOf(search, terms, keys)));
    before = found.keys.at(-1)?.place ?? null;
    const isLast = found.keys.length < limit || before === null;
    if (isLast || hits.length >= limit) return { hits, isWhole: found.isWhole };
    if (page === mostPages) return { hits, isWhole: false };
  }
}

/** Of the proposed keys, those that have the words now. */
async function hitsOf(
  search: Search,
  terms: readonly Term[],
  keys: readonly { readonly key: string }[],
): Promise<SearchHit[]> {
  const objects = await readWanted(
    search,
    keys.map(({ key }) => key),
  );
  return keys.flatMap(({ key }) => {
    const found = objects.get(key);
    const matched = found && matchedField(found, terms);
    return found && matched ? [{ found, matched }] : [];
  });
}

/** The field that has the longest of the words; null where one of them is missing. */
function matchedField(object: SearchedObject, terms: readonly Term[]): SearchField | null {
  const fields = fieldsOf(object);
  const fieldOf = (term: Term) => fields.find(({ words }) => matchesTerm(words, term))?.field ?? null;
  const lengthOf = ([wanted]: Term) => wanted?.word.replace(/^_[a-z]_?/, '').length ?? 0;
  const found = terms.map((term) => ({ length: lengthOf(term), field: fieldOf(term) }));
  if (found.some(({ field }) => field === null)) return null;
  return found.toSorted((one, other) => other.length - one.length)[0]?.field ?? null;
}
