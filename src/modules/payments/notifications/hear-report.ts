import { factOf } from '../../../kernel/stored-facts.ts';
import { endsUnpaid } from '../../../kernel/vocabulary.ts';
import { isDecision } from '../attempts/last-word.ts';
import { attemptHoldsMoney } from '../attempts/paying-attempt.ts';
import { recordStep } from '../change-payment.ts';
import { attemptFactsOf, type UpdateFacts } from '../events/facts.ts';
import type { PaymentEvent } from '../events/payment-event.ts';
import { flagContradiction } from '../flag-contradiction.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Services, Transaction } from '../ports.ts';
import { accountOfPayment, type HostedTarget, type ProviderUpdate } from '../provider.ts';
import { bringsMoney } from '../reconcile-update.ts';
import { recordEventOnce } from '../record-event-once.ts';
import { canChange } from '../transitions.ts';
import type { NotificationOutcome } from './notification.ts';
import type { ReportedPayment } from './reported-payment.ts';

/**
 * A message of Paybox about a LIVE payment is only a report. Any holder of a Paybox contract, even of the public test
 * contract, can make the platform sign a message about our reference. So the gateway asks the bank under our own
 * contract, and the bank's answer counts.
 */

/** A provider update about a debit, with the payment and attempt that it is about. */
export type Debit = {
  readonly payment: Payment;
  readonly attempt: Attempt;
  readonly update: ProviderUpdate;
  readonly data: UpdateFacts;
};

/** Whether the update comes from a message about real money that does not prove its contract. */
export function isHearsay(
  services: Known,
  payment: Payment,
  { signers }: ProviderUpdate,
  source: string | null,
): boolean {
  if (signers === undefined || payment.effectiveRunMode !== 'LIVE') return false;
  const account = accountOfPayment(services, payment);
  return source === null || account === null || !providerOf(services, payment).provesAlone(account, source);
}

export type Known = Pick<Services, 'societes' | 'providers' | 'settings'>;

export const providerOf = ({ providers }: Known, { paymentTarget }: Payment) =>
  providers[paymentTarget as HostedTarget];

/** Null where the report brings no money and takes none: it is applied like any other, and the bank's own word follows. */
export async function applyReport(
  services: Services,
  transaction: Transaction,
  debit: Debit,
  contradiction: string | null,
): Promise<NotificationOutcome | null> {
  const { payment, attempt, update } = debit;
  // Once for each attempt, however many such messages a stranger sends.
  const about = attemptFactsOf(attempt);
  if (contradiction !== null) {
    // The status stays: the sender of such a message must not be able to stop a payment.
    const data = { ...about, reason: contradiction };
    await recordEventOnce(services, transaction, payment, { type: 'CONTRADICTION', data });
    return { kind: 'CONTRADICTION', reason: contradiction, paymentId: payment.id };
  }
  if (bringsMoney.has(update.status)) return hearOfMoney(services, transaction, debit);
  const isAsked = (await transaction.reportOf(attempt.id)) !== null;
  if (!endsUnpaid(update.status) || !(attemptHoldsMoney.has(attempt.status) || isAsked)) return null;
  const reason = 'a message alone takes no money away: the bank is asked';
  await recordEventOnce(services, transaction, payment, { type: 'NEWS_IGNORED', data: { ...about, reason } });
  // Even where the bank is being asked: its answer may be older than this message.
  await askSoon(services, transaction, attempt);
  return { kind: 'IGNORED', reason, paymentId: payment.id };
}

/**
 * For a message that proves nothing: any customer can make one, so nothing of it is written but the message. If its word
 * is a new one of the bank, the bank's answer shows that.
 */
export async function askInstead(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  attempt: Attempt,
): Promise<NotificationOutcome> {
  const whyNot = whyNotAsked(services, payment);
  if (whyNot === null) await askSoon(services, transaction, attempt);
  const reason = `a status or an operation that is not known proves nothing: ${whyNot ?? 'the bank is asked'}`;
  return { kind: 'IGNORED', reason, paymentId: payment.id };
}

/** One inquiry waits for each attempt, however many messages come. */
export async function askSoon(
  { clock }: Pick<Services, 'clock'>,
  transaction: Transaction,
  { id }: Attempt,
): Promise<void> {
  const now = clock();
  await transaction.saveLostInquiry({ attemptId: id, since: now, nextAskAt: now });
}

/** Why a person is called at once; null where the bank can be asked. */
export function whyNotAsked(services: Known, payment: Payment): string | null {
  const account = accountOfPayment(services, payment);
  return account ? providerOf(services, payment).whyNotAsked(account) : 'the account is not in the configuration';
}

/** More numbers than a customer can bring under one reference are a stranger's. */
export const mostReports = 8;

