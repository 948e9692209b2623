import type { AuditEntry } from '../../../kernel/audit/audit-entry.ts';
import { asIs, type RowOf, recordOf, type Stored } from '../../../store/record.ts';
import type { Tables as PaymentTables } from '../../payments/store/tables.ts';

/** What cannot be read counts as empty; the hash then shows that it was changed. */
const roles: Stored<readonly string[], string> = {
  read: (kept) => {
    try {
      const list: unknown = JSON.parse(kept);
      return Array.isArray(list) ? list : [];
    } catch {
      return [];
    }
  },
  write: (value) => JSON.stringify(value),
  column: null,
};

/**
 * Who did what. Never changed but for `operator`; removed by the retention alone. An outcome that is none is read as it
 * stands, so that verification goes on and reports the entry as changed.
 */
export const auditEntries = recordOf<AuditEntry>()({
  ...asIs('id', 'at', 'actor', 'operator', 'action', 'object', 'outcome', 'code', 'request', 'approval'),
  roles,
});
export type AuditEntryRow = RowOf<typeof auditEntries>;

export type Tables = PaymentTables & {
  readonly audit_entries: AuditEntryRow;
};
