import { dayOf, oneOf, type RawSearch, someOf, textOf } from '../../api/address.ts';
import type { RunMode } from '../../api/run-mode.ts';
import type {
  PaymentFilter,
  PaymentSort,
  PaymentStatus,
  PaymentTarget,
  PaymentType,
} from '../../generated/operations.ts';
import { targets } from '../../texts/vocabulary.ts';

export const statuses: readonly PaymentStatus[] = [
  ...(['REQUIRES_ACTION', 'PENDING', 'SUBMITTED', 'AUTHORIZED', 'PAID', 'REFUSED', 'CANCELLED', 'EXPIRED'] as const),
  ...(['FAILED', 'RETURNED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'NEEDS_REVIEW'] as const),
];
export const types: readonly PaymentType[] = ['CB', 'AMEX', 'SEPA', 'DIRECT_SEPA', 'COMPTABILITE'];
export const sorts: readonly PaymentSort[] = ['NEWEST', 'OLDEST', 'AMOUNT', 'DUE'];

/** One text each, in the order of the form. */
export const textFilters = ['idSociete', 'idClient', 'idCommande', 'idOrigin', 'client', 'mandate'] as const;
export const dayFilters = ['createdFrom', 'createdTo', 'dueFrom', 'dueTo'] as const;
export const amountFilters = ['amountFrom', 'amountTo'] as const;

/** The filters and the sort, as the address has them. Left out: no restriction. */
export type PaymentsSearch = {
  readonly status?: readonly PaymentStatus[] | undefined;
  readonly paymentTarget?: readonly PaymentTarget[] | undefined;
  readonly paymentType?: readonly PaymentType[] | undefined;
  readonly sort?: PaymentSort | undefined;
} & Readonly<Partial<Record<(typeof textFilters)[number] | (typeof dayFilters)[number], string | undefined>>> &
  Readonly<Partial<Record<(typeof amountFilters)[number], number | undefined>>>;

const centsOf = (value: unknown): number | undefined =>
  typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : undefined;

export function readSearch(raw: RawSearch): PaymentsSearch {
  return {
    status: someOf(raw.status, statuses),
    paymentTarget: someOf(raw.paymentTarget, targets),
    paymentType: someOf(raw.paymentType, types),
    sort: oneOf(raw.sort, sorts),
    ...Object.fromEntries(textFilters.map((name) => [name, textOf(raw[name])])),
    ...Object.fromEntries(dayFilters.map((name) => [name, dayOf(raw[name])])),
    ...Object.fromEntries(amountFilters.map((name) => [name, centsOf(raw[name])])),
  };
}

/** Everything that narrows; the sort does not. */
export const emptySearch: PaymentsSearch = Object.fromEntries(
  ['status', 'paymentTarget', 'paymentType', ...textFilters, ...dayFilters, ...amountFilters].map((name) => [
    name,
    undefined,
  ]),
);

export function filterOf(search: PaymentsSearch, runMode: RunMode): PaymentFilter {
  const { status, paymentTarget, paymentType, createdFrom, createdTo, dueFrom, dueTo, amountFrom, amountTo } = search;
  const texts = Object.fromEntries(textFilters.map((name) => [name, search[name]]));
  return {
    runMode,
    ...texts,
    ...(status && { status: [...status] }),
    ...(paymentTarget && { paymentTarget: [...paymentTarget] }),
    ...(paymentType && { paymentType: [...paymentType] }),
    ...((createdFrom ?? createdTo) !== undefined && { created: { from: createdFrom, to: createdTo } }),
    ...((dueFrom ?? dueTo) !== undefined && { due: { from: dueFrom, to: dueTo } }),
    ...((amountFrom ?? amountTo) !== undefined && { amount: { from: amountFrom, to: amountTo } }),
  };
}

/** The address of the same list as a file. */
export function exportAddress(search: PaymentsSearch, runMode: RunMode, lang: string): string {
  const { status, paymentTarget, paymentType, sort, createdFrom, createdTo, dueFrom, dueTo, amountFrom, amountTo } =
    search;
  const values: Readonly<Record<string, string | number | undefined>> = {
    ...{ lang, runMode, sort, status: status?.join(','), paymentTarget: paymentTarget?.join(',') },
    ...{ paymentType: paymentType?.join(','), 'created.from': createdFrom, 'created.to': createdTo },
    ...{ 'due.from': dueFrom, 'due.to': dueTo, 'amount.from': amountFrom, 'amount.to': amountTo },
    ...Object.fromEntries(textFilters.map((name) => [name, search[name]])),
  };
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return `/console/exports/payments?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}
