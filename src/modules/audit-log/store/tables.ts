import type { Tables as PaymentTables } from '../../payments/store/tables.ts';

/** Who did what. Never changed but for `operator`; removed by the retention alone. */
export type AuditEntryRow = {
  readonly id: string;
  readonly at: number;
  readonly actor: string;
  /** JSON: names of roles. */
  readonly roles: string;
  readonly operator: string | null;
  readonly action: string;
  readonly object: string | null;
  readonly outcome: string;
  readonly code: string | null;
  readonly request: string | null;
  readonly approval: string | null;
};

export const auditEntryColumns = [
  ...(['id', 'at', 'actor', 'roles', 'operator', 'action'] as const),
  ...(['object', 'outcome', 'code', 'request', 'approval'] as const),
] as const satisfies readonly (keyof AuditEntryRow)[];

/** One link of the chain. Never changed, never deleted. */
export type AuditAnchorRow = {
  readonly number: number;
  readonly at: number;
  readonly from_entry: string;
  readonly until_entry: string;
  /** JSON: [id, hash] of each entry. */
  readonly entries: string;
  readonly previous_hash: string | null;
  readonly hash: string;
};

export const auditAnchorColumns = [
  ...(['number', 'at', 'from_entry', 'until_entry', 'entries', 'previous_hash', 'hash'] as const),
] as const satisfies readonly (keyof AuditAnchorRow)[];

export type Tables = PaymentTables & {
  readonly audit_entries: AuditEntryRow;
  readonly audit_anchors: AuditAnchorRow;
};
