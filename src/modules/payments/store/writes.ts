import assert from 'node:assert/strict';
import { StaleVersionError } from '../../../kernel/until-fresh.ts';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import type { PaymentWrites } from '../payment-store.ts';
import type { Transaction } from '../ports.ts';
import { chainedRow } from './event-chain.ts';
import { rowOfClaim } from './initiations.ts';
import { type PaymentChangeRow, rowOfPaymentChange } from './payment-row.ts';
import type { paymentQueries } from './queries.ts';
import { type AttemptChangeRow, rowOfAttempt, rowOfAttemptChange, rowOfNotification, rowOfOutcome } from './rows.ts';

export function createPaymentWrites(
  { queries }: Preparation<typeof paymentQueries>,
  connection: Connection,
): Omit<PaymentWrites, keyof Claims> {
  return {
    updatePayment: async (id, expectedVersion, change) => {
      const row = rowOfPaymentChange(change);
      const update = queries.updatePayment(Object.keys(row) as (keyof PaymentChangeRow)[]);
      return (await update(connection, { ...row, id, expectedVersion })).changes === 1;
    },
    holdPayment: async (id, version) => (await queries.holdPayment(connection, { id, version })).changes === 1,
    insertAttempt: async (attempt, target) => {
      await queries.insertAttempt(connection, rowOfAttempt(attempt, target));
    },
    updateAttempt: async (id, change, read = null) => {
      const changed = rowOfAttemptChange(change);
      const row = { ...changed, id };
      const columns = Object.keys(changed) as (keyof AttemptChangeRow)[];
      if (columns.length === 0) return;
      if (read === null) {
        const { changes } = await queries.updateAttempt(columns)(connection, row);
        assert(changes === 1, 'the attempt that changes is there');
        return;
      }
      const asRead = { ...row, from: read.status, of: read.bankTransaction };
      const { changes } = await queries.updateAttemptAsRead(columns)(connection, asRead);
      if (changes === 0) throw new StaleVersionError(`attempt ${id} is not as it was read any more`);
    },
    giveForm: async (id, givenAt) => (await queries.giveForm(connection, { id, givenAt })).changes === 1,
    takeAttempt: async (id, openedAt) => (await queries.takeAttempt(connection, { id, openedAt })).changes === 1,
    appendEvent: async (event, sequence) => {
      // A payment's first event has none before it: if there were one, the primary key would refuse the second.
      const last = sequence === 1 ? undefined : (await queries.lastEventOf(connection, event)).rows[0];
      await queries.insertEvent(connection, chainedRow(event, sequence, last ?? null));
    },
    insertNotification: async (notification) => {
      await queries.insertNotification(connection, rowOfNotification(notification));
    },
    updateNotification: async (id, from, outcome) => {
      const { changes } = await queries.updateNotification(connection, { id, from, ...rowOfOutcome(outcome) });
      return changes === 1;
    },
    eraseNotification: async (id, body, at) => {
      await queries.eraseNotification(connection, { id, body, at });
    },
  };
}

type Claims = Pick<
  Transaction,
  'claimIdempotencyKey' | 'nextSequence' | 'skipSequence' | 'claimUpdate' | 'claimBankTransaction'
>;

/** Each is one insert, which a unique key lets only one win; on PostgreSQL the others wait until the first committed. */
export function createClaims({ queries }: Preparation<typeof paymentQueries>, connection: Connection): Claims {
  return {
    claimIdempotencyKey: async (claim) => {
      if ((await queries.claimIdempotencyKey(connection, rowOfClaim(claim))).changes === 1) return { claimed: true };
      const [holder] = (await queries.idempotencyKey(connection, claim)).rows;
      assert(holder, 'a key that is taken has a holder');
      return { claimed: false, fingerprint: holder.fingerprint, holderId: holder.payment_id };
    },
    nextSequence: async (counter, first = 0) => {
      const [row] = (await queries.nextSequence(connection, { counter, next: first + 1 })).rows;
      assert(row, 'a counter always answers');
      return row.next - 1;
    },
    skipSequence: async (counter, by) => {
      await queries.skipSequence(connection, { counter, by });
    },
    claimUpdate: async (target, deduplicationKey, notificationId, at) => {
      const row = { target, deduplication_key: deduplicationKey, notification_id: notificationId, at };
      if ((await queries.claimUpdate(connection, row)).changes === 1) return null;
      const [holder] = (await queries.notificationOfUpdate(connection, { target, key: deduplicationKey })).rows;
      assert(holder, 'a claimed update has a holder');
      return holder.notification_id;
    },
    claimBankTransaction: async (target, runMode, bankTransaction, attemptId) => {
      const row = { target, run_mode: runMode, bank_transaction: bankTransaction, attempt_id: attemptId };
      if ((await queries.claimBankTransaction(connection, row)).changes === 1) return attemptId;
      const [holder] = (await queries.attemptOfBankTransaction(connection, { target, runMode, bankTransaction })).rows;
      assert(holder, 'a transaction that is taken has a holder');
      return holder.attempt_id;
    },
  };
}
