import type { Caller } from '../../kernel/caller.ts';
import { refuseInput } from '../../kernel/errors.ts';
import { fieldsOf, type ObjectOf, type SearchedObject } from './document-of.ts';
import { indexTermsOf, matchesTerm, parseFragment } from './parse-fragment.ts';
import type { Services } from './ports.ts';
import { placeOf, type SearchKind, type SearchScope } from './search-document.ts';
import { visibleScopes } from './visible-scopes.ts';

/** What the index proposes at a time, and how often it is asked for one page. */
const keysPerRead = 500;
const mostReads = 20;
/** How often it goes on after a walk along frequent words. */
const mostWalks = 5;
/** A document whose place is taken stands a little later. */
const placesOfOneMoment = 4096;

export type Listing<Kind extends SearchKind> = {
  readonly kind: Kind;
  readonly text: string;
  /** Only those before this id; null: from the newest on. */
  readonly beforeId: string | null;
  readonly limit: number;
  /** What of the scope the list is narrowed to. Left out: nothing. */
  readonly within?: { readonly idSociete: string | null; readonly runMode?: SearchScope['runMode'] };
  /** Those of the proposed keys that the list has, in its order. */
  readonly read: (keys: readonly string[]) => Promise<readonly ObjectOf<Kind>['value'][]>;
};

/**
 * A page of a list, newest first, that is narrowed to a text. The index only proposes: each row is shown where it has
 * all words now.
 * @throws InvalidInputError for a text that is too long, or has too frequent words to find what has them all: a page
 * that is not full would seem to be the last one
 */
export async function listByText<Kind extends SearchKind>(
  services: Services,
  caller: Caller,
  { kind, text, beforeId, limit, within, read }: Listing<Kind>,
): Promise<readonly ObjectOf<Kind>['value'][]> {
  const wanted = parseFragment(text).terms;
  const [term, ...others] = wanted.flatMap(indexTermsOf);
  if (term === undefined) return [];
  const scopes = await visibleScopes(services, caller, (scope) => scope.kind === kind && isWithin(scope, within));
  const rows: ObjectOf<Kind>['value'][] = [];
  const query = { terms: [term, ...others] as const, scopes, limit: keysPerRead };
  let before = beforeId === null ? null : placeOf({ key: beforeId, at: 0 }) + placesOfOneMoment;
  for (let [reads, walks] = [0, 0]; reads < mostReads && walks < mostWalks; reads++) {
    const { keys, goesOnBefore = null } = await services.store.searchWords({ ...query, before });
    const found = keys.length === 0 ? [] : await read(keys.map(({ key }) => key));
    rows.push(...found.filter((value) => hasAll({ kind, value } as ObjectOf<Kind>, wanted)));
    const isLast = goesOnBefore === null && keys.length < keysPerRead;
    if (isLast || rows.length >= limit) return rows.slice(0, limit);
    before = goesOnBefore ?? keys.at(-1)?.place ?? null;
    if (goesOnBefore !== null) walks++;
  }
  refuseInput('text', 'text has words that are too frequent: add one, or another filter.');
}

const isWithin = (
  scope: SearchScope,
  { idSociete = null, runMode = null }: Partial<Listing<SearchKind>['within']> = {},
) => (idSociete ?? scope.idSociete) === scope.idSociete && (runMode ?? scope.runMode) === scope.runMode;

/**
 * Whether an object has the words of a text, for who reads all objects anyway, and needs all that have them.
 * @throws InvalidInputError for a text that is too long
 */
export function matcherOf(text: string): (object: SearchedObject) => boolean {
  const { terms } = parseFragment(text);
  return (object) => terms.length > 0 && hasAll(object, terms);
}

function hasAll(object: SearchedObject, terms: ReturnType<typeof parseFragment>['terms']): boolean {
  const words = fieldsOf(object).flatMap((field) => field.words);
  return terms.every((term) => matchesTerm(words, term));
}
