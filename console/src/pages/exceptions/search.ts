import { centsOf, dayOf, each, fileAddress, oneOf, rangeOf, type SearchOf, textOf } from '../../api/address.ts';
import type { RunMode } from '../../api/run-mode.ts';
import type { BankExceptionFilter, BankExceptionKind, BankExceptionStatus } from '../../generated/operations.ts';

export const kinds: readonly BankExceptionKind[] = [
  ...(['UNMATCHED_CREDIT', 'UNMATCHED_DEBIT', 'AMBIGUOUS', 'WRONG_ACCOUNT', 'UNDERPAID', 'OVERPAID'] as const),
  ...(['SURPLUS', 'LATE', 'AMOUNT_DIFFERS', 'BLOCK_DIFFERS', 'CONTRADICTION', 'ENTRY_FAULT'] as const),
  ...(['SAME_REFERENCE', 'REVERSAL', 'REPORT_UNCLEAR', 'STATEMENT_MISSING'] as const),
];
export const statuses: readonly BankExceptionStatus[] = ['OPEN', 'RESOLVED', 'SETTLED'];

/** Everything that narrows. Left out: no restriction, and those that wait. */
export const filters = {
  status: oneOf(statuses),
  kind: oneOf(kinds),
  ...each(['idSociete', 'text', 'bankFile'], textOf),
  ...each(['bookedFrom', 'bookedTo'], dayOf),
  ...each(['amountFrom', 'amountTo'], centsOf),
};
export type ExceptionsSearch = SearchOf<typeof filters>;

export function filterOf(search: ExceptionsSearch, runMode: RunMode): BankExceptionFilter {
  const { status = 'OPEN', kind, idSociete, text, bankFile, bookedFrom, bookedTo, amountFrom, amountTo } = search;
  const [booked, amount] = [rangeOf(bookedFrom, bookedTo), rangeOf(amountFrom, amountTo)];
  return { runMode, status, kind, idSociete, text, bankFile, ...(booked && { booked }), ...(amount && { amount }) };
}

/** The address of the same list as a file. */
export function exportAddress(search: ExceptionsSearch, runMode: RunMode, lang: string): string {
  const { status = 'OPEN', kind, idSociete, text, bankFile, bookedFrom, bookedTo, amountFrom, amountTo } = search;
  return fileAddress('exceptions', {
    ...{ lang, runMode, status, kind, idSociete, text, bankFile },
    ...{ 'booked.from': bookedFrom, 'booked.to': bookedTo, 'amount.from': amountFrom, 'amount.to': amountTo },
  });
}
