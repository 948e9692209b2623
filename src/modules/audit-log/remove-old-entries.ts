import { recordAudit } from '../../kernel/audit/record-audit.ts';
import { auditChain, removalAction } from './audit-log.ts';
import { entriesBetween } from './list-entries.ts';
import type { Services } from './ports.ts';

const entriesPerRound = 10_000;

/**
 * Removes what is older than the log is kept. The same transaction writes an entry that says up to where, so that
 * verification can tell this from entries that were taken away.
 * @returns how many: of one round, after which there may be more; of a rehearsal, all
 */
export async function removeOldEntries(
  services: Services,
  { before, isRehearsal }: { readonly before: number; readonly isRehearsal: boolean },
): Promise<number> {
  const { store } = services;
  const end = auditChain.placeAt(before).entry;
  if (isRehearsal) {
    let count = 0;
    for await (const _entry of entriesBetween(store, '', end)) count++;
    return count;
  }
  const old = await store.auditEntriesAfter('', end, entriesPerRound);
  const until = old.at(-1)?.id;
  if (until === undefined) return 0;
  return store.transact(async (transaction) => {
    const removed = await transaction.removeAuditEntries(until);
    if (removed > 0)
      await recordAudit(services, transaction, { client: 'clock' }, { action: removalAction, object: until });
    return removed;
  });
}
