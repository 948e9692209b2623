import type { MerchantAccounts } from '../../../kernel/merchant.ts';
import { attemptHoldsMoney } from '../attempts/paying-attempt.ts';
import { attemptFactsOf } from '../events/facts.ts';
import { flagContradiction } from '../flag-contradiction.ts';
import { alertingContradictions } from '../notifications/alert-contradictions.ts';
import type { BankCall, BankOperations, InquiryAnswer } from '../operations/bank-operation.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Services } from '../ports.ts';
import type { HostedAccount, HostedTarget } from '../provider.ts';
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
  await applyAnswer(services, payment, answer);
  if (answer.outcome === 'FOUND') await askByNumber(services, attempt, account);
  if (answer.outcome === 'NONE' && isKnownBy(services, attempt)) {
    await flagUnconfirmed(services, payment, attempt, 'the bank has no such payment');
  }
  return answer.outcome;
}

/**
 * Asks about each transaction whose money the bank still has to confirm: it has named another one, or a try without
 * money. The customer may have tried again on the bank's own page, and which of several tries Paybox names is not
 * documented (`paybox.md` 12.4). An answer about a number shows no amount, but a message with another amount is no
 * report (see `applyReport`), and the bank knows this reference and amount under our own contract.
 */
async function askByNumber(
  services: Services & BankAccess,
  { id, paymentId }: Attempt,
  account: HostedAccount,
): Promise<void> {
  const report = await services.store.reportOf(id);
  // Newest first. A report has a few numbers at most.
  for (const bankTransaction of report?.bankTransactions.toReversed() ?? []) {
    const payment = await services.store.paymentById(paymentId);
    const open = await services.store.reportOf(id);
    if (!payment || !open?.bankTransactions.includes(bankTransaction)) continue;
    const answer = await inquire(services, payment, open.attempt, account, bankTransaction);
    if (answer.outcome !== 'FOUND' || answer.update.bankTransaction !== bankTransaction) continue;
    await applyAnswer(services, payment, answer);
  }
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
