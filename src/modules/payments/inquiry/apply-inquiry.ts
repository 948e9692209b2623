import assert from 'node:assert/strict';
import { applyRefundedSum } from '../apply-credit.ts';
import { applyProviderUpdate, factsOf } from '../apply-provider-update.ts';
import type { ReportedPayment } from '../notifications/reported-payment.ts';
import type { InquiryAnswer } from '../operations/bank-operation.ts';
import type { Payment } from '../payment.ts';
import type { HostedTarget, Services, Transaction } from '../ports.ts';
import type { ProviderUpdate } from '../provider.ts';
import { bringsMoney, endsWithoutMoney } from '../reconcile-update.ts';
import { recordEventOnce } from '../record-event-once.ts';

/** Applies what a bank answered as if it had notified us: what became of the attempt, and what it gave back of it. */
export async function applyInquiry(
  services: Services,
  transaction: Transaction,
  { id, paymentTarget }: Pick<Payment, 'id' | 'paymentTarget'>,
  { update, credits, refundedCents }: Extract<InquiryAnswer, { outcome: 'FOUND' }>,
): Promise<void> {
  const target = paymentTarget as HostedTarget;
  const hints = { idSocieteOfPath: null, source: null };
  // The payment first: what is read behind it is of the same version, or the change of the payment fails.
  await transaction.paymentById(id);
  const asked = await transaction.attemptByReference(target, update.attemptReference);
  const report = asked && (await transaction.reportOf(asked.id));
  if (report && !isConfirmedBy(update, report)) return;
  const { kind, reason } = await applyProviderUpdate(services, transaction, target, update, hints);
  if (kind === 'WRONG_MODE') return recordWrongMode(services, transaction, id, update, reason);
  if (report) await transaction.deleteReport(report.id);
  // Where that is not the payment that we know, its refunds are not ours either.
  if (kind === 'CONTRADICTION') return;
  const operations = await transaction.operationsOf(id);
  for (const credit of credits) {
    // Of a refund that ended without money only the number says whether it is ours: the sum says the rest.
    const isNamed = operations.some(({ bankTransaction }) => bankTransaction === credit.bankTransaction);
    if (isNamed || !endsWithoutMoney.has(credit.status)) {
      await applyProviderUpdate(services, transaction, target, credit, hints);
    }
  }
  // What was cancelled is no refund: its news has said so.
  if (refundedCents === null || credits.length > 0 || update.status === 'CANCELLED') return;
  const payment = await transaction.paymentById(id);
  const attempt = await transaction.attemptByReference(target, update.attemptReference);
  if (!attempt || !payment) throw new Error('an attempt about which a bank was asked is there');
  const data = factsOf(update, attempt);
  await applyRefundedSum(services, transaction, { payment, attempt, update, data }, refundedCents);
}

/** Another transaction, or one that brought no money, leaves what was reported in doubt. */
const isConfirmedBy = ({ status, bankTransaction }: ProviderUpdate, { bankTransactions }: ReportedPayment): boolean =>
  bringsMoney.has(status) && bankTransactions.some((reported) => reported === bankTransaction);

/** An answer has no stored message that a person could find: the payment's story holds it, and nothing else changes. */
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
