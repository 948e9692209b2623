import { centsOf, dayOf, each, fileAddress, oneOf, rangeOf, type SearchOf, textOf } from '../../api/address.ts';
import type { RunMode } from '../../api/run-mode.ts';
import type { BankExceptionFilter } from '../../generated/operations.ts';
import { exceptionKinds } from '../../texts/exception-kinds.ts';
import { namesOf } from '../../texts/words.ts';
import { texts } from './texts.ts';

export const kinds = namesOf(exceptionKinds.fr);
export const statuses = namesOf(texts.fr.statuses);

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
