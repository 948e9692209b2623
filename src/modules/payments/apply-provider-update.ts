import type { PaymentTarget } from '../../kernel/vocabulary.ts';
import { applyCredit } from './apply-credit.ts';
import { claimTransaction } from './attempts/claim-transaction.ts';
import { attemptHoldsMoney } from './attempts/paying-attempt.ts';
import { changeStatus, recordStep } from './change-payment.ts';
import type { NewsFacts } from './events/facts.ts';
import { contradict } from './flag-contradiction.ts';
import { type Debit, hear, isHearsay } from './notifications/hear-report.ts';
import type { NotificationOutcome } from './notifications/notification.ts';
import { isUnsettled, type PaymentOperation } from './operations/payment-operation.ts';
import { finishOperation } from './operations/record-operation-result.ts';
import { isTakenBack } from './operations/taken-back.ts';
import type { Attempt, Payment } from './payment.ts';
import type { BankNews } from './provider.ts';
import { bringsMoney, type Judgement, judgeNews } from './reconcile-update.ts';
import { recordOnce } from './record-event-once.ts';
import type { Services } from './services.ts';
import type { Transaction } from './store.ts';

/** ISO 4217 numeric: EUR is the only currency of this gateway. */
const euro = '978';

type Hints = {
  /** The société in the address that the message came to: not signed, but ours. */
  readonly idSocieteOfPath: string | null;
  /** The address that the message came from; null for what we asked ourselves. */
  readonly source: string | null;
};

/**
 * Applies what a verified message says to the payment it is about, by the state table: the same again is a success
 * without effect, late news never downgrades, and what contradicts the record is for a person to look at.
 */
export async function applyNews(
  services: Services,
  transaction: Transaction,
  target: PaymentTarget,
  told: BankNews,
  hints: Hints,
): Promise<NotificationOutcome> {
  const known = await transaction.attemptByReference(target, told.attemptReference);
  const payment = known && (await transaction.paymentById(known.paymentId));
  // Anew, behind the payment: see `StaleVersionError`.
  const attempt = payment && (await transaction.attemptByReference(target, told.attemptReference));
  if (!attempt || !payment)
    return { kind: 'QUARANTINED', reason: 'no attempt of ours has this reference', paymentId: null };
  const wrongMode = modeContradiction(payment, told);
  // No real money for a LIVE payment, or none of this one: its own bank's message may still come.
  if (wrongMode !== null) return { kind: 'WRONG_MODE', reason: wrongMode, paymentId: payment.id };
  const news = asAsked(told, payment);
  const data = factsOf(news, attempt);
  if (news.operation === 'CREDIT') {
    const reason = contradiction(payment, news, hints);
    return reason === null
      ? applyCredit(services, transaction, { payment, attempt, news, data })
      : contradict(services, transaction, payment, reason, data);
  }
  if (news.operation === 'UNKNOWN') {
    // It may be about money: a person looks, and the payment waits for what is known.
    const reason = 'an operation that is not known';
    await recordOnce(services, transaction, payment, { type: 'CONTRADICTION', data: { ...data, reason } });
    return { kind: 'CONTRADICTION', reason, paymentId: payment.id };
  }
  if (news.operation !== 'DEBIT') {
    const facts = { ...data, operation: news.operation, reason: `operation ${news.operation}` };
    await recordOnce(services, transaction, payment, { type: 'NEWS_IGNORED', data: facts });
    return { kind: 'IGNORED', reason: `operation ${news.operation} is no new payment`, paymentId: payment.id };
  }
  const debit: Debit = { payment, attempt, news, data };
  const wrongAmount = news.amountCents === payment.amountCents ? null : 'amount';
  const reason = wrongAmount ?? contradiction(payment, news, hints);
  if (reason === null && (await isTakenBack(transaction, payment, attempt, news))) {
    return ignore(services, transaction, payment, data, 'late: this transaction was cancelled');
  }
  if (isHearsay(services, payment, told, hints.source)) {
    return (await hear(services, transaction, debit, reason)) ?? settle(services, transaction, debit);
  }
  if (reason !== null) return contradict(services, transaction, payment, reason, data);
  const { bankTransaction } = news;
  const isOurs =
    bankTransaction === null || (await claimTransaction(services, transaction, payment, attempt, bankTransaction));
  return isOurs
    ? settle(services, transaction, debit)
    : contradict(services, transaction, payment, 'transaction used elsewhere', data);
}

/** How the message contradicts what we recorded, or null. */
function contradiction(payment: Payment, news: BankNews, { idSocieteOfPath }: Hints): string | null {
  if (news.currency !== null && news.currency !== euro) return 'currency';
  if (news.idSociete !== null && news.idSociete !== payment.idSociete) return 'shop';
  if (idSocieteOfPath !== null && idSocieteOfPath !== payment.idSociete) return 'shop';
  return null;
}

/** How the message belongs to the other mode than the payment, or null. */
function modeContradiction({ effectiveRunMode }: Payment, { runMode, testEvidence }: BankNews): string | null {
  if (runMode !== null && runMode !== effectiveRunMode) return 'mode';
  return testEvidence !== null && effectiveRunMode === 'LIVE' ? 'test authorisation' : null;
}

/**
 * Paybox notifies an authorisation alone in the words of a payment: what was asked for tells them apart. A direct debit
 * is never paid by the word of the bank's page: it can still come back unpaid.
 */
function asAsked(news: BankNews, { capture, flow }: Payment): BankNews {
  const isDirectDebit = flow === 'HOSTED_PAGE_MANDATE' && news.operation === 'DEBIT';
  if (isDirectDebit && bringsMoney.has(news.status)) return { ...news, status: 'PENDING' };
  return news.status === 'PAID' && !news.tellsCapture && capture === 'LATER' ? { ...news, status: 'AUTHORIZED' } : news;
}

