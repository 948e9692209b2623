import { StaleVersionError } from '../../kernel/until-fresh.ts';
import { endsUnpaid, type PaymentTarget } from '../../kernel/vocabulary.ts';
import { applyCredit } from './apply-credit.ts';
import { claimTransaction } from './attempts/claim-transaction.ts';
import { type WordOfMoney, wasPaid, wordOfMoney } from './attempts/denied-money.ts';
import { didNotCome, paidTwice } from './attempts/last-word.ts';
import { attemptHoldsMoney, besideOwn, centsOf, heldBy, heldMoneyOf } from './attempts/paying-attempt.ts';
import { isSecondDebit } from './attempts/second-debit.ts';
import { warnOfHold } from './attempts/warn-of-hold.ts';
import { changeStatus } from './change-payment.ts';
import { attemptFactsOf, type UpdateFacts } from './events/facts.ts';
import { flagContradiction } from './flag-contradiction.ts';
import { applyReport, askInstead, type Debit, isHearsay } from './notifications/hear-report.ts';
import type { NotificationOutcome } from './notifications/notification.ts';
import { operationConfirmedBy } from './operations/confirmed-operation.ts';
import { endOf, isFirstEnd, keepAsking, notCancelled, putOff, saidBefore } from './operations/late-money.ts';
import type { PaymentOperation } from './operations/payment-operation.ts';
import { recordOperationResult } from './operations/record-operation-result.ts';
import type { Attempt, Payment } from './payment.ts';
import type { Services, Transaction } from './ports.ts';
import type { ProviderUpdate } from './provider.ts';
import { bringsMoney, holdsMoney, type Reconciliation, reconcileUpdate } from './reconcile-update.ts';
import { recordEventOnce } from './record-event-once.ts';

/** ISO 4217 numeric: EUR is the only currency of this gateway. */
const euro = '978';

type Hints = {
  /** The société in the address that the message came to: not signed, but ours. */
  readonly idSocieteOfPath: string | null;
  /** The address that sent the message; null for an answer to our own inquiry. */
  readonly source: string | null;
  /** The payment's version at the time of our inquiry; null for a message. */
  readonly askedAt: number | null;
};

/**
 * Applies a verified message to its payment, by the state table. A repeated message succeeds without effect, and a late
 * message never downgrades. A message that contradicts the record goes to a person.
 */
export async function applyProviderUpdate(
  services: Services,
  transaction: Transaction,
  target: PaymentTarget,
  received: ProviderUpdate,
  hints: Hints,
): Promise<NotificationOutcome> {
  const known = await transaction.attemptByReference(target, received.attemptReference);
  const payment = known && (await transaction.paymentById(known.paymentId));
  // Read after the payment: see `StaleVersionError`.
  const attempt = payment && (await transaction.attemptByReference(target, received.attemptReference));
  if (!attempt || !payment)
    return { kind: 'QUARANTINED', reason: 'no attempt of ours has this reference', paymentId: null };
  if (received.provesNothing) return askInstead(services, transaction, payment, attempt);
  const wrongMode = modeContradiction(payment, received);
  // No real money for a LIVE payment, or none of this one: its own bank's message may still come.
  if (wrongMode !== null) return { kind: 'WRONG_MODE', reason: wrongMode, paymentId: payment.id };
  const update = asAsked(received, payment);
  const data = updateFactsOf(update, attempt);
  if (update.operation === 'CREDIT') {
    const reason = contradiction(payment, update, hints);
    return reason === null
      ? applyCredit(services, transaction, { payment, attempt, update, data })
      : flagContradiction(services, transaction, payment, reason, data);
  }
  if (update.operation === 'UNKNOWN') {
    // The unknown operation may be about money, so a person looks at it. The payment waits for a known one.
    const reason = 'an operation that is not known';
    await recordEventOnce(services, transaction, payment, { type: 'CONTRADICTION', data: { ...data, reason } });
    return { kind: 'CONTRADICTION', reason, paymentId: payment.id };
  }
  if (update.operation !== 'DEBIT') {
    const facts = { ...data, operation: update.operation, reason: `operation ${update.operation}` };
    await recordEventOnce(services, transaction, payment, { type: 'NEWS_IGNORED', data: facts });
    return { kind: 'IGNORED', reason: `operation ${update.operation} is no new payment`, paymentId: payment.id };
  }
  const debit: Debit = { payment, attempt, update, data };
  const by = { isAnswer: hints.askedAt === payment.version, isMessage: hints.askedAt === null };
  const wrongAmount = update.amountCents === payment.amountCents ? null : 'amount';
  const reason = wrongAmount ?? contradiction(payment, update, hints);
  const end = reason === null ? await endOf(services, transaction, debit) : null;
  if (end !== null && !by.isAnswer) return putOff(services, transaction, debit, end, by.isMessage);
  if (end === 'TAKEN_BACK' && endsUnpaid(payment.status)) {
    return flagContradiction(services, transaction, payment, notCancelled, data);
  }
  if (isHearsay(services, payment, received, hints.source)) {
    return (await applyReport(services, transaction, debit, reason)) ?? settle(services, transaction, debit, by);
  }
  if (reason !== null) return flagContradiction(services, transaction, payment, reason, data);
  const { bankTransaction } = update;
  const isOurs =
    bankTransaction === null || (await claimTransaction(services, transaction, payment, attempt, bankTransaction));
  return isOurs
    ? settle(services, transaction, debit, by)
    : flagContradiction(services, transaction, payment, 'transaction used elsewhere', data);
}

