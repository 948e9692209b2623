import type { Caller } from '../../kernel/caller.ts';
import { type HeldMoney, listSuspense } from '../accounting/list-suspense.ts';
import { booksAsked, fileNameOf } from './books-asked.ts';
import { exportColumns } from './columns.ts';
import { type Asked, guarded, type Plan } from './export-kind.ts';
import type { Services } from './ports.ts';
import type { Parameters } from './read-parameters.ts';
import { csvType, headOf, pageOf } from './write-csv.ts';

const rowsPerPage = 100;

/** @throws InvalidInputError, NotAllowedError */
export function planSuspense(services: Services, caller: Caller, parameters: Parameters, asked: Asked): Plan {
  const { books, check } = booksAsked(services, caller, parameters);
  const { store } = services;
  return {
    fileName: fileNameOf(books, asked.language === 'fr' ? 'attente' : 'suspense'),
    type: csvType,
    head: headOf(exportColumns.suspense, asked),
    check,
    async *pages(callerNow) {
      const { journalEntry, reversalOf, clearedCents, bankExceptionsOf } = store;
      const suspenseEntries = guarded(callerNow, store.suspenseEntries);
      const reads = { suspenseEntries, journalEntry, reversalOf, clearedCents, bankExceptionsOf };
      let rows: (string | number | null)[][] = [];
      for await (const held of listSuspense({ store: reads }, books)) {
        rows.push(cellsOf(held));
        if (rows.length < rowsPerPage) continue;
        yield pageOf(exportColumns.suspense, asked, rows);
        rows = [];
      }
      if (rows.length > 0) yield pageOf(exportColumns.suspense, asked, rows);
    },
  };
}

const cellsOf = ({ entry, remainingCents, exception }: HeldMoney): (string | number | null)[] => [
  ...[entry.date, entry.pieceReference, entry.pieceDate, entry.label, remainingCents],
  ...[exception?.id ?? null, entry.id],
  ...[exception?.details.counterparty ?? null, exception?.details.remittance ?? null],
];
