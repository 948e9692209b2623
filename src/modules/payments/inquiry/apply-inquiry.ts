import assert from 'node:assert/strict';
import { StaleVersionError } from '../../../kernel/until-fresh.ts';
import { endsUnpaid } from '../../../kernel/vocabulary.ts';
import { applyRefundedSum } from '../apply-credit.ts';
import { applyProviderUpdate, updateFactsOf } from '../apply-provider-update.ts';
import { paidTwice } from '../attempts/last-word.ts';
import type { ReportedPayment } from '../notifications/reported-payment.ts';
import type { InquiryAnswer } from '../operations/bank-operation.ts';
import { isPutOff, verifiedAmong } from '../operations/late-money.ts';
import type { Payment } from '../payment.ts';
import type { Services, Transaction } from '../ports.ts';
import type { HostedTarget, ProviderUpdate } from '../provider.ts';
import { bringsMoney } from '../reconcile-update.ts';
import { recordEventOnce } from '../record-event-once.ts';

/**
 * Applies a bank's answer like a notification: the state of the attempt, and its refunds.
 * @param asked the payment as it was before the question
 */
export async function applyInquiry(
  services: Services,
  transaction: Transaction,
  asked: Pick<Payment, 'id' | 'paymentTarget' | 'version'>,
  { update, credits, refundedCents }: Extract<InquiryAnswer, { outcome: 'FOUND' }>,
): Promise<void> {
  const { id } = asked;
  const target = asked.paymentTarget as HostedTarget;
  const hints = { idSocieteOfPath: null, source: null, askedAt: asked.version };
  const about = await transaction.attemptByReference(target, update.attemptReference);
  const report = about && (await transaction.reportOf(about.id));
  const left = report && (await leftOf(transaction, asked, report, update));
  if (report && left === null) return;
  const { kind, reason } = await applyProviderUpdate(services, transaction, target, update, hints);
  if (kind === 'WRONG_MODE') return recordWrongMode(services, transaction, id, update, reason);
  // It is asked again.
  if (isPutOff(reason)) return;
  // A message that came since the report was looked for: the answer may be older.
  const isAsLookedAt =
    report && left
      ? await replaceReport(transaction, report, left)
      : about === null || (await transaction.reportOf(about.id)) === null;
  if (!isAsLookedAt) throw new StaleVersionError(`the report of ${update.attemptReference} has changed`);
  // Where that is not the payment that we know, its refunds are not ours either.
  if (kind === 'CONTRADICTION' && reason !== paidTwice) return;
  const operations = await transaction.operationsOf(id);
  for (const credit of credits) {
    // Only the bank's number ties a refund that ended without money to one of ours. The sum decides the rest.
    const isNamed = operations.some(({ bankTransaction }) => bankTransaction === credit.bankTransaction);
    if (isNamed || !endsUnpaid(credit.status)) {
      await applyProviderUpdate(services, transaction, target, credit, hints);
    }
  }
  // A cancellation is no refund, and its own message has reported it.
  if (refundedCents === null || credits.length > 0 || update.status === 'CANCELLED') return;
  const payment = await transaction.paymentById(id);
  const attempt = await transaction.attemptByReference(target, update.attemptReference);
  if (!attempt || !payment) throw new Error('an attempt about which a bank was asked is there');
  const data = updateFactsOf(update, attempt);
  await applyRefundedSum(services, transaction, { payment, attempt, update, data }, refundedCents);
}

/**
 * The transactions about which the bank is still to be asked after its answer; null where the answer does not count.
 * Another transaction, or one without money, does not confirm a report. Where the bank had named this money before, a new
 * answer may also say that it did not come.
 */
async function leftOf(
  transaction: Transaction,
  { id, version }: Pick<Payment, 'id' | 'version'>,
  { bankTransactions }: ReportedPayment,
  { status, bankTransaction }: ProviderUpdate,
): Promise<readonly string[] | null> {
  const payment = await transaction.paymentById(id);
  if (!payment) throw new Error('a payment about which a bank was asked is there');
  const verified = await verifiedAmong(transaction, payment, bankTransactions);
  const others = bankTransactions.filter((reported) => reported !== bankTransaction);
  const isReported = others.length < bankTransactions.length;
  if (isReported && bringsMoney.has(status)) return others.filter((reported) => verified.includes(reported));
  if (isReported && bankTransaction !== null && verified.includes(bankTransaction)) {
    return endsUnpaid(status) && payment.version === version ? others : bankTransactions;
  }
  return verified.length === bankTransactions.length ? bankTransactions : null;
}

/** False where it is not as it was read any more. */
async function replaceReport(
  transaction: Transaction,
  report: ReportedPayment,
  left: readonly string[],
): Promise<boolean> {
  if (left.length === report.bankTransactions.length) return true;
  const isAsRead = await transaction.deleteReport(report);
  if (isAsRead && left.length > 0) await transaction.saveReport({ ...report, bankTransactions: left });
  return isAsRead;
}

/** An answer has no stored message that a person could find, so the payment's story keeps it. Nothing else changes. */
async function recordWrongMode(
  services: Services,
  transaction: Transaction,
  id: string,
  { attemptReference, bankTransaction, bankStatus }: ProviderUpdate,
  reason: string | null,
): Promise<void> {
  const payment = await transaction.paymentById(id);
  if (!payment) throw new Error('a payment about which a bank was asked is there');
  assert(reason !== null, 'an answer in the wrong mode says which mode');
  const data = { attemptReference, bankTransaction, bankStatus, reason };
  await recordEventOnce(services, transaction, payment, { type: 'CONTRADICTION', data });
}
