import { appendAnchors, itemsPerAnchor } from '../event-log/append-anchors.ts';
import type { OldestWrite } from '../event-log/chain.ts';
import { auditChain, hashOfEntry } from './audit-log.ts';
import type { Store } from './ports.ts';

/** Appends the entries since the last anchor. */
export async function anchorAuditLog(
  services: { readonly store: Store & OldestWrite; readonly clock: () => number },
  keepsLease: () => Promise<boolean>,
): Promise<void> {
  await appendAnchors(auditChain, services, keepsLease, async (from, settled) => {
    const entries = await services.store.auditEntriesAfter(from.entry, settled.entry, itemsPerAnchor);
    return {
      items: entries.map((entry) => [entry.id, hashOfEntry(entry)] as const),
      until: { entry: entries.at(-1)?.id ?? from.entry },
      isLast: entries.length < itemsPerAnchor,
    };
  });
}
