import type { NotedAnchor } from './chain.ts';
import { checkCoverage, checkCoverageOf, keyOf, keyOfAnchored, placedEvents } from './check-anchors.ts';
import { checkChain, createLateCheck } from './check-chain.ts';
import { createStoryCheck, type StoryCheck } from './check-story.ts';
import { type EventAnchor, type EventLogPlace, type EventLogRow, eventChain, type PlacedEvent } from './event-log.ts';
import type { EventLogProblem } from './event-log-problem.ts';
import type { Store } from './ports.ts';

export type VerifyRequest = {
  /** One payment's story and its place in the anchors; null: everything. */
  readonly paymentId: string | null;
  /** Only payments and anchors made since; null: everything. */
  readonly since: number | null;
  /** Anchors that were noted down outside. */
  readonly noted: readonly NotedAnchor[];
};

export type EventLogCounts = {
  readonly payments: number;
  readonly events: number;
  readonly anchors: number;
  readonly problems: number;
};

export type EventLogReport = EventLogCounts & {
  /** To note down outside: only such a note proves that the whole chain was not computed anew. */
  readonly lastAnchor: NotedAnchor | null;
  /** Events without an anchor: too new, or not anchored yet. */
  readonly unanchored: number;
};

export type VerifyWatcher = {
  readonly report: (problem: EventLogProblem) => void;
  /** Called after each page. */
  readonly progress: (counts: EventLogCounts) => void;
};

const rowsPerRead = 1000;

/**
 * Walks through every story and every anchor, in bounded memory and while others write, and reports whatever does not
 * hold. Changes nothing.
 */
export async function verifyEventLog(
  store: Store,
  request: VerifyRequest,
  watcher: VerifyWatcher,
): Promise<EventLogReport> {
  const counts = { payments: 0, events: 0, anchors: 0, problems: 0 };
  const report = (problem: EventLogProblem): void => {
    counts.problems++;
    watcher.report(problem);
  };
  const progress = (): void => watcher.progress({ ...counts });
  const walk = { store, request, counts, report, progress };
  await eachStory(walk);
  const { last, furthest, toCome } = await eachAnchor(walk);
  const unanchored = request.paymentId === null ? toCome + (await checkUnanchored(store, furthest, report)) : 0;
  return { ...counts, lastAnchor: last && { number: last.number, hash: last.hash }, unanchored };
}

type Counts = { payments: number; events: number; anchors: number; problems: number };
type Report = (problem: EventLogProblem) => void;

type Walk = {
  readonly store: Store;
  readonly request: VerifyRequest;
  readonly counts: Counts;
  readonly report: Report;
  /** Called after each page. */
  readonly progress: () => void;
};

async function eachStory({ store, request: { paymentId, since }, counts, report, progress }: Walk): Promise<void> {
  // A payment without events counts as sequence 0, so -1 starts before everything of a payment.
  let behind = { paymentId: paymentId ?? (since === null ? '' : eventChain.placeAt(since).payment), sequence: -1 };
  let checked: string | null = null;
  let check: StoryCheck | null = null;
  for (let isMore = true; isMore; ) {
    const rows: readonly EventLogRow[] = await store.eventLogRows(behind, rowsPerRead);
    isMore = rows.length === rowsPerRead;
    for (const row of rows) {
      if (paymentId !== null && row.paymentId !== paymentId) {
        isMore = false;
        break;
      }
      if (check === null || row.paymentId !== checked) {
        check?.end();
        check = createStoryCheck(row, report);
        checked = row.paymentId;
        counts.payments++;
      }
      check.take(row);
      if (row.event) counts.events++;
      behind = { paymentId: row.paymentId, sequence: row.event?.sequence ?? 0 };
    }
    progress();
  }
  check?.end();
}

type Anchored = {
  readonly last: EventAnchor | null;
  /** No anchor reaches beyond it. After a clock was put back, the last one does not reach so far. */
  readonly furthest: EventLogPlace;
  /** Events before that place that no anchor has yet. */
  readonly toCome: number;
};

async function eachAnchor({ store, request, counts, report, progress }: Walk): Promise<Anchored> {
  const { paymentId, since, noted } = request;
  const late = createLateCheck(keyOf, ({ paymentId: id, sequence }: PlacedEvent, anchor) => {
    const detail = 'it was written after its time was anchored';
    report({ kind: 'NOT_ANCHORED', paymentId: id, sequence, anchor, detail });
  });
  const ofAnchor = (kind: EventLogProblem['kind'], anchor: number, detail: string): void =>
    report({ kind, anchor, detail, paymentId: null, sequence: null });
  let furthest = eventChain.start;
  const { last } = await checkChain(store, eventChain, noted, ofAnchor, {
    take: async (anchor) => {
      late.take(anchor.items.map(keyOfAnchored));
      furthest = eventChain.furtherPlace(furthest, anchor.until);
      counts.anchors++;
      if (paymentId !== null) await checkCoverageOf(store, paymentId, anchor, report);
      else if (since === null || anchor.at >= since) await checkCoverage(store, anchor, report, late.miss);
    },
    pageEnd: progress,
  });
  const { payment, event } = last?.until ?? eventChain.start;
  const toCome = late.end(({ id, paymentId: of, sequence }) => (sequence === 1 ? of > payment : id > event));
  return { last, furthest, toCome };
}

/** Counts the events that no anchor reaches, and looks for missing payments there. */
async function checkUnanchored(store: Store, furthest: EventLogPlace, report: Report): Promise<number> {
  let count = 0;
  const end = { payment: 'pay_g', event: 'evt_g' };
  for await (const { paymentId, sequence, hasPayment } of placedEvents(store, furthest, end)) {
    count++;
    if (hasPayment || sequence > 1) continue;
    const detail = 'its events are there, the payment is not';
    report({ kind: 'PAYMENT_MISSING', paymentId, sequence, anchor: null, detail });
  }
  return count;
}
