import { closedSet, type NameOf } from '../closed-set.ts';

export const auditOutcome = closedSet('AuditOutcome', 'How an action ended.', {
  DONE: 'It was recorded, in the same transaction as this entry.',
  UNCHANGED: 'Nothing had to be changed: the same was asked before, or it was so already.',
  WAITING: 'It waits for a second person: see `approval`.',
  REFUSED: 'It was refused, and nothing was changed.',
  FAILED: 'It was recorded and then failed: `code` says why. The entry of its beginning has the same request.',
});
export type AuditOutcome = NameOf<typeof auditOutcome>;

/** Who did what to what. Ids and codes only, for an entry outlives an erasure of personal data. Never changed. */
export type AuditEntry = {
  /** `aud_…`; it sorts by time. */
  readonly id: string;
  readonly at: number;
  /** The name of a client, `console/per_…` for a person, `operator` or `command line` for a command. */
  readonly actor: string;
  /** Roles of the person at that moment; empty for others. */
  readonly roles: readonly string[];
  /**
   * The user of the operating system, for a command. Outside of the chain, because it is a person's name, which is
   * removed after `retention.operatorMonths`.
   */
  readonly operator: string | null;
  /** The name of the mutation or command, or `signIn`, `stepUp` and the like. */
  readonly action: string;
  /** The id of what it was done to; of an export, its filters or rows; of an import, how many. Null where there is no single one. */
  readonly object: string | null;
  readonly outcome: AuditOutcome;
  /** The code of the refusal or failure. */
  readonly code: string | null;
  /** The id of the request, as in the log; null for a command. */
  readonly request: string | null;
  /** `apr_…`: the approval that it asked for, or decided about. */
  readonly approval: string | null;
};

export type AuditWrites = {
  insertAuditEntry(entry: AuditEntry): Promise<void>;
};
