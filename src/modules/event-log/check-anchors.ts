import {
  type Anchor,
  type AnchoredEvent,
  beginningBehind,
  eventLogStart,
  hashOfAnchor,
  isSamePlace,
  type PlacedEvent,
} from './event-log.ts';
import type { EventLogProblem } from './event-log-problem.ts';
import type { Store } from './ports.ts';

type Report = (problem: EventLogProblem) => void;

/** The number and hash of an anchor, noted down outside of the database. */
export type NotedAnchor = { readonly number: number; readonly hash: string };

export type AnchorCheck = {
  /** Takes the anchors in order. */
  readonly take: (anchor: Anchor) => void;
  /** @param count how many were ever made */
  readonly end: (count: number) => void;
};

const anchorProblem = (kind: EventLogProblem['kind'], anchor: number, detail: string): EventLogProblem => ({
  kind,
  anchor,
  detail,
  paymentId: null,
  sequence: null,
});

/** Checks the chain of anchors: every hash and link, no gap, and that it contains the noted anchors. */
export function createAnchorCheck(noted: readonly NotedAnchor[], report: Report): AnchorCheck {
  let last: Anchor | null = null;
  const isMissing = (from: number, until: number): void => {
    for (let number = from; number < until; number++) {
      if (number - from === 100) {
        report(anchorProblem('ANCHOR_MISSING', number, `and those up to ${until - 1}`));
        return;
      }
      report(anchorProblem('ANCHOR_MISSING', number, 'what it covered cannot be checked'));
    }
  };
  return {
    take: (anchor) => {
      const { number, hash, previousHash, from } = anchor;
      const isNext = number === (last?.number ?? 0) + 1;
      const before = last?.until ?? eventLogStart;
      if (!isNext) isMissing((last?.number ?? 0) + 1, number);
      else if (previousHash !== (last?.hash ?? null)) {
        report(
          anchorProblem('ANCHOR_LINK_BROKEN', number, 'its previous hash is not the hash of the anchor before it'),
        );
      } else if (!isSamePlace(from, before) && !isSamePlace(from, beginningBehind(last, anchor.at))) {
        report(anchorProblem('ANCHOR_LINK_BROKEN', number, 'it does not begin where the anchor before it ended'));
      }
      if (hashOfAnchor(anchor) !== hash)
        report(anchorProblem('ANCHOR_CHANGED', number, `it does not have the hash ${hash}`));
      for (const { number: notedNumber, hash: notedHash } of noted) {
        if (notedNumber !== number || notedHash === hash) continue;
        report(anchorProblem('ANCHOR_UNEXPECTED', number, `its hash is ${hash}, ${notedHash} was noted`));
      }
      last = anchor;
    },
    end: (count) => {
      const lastNumber = last?.number ?? 0;
      isMissing(lastNumber + 1, count + 1);
      for (const { number, hash } of noted) {
        if (number > Math.max(lastNumber, count)) {
          report(anchorProblem('ANCHOR_UNEXPECTED', number, `${hash} was noted, and the chain ends at ${lastNumber}`));
        }
      }
    },
  };
}

export type LateCheck = {
  /** Where an anchor reaches to this event and does not have it. */
  readonly miss: (event: PlacedEvent, anchor: number) => void;
  /** Takes the anchors in order. An event that one anchor missed may be in a later one. */
  readonly take: (anchor: Anchor) => void;
  /** Events after the last anchor are still to be anchored. */
  readonly end: (last: Anchor | null) => void;
};

/** The most that is kept in memory: no clock was ahead for longer. */
const missedKept = 100_000;

/**
 * An event that an anchor missed was written into the past, unless that anchor was made by a clock that was ahead: then
 * a later one has it.
 */
