import { type Anchor, beginningBehind, eventLogStart, isSamePlace, type NewAnchor, placeAt } from './event-log.ts';
import type { Store } from './ports.ts';

/**
 * How old an event is before it is anchored. An event gets its id before its transaction commits, and on PostgreSQL
 * transactions commit in any order: what is anchored must have stopped moving. Each statement ends after 10 s, so does
 * a transaction that waits for its process, and the longest has a dozen statements that each take a millisecond. The
 * rest is for gateways whose clocks disagree. An event that is later than this is found by `event-log verify`.
 */
export const settlingMs = 120_000;

/** Of each of the two kinds, in one anchor: 120 KB, and no read or write that others would feel. */
const eventsPerAnchor = 500;
const anchorsPerRound = 1000;

export type AnchoringResult = {
  readonly anchors: number;
  /** Everything that was committed until this moment is anchored; null where the round ended before that. */
  readonly anchoredUntil: number | null;
};

/**
 * Appends to the chain over all payments what happened since its last anchor. Costs whoever pays nothing: it reads
 * what others have written, along indexes, and writes one row for many events. After a long stop it catches up.
 */
export async function anchorEventLog(
  { store, clock }: { readonly store: Store; readonly clock: () => number },
  keepsLease: () => Promise<boolean>,
): Promise<AnchoringResult> {
  const settledAt = clock() - settlingMs;
  for (let anchors = 0; anchors < anchorsPerRound; anchors++) {
    const last = await store.lastAnchor();
    const { anchor, isLast } = await nextAnchor(store, last, clock(), settledAt);
    if (anchor === null) return { anchors, anchoredUntil: settledAt };
    if (!(await append(store, anchor, last))) return { anchors, anchoredUntil: null };
    if (isLast) return { anchors: anchors + 1, anchoredUntil: settledAt };
    if (!(await keepsLease())) return { anchors: anchors + 1, anchoredUntil: null };
  }
  return { anchors: anchorsPerRound, anchoredUntil: null };
}

async function nextAnchor(
  store: Store,
  last: Anchor | null,
  at: number,
  settledAt: number,
): Promise<{ readonly anchor: NewAnchor | null; readonly isLast: boolean }> {
  const from = beginningBehind(last, at);
  const beginsAgain = !isSamePlace(from, last?.until ?? eventLogStart);
  const settled = placeAt(settledAt);
  const [first, later] = await Promise.all([
    store.firstEvents(from.payment, settled.payment, eventsPerAnchor),
    store.laterEvents(from.event, settled.event, eventsPerAnchor),
  ]);
  if (first.length + later.length === 0 && !beginsAgain) return { anchor: null, isLast: true };
  // No further than what it covers: a clock that is ahead would claim a time that is still to come.
  const until = {
    payment: first.at(-1)?.paymentId ?? from.payment,
    event: later.at(-1)?.id ?? from.event,
  };
  const events = [...first, ...later].map(({ paymentId, sequence, hash }) => ({ paymentId, sequence, hash }));
  const isLast = first.length < eventsPerAnchor && later.length < eventsPerAnchor;
  return { anchor: { at, from, until, events }, isLast };
}

/** Another process may have appended in the meantime: then nothing of this is kept. */
async function append(store: Store, anchor: NewAnchor, last: Anchor | null): Promise<boolean> {
  const overtaken = new Error('another process appended an anchor');
  try {
    await store.transact(async (transaction) => {
      if (!(await transaction.appendAnchor(anchor, last))) throw overtaken;
    });
    return true;
  } catch (error) {
    if (error === overtaken) return false;
    throw error;
  }
}
