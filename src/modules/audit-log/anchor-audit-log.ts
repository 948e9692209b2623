import { type AuditAnchor, auditPlaceAt, hashOfEntry, type NewAuditAnchor } from './audit-log.ts';
import type { Store } from './ports.ts';

/** The age at which an entry is anchored: as for events of payments, no earlier one can appear any more. */
export const settlingMs = 120_000;

const entriesPerAnchor = 500;
const anchorsPerRound = 1000;
/** An anchor that ends later than this before it is made was made by a clock that was ahead. */
const nearestEndMs = 60_000;
/** How far back it begins again after such a clock. */
const againMs = 600_000;

/** Appends the entries since the last anchor to the chain. */
export async function anchorAuditLog(
  { store, clock }: { readonly store: Store; readonly clock: () => number },
  keepsLease: () => Promise<boolean>,
): Promise<void> {
  for (let anchors = 0; anchors < anchorsPerRound; anchors++) {
    const last = await store.lastAuditAnchor();
    const from = beginningAfter(last, clock());
    const entries = await store.auditEntriesAfter(from, auditPlaceAt(clock() - settlingMs), entriesPerAnchor);
    const until = entries.at(-1)?.id;
    if (until === undefined) return;
    const anchored = entries.map((entry) => [entry.id, hashOfEntry(entry)] as const);
    if (!(await append(store, { at: clock(), from, until, entries: anchored }, last))) return;
    if (entries.length < entriesPerAnchor || !(await keepsLease())) return;
  }
}

export function beginningAfter(last: Pick<AuditAnchor, 'until'> | null, at: number): string {
  const until = last?.until ?? '';
  return until > auditPlaceAt(at - nearestEndMs) ? auditPlaceAt(at - againMs) : until;
}

/** If another process appended meanwhile, this anchor is dropped. */
async function append(store: Store, anchor: NewAuditAnchor, last: AuditAnchor | null): Promise<boolean> {
  const overtaken = new Error('another process appended an anchor');
  try {
    await store.transact(async (transaction) => {
      if (!(await transaction.appendAuditAnchor(anchor, last))) throw overtaken;
    });
    return true;
  } catch (error) {
    if (error === overtaken) return false;
    throw error;
  }
}
