import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { CalendarDate } from '../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode, PaymentStatus, PaymentTarget, PaymentType } from '../../kernel/vocabulary.ts';
import type { VisibleTo } from '../payments/may-see.ts';
import type { PaymentFilter } from '../payments/payment-store.ts';

export const paymentTotalBy = closedSet('PaymentTotalBy', 'What payments of one total have in common.', {
  DAY: 'The day in Paris on which the payment was recorded.',
  STATUS: 'Its status now.',
  TARGET: 'Where it is made.',
  TYPE: 'Its type.',
  ORIGIN: 'The system that asked for it.',
});
export type PaymentTotalBy = NameOf<typeof paymentTotalBy>;

/** Payments that have everything here in common. Null: not asked for. `TEST` and `LIVE` never share a total. */
export type PaymentTotal = {
  readonly runMode: EffectiveRunMode;
  readonly day: CalendarDate | null;
  readonly status: PaymentStatus | null;
  readonly paymentTarget: PaymentTarget | null;
  readonly paymentType: PaymentType | null;
  readonly idOrigin: string | null;
  readonly count: number;
  readonly cents: number;
};

export type PaymentTotals = {
  readonly totals: readonly PaymentTotal[];
  /** False where only `countedAtMost` of the payments are counted. */
  readonly isExact: boolean;
};

/** So many payments are counted one by one, where the table of days cannot answer. */
export const countedAtMost = 10_000;

export type TotalsQuery = PaymentFilter & {
  readonly by: readonly PaymentTotalBy[];
  readonly visibleTo: VisibleTo | null;
};

export type TotalReads = {
  /** In no order. */
  paymentTotals(query: TotalsQuery): Promise<PaymentTotals>;
};
