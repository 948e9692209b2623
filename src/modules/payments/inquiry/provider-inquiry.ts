import type { MerchantAccounts } from '../../../kernel/merchant.ts';
import { attemptHoldsMoney } from '../attempts/paying-attempt.ts';
import { attemptFactsOf } from '../events/facts.ts';
import { flagContradiction } from '../flag-contradiction.ts';
import { alertingContradictions } from '../notifications/alert-contradictions.ts';
import type { BankCall, BankOperations, InquiryAnswer } from '../operations/bank-operation.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Services } from '../ports.ts';
import type { HostedAccount, HostedTarget } from '../provider.ts';
import { bringsMoney } from '../reconcile-update.ts';
import { applyInquiry } from './apply-inquiry.ts';

/** How the gateway asks the banks, server to server. */
export type BankAccess = {
  readonly operations: { readonly [Target in HostedTarget]: BankOperations<MerchantAccounts[Target]> };
  readonly bankCall: BankCall;
};

export const operationsOfBank = (
  { operations }: BankAccess,
  { paymentTarget }: Pick<Payment, 'paymentTarget'>,
): BankOperations<HostedAccount> => operations[paymentTarget as HostedTarget] as BankOperations<HostedAccount>;

/**
 * Asks the bank about one attempt. Nothing is written but the number of the question.
 * @param bankTransaction no other one of the attempt will do; null: whichever the bank names
 */
export async function inquire(
  services: Services & BankAccess,
  payment: Payment,
  attempt: Attempt,
  account: HostedAccount,
  bankTransaction: string | null = transactionWithMoney(attempt),
): Promise<InquiryAnswer> {
  const operations = operationsOfBank(services, payment);
  const now = services.clock();
  const counter = operations.questionCounter(account, now);
  const question = counter && (await services.store.transact((transaction) => transaction.nextSequence(counter.name)));
  const asked = { ...attempt, bankTransaction };
  return operations.inquire({ account, payment, attempt: asked, question, now }, services.bankCall);
}

/** A try that brought no money is not the one to ask for: the customer may have tried again on the bank's own page. */
const transactionWithMoney = ({ status, bankTransaction }: Attempt): string | null =>
  attemptHoldsMoney.has(status) ? bankTransaction : null;

/** Asks the bank about one attempt and applies its answer as if it had notified us. */
export async function askAbout(
  services: Services & BankAccess,
  payment: Payment,
  attempt: Attempt,
  account: HostedAccount,
): Promise<InquiryAnswer['outcome']> {
  const answer = await inquire(services, payment, attempt, account);
  const confirmed = await confirmReported(services, payment, attempt, account, answer);
  await applyAnswer(services, payment, confirmed ?? answer);
  if (answer.outcome === 'NONE' && isKnownBy(services, attempt)) {
    await flagUnconfirmed(services, payment, attempt, 'the bank has no such payment');
  }
  return answer.outcome;
}

/**
 * Asks about each transaction that messages reported as paid, where the bank itself names a try without money. The
 * customer may have tried again on the bank's own page, and which of several tries Paybox names is not documented
 * (`paybox.md` 12.4). An answer about a number shows no amount, but a message with another amount is no report (see
 * `applyReport`), and the bank knows this reference and amount under our own contract.
 * @returns the answer that confirms one of them; null where none does
 */
async function confirmReported(
  services: Services & BankAccess,
  payment: Payment,
  attempt: Attempt,
  account: HostedAccount,
  named: InquiryAnswer,
): Promise<InquiryAnswer | null> {
  if (named.outcome !== 'FOUND' || bringsMoney.has(named.update.status)) return null;
  const report = await services.store.reportOf(attempt.id);
  // Newest first. A report has a few numbers at most.
  for (const bankTransaction of report?.bankTransactions.toReversed() ?? []) {
    const answer = await inquire(services, payment, attempt, account, bankTransaction);
    const isIt = answer.outcome === 'FOUND' && answer.update.bankTransaction === bankTransaction;
    if (isIt && bringsMoney.has(answer.update.status)) return answer;
  }
  return null;
}

/** Whether the bank has had the time to know of it, had it been paid on its page. */
export const isKnownBy = ({ clock }: Pick<Services, 'clock'>, { createdAt }: Attempt): boolean =>
  clock() >= createdAt + 30 * 60_000;

/** A message reported money, and the bank does not confirm it under our own contract. */
export async function flagUnconfirmed(
  services: Services,
  { id, paymentTarget }: Payment,
  { reference }: Attempt,
  reason: string,
): Promise<void> {
  await alertingContradictions(services, async (noting, transaction) => {
    const payment = await transaction.paymentById(id);
    const attempt = await transaction.attemptByReference(paymentTarget, reference);
    if (!attempt || !payment || !attemptHoldsMoney.has(attempt.status)) return;
    const data = { ...attemptFactsOf(attempt), bankTransaction: attempt.bankTransaction };
    await flagContradiction(noting, transaction, payment, reason, data);
  });
  services.announce(id);
}

/** Applies the bank's answer. */
export async function applyAnswer(services: Services, payment: Payment, answer: InquiryAnswer): Promise<void> {
  if (answer.outcome !== 'FOUND') return;
  await alertingContradictions(services, (noting, transaction) => applyInquiry(noting, transaction, payment, answer));
  services.announce(payment.id);
}
