import { stringify } from 'csv-stringify/sync';
import type { AuditEntry } from '../../kernel/audit/audit-entry.ts';
import { spreadsheet } from '../../kernel/locale/spreadsheet.ts';
import type { AuditFilter } from './audit-log.ts';
import { walkEntries } from './list-entries.ts';
import type { Services } from './ports.ts';

const columns = [
  ...['id', 'at', 'actor', 'roles', 'operator', 'action', 'object'],
  ...['outcome', 'code', 'request', 'approval'],
] as const;

/** The list as CSV, newest first, page by page: `;`, a byte order mark, times in UTC, no formulas. */
export async function* exportAuditEntries(
  { store }: Pick<Services, 'store'>,
  filter: AuditFilter,
): AsyncGenerator<string> {
  yield `\uFEFF${columns.join(';')}\r\n`;
  for await (const entries of walkEntries(store, filter)) yield textOf(entries);
}

const textOf = (entries: readonly AuditEntry[]): string =>
  stringify(
    entries.map(({ at, roles, ...entry }) => ({
      ...entry,
      at: new Date(at).toISOString(),
      roles: roles.join(' '),
    })),
    { columns: [...columns], ...spreadsheet },
  );
