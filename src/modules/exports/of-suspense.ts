import type { Caller } from '../../kernel/caller.ts';
import { type HeldMoney, listSuspense } from '../accounting/list-suspense.ts';
import { maySeeException } from '../bank-statements/import/read-bank-files.ts';
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
        const { exception } = held;
        const isSeen = exception !== null && maySeeException(services, await callerNow(), exception);
        rows.push(cellsOf(held, isSeen ? exception.id : null));
        if (rows.length < rowsPerPage) continue;
        yield pageOf(exportColumns.suspense, asked, rows);
        rows = [];
      }
      if (rows.length > 0) yield pageOf(exportColumns.suspense, asked, rows);
    },
  };
}

/** The id of an exception only where the caller may see it, as the list does. */
const cellsOf = (
  { entry, remainingCents, exception }: HeldMoney,
  exceptionId: string | null,
): (string | number | null)[] => [
  ...[entry.date, entry.pieceReference, entry.pieceDate, entry.label, remainingCents],
  ...[exceptionId, entry.id],
  ...[exception?.details.counterparty ?? null, exception?.details.remittance ?? null],
];
