import { hash } from 'node:crypto';

/**
 * The stories of all payments as one event log. Each event's hash covers the one before it in its payment; anchors cover
 * the events of all payments, each anchor the one before it. So a changed event, a missing end of a story, a payment
 * that is gone and a story that was computed anew all show.
 */

/** How an event is known in an anchor. */
export type AnchoredEvent = {
  readonly paymentId: string;
  readonly sequence: number;
  /** Of the event; it covers the whole story up to there. */
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
  /** The events of this anchor lie behind `from`, and `until` is the last place that counts. */
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

/** An event that stands where an anchor's events stand. */
export type PlacedEvent = AnchoredEvent & {
  readonly id: string;
  /** False where only the event is there. */
  readonly hasPayment: boolean;
};

export type EventLogReads = {
  lastAnchor(): Promise<Anchor | null>;
  /** In order; those behind `number`, `limit` at most. */
  anchorsBehind(number: number, limit: number): Promise<readonly Anchor[]>;
  /** How many anchors were ever made, counted apart from them. */
  countAnchors(): Promise<number>;
  /** First events of the payments whose id is behind `after` and not behind `until`, in that order. */
  firstEvents(after: string, until: string, limit: number): Promise<readonly PlacedEvent[]>;
  /** All other events, the same by their own id. */
  laterEvents(after: string, until: string, limit: number): Promise<readonly PlacedEvent[]>;
  /** Payments with their events, by payment and sequence; those behind the given one, `limit` at most. */
  eventLogRows(
    behind: { readonly paymentId: string; readonly sequence: number },
    limit: number,
  ): Promise<readonly EventLogRow[]>;
  loggedEvent(paymentId: string, sequence: number): Promise<LoggedEvent | null>;
};

export type EventLogWrites = {
  /** Appends the anchor behind `last`; false, and nothing may be committed, where `last` is not the last one any more. */
  appendAnchor(anchor: NewAnchor, last: Anchor | null): Promise<boolean>;
};

/**
 * SHA-256, in hex, over the JSON of [previous hash, number, at, the two places it begins behind, the two it ends with,
 * events], an event being [payment id, sequence, hash].
 */
export function hashOfAnchor(anchor: Omit<Anchor, 'hash'>): string {
  const { previousHash, number, at, from, until, events } = anchor;
  const places = [from.payment, from.event, until.payment, until.event];
  return hash('sha256', JSON.stringify([previousHash, number, at, ...places, eventsOf(events)]));
}

/** As an anchor's events are stored and hashed. */
export const eventsOf = (events: readonly AnchoredEvent[]): readonly (readonly [string, number, string])[] =>
  events.map(({ paymentId, sequence, hash: eventHash }) => [paymentId, sequence, eventHash] as const);

/** Before every payment and every event. */
export const eventLogStart: EventLogPlace = { payment: '', event: '' };

/** An anchor ends two minutes before it is made. What ends later than this was made by a clock that was ahead. */
const nearestEndMs = 60_000;

/** Longer than anybody needs to begin again once the clock is right. */
const againMs = 600_000;

/**
 * Where the anchor that is made `at` begins: where the last one ended. If a clock that was ahead made that one, what
 * happens now lies in front of its end: then everything of the last minutes is anchored, though it were a second time.
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

/** The place that everything made before `at` lies in front of. */
export function placeAt(at: number): EventLogPlace {
  const time = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0');
  return { payment: `pay_${time}`, event: `evt_${time}` };
}
