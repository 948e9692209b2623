import { walkItems } from '../../kernel/walk-pages.ts';
import type { AnchoredEvent, EventAnchor, EventLogPlace, PlacedEvent } from './event-log.ts';
import type { EventLogProblem } from './event-log-problem.ts';
import type { Store } from './ports.ts';

type Report = (problem: EventLogProblem) => void;

const eventsPerRead = 1000;

/** Compares an anchor's events with the stored ones, in both directions. */
export async function checkCoverage(
  store: Store,
  anchor: EventAnchor,
  report: Report,
  miss: (event: PlacedEvent, anchor: number) => void,
): Promise<void> {
  const { from, until, number } = anchor;
  const missing = new Map(anchor.items.map((event) => [keyOfAnchored(event), event]));
  const compare = (event: PlacedEvent): void => {
    const { paymentId, sequence } = event;
    const problem = (kind: EventLogProblem['kind'], detail: string): void =>
      report({ kind, paymentId, sequence, anchor: number, detail });
    if (!event.hasPayment) problem('PAYMENT_MISSING', 'its events are there, the payment is not');
    const anchored = missing.get(keyOf(event));
    missing.delete(keyOf(event));
    if (!anchored) miss(event, number);
    else if (anchored[2] !== event.hash) {
      problem('STORY_REWRITTEN', `${anchored[2]} was anchored, it has ${event.hash}`);
    }
  };
  for await (const event of placedEvents(store, from, until)) compare(event);
  for (const event of missing.values()) await reportAbsent(store, event, number, report);
}

/** Looks up each of one payment's events in an anchor. */
export async function checkCoverageOf(
  store: Store,
  paymentId: string,
  { items, number }: EventAnchor,
  report: Report,
): Promise<void> {
  for (const event of items) if (event[0] === paymentId) await reportAbsent(store, event, number, report);
}

async function reportAbsent(store: Store, anchored: AnchoredEvent, anchor: number, report: Report): Promise<void> {
  const [paymentId, sequence, hash] = anchored;
  const found = await store.loggedEvent(paymentId, sequence);
  const isThere = (await store.eventLogRows({ paymentId, sequence: -1 }, 1))[0]?.paymentId === paymentId;
  const problem = (kind: EventLogProblem['kind'], detail: string): void =>
    report({ kind, paymentId, sequence, anchor, detail });
  if (!isThere) problem('PAYMENT_MISSING', `its event ${hash} was anchored`);
  else if (found === null) problem('EVENT_MISSING', `${hash} was anchored`);
  else if (found.hash !== hash) problem('STORY_REWRITTEN', `${hash} was anchored, it has ${found.hash}`);
}

/**
 * The events of an anchor, by what is stored. An event that changed its place but not its hash is found by its own
 * payment's check.
 */
export async function* placedEvents(
  store: Store,
  from: EventLogPlace,
  until: EventLogPlace,
): AsyncGenerator<PlacedEvent, void> {
  const first = (after: string, limit: number) => store.firstEvents(after, until.payment, limit);
  yield* walkItems(eventsPerRead, from.payment, first, ({ paymentId }) => paymentId);
  const later = (after: string, limit: number) => store.laterEvents(after, until.event, limit);
  yield* walkItems(eventsPerRead, from.event, later, ({ id }) => id);
}

export const keyOf = ({ paymentId, sequence }: Pick<PlacedEvent, 'paymentId' | 'sequence'>): string =>
  `${paymentId} ${sequence}`;
export const keyOfAnchored = ([paymentId, sequence]: AnchoredEvent): string => keyOf({ paymentId, sequence });
