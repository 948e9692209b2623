import { type Caller, runModesOf } from '../../kernel/caller.ts';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import type { WebhookDelivery } from '../webhooks/webhook-delivery.ts';
import { fieldsOf, keyOf, runModeOf, type SearchedObject } from './document-of.ts';
import { type LookedUp, lookUp } from './look-up.ts';
import { type Fragment, indexTermsOf, matchesTerm, parseFragment, type Term } from './parse-fragment.ts';
import type { Services } from './ports.ts';
import { readObject } from './read-object.ts';
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
  const known = await knownHits(search, fragment);
  const { hits, isWhole } =
    known.length < search.limit ? await hitsByWords(search, fragment, known) : { hits: known, isWhole: true };
  const isFilled = (await services.store.searchState()).oldest === null;
  return {
    hits: hits.slice(0, request.first),
    hasMore: hits.length > request.first,
    isComplete: isWhole && isFilled,
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

async function knownHits(search: Search, { text }: Fragment): Promise<SearchHit[]> {
  const { services, caller, limit } = search;
  const hits = new Map<string, SearchHit>();
  const lookedUp = await lookUp(services, text, { caller, limit });
  for (const hit of await Promise.all(lookedUp.map((one) => knownHit(search, one)))) {
    if (hit && !hits.has(keyOfHit(hit))) hits.set(keyOfHit(hit), hit);
  }
  return [...hits.values()].slice(0, limit);
}

async function knownHit(search: Search, { field, found }: LookedUp): Promise<SearchHit | null> {
  if (typeof found !== 'string') return { found: { kind: 'WEBHOOK_DELIVERY', value: found }, matched: field };
  const object = await readWanted(search, found);
  return object && { found: object, matched: field };
}

async function readWanted({ services, caller, runModes }: Search, key: string): Promise<SearchedObject | null> {
  const object = await readObject(services, caller, key);
  return object && runModes.has(runModeOf(object)) ? object : null;
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
  const objects = await Promise.all(keys.map(({ key }) => readWanted(search, key)));
  return objects.flatMap((found) => {
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
