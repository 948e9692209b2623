import { settlingMs } from '../event-log/chain.ts';
import { type EventLogPlace, eventChain } from '../event-log/event-log.ts';

/**
 * Up to where `payment_list` and `payment_days` are filled. They have every payment up to `payment`, each with its
 * state after every event up to `event`, or a later one. What is committed later than that is missing for some minutes.
 */
export type ListPlace = EventLogPlace;

/** The last place that may be folded at a moment: nothing earlier is expected any more, as for an anchor. */
export const settledAt = (at: number): ListPlace => eventChain.placeAt(at - settlingMs);

/** The next payments and events to fold, and the place after them. */
export type NextToFold = {
  readonly paymentIds: readonly string[];
  readonly events: number;
  readonly until: ListPlace;
};

export type FoldReads = {
  paymentListPlace(): Promise<ListPlace>;
  /** What comes after `from` and not after `until`; at most `limit` of each kind. */
  nextToFold(from: ListPlace, until: ListPlace, limit: number): Promise<NextToFold>;
  /** The last of the next `limit` payments, or later events, after `from` and up to `until`; null: there is none. */
  lastToFold(mark: keyof ListPlace, from: string, until: string, limit: number): Promise<string | null>;
  /** Payments of this range of payments, or of later events, that the list does not have as they are. */
  notFolded(mark: keyof ListPlace, from: string, until: string): Promise<readonly string[]>;
};

export type FoldWrites = {
  /**
   * Copies these payments as they are now, and moves the place. False where it is not at `from` any more; then the
   * caller must roll back.
   */
  foldPayments(paymentIds: readonly string[], from: ListPlace, to: ListPlace): Promise<boolean>;
};
