import { factOf } from '../../../kernel/stored-facts.ts';
import { endsUnpaid } from '../../../kernel/vocabulary.ts';
import { cameAfterAll, deniedIn, hasComeBeside } from '../attempts/last-word.ts';
import { attemptHoldsMoney, isCancelledBy } from '../attempts/paying-attempt.ts';
import type { PaymentEvent } from '../events/payment-event.ts';
import { flagContradiction } from '../flag-contradiction.ts';
import {
  askSoon,
  type Debit,
  type Known,
  mostReports,
  noQuestion,
  providerOf,
  saveQuestion,
  whyNotAsked,
} from '../notifications/hear-report.ts';
import type { NotificationOutcome } from '../notifications/notification.ts';
import type { Payment } from '../payment.ts';
import type { Services, Transaction } from '../ports.ts';
import { bringsMoney, holdsMoney, isGivenUp } from '../reconcile-update.ts';
import { recordEventOnce } from '../record-event-once.ts';

/** The end of a transaction at the bank: a message of its money that comes later is late. */

/** The reasons of such a message: the money had come before and was cancelled or denied, or none of it was known. */
const lateReasons = {
  TAKEN_BACK: 'late: this transaction was cancelled',
  DENIED: 'late: the bank has denied this money',
  ENDED: 'late: this transaction has ended',
} as const;
type End = keyof typeof lateReasons;

/** The reason of a message that says again what another word followed: it may be older than that word. */
export const saidBefore = 'the bank said this before, and is asked whether it is so again';

/** Whether an update was ignored because the bank is asked. */
export const isPutOff = (reason: string | null): boolean =>
  reason === saidBefore || Object.values<string | null>(lateReasons).includes(reason);

/** How the transaction has ended that the update says money of; null where it has not. */
export async function endOf(
  services: Known,
  transaction: Transaction,
  { payment, attempt, update }: Debit,
): Promise<End | null> {
  const { bankTransaction } = update;
  const isOwn = attempt.bankTransaction === bankTransaction;
  const isOwnHeld = isOwn && attemptHoldsMoney.has(attempt.status);
  const isPaid = holdsMoney.has(payment.status);
  if (bankTransaction === null || !bringsMoney.has(update.status) || (isOwnHeld && isPaid)) return null;
  if (endsUnpaid(payment.status) && isGivenUp(attempt, update)) return null;
  const about = await eventsAbout(transaction, { payment, update });
  const hasCome = about.some(saysMoney);
  const isCancelled = isOwn ? attempt.status === 'CANCELLED' : about.some(isCancelledBy);
  if (hasCome && isCancelled) return 'TAKEN_BACK';
  if (!isPaid && deniedIn(about).has(bankTransaction)) return 'DENIED';
  return !isOwnHeld && about.some(endsAtBank(services, { payment })) ? 'ENDED' : null;
}

/**
 * A message does not say when its word was true. The bank's answer to a new question about this transaction does: it is
 * asked until there is one. Where it cannot be asked, a person looks.
 */
export async function putOff(
  services: Services,
  transaction: Transaction,
  debit: Debit,
  found: End,
  isMessage: boolean,
): Promise<NotificationOutcome> {
  const { payment, data } = debit;
  const end = found === 'TAKEN_BACK' && !(await cameBefore(transaction, debit)) ? 'ENDED' : found;
  const reason = lateReasons[end];
  const whyNot = await keepAsking(services, transaction, debit, isMessage);
  if (whyNot !== null) {
    const said = end === 'DENIED' ? cameAfterAll : `${reason}, and ${whyNot}`;
    return flagContradiction(services, transaction, payment, said, data, end === 'DENIED');
  }
  await recordEventOnce(services, transaction, payment, { type: 'NEWS_IGNORED', data: { ...data, reason } });
  return { kind: 'IGNORED', reason, paymentId: payment.id };
}

/** Whether the money had come before its cancellation. What was put off since proves nothing. */
async function cameBefore(transaction: Transaction, debit: Debit): Promise<boolean> {
  const about = await eventsAbout(transaction, debit);
  const cancelled = about.findIndex(isCancelledBy);
  const before = cancelled === -1 ? about : about.slice(0, cancelled);
  return before.some((event) => saysMoney(event) && !isLate(event));
}