/** The contradiction of a message that is about another société's payment, by its words or by its path. */
export const wrongSociete = 'shop';

/** The contradiction between the message and the record, or null. */
function contradiction(payment: Payment, update: ProviderUpdate, { idSocieteOfPath }: Hints): string | null {
  if (update.currency !== null && update.currency !== euro) return 'currency';
  if (update.idSociete !== null && update.idSociete !== payment.idSociete) return wrongSociete;
  if (idSocieteOfPath !== null && idSocieteOfPath !== payment.idSociete) return wrongSociete;
  return null;
}

/** How the message belongs to the other mode than the payment, or null. */
function modeContradiction({ effectiveRunMode }: Payment, { runMode, testEvidence }: ProviderUpdate): string | null {
  if (runMode !== null && runMode !== effectiveRunMode) return 'mode';
  return testEvidence !== null && effectiveRunMode === 'LIVE' ? 'test authorisation' : null;
}

/**
 * Paybox reports an authorisation in the words of a payment; what the gateway asked for shows which one it is. A direct
 * debit is never paid by the bank's page: it can still come back unpaid.
 */
function asAsked(update: ProviderUpdate, { capture, flow }: Payment): ProviderUpdate {
  const isDirectDebit = flow === 'HOSTED_PAGE_MANDATE' && update.operation === 'DEBIT';
  if (isDirectDebit && bringsMoney.has(update.status)) {
    return { ...update, status: 'PENDING', acceptsDebit: true, waitsForShop: update.status === 'AUTHORIZED' };
  }
  return update.status === 'PAID' && !update.tellsCapture && capture === 'LATER'
    ? { ...update, status: 'AUTHORIZED' }
    : update;
}

async function settle(
  services: Services,
  transaction: Transaction,
  debit: Debit,
  { isAnswer, isMessage }: { readonly isAnswer: boolean; readonly isMessage: boolean },
): Promise<NotificationOutcome> {
  const { payment, attempt, update } = debit;
  const others = (await transaction.attemptsOf(payment.id)).filter(({ id }) => id !== attempt.id);
  const isOwn = attemptHoldsMoney.has(attempt.status);
  const isEnd = isOwn && endsUnpaid(update.status);
  const isTaken = attempt.status === 'AUTHORIZED' && update.status === 'PAID';
  const counts = isEnd || isTaken || (isOwn && !holdsMoney.has(payment.status));
  const held = counts || wasPaid.has(payment.status) ? await heldMoneyOf(transaction, payment) : null;
  const own = held && counts ? heldBy(held, attempt) : null;
  const left = held && own && { ...own, otherCents: centsOf(held) - own.ownCents };
  const word = held && wasPaid.has(payment.status) ? await wordOfMoney(transaction, payment, update, held) : null;
  // A message does not say when its word was true. Where the bank cannot be asked, a person looks.
  if (word?.isAgain && !isAnswer && (await keepAsking(services, transaction, debit, isMessage)) === null) {
    return { kind: 'IGNORED', reason: saidBefore, paymentId: payment.id };
  }
  const reconciled = reconcileUpdate({ payment, attempt, others, update, left, word });
  const isDisputed = reconciled.kind === 'APPLY' && (await isMoneyInDispute(transaction, payment, update));
  const surplus = (await isSecondDebit(services, transaction, debit)) ? paidTwice : null;
  const reason = surplus ?? (isDisputed ? moneyInReview : null);
  const reconciliation = reason === null ? reconciled : { ...reconciled, kind: 'CONTRADICTION' as const, reason };
  if (isEnd && reconciliation.kind === 'LATE' && reconciliation.attemptStatus !== null) {
    const operation = await operationConfirmedBy(transaction, payment, attempt, update);
    if (operation) {
      await confirm(services, transaction, debit, operation);
      return { kind: 'APPLIED', reason: null, paymentId: payment.id };
    }
  }
  const outcome = await applyMatch(services, transaction, debit, reconciliation, word);
  // Written after the payment, whose row is locked first. Opening an attempt takes the locks in the same order.
  if (reconciliation.attemptStatus !== null) {
    const { bankStatus } = update;
    const status = reconciliation.attemptStatus;
    // A message that says the same again with fewer words takes no number and no code away.
    const bankTransaction = update.bankTransaction ?? (status === attempt.status ? attempt.bankTransaction : null);
    const isAgain = status === attempt.status && bankTransaction === attempt.bankTransaction;
    const bankCode = update.bankCode ?? (isAgain ? attempt.bankCode : null) ?? bankStatus;
    const change = (isEnd && own && besideOwn(own)) || { status, bankTransaction, bankCode };
    // Where the payment stays, its version guards nothing.
    await transaction.updateAttempt(attempt.id, change, reconciliation.kind === 'APPLY' ? null : attempt);
  }
  // Where the bank denies the attempt's own money, the attempt holds on to other money that came to it.
  const isDenied = reconciliation.kind === 'CONTRADICTION' && reconciliation.reason === didNotCome;
  const beside = isDenied && own && attempt.bankTransaction === update.bankTransaction ? besideOwn(own) : null;
  if (beside) await transaction.updateAttempt(attempt.id, beside, attempt);
  return outcome;
}

