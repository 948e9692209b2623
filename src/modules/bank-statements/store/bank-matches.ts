import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, insertRow, preparedQuery } from '../../../store/prepared-query.ts';
import { paymentColumns, paymentOf } from '../../payments/store/payment-row.ts';
import type { BankImportReads, BankImportWrites } from '../bank-import-store.ts';
import type { Tables } from './tables.ts';

/** Candidate payments of money on an account, and whether all of the account's statements are there. */

type Awaited = Parameters<BankImportReads['awaitedPayments']>[0];

export function bankMatchQueries(db: Kysely<Tables>) {
  return {
    openCentsOfBlock: preparedQuery(({ blockId }: { blockId: string }) =>
      db
        .selectFrom('direct_debits')
        .select(sql<number>`cast(coalesce(sum(amount_cents), 0) as bigint)`.as('cents'))
        .where('block_id', '=', blockId)
        // At the bank; or of a cancelled batch, while it waits for another one.
        .where(({ or, eb, exists, selectFrom }) =>
          or([
            eb('direct_debits.state', '=', sql.lit('BATCHED')),
            eb('direct_debits.state', '=', sql.lit('WITHDRAWN')).and(
              exists(
                selectFrom('direct_debits as later')
                  .select('later.payment_id')
                  .whereRef('later.payment_id', '=', 'direct_debits.payment_id')
                  // No plain column: SQLite would go along every debit of this state, for each of the block.
                  .where(sql<boolean>`coalesce(later.state, '') = 'WAITING'`),
              ),
            ),
          ]),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('bank_entries')
                .select('bank_entries.id')
                .whereRef('bank_entries.payment_id', '=', 'direct_debits.payment_id')
                .where('bank_entries.direction', '=', sql.lit('CREDIT'))
                .where('bank_entries.outcome', '=', sql.lit('APPLIED')),
            ),
          ),
        ),
    ),
    insertBankStatement: insertRow(db, 'bank_statements', ['iban', 'number', 'day', 'file_id']),
    lastStatementUpTo: preparedQuery((of: { iban: string; number: number; from: string; until: string }) =>
      db
        .selectFrom('bank_statements')
        .select(['number', 'day'])
        .where('iban', '=', of.iban)
        .where('number', '<=', of.number)
        .where('day', '>=', of.from)
        .where('day', '<=', of.until)
        .orderBy('number', 'desc')
        .orderBy('day', 'desc')
        .limit(sql.lit(1)),
    ),
    ...awaitedQueries(db),
  };
}

function awaitedQueries(db: Kysely<Tables>) {
  const ofAmount = (of: Awaited) =>
    db
      .selectFrom('payments')
      .select(paymentColumns)
      .where('id_societe', '=', of.idSociete)
      .where('amount_cents', '=', of.amountCents)
      .where('effective_run_mode', '=', of.runMode)
      .orderBy('id', 'desc')
      .limit(of.limit);
  // As in the partial indexes.
  return {
    awaitedTransfers: preparedQuery((of: Awaited) =>
      ofAmount(of).where('flow', '=', sql.lit('BANK_TRANSFER')).where('status', '=', sql.lit('REQUIRES_ACTION')),
    ),
    awaitedDebits: preparedQuery((of: Awaited) =>
      ofAmount(of)
        .where('flow', 'in', [sql.lit('DIRECT_DEBIT'), sql.lit('HOSTED_PAGE_MANDATE')])
        .where('status', 'in', [sql.lit('PENDING'), sql.lit('SUBMITTED')]),
    ),
  };
}

export function createBankMatchReads(
  { queries }: Preparation<typeof bankMatchQueries>,
  connection: Connection,
): Pick<BankImportReads, 'awaitedPayments'> {
  return {
    awaitedPayments: async (of) => {
      const transfers = (await queries.awaitedTransfers(connection, of)).rows;
      const debits = (await queries.awaitedDebits(connection, of)).rows;
      return [...transfers, ...debits].slice(0, of.limit).map(paymentOf);
    },
  };
}

export type BankMatchWrites = Pick<BankImportWrites, 'openCentsOfBlock' | 'insertBankStatement' | 'lastStatementUpTo'>;

export function createBankMatchWrites(
  { queries }: Preparation<typeof bankMatchQueries>,
  connection: Connection,
): BankMatchWrites {
  return {
    openCentsOfBlock: async (blockId) => (await queries.openCentsOfBlock(connection, { blockId })).rows[0]?.cents ?? 0,
    insertBankStatement: ({ fileId, ...statement }) =>
      done(queries.insertBankStatement(connection, { ...statement, file_id: fileId })),
    lastStatementUpTo: async (of) =>
      first(await queries.lastStatementUpTo(connection, of), (row) => ({ iban: of.iban, ...row })),
  };
}
