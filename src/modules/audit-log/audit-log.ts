import { hash } from 'node:crypto';
import type { AuditEntry, AuditOutcome } from '../../kernel/audit/audit-entry.ts';
import { defineChain } from '../event-log/chain.ts';

/**
 * Who did what, as a list that only grows. Entries carry no link to each other, so that writers do not wait for each
 * other; a worker chains them later, as it chains events.
 */

/** How an entry is known in an anchor. */
export type AnchoredEntry = readonly [id: string, hash: string];

export const auditChain = defineChain<'entry', AnchoredEntry>({
  ...{ table: 'audit_anchors', counter: 'audit anchors', items: 'entries' },
  marks: { entry: 'aud' },
});

export type AuditFilter = {
  /** One of these; null: any. A client, or `console/per_…`. */
  readonly actors: readonly string[] | null;
  readonly action: string | null;
  readonly object: string | null;
  readonly outcome: AuditOutcome | null;
  /** Milliseconds since the epoch; `until` is the first moment that is not meant. */
  readonly from: number | null;
  readonly until: number | null;
};

export type AuditReads = {
  auditEntry(id: string): Promise<AuditEntry | null>;
  /** Newest first; older than `beforeId` if given. */
  auditEntries(filter: AuditFilter, beforeId: string | null, limit: number): Promise<readonly AuditEntry[]>;
  /** Oldest first: those after `after` and at most `until`. */
  auditEntriesAfter(after: string, until: string, limit: number): Promise<readonly AuditEntry[]>;
  /** Entries that name the user of a command, from before `before`. */
  countAuditOperators(before: number): Promise<number>;
};

export type AuditRemovals = {
  /** Removes entries up to `until`; answers how many. */
  removeAuditEntries(until: string): Promise<number>;
  /** Replaces the users of about `limit` of the oldest commands from before `before`; answers how many. */
  forgetAuditOperators(before: number, limit: number): Promise<number>;
};

/** SHA-256, in hex, over the JSON of every field but the user of the command. */
export function hashOfEntry(entry: AuditEntry): string {
  const { id, at, actor, roles, action, object, outcome, code, request, approval } = entry;
  return hash('sha256', JSON.stringify([id, at, actor, roles, action, object, outcome, code, request, approval]));
}

/** After every entry. */
export const auditEnd = 'aud_g';

/** The action of the entry that says which older entries the retention removed: those up to its `object`. */
export const removalAction = 'removeAuditEntries';
