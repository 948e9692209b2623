import type { Attempt, EventData, Payment } from '../domain/payment.ts';
import type { BankNews } from '../domain/provider.ts';
import type { NotificationOutcome, Transaction } from '../domain/store.ts';
import { canChange } from '../domain/transitions.ts';
import type { PaymentStatus, PaymentTarget } from '../domain/vocabulary.ts';
import { changeStatus, recordStep } from './change-payment.ts';
import type { Services } from './services.ts';

/** ISO 4217 numeric: EUR is the only currency of this gateway. */
const euro = '978';

type Hints = {
  /** The société in the address that the message came to: not signed, but ours. */
  readonly idSocieteOfPath: string | null;
};

/**
 * Applies what a verified message says to the payment it is about, by the state table: the same again is a success
 * without effect, late news never downgrades, and what contradicts the record is for a person to look at.
 */
export async function applyNews(
  services: Services,
  transaction: Transaction,
  target: PaymentTarget,
  news: BankNews,
  hints: Hints,
): Promise<NotificationOutcome> {
  const attempt = await transaction.attemptByReference(target, news.attemptReference);
  const payment = attempt && (await transaction.paymentById(attempt.paymentId));
  if (!attempt || !payment)
    return { kind: 'QUARANTINED', reason: 'no attempt of ours has this reference', paymentId: null };
  const data = factsOf(news, attempt);
  if (news.operation !== 'DEBIT') {
    await recordStep(services, transaction, payment, {
      type: 'NEWS_IGNORED',
      data: {
        ...data,
        operation: news.operation,
        amountCents: news.amountCents,
        reason: `operation ${news.operation}`,
      },
    });
    return { kind: 'IGNORED', reason: `operation ${news.operation} is no new payment`, paymentId: payment.id };
  }
  const reason = contradiction(payment, news, hints) ?? (await foreignTransaction(transaction, payment, attempt, news));
  if (reason !== null) return contradict(services, transaction, payment, reason, data);
  return settle(services, transaction, payment, attempt, news, data);
}

/** How the message contradicts what we recorded, or null. */
function contradiction(payment: Payment, news: BankNews, { idSocieteOfPath }: Hints): string | null {
  if (news.amountCents !== payment.amountCents) return 'amount';
  if (news.currency !== null && news.currency !== euro) return 'currency';
  if (news.idSociete !== null && news.idSociete !== payment.idSociete) return 'shop';
  if (idSocieteOfPath !== null && idSocieteOfPath !== payment.idSociete) return 'shop';
  if (news.runMode !== null && news.runMode !== payment.effectiveRunMode) return 'mode';
  if (news.testEvidence !== null && payment.effectiveRunMode === 'LIVE') return 'test authorisation';
  return null;
}

/** A bank's transaction pays one attempt: the same one under another is a replay or a fault. */
async function foreignTransaction(
  transaction: Transaction,
  payment: Payment,
  attempt: Attempt,
  news: BankNews,
): Promise<string | null> {
  if (news.bankTransaction === null) return null;
  const { paymentTarget, effectiveRunMode } = payment;
  const holder = await transaction.claimBankTransaction(
    paymentTarget,
    effectiveRunMode,
    news.bankTransaction,
    attempt.id,
  );
  return holder === attempt.id ? null : 'transaction used elsewhere';
}

async function contradict(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  reason: string,
  data: EventData,
): Promise<NotificationOutcome> {
  const facts = { ...data, reason };
  if (canChange(payment.status, 'NEEDS_REVIEW', 'CONTRADICTION')) {
    await changeStatus(services, transaction, payment, { to: 'NEEDS_REVIEW', cause: 'CONTRADICTION', data: facts });
  } else {
    // Money that was verified stays verified; the contradiction stands in the story for a person to see.
    await recordStep(services, transaction, payment, { type: 'CONTRADICTION', data: facts });
  }
  return { kind: 'CONTRADICTION', reason, paymentId: payment.id };
}

async function settle(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  attempt: Attempt,
  news: BankNews,
  data: EventData,
): Promise<NotificationOutcome> {
  if (attemptRank[news.status] >= attemptRank[attempt.status]) {
    await transaction.updateAttempt(attempt.id, {
      status: news.status,
      bankTransaction: news.bankTransaction,
      bankCode: news.bankCode ?? news.bankStatus,
    });
  }
  const isSameMoney = attemptHoldsMoney.has(attempt.status) && attempt.bankTransaction === news.bankTransaction;
  if (bringsMoney.has(news.status) && holdsMoney.has(payment.status) && !isSameMoney) {
    return contradict(services, transaction, payment, 'paid twice', data);
  }
  if (news.status === payment.status)
    return { kind: 'IGNORED', reason: 'the payment has this status', paymentId: payment.id };
  const reason = whyNot(payment, attempt, news, isSameMoney);
  if (reason !== null) {
    await recordStep(services, transaction, payment, { type: 'NEWS_IGNORED', data: { ...data, reason } });
    return { kind: 'IGNORED', reason, paymentId: payment.id };
  }
  await changeStatus(services, transaction, payment, { to: news.status, cause: 'BANK_NEWS', data });
  return { kind: 'APPLIED', reason: null, paymentId: payment.id };
}

/** Why authentic news does not change the payment, or null where it does. */
function whyNot(payment: Payment, attempt: Attempt, news: BankNews, isSameMoney: boolean): string | null {
  if (endsWithoutMoney.has(news.status)) {
    // An attempt that was replaced can still bring money, but its end is not the payment's end.
    if (attempt.status === 'SUPERSEDED') return 'a newer attempt is open';
    // Only the very transaction that paid can be cancelled: another attempt's end takes no money back.
    const endsTheMoney = isSameMoney && news.bankTransaction !== null;
    if (holdsMoney.has(payment.status) && !endsTheMoney) return 'the payment was made by another transaction';
  }
  return canChange(payment.status, news.status, 'BANK_NEWS') ? null : `late: the payment is ${payment.status}`;
}

const endsWithoutMoney = new Set<PaymentStatus>(['REFUSED', 'CANCELLED', 'EXPIRED', 'FAILED']);
const attemptHoldsMoney = new Set<Attempt['status']>(['PAID', 'AUTHORIZED']);
const bringsMoney = new Set<PaymentStatus>(['PAID', 'AUTHORIZED']);
const holdsMoney = new Set<PaymentStatus>(['PAID', 'AUTHORIZED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'RETURNED']);

/** Later news of an attempt never takes money away from it. */
const attemptRank: Readonly<Record<Attempt['status'], number>> = {
  OPEN: 0,
  SUPERSEDED: 0,
  PENDING: 1,
  REFUSED: 2,
  CANCELLED: 2,
  EXPIRED: 2,
  FAILED: 2,
  AUTHORIZED: 3,
  PAID: 4,
};

/** What the event keeps: ids and codes, no personal data. */
function factsOf(news: BankNews, attempt: Attempt): EventData {
  return {
    attempt: attempt.number,
    attemptReference: attempt.reference,
    bankTransaction: news.bankTransaction,
    bankStatus: news.bankStatus,
    bankCode: news.bankCode,
    newsStatus: news.status,
  };
}
