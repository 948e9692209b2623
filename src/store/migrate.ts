import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { type MigrationState, readMigrationState } from './migration-state.ts';
import { createPayments } from './migrations/0001-payments.ts';
import { createLeases } from './migrations/0002-leases.ts';
import { createWebhooks } from './migrations/0003-webhooks.ts';
import { createLedgerAnchors } from './migrations/0004-ledger-anchors.ts';
import { createCustomers } from './migrations/0005-customers.ts';
import { createRetention } from './migrations/0006-retention.ts';
import { createMandates } from './migrations/0007-mandates.ts';
import { createJournal } from './migrations/0008-journal.ts';
import { createBankFiles } from './migrations/0009-bank-files.ts';
import { createDirectDebits } from './migrations/0010-direct-debits.ts';
import { createOperations } from './migrations/0012-operations.ts';
import { createBankStatements } from './migrations/0015-bank-statements.ts';
import { createDueOperations } from './migrations/0017-due-operations.ts';
import { keepKeysTogether } from './migrations/0019-local-keys.ts';
import { createPrivacy } from './migrations/0022-privacy.ts';
import { createVisibleLists } from './migrations/0024-visible-lists.ts';
import { createTestLists } from './migrations/0025-test-lists.ts';
import { createSuspense } from './migrations/0026-suspense.ts';
import { createLostInquiries } from './migrations/0027-lost-inquiries.ts';
import { createPresentedDebits } from './migrations/0028-presented-debits.ts';
import { createStatementDays } from './migrations/0029-statement-days.ts';
import { createSubmittedPayments } from './migrations/0030-submitted-payments.ts';
import { createContractTransactions } from './migrations/0031-contract-transactions.ts';
import { createReportedPayments } from './migrations/0032-reported-payments.ts';
import { createFormsGiven } from './migrations/0033-forms-given.ts';
import { createEntryFacts } from './migrations/0036-entry-facts.ts';
import { createConfirmedBankFiles } from './migrations/0037-confirmed-bank-files.ts';
import { createRefundCeilings } from './migrations/0038-refund-ceilings.ts';
import { createRecordedActions } from './migrations/0039-recorded-actions.ts';
import { createUnverifiedNotifications } from './migrations/0040-unverified-notifications.ts';
import { createWriteProbes } from './migrations/0041-write-probes.ts';
import { createNamedOperators } from './migrations/0042-named-operators.ts';
import { createSameEntries } from './migrations/0044-same-entries.ts';
import { createMandateEventIds } from './migrations/0046-mandate-event-ids.ts';
import { createReconciliation } from './migrations/0047-reconciliation.ts';
import { createFewerTrees } from './migrations/0048-fewer-trees.ts';
import { createPaymentLists } from './migrations/0050-payment-lists.ts';
import { createReviewedPayments } from './migrations/0051-reviewed-payments.ts';
import { createPeople } from './migrations/0053-people.ts';
import { createUsedUpProofs } from './migrations/0054-used-up-proofs.ts';
import { createSearch } from './migrations/0055-search.ts';
import { createSearchQueue } from './migrations/0056-search-queue.ts';
import { createAuditLog } from './migrations/0057-audit-log.ts';
import { createApprovals } from './migrations/0058-approvals.ts';
import { createApprovalKinds } from './migrations/0059-approval-kinds.ts';
import { createPartsOfFiles } from './migrations/0060-parts-of-files.ts';
import { createJournalLists, journalListIndexes } from './migrations/0061-journal-lists.ts';
import { createSavedViews } from './migrations/0062-saved-views.ts';
import { createPaymentKinds, paymentKindIndexes } from './migrations/0063-payment-kinds.ts';
import { createContracted } from './migrations/0065-contracted.ts';
import { createWithdrawnApprovals } from './migrations/0068-withdrawn-approvals.ts';
import { createLighterCopies } from './migrations/0069-lighter-copies.ts';
import { createFewerLists } from './migrations/0071-fewer-lists.ts';
import { createOperationsNotShown } from './migrations/0072-operations-not-shown.ts';
import { createRateLimits } from './migrations/0073-rate-limits.ts';
import { createBatchesToHandOver } from './migrations/0074-batches-to-hand-over.ts';
import { contradictionIndex, createContradictions } from './migrations/0075-contradictions.ts';
import { createBooksThatWait, postingIndexes } from './migrations/0076-books-that-wait.ts';
import { createPausedAddresses } from './migrations/0077-paused-addresses.ts';
import { createTriedWebhooks, triedWebhooksIndex } from './migrations/0078-tried-webhooks.ts';
import { createBanksWord } from './migrations/0079-banks-word.ts';
import { createRestores } from './migrations/0080-restores.ts';
import type { IndexBuild } from './migrations/index-build.ts';
import type { DatabaseKind } from './migrations/table.ts';

