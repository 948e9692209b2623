import type { Kysely } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import { first, statementOf } from '../../../store/kept-query.ts';
import { lazily } from '../../../store/lazily.ts';
import { createJournalReads } from '../../accounting/store/journal.ts';
import { createBankEntryReads } from '../../bank-statements/store/bank-entries.ts';
import { createBankExceptionReads } from '../../bank-statements/store/bank-exceptions.ts';
import { createBankFileReads } from '../../bank-statements/store/bank-files.ts';
import { createBankMatchReads } from '../../bank-statements/store/bank-matches.ts';
import { createCustomerReads } from '../../customers/store/customers.ts';
import { createDirectDebitReads } from '../../direct-debits/store/direct-debits.ts';
import { createMandateReads } from '../../direct-debits/store/mandates.ts';
import { createLedgerReads } from '../../event-log/store/ledger.ts';
import { createPersonReads } from '../../privacy/store/privacy.ts';
import { createRetentionReads } from '../../privacy/store/retention.ts';
import { createWebhookReads } from '../../webhooks/store/webhooks.ts';
import type { PaymentReads, Reads } from '../store.ts';
import { createClockReads } from './clock-walks.ts';
import { listPayments } from './list-payments.ts';
import { createNotificationReads } from './notifications.ts';
import { createOperationReads } from './operations.ts';
import { type Queries, versionsPerQuery } from './queries.ts';
import { createActionReads } from './recorded-actions.ts';
import { createReportReads } from './reported-payments.ts';
import { attemptOf, eventOf, notificationOf, paymentOf } from './rows.ts';
import type { PaymentRow, Tables } from './tables.ts';
import { createUnverifiedReads } from './unverified-notifications.ts';

/** What the functions of a store are made from: its queries, and that which builds the ones of no fixed shape. */
export type Preparation = { readonly db: Kysely<Tables>; readonly queries: Queries };

/** The functions that only read, in parts. */
export function readParts(preparation: Preparation) {
  const { queries } = preparation;
  return [
    (connection: Connection) => createWebhookReads(preparation, connection),
    (connection: Connection) => createPersonReads(preparation, connection),
    (connection: Connection) => createCustomerReads(preparation, connection),
    (connection: Connection) => createLedgerReads(preparation, connection),
    (connection: Connection) => createNotificationReads(preparation, connection),
    (connection: Connection) => createUnverifiedReads(queries, connection),
    (connection: Connection) => createRetentionReads(queries, connection),
    (connection: Connection) => createMandateReads(preparation, connection),
    (connection: Connection) => createJournalReads(preparation, connection),
    (connection: Connection) => createDirectDebitReads(preparation, connection),
    (connection: Connection) => createBankFileReads(preparation, connection),
    (connection: Connection) => createBankEntryReads(preparation, connection),
    (connection: Connection) => createBankExceptionReads(preparation, connection),
    (connection: Connection) => createBankMatchReads(preparation, connection),
    (connection: Connection) => createOperationReads(preparation, connection),
    (connection: Connection) => createClockReads(preparation, connection),
    (connection: Connection) => createReportReads(preparation, connection),
    (connection: Connection) => createActionReads(preparation, connection),
    (connection: Connection) => createPaymentReads(preparation, connection),
  ] as const;
}

export function createReads(preparation: Preparation, connection: Connection): Reads {
  return { ...lazily(readParts(preparation))(connection) };
}

function createPaymentReads(
  { db, queries }: Preparation,
  connection: Connection,
): Omit<PaymentReads, 'paymentsOfPerson' | 'notificationsBehind'> {
  return {
    paymentById: async (id) => first(await queries.paymentById(connection, { id }), paymentOf),
    paymentByReference: async (reference) =>
      first(await queries.paymentByReference(connection, { reference }), paymentOf),
    paymentByToken: async (token) => first(await queries.paymentByToken(connection, { token }), paymentOf),
    paymentByDerivedKey: async (derivedKey) =>
      first(await queries.paymentByDerivedKey(connection, { derivedKey }), paymentOf),
    idempotencyKey: async (scope, key) => {
      const [row] = (await queries.idempotencyKey(connection, { scope, key })).rows;
      return row === undefined ? null : { fingerprint: row.fingerprint, paymentId: row.payment_id };
    },
    versionsOf: (ids) => readVersions({ db, queries }, connection, ids),
    payments: async (query) => {
      const listing = listPayments(db, query);
      if (listing === null) return [];
      const { rows } = await connection.execute<PaymentRow>(statementOf(listing.compile()));
      return rows.map(paymentOf);
    },
    attemptsOf: async (paymentId) => (await queries.attemptsOf(connection, { paymentId })).rows.map(attemptOf),
    lastAttemptOf: async (paymentId) => first(await queries.lastAttemptOf(connection, { paymentId }), attemptOf),
    attemptByReference: async (target, reference) =>
      first(await queries.attemptByReference(connection, { target, reference }), attemptOf),
    eventsOf: async (paymentId, afterSequence, limit) =>
      (await queries.eventsOf(connection, { paymentId, afterSequence, limit })).rows.map(eventOf),
    notification: async (id) => first(await queries.notification(connection, { id }), notificationOf),
  };
}

async function readVersions(
  { queries }: Preparation,
  connection: Connection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const versions = new Map<string, number>();
  for (let start = 0; start < ids.length; start += versionsPerQuery) {
    const some = Object.fromEntries(
      Array.from({ length: versionsPerQuery }, (_, index) => [index, ids[start + index] ?? '']),
    );
    for (const { id, version } of (await queries.versionsOf(connection, some)).rows) versions.set(id, version);
  }
  return versions;
}