/** Like a report: see `confirm-reports.ts`. Answers why it cannot be. */
export async function keepAsking(
  services: Services,
  transaction: Transaction,
  { payment, attempt, update: { bankTransaction } }: Omit<Debit, 'data'>,
  isMessage: boolean,
): Promise<string | null> {
  const whyNot = whyNotAsked(services, payment);
  if (whyNot === null && bankTransaction === null) await askSoon(services, transaction, attempt);
  if (whyNot !== null || bankTransaction === null) return whyNot;
  const question = (await transaction.reportOf(attempt.id)) ?? noQuestion(attempt);
  const isAsked = question.bankTransactions.includes(bankTransaction);
  if (isAsked && !isMessage) return null;
  if (!isAsked && question.bankTransactions.length >= mostReports)
    return 'too many of its transactions are asked about';
  await saveQuestion(services, transaction, payment, question, bankTransaction, 0);
  return null;
}

/**
 * Which of these transactions the bank is asked about for another reason than a report: a word that counted said that
 * their money came, and it came after their end, or another word followed.
 */
export async function verifiedAmong(
  transaction: Pick<Transaction, 'eventsOf'>,
  { id, version }: Pick<Payment, 'id' | 'version'>,
  bankTransactions: readonly string[],
): Promise<readonly string[]> {
  const story = await transaction.eventsOf(id, 0, version);
  const verified = story.filter(isVerified).map(({ data }) => factOf(data, 'bankTransaction'));
  return bankTransactions.filter((number) => verified.includes(number));
}

const isVerified = (event: PaymentEvent): boolean =>
  saysMoney(event) && (event.type !== 'CONTRADICTION' || hasComeBeside(event) || isLate(event));

/** Whether money of the update was put off, or a person was called for it. */
export const isLate = ({ type, data }: PaymentEvent): boolean =>
  (type === 'NEWS_IGNORED' || type === 'CONTRADICTION') &&
  Object.values(lateReasons).some((reason) => factOf(data, 'reason')?.startsWith(reason));

export function saysMoney({ data }: PaymentEvent): boolean {
  const said = factOf(data, 'newsStatus');
  return said !== null && bringsMoney.has(said);
}

/** The contradiction of an answer to a question of after the cancellation. */
export const notCancelled = 'the transaction was not cancelled';

/** Whether the update is the first word that the bank has ended a transaction which brought no money. */
export async function isFirstEnd(services: Known, transaction: Transaction, debit: Debit): Promise<boolean> {
  const { payment, attempt, update } = debit;
  if (update.bankTransaction === null || !endsUnpaid(update.status) || attemptHoldsMoney.has(attempt.status)) {
    return false;
  }
  const isEnd = providerOf(services, payment).endsTransaction(update.bankStatus);
  return isEnd && !(await eventsAbout(transaction, debit)).some(endsAtBank(services, debit));
}

async function eventsAbout(
  transaction: Pick<Transaction, 'eventsOf'>,
  { payment: { id, version }, update: { bankTransaction } }: Pick<Debit, 'payment' | 'update'>,
): Promise<readonly PaymentEvent[]> {
  const story = await transaction.eventsOf(id, 0, version);
  return story.filter(({ data }) => factOf(data, 'bankTransaction') === bankTransaction);
}

/** By a word of the bank, or by an operation. What the customer gave up, or was refused, they may try again. */
const endsAtBank =
  (services: Known, { payment }: Pick<Debit, 'payment'>) =>
  (event: PaymentEvent): boolean => {
    const { type, data } = event;
    const said = factOf(data, 'newsStatus');
    if (said === null) return isCancelledBy(event);
    const isUpdate = (type === 'STATUS_CHANGED' || type === 'NEWS_IGNORED') && !('operation' in data);
    const word = factOf(data, 'bankStatus');
    return isUpdate && word !== null && endsUnpaid(said) && providerOf(services, payment).endsTransaction(word);
  };