export function createLateCheck(report: Report): LateCheck {
  const missed = new Map<string, { readonly event: PlacedEvent; readonly anchor: number }>();
  const tell = ({ paymentId, sequence }: PlacedEvent, anchor: number): void =>
    report({ kind: 'NOT_ANCHORED', paymentId, sequence, anchor, detail: 'it was written after its time was anchored' });
  return {
    miss: (event, anchor) => {
      if (missed.size >= missedKept) tell(event, anchor);
      else if (!missed.has(keyOf(event))) missed.set(keyOf(event), { event, anchor });
    },
    take: ({ events }) => {
      if (missed.size > 0) for (const event of events) missed.delete(keyOf(event));
    },
    end: (last) => {
      const { payment, event: later } = last?.until ?? eventLogStart;
      for (const { event, anchor } of missed.values()) {
        const isToCome = event.sequence === 1 ? event.paymentId > payment : event.id > later;
        if (!isToCome) tell(event, anchor);
      }
    },
  };
}

const eventsPerRead = 1000;

/** Compares an anchor's events with the stored ones, in both directions. */
export async function checkCoverage(
  store: Store,
  anchor: Anchor,
  report: Report,
  miss: LateCheck['miss'],
): Promise<void> {
  const { from, until, number } = anchor;
  const missing = new Map(anchor.events.map((event) => [keyOf(event), event]));
  const compare = (event: PlacedEvent): void => {
    const { paymentId, sequence } = event;
    const problem = (kind: EventLogProblem['kind'], detail: string): void =>
      report({ kind, paymentId, sequence, anchor: number, detail });
    if (!event.hasPayment) problem('PAYMENT_MISSING', 'its events are there, the payment is not');
    const anchored = missing.get(keyOf(event));
    missing.delete(keyOf(event));
    if (!anchored) miss(event, number);
    else if (anchored.hash !== event.hash)
      problem('STORY_REWRITTEN', `${anchored.hash} was anchored, it has ${event.hash}`);
  };
  await eachPlaced(
    (after) => store.firstEvents(after, until.payment, eventsPerRead),
    from.payment,
    compare,
    'paymentId',
  );
  await eachPlaced((after) => store.laterEvents(after, until.event, eventsPerRead), from.event, compare, 'id');
  for (const event of missing.values()) await reportAbsent(store, event, number, report);
}

/** Looks up each of one payment's events in an anchor. */
export async function checkCoverageOf(
  store: Store,
  paymentId: string,
  { events, number }: Anchor,
  report: Report,
): Promise<void> {
  for (const event of events) if (event.paymentId === paymentId) await reportAbsent(store, event, number, report);
}

async function reportAbsent(store: Store, anchored: AnchoredEvent, anchor: number, report: Report): Promise<void> {
  const { paymentId, sequence, hash } = anchored;
  const found = await store.loggedEvent(paymentId, sequence);
  const isThere = (await store.eventLogRows({ paymentId, sequence: -1 }, 1))[0]?.paymentId === paymentId;
  const problem = (kind: EventLogProblem['kind'], detail: string): void =>
    report({ kind, paymentId, sequence, anchor, detail });
  if (!isThere) problem('PAYMENT_MISSING', `its event ${hash} was anchored`);
  else if (found === null) problem('EVENT_MISSING', `${hash} was anchored`);
  else if (found.hash !== hash) problem('STORY_REWRITTEN', `${hash} was anchored, it has ${found.hash}`);
}

/** An event that changed its place but not its hash is found by its own payment's check. */
async function eachPlaced(
  read: (after: string) => Promise<readonly PlacedEvent[]>,
  from: string,
  take: (event: PlacedEvent) => void,
  place: 'id' | 'paymentId',
): Promise<void> {
  for (let after = from; ; ) {
    const events = await read(after);
    for (const event of events) take(event);
    const last = events.at(-1);
    if (!last || events.length < eventsPerRead) return;
    after = last[place];
  }
}

const keyOf = ({ paymentId, sequence }: AnchoredEvent): string => `${paymentId} ${sequence}`;
