import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { columnsAre } from '../../../store/list-conditions.ts';
import type { VisibleTo } from '../may-see.ts';
import type { PaymentRow } from './payment-row.ts';

/** Whether a row of `payments` is one that the caller sees, by the rule of `maySee`. */
export function isVisibleTo({ client, societes, origins, targets, runModes }: VisibleTo): RawBuilder<SqlBool> {
  const among = columnsAre<keyof PaymentRow>([
    ['id_societe', societes],
    ['id_origin', origins],
    ['payment_target', targets ?? null],
    ['effective_run_mode', runModes ?? null],
  ]);
  const bySight = sql<SqlBool>`(${sql.join([sql`1 = 1`, ...among], sql` and `)})`;
  return client === null ? bySight : sql<SqlBool>`(client = ${client} or ${bySight})`;
}
