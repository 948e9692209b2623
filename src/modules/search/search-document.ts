import { hash } from 'node:crypto';
import type { Unread } from '../../kernel/aged.ts';
import type { EffectiveRunMode, PaymentTarget } from '../../kernel/vocabulary.ts';
import type { Payment } from '../payments/payment.ts';
import type { Term } from './parse-fragment.ts';

/** What the index holds of an object, and how it is read and written. */

export type SearchKind = 'PAYMENT' | 'MANDATE' | 'CUSTOMER' | 'BANK_EXCEPTION' | 'BATCH' | 'JOURNAL_ENTRY';

/** What decides who may see an object. Null: it does not count for its kind. */
export type SearchScope = {
  readonly kind: SearchKind;
  readonly idSociete: string | null;
  readonly runMode: EffectiveRunMode | null;
  readonly client: string | null;
  readonly idOrigin: string | null;
  readonly paymentTarget: PaymentTarget | null;
};

export type SearchDocument = {
  /** The object's id; of a customer, see `customerKeyOf`. */
  readonly key: string;
  /** When it was made, in milliseconds since the epoch: newer results come first. */
  readonly at: number;
  readonly scope: SearchScope;
  readonly words: readonly string[];
};

export type FoundKey = { readonly place: number; readonly key: string };

/**
 * A scope that stands for all others, once there are too many to list. Whether a caller may see such a result is decided
 * by the result alone.
 */
export const mixedScope = 0;
export const mostScopes = 2000;

export type WordQuery = {
  /** One or more: a result has them all. */
  readonly terms: readonly [Term, ...Term[]];
  /** Only those of these scopes. */
  readonly scopes: readonly number[];
  /** Only those before this place; null: from the newest on. */
  readonly before: number | null;
  readonly limit: number;
};

export type FoundWords = {
  /** Newest first. */
  readonly keys: readonly FoundKey[];
  /** False where the search stopped before its end, because it would have been too much work. */
  readonly isWhole: boolean;
  /** Where it stopped: from here it can go on. Left out: at its end. */
  readonly goesOnBefore?: number;
};

/** How far the index has come. */
export type SearchState = {
  /** The version of the rules by which the words are made; 0 before the first. */
  readonly version: number;
  /** Every payment up to this id was indexed, but for those that were committed late. */
  readonly newest: string;
  /** Every payment from this id on was indexed; null: all of them. */
  readonly oldest: string | null;
  /** Up to which key the other objects were put into the queue; null: all of them. */
  readonly queuedUntil: string | null;
  /** When words were dropped first whose bytes may still be in the file; null: never since the last clean-up. */
  readonly droppedAt: number | null;
};

export type QueuedKey = { readonly id: number; readonly key: string };

export type SearchReads = {
  searchState(): Promise<SearchState>;
  /** Those with a number above `after`. */
  searchScopes(after: number): Promise<readonly { readonly id: number; readonly scope: SearchScope }[]>;
  searchWords(query: WordQuery): Promise<FoundWords>;
  /** Ids that begin so, newest first. */
  idsFrom(kind: IdKind, beginning: string, limit: number): Promise<readonly string[]>;
  /** Ids of payments whose reference begins so. */
  paymentsReferenced(beginning: string, limit: number): Promise<readonly string[]>;
  /** Ids of payments with this transaction of a bank. */
  paymentsOfTransaction(bankTransaction: string, limit: number): Promise<readonly string[]>;
  /** In the order of their ids: above `after`, up to `until`. */
  paymentsToIndex(after: string, until: string, limit: number): Promise<readonly Unread<Payment>[]>;
  /** Newest first. */
  olderPayments(before: string, limit: number): Promise<readonly Unread<Payment>[]>;
  /** The last of the next `limit` payments above `after`, up to `until`. */
  lastPaymentOf(after: string, until: string, limit: number): Promise<string | null>;
  /** Payments of the range that are not in the index. */
  missingPayments(after: string, until: string): Promise<readonly Unread<Payment>[]>;
  /** The oldest first. */
  queuedKeys(limit: number): Promise<readonly QueuedKey[]>;
};

/** The kinds of ids whose beginnings can be looked up. */
export const idKinds = ['pay', 'mdt', 'bkx', 'bat', 'jrn', 'msg'] as const;
export type IdKind = (typeof idKinds)[number];

export type SearchWrites = {
  /** Waits for other writers of the index, and holds them up until this transaction ends. Comes first in it. */
  lockSearch(): Promise<void>;
  moveSearch(change: Partial<SearchState>): Promise<void>;
  /** Writes documents, in the place of earlier ones. */
  putDocuments(documents: readonly SearchDocument[]): Promise<void>;
  dropDocuments(keys: readonly string[]): Promise<void>;
  queueKey(key: string): Promise<void>;
  /** Puts the next `limit` objects that are no payments into the queue. The last key; null: there was none. */
  queueAfter(key: string, limit: number): Promise<string | null>;
  removeQueued(ids: readonly number[]): Promise<void>;
  /** Removes the bytes of dropped words, a little at a time. True once there is nothing left to do. */
  cleanDropped(): Promise<boolean>;
};

/** 2000-01-01: places so stay below 2^53 until 2069. */
const epoch = 946_684_800_000;
const placesOfMillisecond = 4096;
/** A document whose place is taken stands less than half a minute later. */
const mostPlaces = 2 ** 27;

/** The place of a document in the order of time. Ids have milliseconds and a count in their first 16 digits. */
export function placeOf({ key, at }: Pick<SearchDocument, 'key' | 'at'>): number {
  const [, time, count] = /^[a-z]{3}_([0-9a-f]{12})7([0-9a-f]{3})/.exec(key) ?? [];
  const milliseconds = time === undefined ? at : Number.parseInt(time, 16);
  const place = (milliseconds - epoch) * placesOfMillisecond + Number.parseInt(count ?? '0', 16);
  return Math.min(Math.max(place, 0), Number.MAX_SAFE_INTEGER - mostPlaces);
}

/**
 * The places to try for a document: its own, then places by chance, among four times as many each time. So many
 * documents of one moment take few tries each: an import makes all its customers in one millisecond.
 */
export function* placesFor(document: Pick<SearchDocument, 'key' | 'at'>): Generator<number, never> {
  const own = placeOf(document);
  yield own;
  for (let [tries, among] = [1, 4]; ; tries++, among = Math.min(among * 4, mostPlaces)) {
    yield own + (Number.parseInt(hash('sha256', `${tries} ${document.key}`).slice(0, 12), 16) % among);
  }
}
