import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/**
 * When the bank showed that it has the file of a batch. An older gateway leaves it empty: then the next word of the bank
 * counts. It is filled where what is stored is certain, and where someone asks: of files that no one has downloaded.
 */
export const createBanksWord = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const { integer } = tableWords[kind];
    await db.schema.alterTable('direct_debit_batches').addColumn('bank_showed_at', integer).execute();
    await fillFromClosing(db);
    await fillFromAnswers(db);
  },
});

/** A client may be called `bank` too. */
const fillFromClosing = (db: Kysely<unknown>) =>
  sql`update direct_debit_batches set bank_showed_at = closed_at
    where closed_by = 'bank' and status = 'SUBMITTED' and not exists (
      select 1 from audit_entries where object = direct_debit_batches.id
        and action = 'markDirectDebitBatchSubmitted' and actor = 'bank'
    )`.execute(db);

/** Not what a person decided, or gave to a debit, and not where an earlier file may have had the debit. */
const fillFromAnswers = (db: Kysely<unknown>) =>
  sql`update direct_debit_batches set bank_showed_at = (
      select min(payment_events.at) from direct_debits
        join payments on payments.id = direct_debits.payment_id
        join payment_events on payment_events.payment_id = direct_debits.payment_id
      where direct_debits.batch_id = direct_debit_batches.id
        and direct_debits.presentation = 1 and direct_debits.state in ('BATCHED', 'REFUSED')
        and payments.status in ('PAID', 'REFUSED', 'RETURNED', 'PARTIALLY_REFUNDED', 'REFUNDED')
        and payment_events.type = 'STATUS_CHANGED'
        and payment_events.data like '%"cause":"BANK_STATEMENT"%'
        and payment_events.data not like '%"isDecidedByHand"%'
        and not exists (
          select 1 from bank_exceptions
            where bank_exceptions.payment_id = direct_debits.payment_id and bank_exceptions.resolution = 'ASSIGNED'
        )
    )
    where status = 'SUBMITTED' and first_downloaded_at is null and bank_showed_at is null`.execute(db);