async function applyMatch(
  services: Services,
  transaction: Transaction,
  debit: Debit,
  reconciliation: Reconciliation,
  word: WordOfMoney | null,
): Promise<NotificationOutcome> {
  const { payment, attempt, data } = debit;
  switch (reconciliation.kind) {
    case 'CONTRADICTION': {
      const { reason } = reconciliation;
      const isNewWord = word !== null && (reason === didNotCome ? word.hasCome : word.reason !== null);
      return flagContradiction(services, transaction, payment, reason, data, isNewWord);
    }
    case 'KNOWN':
      if (isPaidNow(attempt, reconciliation.attemptStatus)) await beFirstPaid(transaction, payment, attempt);
      if (await isFirstEnd(services, transaction, debit))
        return ignore(services, transaction, payment, data, hasStatus);
      // A debit may wait for the shop after it was pending for another reason.
      return (payment.status === 'PENDING' && (await warnOfHold(services, transaction, debit))) || known(payment);
    case 'LATE':
      return ignore(services, transaction, payment, data, reconciliation.reason);
    case 'APPLY': {
      const changed = await change(services, transaction, debit);
      const applied: NotificationOutcome = { kind: 'APPLIED', reason: null, paymentId: payment.id };
      return (await warnOfHold(services, transaction, { ...debit, payment: changed })) ?? applied;
    }
  }
}

const hasStatus = 'the payment has this status';
const known = ({ id: paymentId }: Payment): NotificationOutcome => ({ kind: 'IGNORED', reason: hasStatus, paymentId });

const isPaidNow = ({ status }: Attempt, next: Reconciliation['attemptStatus']): boolean =>
  next !== null && bringsMoney.has(next) && !attemptHoldsMoney.has(status);

/** A person found the payment paid. Where two attempts get their money at the same moment, one sees that of the other. */
async function beFirstPaid(transaction: Transaction, { id, version }: Payment, attempt: Attempt): Promise<void> {
  const isHeld = await transaction.holdPayment(id, version);
  const others = (await transaction.attemptsOf(id)).filter((other) => other.id !== attempt.id);
  if (!isHeld || others.some(({ status }) => attemptHoldsMoney.has(status))) {
    throw new StaleVersionError(`the payment ${id} or one of its attempts has changed`);
  }
}

/** Changes the payment's status to the one in the message. */
async function change(
  services: Services,
  transaction: Transaction,
  { payment, attempt, update, data }: Debit,
): Promise<Payment> {
  const operation = await operationConfirmedBy(transaction, payment, attempt, update);
  if (operation) return confirm(services, transaction, { payment, update }, operation);
  const held = update.status === 'AUTHORIZED' ? { expiresAt: services.clock() + authorisationLifetimeMs } : {};
  const step = { to: update.status, data: { cause: 'BANK_NEWS', ...data }, change: held } as const;
  return changeStatus(services, transaction, payment, step);
}

/** The message confirms our own call, whose answer is on its way or lost. */
function confirm(
  services: Services,
  transaction: Transaction,
  { payment, update }: Pick<Debit, 'payment' | 'update'>,
  operation: PaymentOperation,
): Promise<Payment> {
  const done = { status: 'DONE', bankTransaction: null, bankCode: update.bankStatus } as const;
  return recordOperationResult(services, transaction, { payment, operation, by: 'BANK_NEWS' }, done);
}

async function ignore(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  data: UpdateFacts,
  reason: string,
): Promise<NotificationOutcome> {
  await recordEventOnce(services, transaction, payment, { type: 'NEWS_IGNORED', data: { ...data, reason } });
  return { kind: 'IGNORED', reason, paymentId: payment.id };
}

const moneyInReview = 'money came during a review';

/**
 * Whether money came for a payment that is in review because of other, unexplained money. A person then decides about
 * both. A payment in review for any other reason becomes paid. A message in the wrong mode is no money.
 */
async function isMoneyInDispute(transaction: Transaction, payment: Payment, update: ProviderUpdate): Promise<boolean> {
  if (payment.status !== 'NEEDS_REVIEW' || !bringsMoney.has(update.status)) return false;
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

/** Banks hold an amount for about a week (Paybox: seven days). */
const authorisationLifetimeMs = 7 * 86_400_000;

/** The facts that the event keeps: ids and codes, no personal data. */
export const updateFactsOf = (update: ProviderUpdate, attempt: Attempt): UpdateFacts => ({
  ...attemptFactsOf(attempt),
  bankTransaction: update.bankTransaction,
  bankStatus: update.bankStatus,
  bankCode: update.bankCode,
  newsStatus: update.status,
});
