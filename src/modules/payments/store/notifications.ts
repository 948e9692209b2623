import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import { columnsAre, unread } from '../../../store/list-conditions.ts';
import { newestOfEach } from '../../../store/newest-of-each.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { preparedQuery, readRows } from '../../../store/prepared-query.ts';
import type { NotificationQuery, NotificationReads } from '../notifications/notification.ts';
import { notificationOf, summaryOf } from './rows.ts';
import { type NotificationRow, notificationColumns, type SummaryRow, summaryColumns, type Tables } from './tables.ts';
import { isVisibleTo } from './visible-to.ts';

/** The banks' messages, as they are looked for afterwards. */

export function notificationQueries(db: Kysely<Tables>) {
  return {
    storedNotifications: preparedQuery(
      ({ afterId, beforeId, limit }: { afterId: string; beforeId: string; limit: number }) =>
        db
          .selectFrom('notifications')
          .select(notificationColumns)
          .where('outcome', '=', sql.lit('STORED'))
          .where('id', '>', afterId)
          .where('id', '<', beforeId)
          .orderBy('id')
          .limit(limit),
    ),
  };
}

export function createNotificationReads(
  { db, queries }: Preparation<typeof notificationQueries>,
  connection: Connection,
): NotificationReads {
  return {
    notifications: async (query) => {
      const rows = await readRows<SummaryRow>(connection, listNotifications(db, query).compile());
      return rows.map(summaryOf);
    },
    notificationsOfPayments: async (owners, limit) => {
      const of = { table: 'notifications', columns: summaryColumns, owner: 'payment_id', owners, limit } as const;
      return (await newestOfEach<SummaryRow>(db, connection, of)).map(summaryOf);
    },
    wholeNotifications: async (ids) => {
      const query = db.selectFrom('notifications').select(notificationColumns).where('id', 'in', ids);
      return (await readRows<NotificationRow>(connection, query.compile())).map(notificationOf);
    },
    storedNotifications: async (afterId, beforeId, limit) =>
      unread(
        (await queries.storedNotifications(connection, { afterId, beforeId, limit })).rows,
        'received_at',
        notificationOf,
      ),
  };
}

/** A page, newest first, along the index of the filter by outcome or payment. */
export function listNotifications(db: Kysely<Tables>, query: NotificationQuery) {
  const conditions = [
    ...columnsAre<keyof SummaryRow>([
      ['outcome', query.outcome],
      ['payment_id', query.paymentId],
      ['target', query.paymentTarget],
      ['id_societe', query.idSociete],
    ]),
    ...(query.beforeId === null ? [] : [sql<SqlBool>`id < ${query.beforeId}`]),
    ...(query.visibleTo === null ? [] : [isVisible(query.visibleTo)]),
  ];
  return db
    .selectFrom('notifications')
    .select(summaryColumns)
    .where(({ and }) => and(conditions))
    .orderBy('id', 'desc')
    .limit(query.limit);
}

/** The payments in a `case`, so that PostgreSQL looks at the payment of each row and does not join all payments. */
function isVisible({ seesUnassigned, ...payments }: NonNullable<NotificationQuery['visibleTo']>): RawBuilder<SqlBool> {
  const [ofTarget = sql`1 = 1`] = columnsAre<keyof SummaryRow>([['target', payments.targets ?? null]]);
  const [ofSociete = sql`1 = 1`] = columnsAre<keyof SummaryRow>([['id_societe', payments.societes]]);
  const isUnassigned = seesUnassigned ? sql`id_societe is null` : sql`1 = 0`;
  return sql`(case when exists (select 1 from payments
    where payments.id = notifications.payment_id and ${isVisibleTo(payments)}) then 1 else 0 end = 1
    or (payment_id is null and ${ofTarget} and (${ofSociete} or ${isUnassigned})))`;
}
