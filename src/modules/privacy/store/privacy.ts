import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import { readRows, statementOf } from '../../../store/prepared-query.ts';
import { type PaymentRow, paymentColumns, paymentOf } from '../../payments/store/payment-row.ts';
import { notificationOf } from '../../payments/store/rows.ts';
import { type NotificationRow, notificationColumns, type Tables } from '../../payments/store/tables.ts';
import type { ErasureWrites, Person, PersonReads } from '../ports.ts';

/** Reads and erases one person's data. The queries are rare, so they are built for each call. */

export function createPersonReads({ db }: { readonly db: Kysely<Tables> }, connection: Connection): PersonReads {
  return {
    paymentsOfPerson: async (person, afterId, limit) => {
      const page = db.selectFrom('payments').select(paymentColumns).where('id', '>', afterId).orderBy('id');
      const query = page.where((builder) => builder.and(conditionsOf(person))).limit(limit);
      return (await readRows<PaymentRow>(connection, query.compile())).map(paymentOf);
    },
    notificationsBehind: async (afterId, limit) => {
      const query = db
        .selectFrom('notifications')
        .select([...notificationColumns, 'erased_at'])
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit);
      const rows = await readRows<NotificationRow & { readonly erased_at: number | null }>(connection, query.compile());
      return rows.map((row) => ({ ...notificationOf(row), erasedAt: row.erased_at }));
    },
  };
}

function conditionsOf(person: Person) {
  if ('email' in person) return [sql<boolean>`lower(email) = ${person.email.toLowerCase()}`];
  const { idClient, idSociete } = person;
  return [
    sql<boolean>`id_client = ${idClient}`,
    ...(idSociete === null ? [] : [sql<boolean>`id_societe = ${idSociete}`]),
  ];
}

export function createErasure({ db }: { readonly db: Kysely<Tables> }, connection: Connection): ErasureWrites {
  return {
    erasePayer: async (id, version, { email, idClient, derivedKey, updatedAt, erasedAt }) => {
      const update = db
        .updateTable('payments')
        .set({
          email,
          ...(idClient !== null && { id_client: idClient }),
          commentaire: null,
          payer: null,
          return_url: null,
          derived_key: derivedKey,
          version: version + 1,
          updated_at: updatedAt,
          payer_erased_at: erasedAt,
        })
        .where('id', '=', id)
        .where('version', '=', version);
      return (await connection.execute(statementOf(update.compile()))).changes === 1;
    },
  };
}
