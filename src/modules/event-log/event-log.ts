import type { HashedEvent } from '../payments/event-hash.ts';
import { type Anchor, defineChain, type Place } from './chain.ts';

/**
 * The stories of all payments as one event log. Each event's hash covers the one before it in its payment; each anchor
 * covers new events of all payments and the anchor before it. So a changed event, a cut story, a missing payment and a
 * recomputed story are all found.
 */

/** How an event is known in an anchor. Its hash covers the whole story up to there. */
export type AnchoredEvent = readonly [paymentId: string, sequence: number, hash: string];

/**
 * Up to where the event log is anchored: first events by their payment's id, later ones by their own, for both sort by
 * time. Everything that the table has up to there is anchored.
 */
type Mark = 'payment' | 'event';
export type EventLogPlace = Place<Mark>;
export type EventAnchor = Anchor<Mark, AnchoredEvent>;

export const eventChain = defineChain<Mark, AnchoredEvent>({
  ...{ table: 'ledger_anchors', counter: 'ledger anchors', items: 'events' },
  marks: { payment: 'pay', event: 'evt' },
});

/** An event as the event log is checked: as it is stored, and nothing is taken for granted. */
export type LoggedEvent = Omit<HashedEvent, 'data'> & {
  /** JSON. */
  readonly data: string;
  readonly previousHash: string | null;
  readonly hash: string;
};

/** An event with its payment, both as of one moment; a payment without events has one row without an event. */
export type EventLogRow = {
  readonly paymentId: string;
  readonly reference: string;
  readonly status: string;
  readonly version: number;
  readonly amountCents: number;
  readonly event: LoggedEvent | null;
};

/** An event at the place where an anchor looks for it. */
export type PlacedEvent = Pick<LoggedEvent, 'id' | 'paymentId' | 'sequence' | 'hash'> & {
  /** False where only the event is there. */
  readonly hasPayment: boolean;
};

export type EventLogReads = {
  /** First events of the payments whose id is above `after` and at most `until`, in that order. */
  firstEvents(after: string, until: string, limit: number): Promise<readonly PlacedEvent[]>;
  /** All other events, the same by their own id. */
  laterEvents(after: string, until: string, limit: number): Promise<readonly PlacedEvent[]>;
  /** Payments with their events, by payment and sequence; those after the given one, `limit` at most. */
  eventLogRows(
    behind: { readonly paymentId: string; readonly sequence: number },
    limit: number,
  ): Promise<readonly EventLogRow[]>;
  loggedEvent(paymentId: string, sequence: number): Promise<LoggedEvent | null>;
};
