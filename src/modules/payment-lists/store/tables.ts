import type { PaymentRow } from '../../payments/store/payment-row.ts';
import type { Tables as PaymentTables } from '../../payments/store/tables.ts';
import type { dayColumns } from './days.ts';

type DayColumn = (typeof dayColumns)[number];

/** A payment as lists find it. All but the status and the due date stay as they are. */
export type ListRow = Pick<PaymentRow, DayColumn | 'id' | 'mandate' | 'amount_cents' | 'created_at'> & {
  readonly due_date: string | null;
};

/** What the payments of a day in Paris have in common, their number and their sum. */
export type DayRow = Pick<PaymentRow, DayColumn> & {
  readonly day: string;
  readonly payments: number;
  readonly cents: number;
};

export type Tables = PaymentTables & { readonly payment_list: ListRow; readonly payment_days: DayRow };