async function settle(services: Services, transaction: Transaction, debit: Debit): Promise<NotificationOutcome> {
  const { payment, attempt, news } = debit;
  const others = (await transaction.attemptsOf(payment.id)).filter(({ id }) => id !== attempt.id);
  const judged = judgeNews({ payment, attempt, others, news });
  const isDisputed = judged.kind === 'APPLY' && (await isMoneyInDispute(transaction, payment, news));
  const judgement = isDisputed ? { ...judged, kind: 'CONTRADICTION' as const, reason: moneyInReview } : judged;
  const outcome = await carryOut(services, transaction, debit, judgement);
  // Behind the payment, whose row is locked first: whoever opens another attempt does so in the same order.
  if (judgement.attemptStatus !== null) {
    await transaction.updateAttempt(attempt.id, {
      status: judgement.attemptStatus,
      bankTransaction: news.bankTransaction,
      bankCode: news.bankCode ?? news.bankStatus,
    });
  }
  return outcome;
}

async function carryOut(
  services: Services,
  transaction: Transaction,
  debit: Debit,
  judgement: Judgement,
): Promise<NotificationOutcome> {
  const { payment, data } = debit;
  switch (judgement.kind) {
    case 'CONTRADICTION':
      return contradict(services, transaction, payment, judgement.reason, data);
    case 'KNOWN':
      return { kind: 'IGNORED', reason: 'the payment has this status', paymentId: payment.id };
    case 'LATE':
      return ignore(services, transaction, payment, data, judgement.reason);
    case 'APPLY': {
      const changed = await change(services, transaction, debit);
      if (!isOnlyHeld(changed)) return { kind: 'APPLIED', reason: null, paymentId: payment.id };
      await recordStep(services, transaction, changed, { type: 'CONTRADICTION', data: { ...data, reason: onlyHeld } });
      return { kind: 'CONTRADICTION', reason: onlyHeld, paymentId: payment.id };
    }
  }
}

/** The shop's own settings want a person to validate it: unless one does, the money is never taken. */
const isOnlyHeld = ({ status, capture }: Payment): boolean => status === 'AUTHORIZED' && capture === 'NOW';
const onlyHeld = 'authorised only, where a payment was asked for';

/** Moves the payment to what the bank says. */
async function change(
  services: Services,
  transaction: Transaction,
  { payment, attempt, news, data }: Debit,
): Promise<Payment> {
  const operation = await operationTold(transaction, payment, attempt, news);
  if (operation) {
    // Our own call, whose answer is on its way or lost: the bank says here that it did it.
    const done = { status: 'DONE', bankTransaction: null, bankCode: news.bankStatus } as const;
    return finishOperation(services, transaction, { payment, operation }, done, 'BANK_NEWS');
  }
  const held = news.status === 'AUTHORIZED' ? { expiresAt: services.clock() + authorisationLifetimeMs } : {};
  const step = { to: news.status, data: { cause: 'BANK_NEWS', ...data }, change: held } as const;
  return changeStatus(services, transaction, payment, step);
}

async function ignore(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  data: NewsFacts,
  reason: string,
): Promise<NotificationOutcome> {
  await recordOnce(services, transaction, payment, { type: 'NEWS_IGNORED', data: { ...data, reason } });
  return { kind: 'IGNORED', reason, paymentId: payment.id };
}

const moneyInReview = 'money came during a review';

/**
 * Whether money came for a payment that is in review because of other money, which nobody has explained yet: a person
 * decides about both. What is in review for any other reason is paid by it. A message in the wrong mode is no money.
 */
async function isMoneyInDispute(transaction: Transaction, payment: Payment, news: BankNews): Promise<boolean> {
  if (payment.status !== 'NEEDS_REVIEW' || !bringsMoney.has(news.status)) return false;
  const story = await transaction.eventsOf(payment.id, 0, payment.version);
  return story.some(
    ({ type, data }) =>
      type === 'CONTRADICTION' &&
      'newsStatus' in data &&
      bringsMoney.has(data.newsStatus) &&
      data.reason !== 'mode' &&
      data.reason !== 'test authorisation',
  );
}

/** What we asked the bank for, and have no answer to, where the news says that it was done. */
async function operationTold(
  transaction: Transaction,
  payment: Payment,
  attempt: Attempt,
  news: BankNews,
): Promise<PaymentOperation | null> {
  if (!attemptHoldsMoney.has(attempt.status)) return null;
  const operation = (await transaction.operationsOf(payment.id)).find(isUnsettled);
  if (operation?.attemptId !== attempt.id) return null;
  const { kind, amountCents } = operation;
  // Before the money has left, the bank gives back the whole by cancelling.
  const isCancelled = kind === 'CANCEL' || (kind === 'REFUND' && amountCents === payment.amountCents);
  const tells = news.status === 'CANCELLED' ? isCancelled : news.status === 'PAID' && kind === 'CAPTURE';
  return tells ? operation : null;
}

/** Banks hold an amount for about a week (Paybox: seven days). */
const authorisationLifetimeMs = 7 * 86_400_000;

/** What the event keeps: ids and codes, no personal data. */
export const factsOf = (news: BankNews, attempt: Attempt): NewsFacts => ({
  attempt: attempt.number,
  attemptReference: attempt.reference,
  bankTransaction: news.bankTransaction,
  bankStatus: news.bankStatus,
  bankCode: news.bankCode,
  newsStatus: news.status,
});
