import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import { newestOfEach } from '../../../store/newest-of-each.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { preparedQuery, readRows } from '../../../store/prepared-query.ts';
import type { NotificationQuery, NotificationReads } from '../notifications/notification.ts';
import { notificationOf, summaryOf } from './rows.ts';
import { type NotificationRow, notificationColumns, type SummaryRow, summaryColumns, type Tables } from './tables.ts';

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
      (await queries.storedNotifications(connection, { afterId, beforeId, limit })).rows.map(notificationOf),
  };
}

/** A page, newest first, along the index of the filter by outcome or payment. */
export function listNotifications(db: Kysely<Tables>, query: NotificationQuery) {
  return db
    .selectFrom('notifications')
    .leftJoin('payments', 'payments.id', 'notifications.payment_id')
    .select(summaryColumns.map((column) => `notifications.${column}` as const))
    .where((builder) => matches(builder, query))
    .orderBy('notifications.id', 'desc')
    .limit(query.limit);
}

type Builder = ExpressionBuilder<Pick<Tables, 'notifications' | 'payments'>, 'notifications' | 'payments'>;
type Column = keyof SummaryRow;

function matches(builder: Builder, query: NotificationQuery) {
  const equal = (column: Column, value: string | null) =>
    value === null ? [] : [builder(`notifications.${column}`, '=', value)];
  return builder.and([
    ...(query.beforeId === null ? [] : [builder('notifications.id', '<', query.beforeId)]),
    ...equal('outcome', query.outcome),
    ...equal('payment_id', query.paymentId),
    ...equal('target', query.paymentTarget),
    ...equal('id_societe', query.idSociete),
    ...(query.visibleTo === null ? [] : [isVisible(builder, query.visibleTo)]),
  ]);
}

function isVisible(builder: Builder, visibleTo: NonNullable<NotificationQuery['visibleTo']>) {
  const { client, societes, origins, targets, runModes, seesUnassigned } = visibleTo;
  type Among =
    | `payments.${'id_societe' | 'id_origin' | 'payment_target' | 'effective_run_mode'}`
    | 'notifications.target';
  const among = (column: Among, values: readonly string[] | null) =>
    values === null ? [] : [builder(column, 'in', values.length === 0 ? [''] : [...values])];
  const ofPayment = builder.or([
    ...(client === null ? [] : [builder('payments.client', '=', client)]),
    builder.and([
      builder('payments.id', 'is not', null),
      ...among('payments.id_societe', societes),
      ...among('payments.id_origin', origins),
      ...among('payments.payment_target', targets),
      ...among('payments.effective_run_mode', runModes),
    ]),
  ]);
  const ofSociete = builder.or([
    ...(societes === null ? [builder('notifications.id', 'is not', null)] : []),
    ...(societes === null || societes.length === 0 ? [] : [builder('notifications.id_societe', 'in', [...societes])]),
    ...(seesUnassigned ? [builder('notifications.id_societe', 'is', null)] : []),
  ]);
  const ofNoPayment = builder.and([
    builder('notifications.payment_id', 'is', null),
    ...among('notifications.target', targets),
    ofSociete,
  ]);
  return builder.or([ofPayment, ofNoPayment]);
}
