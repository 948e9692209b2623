import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { WebhookDeliveryStatus } from '../webhook-delivery.ts';

export const waiting = sql.lit('WAITING');

/** So that a list is walked by id along the index of the client's messages, and not sorted. */
export const unindexed = (column: string) => sql<string>`coalesce(${sql.ref(column)}, '')`;

/** As literals: a database takes an index of some rows only where it sees their condition. */
export function isStatus(column: string, status: WebhookDeliveryStatus): RawBuilder<SqlBool> {
  const isSettled = sql<SqlBool>`${sql.ref(column)} = ${sql.lit(status)} and ${sql.ref(column)} <> 'WAITING'`;
  return status === 'WAITING' ? sql<SqlBool>`${sql.ref(column)} = 'WAITING'` : isSettled;
}
