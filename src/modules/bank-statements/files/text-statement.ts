import { setImmediate } from 'node:timers/promises';
import { addDays, type CalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import type { BankEntry, BankFilePiece, BankStatement } from './bank-file.ts';

export type Balance = { readonly day: CalendarDate; readonly cents: number };

/** Other requests have their turn after so many entries: of a long statement each takes a tenth of a millisecond. */
const entriesPerTurn = 100;

/**
 * A statement of a text format, with its entries and balances.
 * @param balances null where the format has none
 * @throws BankFileError
 */
export async function* textStatement(
  statement: BankStatement,
  entries: Iterable<BankEntry>,
  balances: { readonly opening: Balance; readonly closing: Balance; readonly refuse: (reason: string) => never } | null,
): AsyncGenerator<BankFilePiece> {
  yield { kind: 'STATEMENT', statement };
  const cents = balances && { openingCents: balances.opening.cents, closingCents: balances.closing.cents };
  let movedCents = 0;
  let passed = 0;
  for (const entry of entries) {
    movedCents += entry.direction === 'CREDIT' ? entry.amountCents : -entry.amountCents;
    yield { kind: 'ENTRY', entry: { ...entry, ...(cents && { balances: cents }) } };
    if (++passed % entriesPerTurn === 0) await setImmediate();
  }
  if (balances === null || cents === null) return;
  const { opening, closing, refuse } = balances;
  if (opening.cents + movedCents !== closing.cents) {
    refuse('the opening balance and the booked entries do not make the closing balance');
  }
  const firstDay = opening.day < closing.day ? addDays(opening.day, 1) : closing.day;
  const { id, iban, page } = statement;
  const statementId = page === null || page === '1' ? id : `${id}/${page}`;
  const days = { statementId, iban, number: null, firstDay, lastDay: closing.day };
  yield { kind: 'BALANCES', balances: { ...days, ...cents } };
}
