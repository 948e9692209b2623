import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import { beginningAfter } from './anchor-audit-log.ts';
import {
  type AuditAnchor,
  auditEnd,
  auditPlaceAt,
  hashOfAuditAnchor,
  hashOfEntry,
  removalAction,
} from './audit-log.ts';
import type { Store } from './ports.ts';

export const auditProblemKind = closedSet('AuditProblemKind', 'What is wrong with the audit log.', {
  ENTRY_CHANGED: 'An entry is not the one that was anchored.',
  ENTRY_MISSING: 'An entry that was anchored is gone, and the retention did not remove it.',
  NOT_ANCHORED: 'An entry stands where everything was anchored, and was not.',
  ANCHOR_CHANGED: 'An anchor of the audit log is not what its hash was made over.',
  ANCHOR_LINK_BROKEN: 'An anchor of the audit log does not follow from the one before it.',
  ANCHOR_MISSING: 'An anchor of the audit log is missing.',
  ANCHOR_UNEXPECTED: 'An anchor of the audit log is not the one that was noted down.',
});

export type AuditProblem = {
  readonly kind: NameOf<typeof auditProblemKind>;
  readonly anchor: number | null;
  readonly entry: string | null;
};

export type AuditReport = {
  readonly entries: number;
  readonly anchors: number;
  readonly problems: number;
  /** Entries that are too new to be anchored. */
  readonly unanchored: number;
  /** To note down outside: only such a note proves that the whole chain was not computed anew. */
  readonly lastAnchor: { readonly number: number; readonly hash: string } | null;
};

type Noted = { readonly number: number; readonly hash: string };

export type AuditCheck = {
  /** Anchors that were noted down outside. */
  readonly noted: readonly Noted[];
  /** How long the retention keeps an entry. Null: for ever, so that none may be missing. */
  readonly keptMs: number | null;
  readonly now: number;
};

const anchorsPerRead = 20;
const entriesPerRead = 1000;
/** The most that is kept in memory: no clock was ahead for longer. */
const missedKept = 100_000;

/** Walks through every anchor and entry, in bounded memory and while others write. Changes nothing. */
export async function verifyAuditLog(
  store: Store,
  { noted, keptMs, now }: AuditCheck,
  report: (problem: AuditProblem) => void,
): Promise<AuditReport> {
  let [anchors, problems, last]: [number, number, AuditAnchor | null] = [0, 0, null];
  const tell = (kind: AuditProblem['kind'], anchor: number | null, entry: string | null = null): void => {
    problems++;
    report({ kind, anchor, entry });
  };
  // The count first: an anchor that is made while the chain is walked is one too many, never one too few.
  const made = await store.countAuditAnchors();
  const removedUntil = keptMs === null ? '' : await placeOfRemoval(store, { keptMs, now });
  const walk = createWalk(store, removedUntil, tell);
  for (let isMore = true; isMore; ) {
    const read: readonly AuditAnchor[] = await store.auditAnchorsAfter(last?.number ?? 0, anchorsPerRead);
    for (const anchor of read) {
      checkLink(anchor, last, tell);
      if (noted.some(({ number, hash }) => number === anchor.number && hash !== anchor.hash))
        tell('ANCHOR_UNEXPECTED', anchor.number);
      await walk.take(anchor);
      last = anchor;
      anchors++;
    }
    isMore = read.length === anchorsPerRead;
  }
  const lastNumber = last?.number ?? 0;
  if (made > lastNumber) tell('ANCHOR_MISSING', lastNumber + 1);
  for (const { number } of noted) if (number > Math.max(lastNumber, made)) tell('ANCHOR_UNEXPECTED', number);
  const { entries, unanchored } = await walk.end();
  return { entries, anchors, problems, unanchored, lastAnchor: last && { number: last.number, hash: last.hash } };
}

type Tell = (kind: AuditProblem['kind'], anchor: number | null, entry?: string | null) => void;

function checkLink(anchor: AuditAnchor, last: AuditAnchor | null, tell: Tell): void {
  const { number, previousHash, from, at } = anchor;
  if (number !== (last?.number ?? 0) + 1) tell('ANCHOR_MISSING', (last?.number ?? 0) + 1);
  else if (previousHash !== (last?.hash ?? null) || (from !== (last?.until ?? '') && from !== beginningAfter(last, at)))
    tell('ANCHOR_LINK_BROKEN', number);
  if (hashOfAuditAnchor(anchor) !== anchor.hash) tell('ANCHOR_CHANGED', number);
}

/** Compares the anchors with the entries, in both directions. */
function createWalk(store: Store, removedUntil: string, tell: Tell) {
  /** Entries that an anchor reaches to and does not have. A later one has them where a clock was ahead. */
  const missed = new Map<string, number>();
  let [entries, furthest] = [0, ''];
  return {
    take: async ({ from, until, number, entries: anchored }: AuditAnchor): Promise<void> => {
      const hashes = new Map(anchored);
      for (const id of hashes.keys()) missed.delete(id);
      await eachEntry(store, from, until, (entry) => {
        if (entry.id > furthest) entries++;
        const hash = hashes.get(entry.id);
        hashes.delete(entry.id);
        if (hash === undefined) {
          if (missed.size < missedKept) missed.set(entry.id, number);
          else tell('NOT_ANCHORED', number, entry.id);
        } else if (hash !== hashOfEntry(entry)) tell('ENTRY_CHANGED', number, entry.id);
      });
      for (const id of hashes.keys()) if (id > removedUntil) tell('ENTRY_MISSING', number, id);
      if (until > furthest) furthest = until;
    },
    end: async () => {
      for (const [id, number] of missed) tell('NOT_ANCHORED', number, id);
      let unanchored = 0;
      await eachEntry(store, furthest, auditEnd, () => unanchored++);
      return { entries: entries + unanchored, unanchored };
    },
  };
}

type Entry = Awaited<ReturnType<Store['auditEntriesAfter']>>[number];

async function eachEntry(store: Store, from: string, until: string, take: (entry: Entry) => void): Promise<void> {
  for (let after = from, isMore = true; isMore; ) {
    const read = await store.auditEntriesAfter(after, until, entriesPerRead);
    for (const entry of read) take(entry);
    after = read.at(-1)?.id ?? after;
    isMore = read.length === entriesPerRead;
  }
}

/**
 * Up to where the retention removed entries, as its own entries say. One about entries that it still keeps does not
 * count, whatever moment it gives itself: it is forged.
 */
async function placeOfRemoval(
  store: Store,
  { keptMs, now }: { readonly keptMs: number; readonly now: number },
): Promise<string> {
  const filter = { actors: null, object: null, outcome: 'DONE', from: null, until: null } as const;
  let place = '';
  for (let beforeId: string | null = null, isMore = true; isMore; ) {
    const read: readonly Entry[] = await store.auditEntries(
      { ...filter, action: removalAction },
      beforeId,
      entriesPerRead,
    );
    for (const { at, object, actor } of read)
      if (actor === 'clock' && object !== null && object <= auditPlaceAt(Math.min(at, now) - keptMs) && object > place)
        place = object;
    beforeId = read.at(-1)?.id ?? null;
    isMore = read.length === entriesPerRead;
  }
  return place;
}
