import type { InquiryAnswer } from '../domain/bank-operation.ts';
import type { Payment } from '../domain/payment.ts';
import type { Transaction } from '../domain/store.ts';
import { applyRefundedSum } from './apply-credit.ts';
import { applyNews, factsOf } from './apply-news.ts';
import type { HostedTarget, Services } from './services.ts';

/** Applies what a bank answered as if it had notified us: what became of the attempt, and what it gave back of it. */
export async function applyInquiry(
  services: Services,
  transaction: Transaction,
  { id, paymentTarget }: Pick<Payment, 'id' | 'paymentTarget'>,
  { news, credits, refundedCents }: Extract<InquiryAnswer, { outcome: 'FOUND' }>,
): Promise<void> {
  const target = paymentTarget as HostedTarget;
  const hints = { idSocieteOfPath: null };
  const { kind } = await applyNews(services, transaction, target, news, hints);
  // Where that is not the payment that we know, its refunds are not ours either.
  if (kind === 'CONTRADICTION') return;
  for (const credit of credits) await applyNews(services, transaction, target, credit, hints);
  // What was cancelled is no refund: its news has said so.
  if (refundedCents === null || credits.length > 0 || news.status === 'CANCELLED') return;
  const payment = await transaction.paymentById(id);
  const attempt = await transaction.attemptByReference(target, news.attemptReference);
  if (!attempt || !payment) throw new Error('an attempt about which a bank was asked is there');
  const data = factsOf(news, attempt);
  await applyRefundedSum(services, transaction, { payment, attempt, news, data }, refundedCents);
}
