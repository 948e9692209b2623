import type { Kysely } from 'kysely';
import { accountingParts } from '../modules/accounting/store/parts.ts';
import type { Tables as AccountingTables } from '../modules/accounting/store/tables.ts';
import { auditLogParts } from '../modules/audit-log/store/parts.ts';
import type { Tables as AuditLogTables } from '../modules/audit-log/store/tables.ts';
import { bankStatementParts } from '../modules/bank-statements/store/parts.ts';
import type { Tables as BankStatementTables } from '../modules/bank-statements/store/tables.ts';
import { customerParts } from '../modules/customers/store/parts.ts';
import type { Tables as CustomerTables } from '../modules/customers/store/tables.ts';
import { directDebitParts } from '../modules/direct-debits/store/parts.ts';
import { oldestWriteReads } from '../modules/event-log/store/oldest-write.ts';
import { eventLogParts } from '../modules/event-log/store/parts.ts';
import type { Tables as EventLogTables } from '../modules/event-log/store/tables.ts';
import { liveChangeParts } from '../modules/live-changes/store/parts.ts';
import { paymentListParts } from '../modules/payment-lists/store/parts.ts';
import { listQueries } from '../modules/payment-lists/store/reads.ts';
import type { Tables as PaymentListTables } from '../modules/payment-lists/store/tables.ts';
import { paymentParts } from '../modules/payments/store/parts.ts';
import { peopleParts } from '../modules/people/store/parts.ts';
import type { Tables as PeopleTables } from '../modules/people/store/tables.ts';
import { privacyParts } from '../modules/privacy/store/parts.ts';
import { searchParts } from '../modules/search/store/parts.ts';
import { searchQueries } from '../modules/search/store/queries.ts';
import type { Tables as SearchTables } from '../modules/search/store/tables.ts';
import { webhookParts } from '../modules/webhooks/store/parts.ts';
import type { Tables as WebhookTables } from '../modules/webhooks/store/tables.ts';
import { outboxRow } from '../modules/webhooks/store/webhooks.ts';
import { workloadParts } from '../modules/workload/store/parts.ts';
import type { Connection } from '../store/connection.ts';
import { type All, lazyParts } from '../store/lazy-parts.ts';
import { createLeaseWrites, type LeaseTables, leaseQueries } from '../store/leases.ts';
import { type OpenStoreOptions, openStoreWith } from '../store/open-store.ts';
import type { DatabaseKind, Store as StoreOf } from '../store/store.ts';

/** The store of the whole program, joined from the parts that the modules declare. */

export type Tables = CustomerTables &
  PeopleTables &
  BankStatementTables &
  AccountingTables &
  AuditLogTables &
  EventLogTables &
  PaymentListTables &
  SearchTables &
  WebhookTables &
  LeaseTables;

const modules = [
  ...[customerParts, peopleParts, auditLogParts, paymentParts, directDebitParts, bankStatementParts],
  ...[accountingParts, webhookParts, eventLogParts, privacyParts],
] as const;
type Module = (typeof modules)[number];

/** Every query of a fixed shape, the same for both databases; `db` only builds and compiles. */
export const createQueries = (db: Kysely<Tables>) => ({
  ...leaseQueries(db),
  ...(Object.assign({}, ...modules.map(({ createQueries }) => createQueries(db))) as All<
    ReturnType<Module['createQueries']>
  >),
  ...listQueries(db),
  ...searchQueries(db),
});

const reads = [
  ...modules.flatMap((module): readonly Module['reads'][number][] => module.reads),
  ...workloadParts.reads,
  ...liveChangeParts.reads,
];
const writes = [
  createLeaseWrites,
  ...paymentParts.alone,
  ...modules.flatMap((module): readonly Module['writes'][number][] => module.writes),
  ...workloadParts.writes,
];

export function storeParts(db: Kysely<Tables>, kind: DatabaseKind) {
  const preparation = { db, queries: createQueries(db), outboxRow };
  const search = searchParts(kind);
  const lists = paymentListParts(kind);
  const createReads = lazyParts(preparation, [
    ...reads,
    ...lists.reads,
    ...paymentParts.alone,
    ...search.reads,
    oldestWriteReads(kind),
  ]);
  return {
    // All of them at once: they serve as long as the store is open.
    createReads: (connection: Connection) => ({ ...createReads(connection) }),
    createTransaction: lazyParts(preparation, [
      ...reads,
      ...lists.reads,
      ...search.reads,
      ...writes,
      ...lists.writes,
      ...search.writes,
    ]),
  };
}

type Parts = ReturnType<typeof storeParts>;
export type Transaction = ReturnType<Parts['createTransaction']>;
export type Store = StoreOf<ReturnType<Parts['createReads']>, Transaction>;

export const openStore = (options: OpenStoreOptions): Promise<Store> => openStoreWith(storeParts, options);
