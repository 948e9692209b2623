import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { NotedAnchor } from '../event-log/chain.ts';
import { checkChain, createLateCheck } from '../event-log/check-chain.ts';
import { auditChain, auditEnd, hashOfEntry, removalAction } from './audit-log.ts';
import { entriesBetween, walkEntries } from './list-entries.ts';
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
  readonly lastAnchor: NotedAnchor | null;
};

export type AuditCheck = {
  /** Anchors that were noted down outside. */
  readonly noted: readonly NotedAnchor[];
  /** How long the retention keeps an entry. Null: for ever, so that none may be missing. */
  readonly keptMs: number | null;
  /** Milliseconds since the epoch, UTC. */
  readonly clock: () => number;
};

/** Walks through every anchor and entry, in bounded memory and while others write. Changes nothing. */
export async function verifyAuditLog(
  store: Store,
  { noted, keptMs, clock }: AuditCheck,
  report: (problem: AuditProblem) => void,
): Promise<AuditReport> {
  let [problems, entries, furthest] = [0, 0, ''];
  const tell = (kind: AuditProblem['kind'], anchor: number | null, entry: string | null = null): void => {
    problems++;
    report({ kind, anchor, entry });
  };
  let removedUntil = '';
  const late = createLateCheck(
    (id: string) => id,
    (id, number) => tell('NOT_ANCHORED', number, id),
  );
  const { anchors, last } = await checkChain(store, auditChain, noted, (kind, number) => tell(kind, number), {
    take: async ({ from, until, number, items }) => {
      const hashes = new Map(items);
      late.take(hashes.keys());
      for await (const entry of entriesBetween(store, from.entry, until.entry)) {
        if (entry.id > furthest) entries++;
        const hash = hashes.get(entry.id);
        hashes.delete(entry.id);
        if (hash === undefined) late.miss(entry.id, number);
        else if (hash !== hashOfEntry(entry)) tell('ENTRY_CHANGED', number, entry.id);
      }
      // What is old enough the retention may have removed, also since this began: its entry was committed with that.
      const now = clock();
      const oldUntil = keptMs === null ? '' : auditChain.placeAt(now - keptMs).entry;
      if (keptMs !== null && [...hashes.keys()].some((id) => id > removedUntil && id <= oldUntil))
        removedUntil = await placeOfRemoval(store, { keptMs, now });
      for (const id of hashes.keys()) if (id > removedUntil) tell('ENTRY_MISSING', number, id);
      if (until.entry > furthest) furthest = until.entry;
    },
  });
  const anchoredUntil = last?.until.entry ?? '';
  // They are before the furthest end, and counted with its anchor.
  const unanchored = late.end((id) => id > anchoredUntil);
  let tooNew = 0;
  for await (const _entry of entriesBetween(store, furthest, auditEnd)) tooNew++;
  const lastAnchor = last && { number: last.number, hash: last.hash };
  return { entries: entries + tooNew, anchors, problems, unanchored: unanchored + tooNew, lastAnchor };
}

/**
 * Up to where the retention removed entries, as its own entries say. One about entries that it still keeps does not
 * count, whatever moment it gives itself: it is forged.
 */
async function placeOfRemoval(
  store: Store,
  { keptMs, now }: { readonly keptMs: number; readonly now: number },
): Promise<string> {
  const filter = {
    actors: null,
    action: removalAction,
    object: null,
    outcome: 'DONE',
    from: null,
    until: null,
  } as const;
  let place = '';
  for await (const removals of walkEntries(store, filter)) {
    for (const { at, object, actor } of removals) {
      const isReal = actor === 'clock' && object !== null;
      if (isReal && object <= auditChain.placeAt(Math.min(at, now) - keptMs).entry && object > place) place = object;
    }
  }
  return place;
}
