import type { PaymentQuery } from '../../payments/payment-store.ts';
import { type Scope, scopesOf } from './conditions.ts';
import { type Kind, type Kinds, wantedKinds } from './kinds.ts';

/** How the settled payments of a page are read. Each way finds the same; they differ in what they pass on the way. */
export type Way =
  /** Along the index that has exactly what is asked for, or that of a mandate. */
  | { readonly along: 'FILTER' }
  /** Along every kind at once: it passes nothing of another kind. */
  | { readonly along: 'KINDS'; readonly kinds: readonly Kind[]; readonly isInAnyOrder?: boolean }
  /** All that lie in a range, sorted afterwards: best where they are few. */
  | ({ readonly along: 'RANGE' } & Inside);

export type Inside =
  | { readonly range: 'created'; readonly kinds: null }
  | { readonly range: 'amountCents' | 'due'; readonly kinds: readonly Kind[] };
export type RangeName = Inside['range'];
export type InsideKinds = { readonly range: RangeName; readonly kinds: readonly Kind[] };

export const alongFilter: Way = { along: 'FILTER' };

/** So many are sorted within some 40 ms, and so many where each row is looked up for what its index does not have. */
const sortedAtMost = 100_000;
const lookedUpAtMost = 20_000;
/**
 * Longer pages are those of exports, which read on and on. By age they pass once what they pass. By amount or due date
 * within days, each page passes again what its kinds have of other days; a kind with nothing in the days is left out.
 */
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

/** By what the list has an index in the order of age. It has none in another order, but by kinds. */
const served: readonly string[] = ['', 'client', 'idOrigin', 'idSociete'];

/** Whether an index has exactly what is asked for. */
const isServed = (query: PaymentQuery): boolean =>
  isByAge(query) && scopesOf(query.visibleTo, query).every((scope) => isServedIn(query, scope));

const isByAge = ({ sort }: PaymentQuery): boolean => sort === 'NEWEST' || sort === 'OLDEST';

function isServedIn(query: PaymentQuery, { client, idSociete, idOrigin, targets }: Scope): boolean {
  const asked: Partial<PaymentQuery> = {
    ...query,
    ...(client !== undefined && { client }),
    ...(idSociete !== undefined && { idSociete }),
    ...(idOrigin !== undefined && { idOrigin }),
    ...(targets && { paymentTargets: targets }),
  };
  return served.includes(narrowing.filter((name) => (asked[name] ?? null) !== null).join());
}

/** Ranges that the order of the list does not follow, so that what lies in them may be anywhere. */
function otherRanges(query: PaymentQuery): readonly RangeName[] {
  const own: Readonly<Record<PaymentQuery['sort'], RangeName>> = {
    ...{ NEWEST: 'created', OLDEST: 'created', AMOUNT: 'amountCents', DUE: 'due' },
  };
  const given = (['due', 'amountCents', 'created'] as const).filter((range) => query[range] !== null);
  return given.filter((range) => range !== own[query.sort]);
}

function mostInside(query: PaymentQuery, range: RangeName): number {
  const usesDue = query.due !== null || query.sort === 'DUE';
  const usesAmount = query.amountCents !== null || query.sort === 'AMOUNT';
  const most = range !== 'created' && usesDue && usesAmount ? lookedUpAtMost : sortedAtMost;
  return query.limit <= longestPage ? most : Math.min(most, pagesSorted * query.limit);
}

export type Look = {
  /** How many payments of the list are inside, at most `limit`. */
  readonly count: (inside: Inside, limit: number) => Promise<number>;
  /** Those of the kinds that have a payment inside. */
  readonly kindsInside: (inside: InsideKinds) => Promise<readonly Kind[]>;
};

export async function chooseWay(query: PaymentQuery, kinds: Kinds, look: Look): Promise<Way> {
  let wanted = wantedKinds(query, kinds);
  let best: { readonly inside: Inside; readonly payments: number } | null = null;
  for (const range of otherRanges(query)) {
    if (wanted.length === 0) break;
    const inside = range === 'created' ? ({ range, kinds: null } as const) : { range, kinds: wanted };
    const limit: number = best?.payments ?? mostInside(query, range);
    const payments = await look.count(inside, limit);
    if (payments < limit) best = { inside, payments };
    else if (best === null) wanted = await look.kindsInside({ range, kinds: wanted });
  }
  if (best !== null) return { along: 'RANGE', ...best.inside };
  return wanted.length > 0 && isServed(query) ? alongFilter : { along: 'KINDS', kinds: wanted };
}
