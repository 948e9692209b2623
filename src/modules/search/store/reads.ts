import assert from 'node:assert/strict';
import type { Connection } from '../../../store/connection.ts';
import { unread } from '../../../store/list-conditions.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { paymentOf } from '../../payments/store/payment-row.ts';
import type { SearchReads, SearchScope } from '../search-document.ts';
import type { searchQueries } from './queries.ts';

type CommonReads = Omit<SearchReads, 'searchWords'>;

export function createSearchReads({ queries }: Preparation<typeof searchQueries>, connection: Connection): CommonReads {
  return {
    searchState: async () => {
      const [row] = (await queries.searchState(connection, {})).rows;
      assert(row, 'the migration made the state of the index');
      const { version, newest, oldest, queued_until: queuedUntil, dropped_at: droppedAt } = row;
      return { version, newest, oldest, queuedUntil, droppedAt };
    },
    searchScopes: async (after) =>
      (await queries.searchScopes(connection, { after })).rows.map(({ id, facts }) => ({
        id,
        scope: JSON.parse(facts) as SearchScope,
      })),
    idsFrom: async (kind, beginning, limit) =>
      (await queries[`idsFrom_${kind}`](connection, { ...rangeOf(beginning), limit })).rows.map(({ id }) => id),
    paymentsReferenced: async (beginning, limit) =>
      (await queries.paymentsReferenced(connection, { ...rangeOf(beginning), limit })).rows.map(({ id }) => id),
    paymentsOfTransaction: async (transaction, limit) => {
      const { rows } = await queries.paymentsOfTransaction(connection, { transaction, limit });
      return [...new Set(rows.map(({ id }) => id))];
    },
    paymentsToIndex: async (after, until, limit) =>
      unread((await queries.paymentsToIndex(connection, { after, until, limit })).rows, 'created_at', paymentOf),
    olderPayments: async (before, limit) =>
      unread((await queries.olderPayments(connection, { before, limit })).rows, 'created_at', paymentOf),
    lastPaymentOf: async (after, until, limit) => {
      const [full] = (await queries.placeOfPayment(connection, { after, until, offset: limit - 1 })).rows;
      if (full) return full.id;
      return (await queries.lastPaymentOf(connection, { after, until })).rows[0]?.id ?? null;
    },
    missingPayments: async (after, until) =>
      unread((await queries.missingPayments(connection, { after, until })).rows, 'created_at', paymentOf),
    queuedKeys: async (limit) => (await queries.queuedKeys(connection, { limit })).rows,
  };
}

/** All texts with this beginning: no id, reference or word has a character above `z`. */
export const rangeOf = (beginning: string): { readonly from: string; readonly below: string } => ({
  from: beginning,
  below: `${beginning}{`,
});
