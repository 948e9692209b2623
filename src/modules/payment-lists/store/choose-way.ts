import type { PaymentQuery } from '../../payments/payment-store.ts';
import { type Scope, scopesOf } from './conditions.ts';
import { isIn, type Kind, type Kinds, wantedKinds } from './kinds.ts';

/** How the settled payments of a page are read. Each way finds the same; they differ in what they pass on the way. */
export type Way =
  /** Along the index of the filter, or the nearest one: best where most of what it passes matches. */
  | {
      readonly along: 'FILTER';
      /** What the caller may see that no index has in this order, by its kinds; the other scopes by the filter. */
      readonly apart?: { readonly kinds: readonly Kind[]; readonly scopes: readonly Scope[] };
    }
  /** Each kind from its own place: it passes nothing that does not match. */
  | { readonly along: 'KINDS'; readonly kinds: readonly Kind[] }
  /** All that lie in a range, sorted afterwards: best where they are few. Without kinds: those of every kind. */
  | ({ readonly along: 'RANGE' } & Inside);

export type RangeName = 'created' | 'amountCents' | 'due';
export type Inside = { readonly range: RangeName; readonly kinds: readonly Kind[] | null };

export const alongFilter: Way = { along: 'FILTER' };

/** Each is a part of one statement. */
const mostKinds = 60;
/** Of each kind a page is read, so a long page has fewer. */
const mostKindsOfLongPage = 12;
/** So many are sorted within some 40 ms, and so many where each row is looked up for what its index does not have. */
const sortedAtMost = 100_000;
const lookedUpAtMost = 20_000;
/** Longer pages are those of exports, which read on and on: what they pass, they pass once. */
const longestPage = 200;
/** All of a range is sorted for each page, so a page of an export must be a part of it that is worth it. */
const pagesSorted = 10;

/** Whether a page can be read in another way than along its filter. */
export const hasChoice = (query: PaymentQuery): boolean =>
  query.mandate === null &&
  query.idClient === null &&
  query.idCommande === null &&
  (otherRanges(query).length > 0 || !isServed(query));

const narrowing = ['client', 'idOrigin', 'idSociete', 'paymentTargets', 'paymentTypes', 'statuses'] as const;

/** By what the list has an index in the order of the sort: by age for each filter alone, and for none. */
const served: Readonly<Record<PaymentQuery['sort'], readonly string[]>> = {
  NEWEST: ['', ...narrowing],
  OLDEST: ['', ...narrowing],
  AMOUNT: [''],
  DUE: [''],
};

/** Whether an index has exactly what is asked for. */
const isServed = (query: PaymentQuery): boolean =>
  scopesOf(query.visibleTo, query).every((scope) => isServedIn(query, scope));

function isServedIn(query: PaymentQuery, { client, idSociete, idOrigin, targets }: Scope): boolean {
  const hasLists = [query.paymentTargets, query.paymentTypes].some((some) => some !== null && some.length > 1);
  const names = namesOf({
    ...query,
    ...(client !== undefined && { client }),
    ...(idSociete !== undefined && { idSociete }),
    ...(idOrigin !== undefined && { idOrigin }),
    ...(targets && { paymentTargets: targets }),
  });
  return !hasLists && served[query.sort].includes(names.join());
}

/** What of a kind a query names, in the order of the alphabet. */
const namesOf = (query: Partial<PaymentQuery>): readonly string[] =>
  narrowing.filter((name) => (query[name] ?? null) !== null);

/** Ranges that the order of the list does not follow, so that what lies in them may be anywhere. */
function otherRanges(query: PaymentQuery): readonly RangeName[] {
  const own: Readonly<Record<PaymentQuery['sort'], RangeName>> = {
    ...{ NEWEST: 'created', OLDEST: 'created', AMOUNT: 'amountCents', DUE: 'due' },
  };
  const given = (['due', 'amountCents', 'created'] as const).filter((range) => query[range] !== null);
  return given.filter((range) => range !== own[query.sort]);
}

function mostInside(query: PaymentQuery, { range, kinds }: Inside): number {
  const { due, amountCents } = query;
  const isFiltered = namesOf(query).length > 0 || query.visibleTo !== null;
  const usesDue = due !== null || query.sort === 'DUE';
  const usesAmount = amountCents !== null || query.sort === 'AMOUNT';
  const looksUp = range !== 'created' && ((usesDue && usesAmount) || (kinds === null && isFiltered));
  const most = looksUp ? lookedUpAtMost : sortedAtMost;
  return query.limit <= longestPage ? most : Math.min(most, pagesSorted * query.limit);
}

export type Look = {
  /** How many payments of the list are inside, at most `limit`. */
  readonly count: (inside: Inside, limit: number) => Promise<number>;
  /** Those of the kinds that have a payment inside. */
  readonly kindsInside: (inside: Inside & { readonly kinds: readonly Kind[] }) => Promise<readonly Kind[]>;
};

export async function chooseWay(query: PaymentQuery, kinds: Kinds, look: Look): Promise<Way> {
  const wanted = wantedKinds(query, kinds);
  const most = query.limit <= longestPage ? mostKinds : mostKindsOfLongPage;
  let few = wanted.length <= most ? wanted : null;
  let best: { readonly inside: Inside; readonly payments: number } | null = null;
  for (const range of otherRanges(query)) {
    if (few?.length === 0) break;
    const inside = { range, kinds: range === 'created' ? null : few };
    const limit: number = best?.payments ?? mostInside(query, inside);
    const payments = await look.count(inside, limit);
    if (payments < limit) best = { inside, payments };
    else if (range !== 'created' && few !== null) few = await look.kindsInside({ range, kinds: few });
  }
  if (best !== null) return { along: 'RANGE', ...best.inside };
  if (few?.length === 0) return { along: 'KINDS', kinds: [] };
  if (isServed(query)) return alongFilter;
  return few === null ? partlyByKinds(query, wanted, most) : { along: 'KINDS', kinds: few };
}

/** A scope with few kinds is read by them where no index has it in the order of the page. */
function partlyByKinds(query: PaymentQuery, wanted: readonly Kind[], most: number): Way {
  let kinds: readonly Kind[] = [];
  const scopes = scopesOf(query.visibleTo, query).filter((scope) => {
    const more = [...new Set([...kinds, ...wanted.filter((kind) => isIn(scope, kind))])];
    if (isServedIn(query, scope) || more.length > most) return true;
    kinds = more;
    return false;
  });
  return { along: 'FILTER', apart: { kinds, scopes } };
}
