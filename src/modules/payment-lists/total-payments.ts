import type { Caller } from '../../kernel/caller.ts';
import type { PaymentFilter } from '../payments/payment-store.ts';
import { visibleTo } from '../payments/read-payments.ts';
import type { PaymentTotal, PaymentTotalBy, PaymentTotals } from './payment-totals.ts';
import type { Services } from './ports.ts';

type TotalServices = Pick<Services, 'settings'> & { readonly store: Pick<Services['store'], 'paymentTotals'> };

/** Number and sum of the payments that the caller may see, each with its status now; by day, the newest day first. */
export async function totalPayments(
  services: TotalServices,
  caller: Caller,
  filter: PaymentFilter,
  by: readonly PaymentTotalBy[],
): Promise<PaymentTotals> {
  if (!caller.scopes.has('read')) return { totals: [], isExact: true };
  const query = { ...filter, by, visibleTo: visibleTo(services, caller) };
  const { totals, isExact } = await services.store.paymentTotals(query);
  return { isExact, totals: totals.toSorted(inOrder) };
}

function inOrder(one: PaymentTotal, other: PaymentTotal): number {
  const [days, others] = [one, other].map(({ day }) => day ?? '') as [string, string];
  if (days !== others) return days > others ? -1 : 1;
  return keyOf(one) < keyOf(other) ? -1 : 1;
}

const keyOf = ({ runMode, paymentTarget, paymentType, idOrigin, status }: PaymentTotal): string =>
  [runMode, paymentTarget, paymentType, idOrigin, status].join('\n');
