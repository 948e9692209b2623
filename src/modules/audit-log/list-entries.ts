import type { AuditEntry } from '../../kernel/audit/audit-entry.ts';
import { actingName, type Caller, hasRight, holds } from '../../kernel/caller.ts';
import type { AuditFilter } from './audit-log.ts';
import type { Services } from './ports.ts';

type Reading = Pick<Services, 'store'> & { readonly societes: ReadonlyMap<string, unknown> };

/** Whether the caller may read the audit log: a person with the right `audit`, a program with the scope `operations`. */
export const mayAudit = (caller: Caller): boolean =>
  hasRight(caller, 'audit') || (!caller.person && holds(caller, 'operations'));

/**
 * Entries, newest first. They name no société, so that a caller that does not work for all of them sees only what it did
 * itself. Without the right there are none.
 */
export async function listAuditEntries(
  services: Reading,
  caller: Caller,
  filter: Omit<AuditFilter, 'actors'> & { readonly actor: string | null },
  { beforeId, limit }: { readonly beforeId: string | null; readonly limit: number },
): Promise<readonly AuditEntry[]> {
  if (!mayAudit(caller)) return [];
  const { actor, ...rest } = filter;
  const seen = seenActors(services, caller);
  if (seen !== null && actor !== null && !seen.includes(actor)) return [];
  return services.store.auditEntries({ ...rest, actors: actor === null ? seen : [actor] }, beforeId, limit);
}

/** As `listAuditEntries` shows it; null for others. */
export async function readAuditEntry(services: Reading, caller: Caller, id: string): Promise<AuditEntry | null> {
  if (!mayAudit(caller)) return null;
  const entry = await services.store.auditEntry(id);
  const seen = seenActors(services, caller);
  return entry && (seen === null || seen.includes(entry.actor)) ? entry : null;
}

/** Null: all. */
function seenActors({ societes }: Reading, caller: Caller): readonly string[] | null {
  const { societes: own } = caller;
  const isForAll = own === null || [...societes.keys()].every((id) => own.has(id));
  return isForAll ? null : [actingName(caller)];
}
