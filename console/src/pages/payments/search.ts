import {
  centsOf,
  dayOf,
  each,
  fileAddress,
  hasOne,
  oneOf,
  rangeOf,
  type SearchOf,
  someOf,
  textOf,
} from '../../api/address.ts';
import type { RunMode } from '../../api/run-mode.ts';
import type { PaymentFilter } from '../../generated/operations.ts';
import { targets, vocabulary } from '../../texts/vocabulary.ts';
import { namesOf } from '../../texts/words.ts';
import { texts } from './texts.ts';

export const statuses = namesOf(vocabulary.fr.status);
export const types = namesOf(vocabulary.fr.type);
export const sorts = namesOf(texts.fr.sorts);

/** One text each, in the order of the form. */
export const textFilters = ['idSociete', 'idClient', 'idCommande', 'idOrigin', 'client', 'mandate'] as const;
export const dayFilters = ['createdFrom', 'createdTo', 'dueFrom', 'dueTo'] as const;
export const amountFilters = ['amountFrom', 'amountTo'] as const;

/** Everything that narrows, but the order by due date. */
export const filters = {
  status: someOf(statuses),
  paymentTarget: someOf(targets),
  paymentType: someOf(types),
  ...each(textFilters, textOf),
  ...each(dayFilters, dayOf),
  ...each(amountFilters, centsOf),
};
export const reads = { ...filters, sort: oneOf(sorts) };
export type PaymentsSearch = SearchOf<typeof reads>;

export const isNarrowed = (search: PaymentsSearch): boolean => hasOne(filters, search) || search.sort === 'DUE';

export function filterOf(search: PaymentsSearch, runMode: RunMode): PaymentFilter {
  const { status, paymentTarget, paymentType, createdFrom, createdTo, dueFrom, dueTo, amountFrom, amountTo } = search;
  const texts = Object.fromEntries(textFilters.map((name) => [name, search[name]]));
  const [created, dueDays] = [rangeOf(createdFrom, createdTo), rangeOf(dueFrom, dueTo)];
  // A list in this order has only debits with a due date: so the total counts no other ones.
  const due = dueDays ?? (search.sort === 'DUE' ? { from: '0001-01-01' } : undefined);
  const amount = rangeOf(amountFrom, amountTo);
  return {
    runMode,
    ...texts,
    ...(status && { status: [...status] }),
    ...(paymentTarget && { paymentTarget: [...paymentTarget] }),
    ...(paymentType && { paymentType: [...paymentType] }),
    ...(created && { created }),
    ...(due && { due }),
    ...(amount && { amount }),
  };
}

/** The address of the same list as a file. */
export function exportAddress(search: PaymentsSearch, runMode: RunMode, lang: string): string {
  const { createdFrom, createdTo, dueFrom, dueTo, amountFrom, amountTo, ...others } = search;
  const { status, paymentTarget, paymentType } = search;
  return fileAddress('payments', {
    ...{ lang, runMode, ...others, status: status?.join(',') },
    ...{ paymentTarget: paymentTarget?.join(','), paymentType: paymentType?.join(',') },
    ...{ 'created.from': createdFrom, 'created.to': createdTo, 'due.from': dueFrom, 'due.to': dueTo },
    ...{ 'amount.from': amountFrom, 'amount.to': amountTo },
  });
}
