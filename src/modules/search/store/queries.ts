import { type Kysely, sql } from 'kysely';
import { paymentTarget } from '../../../kernel/vocabulary.ts';
import { insertRow, preparedQuery } from '../../../store/prepared-query.ts';
import { paymentColumns } from '../../payments/store/payment-row.ts';
import type { Tables } from './tables.ts';

type IdRange = { readonly from: string; readonly below: string; readonly limit: number };

/** Queries of a fixed shape that are the same on both databases. */
export const searchQueries = (db: Kysely<Tables>) => ({
  ...stateQueries(db),
  ...paymentQueries(db),
  ...lookUpQueries(db),
  ...walkQueries(db),
});

function stateQueries(db: Kysely<Tables>) {
  return {
    searchState: preparedQuery((_none: object) =>
      db
        .selectFrom('search_state')
        .select(['version', 'newest', 'oldest', 'queued_until', 'dropped_at'])
        .where('id', '=', sql.lit(1)),
    ),
    lockSearch: preparedQuery((_none: object) =>
      db.updateTable('search_state').set({ turns: sql`turns + 1` }).where('id', '=', sql.lit(1)),
    ),
    searchScopes: preparedQuery(({ after }: { after: number }) =>
      db.selectFrom('search_scopes').select(['id', 'facts']).where('id', '>', after).orderBy('id'),
    ),
    scopeOfFacts: preparedQuery(({ facts }: { facts: string }) =>
      db.selectFrom('search_scopes').select('id').where('facts', '=', facts),
    ),
    lastScope: preparedQuery((_none: object) =>
      db.selectFrom('search_scopes').select('id').where('id', '>', sql.lit(0)).orderBy('id', 'desc').limit(sql.lit(1)),
    ),
    insertScope: insertRow(db, 'search_scopes', ['id', 'facts']),
    queuedKeys: preparedQuery(({ limit }: { limit: number }) =>
      db.selectFrom('search_queue').select(['id', 'key']).where('id', '>', sql.lit(0)).orderBy('id').limit(limit),
    ),
    queueKey: preparedQuery(({ key }: { key: string }) => db.insertInto('search_queue').values({ key })),
    removeQueued: preparedQuery(({ id }: { id: number }) => db.deleteFrom('search_queue').where('id', '=', id)),
  };
}

function paymentQueries(db: Kysely<Tables>) {
  const between = (after: string, until: string) =>
    db.selectFrom('payments').where('id', '>', after).where('id', '<=', until);
  return {
    paymentsToIndex: preparedQuery(({ after, until, limit }: { after: string; until: string; limit: number }) =>
      between(after, until).select(paymentColumns).orderBy('id').limit(limit),
    ),
    olderPayments: preparedQuery(({ before, limit }: { before: string; limit: number }) =>
      db.selectFrom('payments').select(paymentColumns).where('id', '<', before).orderBy('id', 'desc').limit(limit),
    ),
    placeOfPayment: preparedQuery(({ after, until, offset }: { after: string; until: string; offset: number }) =>
      between(after, until).select('id').orderBy('id').offset(offset).limit(sql.lit(1)),
    ),
    lastPaymentOf: preparedQuery(({ after, until }: { after: string; until: string }) =>
      between(after, until).select('id').orderBy('id', 'desc').limit(sql.lit(1)),
    ),
    missingPayments: preparedQuery(({ after, until }: { after: string; until: string }) =>
      between(after, until)
        .select(paymentColumns)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('search_documents').select('n').whereRef('search_documents.key', '=', 'payments.id'))),
        )
        .orderBy('id'),
    ),
  };
}

function lookUpQueries(db: Kysely<Tables>) {
  return {
    // The unique key names target and mode first: each pair is one step along its index.
    paymentsOfTransaction: preparedQuery(({ transaction, limit }: { transaction: string; limit: number }) =>
      db
        .selectFrom('bank_transactions')
        .innerJoin('payment_attempts', 'payment_attempts.id', 'bank_transactions.attempt_id')
        .select('payment_attempts.payment_id as id')
        .where(
          'target',
          'in',
          paymentTarget.names.map((name) => sql.lit(name)),
        )
        .where('run_mode', 'in', [sql.lit('LIVE'), sql.lit('TEST')])
        .where('bank_transactions.bank_transaction', '=', transaction)
        .limit(limit),
    ),
    paymentsReferenced: preparedQuery(({ from, below, limit }: IdRange) =>
      db
        .selectFrom('payments')
        .select('id')
        .where('reference', '>=', from)
        .where('reference', '<', below)
        .orderBy('reference')
        .limit(limit),
    ),
    idsFrom_pay: idsFrom(db, 'payments'),
    idsFrom_mdt: idsFrom(db, 'mandates'),
    idsFrom_bkx: idsFrom(db, 'bank_exceptions'),
    idsFrom_bat: idsFrom(db, 'direct_debit_batches'),
    idsFrom_jrn: idsFrom(db, 'journal_entries'),
    idsFrom_msg: idsFrom(db, 'webhook_deliveries'),
  };
}

type TableOfIds =
  | 'payments'
  | 'mandates'
  | 'bank_exceptions'
  | 'direct_debit_batches'
  | 'journal_entries'
  | 'webhook_deliveries';

/** Each of them has its id in the same column. */
const asPayments = (table: TableOfIds) => table as 'payments';

const idsFrom = (db: Kysely<Tables>, table: TableOfIds) =>
  preparedQuery(({ from, below, limit }: IdRange) =>
    db
      .selectFrom(asPayments(table))
      .select('id')
      .where('id', '>=', from)
      .where('id', '<', below)
      .orderBy('id', 'desc')
      .limit(limit),
  );

/** Objects from before the index. Each query continues after a key. */
function walkQueries(db: Kysely<Tables>) {
  const after = (table: TableOfIds) =>
    preparedQuery((page: { id: string; limit: number }) =>
      db.selectFrom(asPayments(table)).select('id').where('id', '>', page.id).orderBy('id').limit(page.limit),
    );
  return {
    batchesAfter: after('direct_debit_batches'),
    exceptionsAfter: after('bank_exceptions'),
    mandatesAfter: after('mandates'),
    entriesAfter: preparedQuery((page: { id: string; limit: number }) =>
      db
        .selectFrom('journal_entries')
        .select(['id', 'payment_id'])
        .where('id', '>', page.id)
        .orderBy('id')
        .limit(page.limit),
    ),
    customersAfter: preparedQuery((page: { idSociete: string; idClient: string; limit: number }) =>
      db
        .selectFrom('customers')
        .select(['id_societe', 'id_client'])
        .where(sql<boolean>`(id_societe, id_client) > (${page.idSociete}, ${page.idClient})`)
        .orderBy('id_societe')
        .orderBy('id_client')
        .limit(page.limit),
    ),
  };
}
