import { hash } from 'node:crypto';

/**
 * The stories of all payments as one event log. Each event's hash covers the one before it in its payment; each anchor
 * covers new events of all payments and the anchor before it. So a changed event, a cut story, a missing payment and a
 * recomputed story are all found.
 */

/** How an event is known in an anchor. */
export type AnchoredEvent = {
  readonly paymentId: string;
  readonly sequence: number;
  /** The event's hash. It covers the whole story up to there. */
  readonly hash: string;
};

/**
 * Up to where the event log is anchored: first events by their payment's id, later ones by their own, for both sort by
 * time. Everything that the table has up to there is anchored.
 */
export type EventLogPlace = { readonly payment: string; readonly event: string };

export type NewAnchor = {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The events of this anchor come after `from`; `until` is the last place. */
  readonly from: EventLogPlace;
  readonly until: EventLogPlace;
  readonly events: readonly AnchoredEvent[];
};

export type Anchor = NewAnchor & {
  /** 1, 2, 3…; a number that is missing is an anchor that was taken away. */
  readonly number: number;
  readonly previousHash: string | null;
  readonly hash: string;
};

/** An event as the event log is checked: as it is stored, and nothing is taken for granted. */
export type LoggedEvent = {
  readonly id: string;
  readonly paymentId: string;
  readonly sequence: number;
  readonly type: string;
  readonly status: string;
  readonly at: number;
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
export type PlacedEvent = AnchoredEvent & {
  readonly id: string;
  /** False where only the event is there. */
  readonly hasPayment: boolean;
};

export type EventLogReads = {
  lastAnchor(): Promise<Anchor | null>;
  /** In order; those after `number`, `limit` at most. */
  anchorsBehind(number: number, limit: number): Promise<readonly Anchor[]>;
  /** How many anchors were ever made, counted apart from them. */
  countAnchors(): Promise<number>;
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

export type EventLogWrites = {
  /** Appends the anchor after `last`. False if `last` is not the last one any more; then the caller must roll back. */
  appendAnchor(anchor: NewAnchor, last: Anchor | null): Promise<boolean>;
};

/**
 * SHA-256, in hex, over the JSON of [previous hash, number, at, the two places where it begins, the two where it ends,
 * events], an event being [payment id, sequence, hash].
 */
export function hashOfAnchor(anchor: Omit<Anchor, 'hash'>): string {
  const { previousHash, number, at, from, until, events } = anchor;
  const places = [from.payment, from.event, until.payment, until.event];
  return hash('sha256', JSON.stringify([previousHash, number, at, ...places, eventsOf(events)]));
}

/** The form in which an anchor's events are stored and hashed. */
export const eventsOf = (events: readonly AnchoredEvent[]): readonly (readonly [string, number, string])[] =>
  events.map(({ paymentId, sequence, hash: eventHash }) => [paymentId, sequence, eventHash] as const);

/** Before every payment and every event. */
export const eventLogStart: EventLogPlace = { payment: '', event: '' };

/** An anchor ends two minutes before it is made. One that ends later was made by a clock that was ahead. */
const nearestEndMs = 60_000;

/** Long enough to begin again after the clock was corrected. */
const againMs = 600_000;

/**
 * The beginning of the anchor that is made `at`: the end of the last one. If a clock that was ahead made the last one,
 * new events come before its end. Then everything of the last minutes is anchored again.
 */
export function beginningBehind(last: Pick<Anchor, 'until'> | null, at: number): EventLogPlace {
  const { payment, event } = last?.until ?? eventLogStart;
  const [nearest, again] = [placeAt(at - nearestEndMs), placeAt(at - againMs)];
  return {
    payment: payment > nearest.payment ? again.payment : payment,
    event: event > nearest.event ? again.event : event,
  };
}

export const isSamePlace = (one: EventLogPlace, other: EventLogPlace): boolean =>
  one.payment === other.payment && one.event === other.event;

/** A place that is after everything made before `at`. */
export function placeAt(at: number): EventLogPlace {
  const time = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0');
  return { payment: `pay_${time}`, event: `evt_${time}` };
}
