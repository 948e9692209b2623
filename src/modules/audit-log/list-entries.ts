import type { AuditEntry } from '../../kernel/audit/audit-entry.ts';
import { actingName, type Caller, hasRight, holds, type OnDeployment, seesEveryMode } from '../../kernel/caller.ts';
import { paymentTarget } from '../../kernel/vocabulary.ts';
import { walkItems, walkPages } from '../../kernel/walk-pages.ts';
import type { AuditFilter } from './audit-log.ts';
import type { Services } from './ports.ts';

type Reading = { readonly store: Pick<Services['store'], 'auditEntry' | 'auditEntries'> } & OnDeployment & {
    readonly societes: ReadonlyMap<string, unknown>;
  };

/** Whether the caller may read the audit log: a person with the right `audit`, a program with the scope `operations`. */
export const mayAudit = (caller: Caller): boolean =>
  hasRight(caller, 'audit') || (!caller.person && holds(caller, 'operations'));

/**
 * Entries, newest first. They name neither société, origin, target nor run mode, so that a caller that is limited in one
 * of these sees only what it did itself. Without the right there are none.
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

const entriesPerRead = 500;

/** Every entry that matches, newest first. No rights are checked. */
export const walkEntries = (store: Pick<Services['store'], 'auditEntries'>, filter: AuditFilter) =>
  walkPages<AuditEntry, string | null>(
    entriesPerRead,
    null,
    (beforeId, limit) => store.auditEntries(filter, beforeId, limit),
    ({ id }) => id,
  );

/** As `listAuditEntries` shows it; null for others. */
export async function readAuditEntry(services: Reading, caller: Caller, id: string): Promise<AuditEntry | null> {
  if (!mayAudit(caller)) return null;
  const entry = await services.store.auditEntry(id);
  const seen = seenActors(services, caller);
  return entry && (seen === null || seen.includes(entry.actor)) ? entry : null;
}

/** Null: all. */
function seenActors(services: Reading, caller: Caller): readonly string[] | null {
  const { societes, origins, targets } = caller;
  const isForAll =
    (societes === null || [...services.societes.keys()].every((id) => societes.has(id))) &&
    origins === null &&
    (targets === null || paymentTarget.names.every((name) => targets.has(name)));
  return isForAll && seesEveryMode(services, caller) ? null : [actingName(caller)];
}

/** In the order of the log, after the one and up to the other. */
export const entriesBetween = (store: Pick<Services['store'], 'auditEntriesAfter'>, from: string, until: string) =>
  walkItems(
    entriesPerRead,
    from,
    (after, limit) => store.auditEntriesAfter(after, until, limit),
    ({ id }) => id,
  );
