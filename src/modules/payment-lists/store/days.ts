import { sql } from 'kysely';
import type { DayRow } from './tables.ts';

/** By what the payments of a day are counted apart. */
export const dayColumns = [
  'effective_run_mode',
  'id_societe',
  'client',
  'id_origin',
  'payment_target',
  'payment_type',
  'status',
] as const satisfies readonly (keyof DayRow)[];

/** A day in Paris begins at a quarter of an hour in UTC, so the database counts by these. */
export const quarterMs = 900_000;
export const quarterOf = sql<number>`created_at / ${sql.lit(quarterMs)}`;
