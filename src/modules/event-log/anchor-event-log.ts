import { type Anchor, beginningBehind, eventLogStart, isSamePlace, type NewAnchor, placeAt } from './event-log.ts';
import type { Store } from './ports.ts';

/**
 * The age at which an event is anchored. An event gets its id before its transaction commits, and on PostgreSQL
 * transactions commit in any order. So events are anchored only when no earlier one can appear any more. A statement
 * ends after 10 s, as does a transaction that waits for its process. The longest transaction has a dozen statements of
 * a millisecond each. The rest covers clocks that disagree. `event-log verify` finds an event that is later than this.
 */
export const settlingMs = 120_000;

/** Of each of the two kinds, in one anchor: 120 KB, a read and write too short to delay others. */
const eventsPerAnchor = 500;
const anchorsPerRound = 1000;

export type AnchoringResult = {
  readonly anchors: number;
  /** Everything that was committed until this moment is anchored; null where the round ended before that. */
  readonly anchoredUntil: number | null;
};

/**
 * Appends the events since the last anchor to the chain over all payments. It does not slow payments down: it reads
 * committed rows along indexes, and writes one row for many events. After a long stop it catches up.
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
  // Not beyond the last covered event: a clock that is ahead would claim a future time.
  const until = {
    payment: first.at(-1)?.paymentId ?? from.payment,
    event: later.at(-1)?.id ?? from.event,
  };
  const events = [...first, ...later].map(({ paymentId, sequence, hash }) => ({ paymentId, sequence, hash }));
  const isLast = first.length < eventsPerAnchor && later.length < eventsPerAnchor;
  return { anchor: { at, from, until, events }, isLast };
}

/** If another process appended meanwhile, this anchor is dropped. */
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
