import { sql } from 'kysely';
import type { PaymentRow } from '../../payments/store/payment-row.ts';

/** By what the payments of a day are counted apart. */
export const dayColumns = [
  ...(['effective_run_mode', 'id_societe', 'client', 'id_origin', 'payment_target', 'payment_type'] as const),
  'status',
] as const satisfies readonly (keyof PaymentRow)[];

/** A day in Paris begins at a quarter of an hour in UTC, so the database counts by these. */
export const quarterMs = 900_000;
export const quarterOf = sql<number>`created_at / ${sql.lit(quarterMs)}`;
