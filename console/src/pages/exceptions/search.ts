import { dayOf, oneOf, type RawSearch, textOf } from '../../api/address.ts';
import type { RunMode } from '../../api/run-mode.ts';
import type { BankExceptionFilter, BankExceptionKind, BankExceptionStatus } from '../../generated/operations.ts';

export const kinds: readonly BankExceptionKind[] = [
  ...(['UNMATCHED_CREDIT', 'UNMATCHED_DEBIT', 'AMBIGUOUS', 'WRONG_ACCOUNT', 'UNDERPAID', 'OVERPAID'] as const),
  ...(['SURPLUS', 'LATE', 'AMOUNT_DIFFERS', 'BLOCK_DIFFERS', 'CONTRADICTION', 'ENTRY_FAULT'] as const),
  ...(['SAME_REFERENCE', 'REVERSAL', 'REPORT_UNCLEAR', 'STATEMENT_MISSING'] as const),
];
export const statuses: readonly BankExceptionStatus[] = ['OPEN', 'RESOLVED', 'SETTLED'];

/** The filters and the open exception, as the address has them. Left out: no restriction, and those that wait. */
export type ExceptionsSearch = {
  readonly status?: BankExceptionStatus | undefined;
  readonly kind?: BankExceptionKind | undefined;
  readonly idSociete?: string | undefined;
  readonly text?: string | undefined;
  readonly bankFile?: string | undefined;
  readonly bookedFrom?: string | undefined;
  readonly bookedTo?: string | undefined;
  readonly amountFrom?: number | undefined;
  readonly amountTo?: number | undefined;
  readonly open?: string | undefined;
};

const centsOf = (value: unknown): number | undefined =>
  typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : undefined;

export const readSearch = (raw: RawSearch): ExceptionsSearch => ({
  status: oneOf(raw.status, statuses),
  kind: oneOf(raw.kind, kinds),
  idSociete: textOf(raw.idSociete),
  text: textOf(raw.text),
  bankFile: textOf(raw.bankFile),
  bookedFrom: dayOf(raw.bookedFrom),
  bookedTo: dayOf(raw.bookedTo),
  amountFrom: centsOf(raw.amountFrom),
  amountTo: centsOf(raw.amountTo),
  open: textOf(raw.open),
});

/** Everything that narrows. */
export const emptySearch: ExceptionsSearch = {
  ...{ status: undefined, kind: undefined, idSociete: undefined, text: undefined, bankFile: undefined },
  ...{ bookedFrom: undefined, bookedTo: undefined, amountFrom: undefined, amountTo: undefined },
};

export const isNarrowed = (search: ExceptionsSearch): boolean =>
  Object.keys(emptySearch).some((name) => search[name as keyof ExceptionsSearch] !== undefined);

export function filterOf(search: ExceptionsSearch, runMode: RunMode): BankExceptionFilter {
  const { status = 'OPEN', kind, idSociete, text, bankFile, bookedFrom, bookedTo, amountFrom, amountTo } = search;
  return {
    ...{ runMode, status, kind, idSociete, text, bankFile },
    ...((bookedFrom ?? bookedTo) !== undefined && { booked: { from: bookedFrom, to: bookedTo } }),
    ...((amountFrom ?? amountTo) !== undefined && { amount: { from: amountFrom, to: amountTo } }),
  };
}

/** The address of the same list as a file. */
export function exportAddress(search: ExceptionsSearch, runMode: RunMode, lang: string): string {
  const { status = 'OPEN', kind, idSociete, text, bankFile, bookedFrom, bookedTo, amountFrom, amountTo } = search;
  const values: Readonly<Record<string, string | number | undefined>> = {
    ...{ lang, runMode, status, kind, idSociete, text, bankFile, 'booked.from': bookedFrom, 'booked.to': bookedTo },
    ...{ 'amount.from': amountFrom, 'amount.to': amountTo },
  };
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return `/console/exports/exceptions?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}
