import { hash } from 'node:crypto';
import { firstIdAt, type IdentifierKind } from '../../kernel/identifiers.ts';

/**
 * A log is chained by anchors. Each covers new items of the log and the anchor before it, so that a changed, removed or
 * added item is found. Writers of the log do not wait for it: a worker anchors what was committed.
 */

/** Up to where a log is anchored: an id of each kind that it is sorted by. Ids sort by time. */
export type Place<Mark extends string> = Readonly<Record<Mark, string>>;

export type NewAnchor<Mark extends string, Item> = {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The items of this anchor come after `from`; `until` is the last place. */
  readonly from: Place<Mark>;
  readonly until: Place<Mark>;
  /** Each as it is stored and hashed: what names it, and its own hash. */
  readonly items: readonly Item[];
};

export type Anchor<Mark extends string, Item> = NewAnchor<Mark, Item> & {
  /** 1, 2, 3…; a number that is missing is an anchor that was taken away. */
  readonly number: number;
  readonly previousHash: string | null;
  readonly hash: string;
};

/** The number and hash of an anchor, noted down outside of the database. */
export type NotedAnchor = Pick<Anchor<string, unknown>, 'number' | 'hash'>;

type Parts<Mark extends string> = {
  readonly table: string;
  /** Counts the anchors apart from them, so that one that was taken away leaves a gap even at the end. */
  readonly counter: string;
  /** The column of the items. */
  readonly items: string;
  /** What a place consists of, with the kind of its ids. */
  readonly marks: Readonly<Record<Mark, IdentifierKind>>;
};

export type Chain<Mark extends string, Item> = ReturnType<typeof defineChain<Mark, Item>>;

/**
 * The age at which an item is anchored, at least. It gets its id before its transaction commits, and on PostgreSQL
 * transactions commit in any order. So items are anchored only when no earlier one is expected any more. A new payment is
 * sent within 30 s, or drawn again. A statement ends after 10 s, as does a transaction that waits for its process. The
 * rest covers clocks that disagree.
 */
export const settlingMs = 120_000;

/** Some ids are drawn before their transaction begins: those of a new payment, 30 s at most. And clocks disagree. */
const drawnBeforeMs = 60_000;

/**
 * A transaction that does not end must not stop the anchoring. If it commits after all, `event-log verify` reports its
 * items, and `look-again.ts` finds them for copies.
 */
const longestWriteMs = 3_600_000;

/**
 * Items with older ids are committed, or never will be. A batch of ten thousand debits is one transaction, of some
 * minutes where the database is far away: while it is open, nothing that is as young is anchored.
 */
export async function settledUntil(store: OldestWrite, now: number): Promise<number> {
  const oldestMs = Math.min((await store.oldestWriteMs()) + drawnBeforeMs, longestWriteMs);
  return now - Math.max(settlingMs, oldestMs);
}

export type OldestWrite = {
  /** The age of the oldest transaction that wrote and has not ended, in milliseconds. 0: there is none. */
  oldestWriteMs(): Promise<number>;
};

/** An anchor ends two minutes before it is made. One that ends later was made by a clock that was ahead. */
const nearestEndMs = 60_000;

/** Long enough to begin again after the clock was corrected. */
const againMs = 600_000;

export function defineChain<Mark extends string, Item>(parts: Parts<Mark>) {
  const marks = Object.keys(parts.marks) as Mark[];
  const placeOf = (idOf: (mark: Mark) => string) =>
    Object.fromEntries(marks.map((mark) => [mark, idOf(mark)])) as Place<Mark>;
  const idsOf = (place: Place<Mark>): readonly string[] => marks.map((mark) => place[mark]);
  const start = placeOf(() => '');
  /** A place that is after everything made before `at`. */
  const placeAt = (at: number): Place<Mark> => placeOf((mark) => firstIdAt(parts.marks[mark], at));
  return {
    ...parts,
    names: marks,
    start,
    placeAt,
    furtherPlace: (one: Place<Mark>, other: Place<Mark>): Place<Mark> =>
      placeOf((mark) => [one[mark], other[mark]].toSorted().at(-1) ?? ''),
    isSamePlace: (one: Place<Mark>, other: Place<Mark>): boolean => marks.every((mark) => one[mark] === other[mark]),
    /**
     * The beginning of the anchor that is made `at`: the end of the last one. If a clock that was ahead made the last
     * one, new items come before its end. Then everything of the last minutes is anchored again.
     */
    beginningAfter: (last: Pick<NewAnchor<Mark, Item>, 'until'> | null, at: number): Place<Mark> => {
      const until = last?.until ?? start;
      const [nearest, again] = [placeAt(at - nearestEndMs), placeAt(at - againMs)];
      return placeOf((mark) => (until[mark] > nearest[mark] ? again[mark] : until[mark]));
    },
    /** SHA-256, in hex, over the JSON of [previous hash, number, at, the ids where it begins, where it ends, items]. */
    hashOf: ({ previousHash, number, at, from, until, items }: Omit<Anchor<Mark, Item>, 'hash'>): string =>
      hash('sha256', JSON.stringify([previousHash, number, at, ...idsOf(from), ...idsOf(until), items])),
  };
}

export type ChainReads = {
  lastAnchor<Mark extends string, Item>(chain: Chain<Mark, Item>): Promise<Anchor<Mark, Item> | null>;
  /** In order; those after `number`, `limit` at most. */
  anchorsAfter<Mark extends string, Item>(
    chain: Chain<Mark, Item>,
    number: number,
    limit: number,
  ): Promise<readonly Anchor<Mark, Item>[]>;
  /** How many anchors were ever made, counted apart from them. */
  countAnchors(chain: Pick<Chain<string, unknown>, 'counter'>): Promise<number>;
};

export type ChainWrites = {
  /** Appends the anchor after `last`. False if `last` is not the last one any more; then the caller must roll back. */
  appendAnchor<Mark extends string, Item>(
    chain: Chain<Mark, Item>,
    anchor: NewAnchor<Mark, Item>,
    last: Anchor<Mark, Item> | null,
  ): Promise<boolean>;
};