/** Forward only, in this order, each once. A released migration is never edited. */
const migrations: Readonly<Record<string, (kind: DatabaseKind) => Migration>> = {
  '0001-payments': createPayments,
  '0002-leases': createLeases,
  '0003-webhooks': createWebhooks,
  '0004-ledger-anchors': createLedgerAnchors,
  '0005-customers': createCustomers,
  '0006-retention': createRetention,
  '0007-mandates': createMandates,
  '0008-journal': createJournal,
  '0009-bank-files': createBankFiles,
  '0010-direct-debits': createDirectDebits,
  '0012-operations': createOperations,
  '0015-bank-statements': createBankStatements,
  '0017-due-operations': createDueOperations,
  '0019-local-keys': () => keepKeysTogether,
  '0022-privacy': createPrivacy,
  '0024-visible-lists': createVisibleLists,
  '0025-test-lists': createTestLists,
  '0026-suspense': createSuspense,
  '0027-lost-inquiries': createLostInquiries,
  '0028-presented-debits': createPresentedDebits,
  '0029-statement-days': createStatementDays,
  '0030-submitted-payments': createSubmittedPayments,
  '0031-contract-transactions': createContractTransactions,
  '0032-reported-payments': createReportedPayments,
  '0033-forms-given': createFormsGiven,
  '0036-entry-facts': createEntryFacts,
  '0037-confirmed-bank-files': createConfirmedBankFiles,
  '0038-refund-ceilings': createRefundCeilings,
  '0039-recorded-actions': createRecordedActions,
  '0040-unverified-notifications': createUnverifiedNotifications,
  '0041-write-probes': createWriteProbes,
  '0042-named-operators': createNamedOperators,
  '0044-same-entries': createSameEntries,
  '0046-mandate-event-ids': createMandateEventIds,
  '0047-reconciliation': createReconciliation,
  '0048-fewer-trees': createFewerTrees,
  '0050-payment-lists': createPaymentLists,
  '0051-reviewed-payments': createReviewedPayments,
  '0053-people': createPeople,
  '0054-used-up-proofs': createUsedUpProofs,
  '0055-search': createSearch,
  '0056-search-queue': createSearchQueue,
  '0057-audit-log': createAuditLog,
  '0058-approvals': createApprovals,
  '0059-approval-kinds': createApprovalKinds,
  '0060-parts-of-files': createPartsOfFiles,
  '0061-journal-lists': createJournalLists,
  '0062-saved-views': createSavedViews,
  '0063-payment-kinds': createPaymentKinds,
  '0065-contracted': createContracted,
  '0068-withdrawn-approvals': createWithdrawnApprovals,
  '0069-lighter-copies': createLighterCopies,
  '0071-fewer-lists': createFewerLists,
  '0072-operations-not-shown': createOperationsNotShown,
  '0073-rate-limits': createRateLimits,
  '0074-batches-to-hand-over': createBatchesToHandOver,
  '0075-contradictions': createContradictions,
  '0076-books-that-wait': createBooksThatWait,
  '0077-paused-addresses': createPausedAddresses,
  '0078-tried-webhooks': createTriedWebhooks,
  '0079-banks-word': createBanksWord,
  '0080-restores': createRestores,
};

/**
 * Migrations that remove what older gateways need. On PostgreSQL those may still work, so a database that is not new gets
 * them by a command of its own.
 */
const contractions: readonly string[] = ['0065-contracted', '0069-lighter-copies', '0071-fewer-lists'];

/**
 * Indexes of large tables, which PostgreSQL builds while older gateways write, before the transaction that changes the
 * rest. Their migration leaves them alone then.
 */
export const builtBeforehand: Readonly<Record<string, readonly IndexBuild[]>> = {
  '0061-journal-lists': journalListIndexes,
  '0063-payment-kinds': paymentKindIndexes,
  '0075-contradictions': [contradictionIndex],
  '0076-books-that-wait': postingIndexes,
  '0078-tried-webhooks': [triedWebhooksIndex],
};

const migrationNames: readonly string[] = Object.keys(migrations);

const numberOf = (name: string): string => name.slice(0, 4);
const newest = (names: readonly string[]): string => names.map(numberOf).toSorted().at(-1) ?? '';

/** The connections of a gateway have its newest migration in their name, so that `db contract` finds older ones. */
export const gatewayName = `reglement ${newest(migrationNames)}`;
/** Gateways that know it work without what it removes. */
export const contractingShape = newest(contractions);

export type DatabaseState = MigrationState & {
  /** What is left to remove once no older gateway works. It stops no gateway. */
  readonly contractions: readonly string[];
};

/** How far a database has come. @throws DatabaseProblem where it is not one of ours, or a newer one. */
export async function migrationStateOf(kind: DatabaseKind, db: Kysely<unknown>): Promise<DatabaseState> {
  const { applied, pending } = await readMigrationState(kind, db, migrationNames);
  const waits = (name: string): boolean => kind === 'postgres' && applied.length > 0 && contractions.includes(name);
  return { applied, pending: pending.filter((name) => !waits(name)), contractions: pending.filter(waits) };
}

/**
 * Brings a database to the current schema: all missing migrations in one transaction, or none. If none is missing
 * nothing is written, so a database user without the right to change tables can start a gateway.
 * @throws DatabaseProblem
 */
export async function migrateToLatest(
  kind: DatabaseKind,
  db: Kysely<unknown>,
  { contracts = false }: { readonly contracts?: boolean } = {},
): Promise<void> {
  const state = await migrationStateOf(kind, db);
  const left = contracts ? [] : state.contractions;
  if (state.pending.length + state.contractions.length === left.length) return;
  const wanted = Object.entries(migrations).filter(([name]) => !left.includes(name));
  const provider = {
    getMigrations: async () =>
      Object.fromEntries(wanted.map(([name, create]) => [name, unlimited(kind, create(kind))])),
  };
  // A database of a development version may have a later one already.
  const { error } = await new Migrator({ db, provider, allowUnorderedMigrations: true }).migrateToLatest();
  if (error === undefined) return;
  const reason = error instanceof Error ? error.message : 'for an unknown reason';
  throw new Error(`The database could not be brought to the present shape: ${reason}`, { cause: error });
}

/** Making an index may take longer than the database lets this user's statements take. */
const unlimited = (kind: DatabaseKind, migration: Migration): Migration => ({
  ...migration,
  up: async (db) => {
    if (kind === 'postgres') await sql`set local statement_timeout = 0`.execute(db);
    await migration.up(db);
  },
});
