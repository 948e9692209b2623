import { hash } from 'node:crypto';
import type { AuditEntry, AuditOutcome } from '../../kernel/audit/audit-entry.ts';

/**
 * Who did what, as a list that only grows. Entries carry no link to each other, so that writers do not wait for each
 * other; a worker chains them later, by anchors over their hashes.
 */

/** `id` and hash of an entry, as an anchor holds them. */
export type AnchoredEntry = readonly [id: string, hash: string];

export type NewAuditAnchor = {
  readonly at: number;
  /** The entries of this anchor come after `from`; `until` is the last one. */
  readonly from: string;
  readonly until: string;
  readonly entries: readonly AnchoredEntry[];
};

export type AuditAnchor = NewAuditAnchor & {
  /** 1, 2, 3…; a number that is missing is an anchor that was taken away. */
  readonly number: number;
  readonly previousHash: string | null;
  readonly hash: string;
};

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
  lastAuditAnchor(): Promise<AuditAnchor | null>;
  /** In order; those after `number`, `limit` at most. */
  auditAnchorsAfter(number: number, limit: number): Promise<readonly AuditAnchor[]>;
  /** How many anchors were ever made, counted apart from them. */
  countAuditAnchors(): Promise<number>;
  /** Entries that name the user of a command, from before `before`. */
  countAuditOperators(before: number): Promise<number>;
};

export type AuditAnchorWrites = {
  /** Appends the anchor after `last`. False if `last` is not the last one any more; then the caller must roll back. */
  appendAuditAnchor(anchor: NewAuditAnchor, last: AuditAnchor | null): Promise<boolean>;
  /** Removes entries up to `until`; answers how many. */
  removeAuditEntries(until: string): Promise<number>;
  /** Replaces the users of commands from before `before`; answers how many. */
  forgetAuditOperators(before: number): Promise<number>;
};

/** SHA-256, in hex, over the JSON of every field but the user of the command. */
export function hashOfEntry(entry: AuditEntry): string {
  const { id, at, actor, roles, action, object, outcome, code, request, approval } = entry;
  return hash('sha256', JSON.stringify([id, at, actor, roles, action, object, outcome, code, request, approval]));
}

/** SHA-256, in hex, over the JSON of [previous hash, number, at, from, until, entries]. */
export const hashOfAuditAnchor = ({
  previousHash,
  number,
  at,
  from,
  until,
  entries,
}: Omit<AuditAnchor, 'hash'>): string =>
  hash('sha256', JSON.stringify([previousHash, number, at, from, until, entries]));

/** A place that is after every entry made before `at`. */
export const auditPlaceAt = (at: number): string => `aud_${Math.max(0, Math.floor(at)).toString(16).padStart(12, '0')}`;

/** After every entry. */
export const auditEnd = 'aud_g';

/** The action of the entry that says which older entries the retention removed: those up to its `object`. */
export const removalAction = 'removeAuditEntries';
