import { recordAudit } from '../../kernel/audit/record-audit.ts';
import { auditChain, removalAction } from './audit-log.ts';
import type { Services } from './ports.ts';

/** Of one round. The next one takes the rest. */
const entriesPerRound = 10_000;

/**
 * Removes what is older than the log is kept. The same transaction writes an entry that says up to where, so that
 * verification can tell this from entries that were taken away.
 * @returns how many
 */
export async function removeOldEntries(
  services: Services,
  { before, isRehearsal }: { readonly before: number; readonly isRehearsal: boolean },
): Promise<number> {
  const { store } = services;
  const old = await store.auditEntriesAfter('', auditChain.placeAt(before).entry, entriesPerRound);
  const until = old.at(-1)?.id;
  if (until === undefined || isRehearsal) return old.length;
  return store.transact(async (transaction) => {
    const removed = await transaction.removeAuditEntries(until);
    if (removed > 0)
      await recordAudit(services, transaction, { client: 'clock' }, { action: removalAction, object: until });
    return removed;
  });
}
