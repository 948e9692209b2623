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

export type Tables = PaymentTables & {
  readonly audit_entries: AuditEntryRow;
};
