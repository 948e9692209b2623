import type { Tables as PaymentTables } from '../../payments/store/tables.ts';

/** A payment as lists find it. All but the status and the due date stay as they are. */
export type ListRow = {
  readonly id: string;
  readonly client: string;
  readonly effective_run_mode: string;
  readonly payment_target: string;
  readonly payment_type: string;
  readonly id_origin: string;
  readonly id_societe: string;
  readonly mandate: string | null;
  readonly amount_cents: number;
  readonly created_at: number;
  readonly status: string;
  readonly due_date: string | null;
};

/** What the payments of a day in Paris have in common, their number and their sum. */
export type DayRow = Pick<
  ListRow,
  'effective_run_mode' | 'id_societe' | 'client' | 'id_origin' | 'payment_target' | 'payment_type' | 'status'
> & { readonly day: string; readonly payments: number; readonly cents: number };

export type Tables = PaymentTables & { readonly payment_list: ListRow; readonly payment_days: DayRow };
