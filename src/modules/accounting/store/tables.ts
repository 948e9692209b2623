import { asIs, oneOf, type RowOf, recordOf } from '../../../store/record.ts';
import { runMode } from '../../payments/store/stored-values.ts';
import type { Tables as PaymentTables } from '../../payments/store/tables.ts';
import { type Books, type JournalEntry, type JournalLine, journalEntryKind, type Posting } from '../journal.ts';

export type JournalTables = {
  readonly journal_entries: JournalEntryRow;
  readonly journal_lines: JournalLineRow;
};

export const journalEntries = recordOf<Omit<JournalEntry, 'journal' | 'lines' | 'event' | 'posting'>>()({
  ...asIs('id', 'idSociete', 'pieceReference', 'pieceDate', 'label', 'reverses', 'bankEntryId', 'clears', 'reason'),
  ...asIs('operator', 'createdAt', 'date', 'exercise'),
  runMode,
  kind: oneOf(journalEntryKind),
});

export const booksOfEntries = recordOf<Books>()({ ...asIs('idSociete'), runMode });

/** Null until the entry is posted. */
type OfPosting = { readonly [Field in keyof Posting]: Posting[Field] | null };
export const postings = recordOf<OfPosting>()(asIs('position', 'number', 'postedAt', 'previousHash', 'hash'));

/** Days are texts like `2026-12-31`. */
export type JournalEntryRow = RowOf<typeof journalEntries> &
  RowOf<typeof postings> & {
    readonly journal_code: string;
    readonly journal_label: string;
    readonly amount_cents: number;
    readonly payment_id: string | null;
    readonly event_sequence: number | null;
  };

export const journalEntryColumns: readonly (keyof JournalEntryRow)[] = [
  ...[...journalEntries.columns, ...postings.columns],
  ...(['journal_code', 'journal_label', 'amount_cents', 'payment_id', 'event_sequence'] as const),
];

export const journalLines = recordOf<JournalLine>()(
  asIs('account', 'accountLabel', 'auxiliary', 'debitCents', 'creditCents'),
);
export type JournalLineRow = RowOf<typeof journalLines> & { readonly entry_id: string; readonly line: number };

export const journalLineColumns: readonly (keyof JournalLineRow)[] = [...journalLines.columns, 'entry_id', 'line'];

/** Queries join the payments. */
export type Tables = PaymentTables & JournalTables;