async function hearOfMoney(
  services: Services,
  transaction: Transaction,
  { payment, attempt, update, data }: Debit,
): Promise<NotificationOutcome> {
  const { id: paymentId } = payment;
  const { bankTransaction } = update;
  const ignored = (reason: string): NotificationOutcome => ({ kind: 'IGNORED', reason, paymentId });
  if (bankTransaction === null) throw new Error('a paid update has the number of its transaction');
  if (attemptHoldsMoney.has(attempt.status) && attempt.bankTransaction === bankTransaction) {
    return ignored('the payment has this status');
  }
  const reason = whyNotAsked(services, payment);
  const asked: NotificationOutcome = { kind: 'UNCONFIRMED', reason, paymentId };
  const story = await transaction.eventsOf(paymentId, 0, payment.version);
  const earlier = story.flatMap((event) => (isReportOf(event, attempt) ? [event.data.bankTransaction] : []));
  const report = await transaction.reportOf(attempt.id);
  if (earlier.includes(bankTransaction)) {
    if (reason !== null || report?.bankTransactions.includes(bankTransaction)) return asked;
    return ignored('the bank was asked about this transaction');
  }
  if (earlier.length >= mostReports) return ignored('too many transactions were reported for this attempt');
  const reported = await recordReport(services, transaction, payment, { ...data, bankTransaction });
  if (!attemptHoldsMoney.has(attempt.status)) {
    const change = { status: 'PENDING', bankTransaction, bankCode: update.bankCode } as const;
    await transaction.updateAttempt(attempt.id, change);
  }
  if (reason !== null) {
    const about = { ...attemptFactsOf(attempt), bankTransaction };
    await reviewReport(services, transaction, reported, about, `reported paid, and ${reason}`);
    return asked;
  }
  await saveQuestion(services, transaction, reported, report ?? noQuestion(attempt), bankTransaction, firstPauseMs);
  return asked;
}

/** The process that has the message asks at once; this is for when it has died. */
export const firstPauseMs = 15_000;

type Report = Extract<PaymentEvent, { type: 'REPORTED_PAID_NOT_CONFIRMED' }>;
const isReportOf = (event: PaymentEvent, { reference }: Attempt): event is Report =>
  event.type === 'REPORTED_PAID_NOT_CONFIRMED' && event.data.attemptReference === reference;

function recordReport(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  { newsStatus: reported, ...facts }: UpdateFacts & { readonly bankTransaction: string },
): Promise<Payment> {
  const isWaiting = canChange(payment.status, 'PENDING', 'BANK_NEWS');
  const data = { ...facts, reported };
  return recordStep(services, transaction, payment, {
    type: 'REPORTED_PAID_NOT_CONFIRMED',
    data: isWaiting ? { from: payment.status, cause: 'BANK_NEWS', ...data } : data,
    ...(isWaiting && { change: { status: 'PENDING' } }),
  });
}

type Question = Pick<ReportedPayment, 'id' | 'bankTransactions'> & { readonly since: number | null };
export const noQuestion = ({ id }: Attempt): Question => ({ id, bankTransactions: [], since: null });

/**
 * The bank is asked about one more transaction, or once more about the same. While a person is still to be called for the
 * question, its time goes on: however many messages come, that call is not put off.
 */
export async function saveQuestion(
  services: Services,
  transaction: Transaction,
  { id: paymentId, version }: Payment,
  { id, bankTransactions: asked, since: askedSince }: Question,
  bankTransaction: string,
  pauseMs: number,
): Promise<void> {
  const now = services.clock();
  const decision = (await transaction.eventsOf(paymentId, 0, version)).findLast(isDecision);
  const isCallOpen = askedSince !== null && now < askedSince + services.settings.confirmationMs;
  const since = isCallOpen && !(decision && decision.at >= askedSince) ? askedSince : now;
  const bankTransactions = [...new Set([...asked, bankTransaction])];
  await transaction.saveReport({ id, bankTransactions, since, nextAskAt: now + pauseMs });
}

/** Why a person is called where the bank does not answer, or says something else. */
export const unconfirmed = 'reported paid, and the bank does not confirm it';

/**
 * Calls a person, and again only where the bank was asked anew after a later decision or a later word that counted. False
 * where the story says the same already.
 * @param since when the bank was asked, in milliseconds; 0: a person is called only once
 */
export async function reviewReport(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  facts: { readonly attempt: number; readonly attemptReference: string; readonly bankTransaction: string | null },
  reason: string,
  since = 0,
): Promise<boolean> {
  const story = await transaction.eventsOf(payment.id, 0, payment.version);
  const isAbout = ({ data }: PaymentEvent): boolean => factOf(data, 'bankTransaction') === facts.bankTransaction;
  const call = story.findLastIndex((event) => isAbout(event) && factOf(event.data, 'reason') === reason);
  const saysMore = (event: PaymentEvent): boolean =>
    isDecision(event) || (isAbout(event) && event.type !== 'NEWS_IGNORED' && factOf(event.data, 'newsStatus') !== null);
  const change = story.slice(call + 1).findLast(saysMore);
  if (call !== -1 && !(change && since >= change.at)) return false;
  await flagContradiction(services, transaction, payment, reason, facts, true);
  return true;
}
