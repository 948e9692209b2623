import { type AuditEntry, auditOutcome } from '../../kernel/audit/audit-entry.ts';
import type { Caller } from '../../kernel/caller.ts';
import { NotAllowedError } from '../../kernel/errors.ts';
import { daysOf } from '../../kernel/given-values.ts';
import { momentsOfDays } from '../../kernel/sepa/target-calendar.ts';
import { walkPages } from '../../kernel/walk-pages.ts';
import { listAuditEntries, mayAudit } from '../audit-log/list-entries.ts';
import { exportColumns } from './columns.ts';
import { type Asked, type Plan, rowsPerRead } from './export-kind.ts';
import type { Services } from './ports.ts';
import { type Parameters, refuse } from './read-parameters.ts';
import { csvType, headOf, momentOf, pageOf } from './write-csv.ts';

/** @throws InvalidInputError, NotAllowedError */
export function planAudit(services: Services, caller: Caller, parameters: Parameters, asked: Asked): Plan {
  const { text, range, one } = parameters;
  check(caller);
  const days = daysOf('at', range('at'), refuse);
  const filter = {
    ...{ actor: text('actor'), action: text('action'), object: text('object') },
    outcome: one('outcome', auditOutcome),
    ...momentsOfDays(days ?? { from: null, to: null }),
  };
  return {
    fileName: 'audit',
    type: csvType,
    head: headOf(exportColumns.audit, asked),
    check,
    async *pages(callerNow) {
      const read = async (beforeId: string | null, limit: number) =>
        listAuditEntries(services, await callerNow(), filter, { beforeId, limit });
      for await (const entries of walkPages(rowsPerRead, null, read, ({ id }) => id)) {
        yield pageOf(exportColumns.audit, asked, entries.map(cellsOf));
      }
    },
  };
}

function check(caller: Caller): void {
  if (!mayAudit(caller)) throw new NotAllowedError('You may not read the audit log: that takes the right audit.');
}

const cellsOf = (entry: AuditEntry): (string | null)[] => [
  ...[entry.id, momentOf(entry.at), entry.actor, entry.roles.join(' '), entry.action, entry.object],
  ...[entry.outcome, entry.code, entry.request, entry.approval, entry.operator],
];
