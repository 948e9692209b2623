import type { PaymentQuery } from '../../generated/operations.ts';
import { moneyText } from '../../parts/values/money.tsx';
import { whenText } from '../../parts/values/when.tsx';
import { debitWords } from '../../texts/debits.ts';
import type { Language } from '../../texts/words.ts';
import { sentences } from './sentences.ts';
import { texts } from './texts.ts';

export type Payment = NonNullable<PaymentQuery['payment']>;
type Event = Payment['events']['edges'][number]['node'];

/** What an operation in doubt is; null where there is none. */
export const doubtOf = ({ operations }: Payment): Payment['operations'][number] | null =>
  operations.find(({ status }) => status === 'UNKNOWN') ?? null;

/** The part of an unpaid transfer or debit that is still here: the sums that came, less those that the bank took back. */
export const partCents = ({ events }: Payment): number =>
  events.edges.reduce((sum, { node: { type, reason, bookedAmount } }) => {
    if (reason !== 'UNDERPAID' || bookedAmount === null) return sum;
    return type === 'MONEY_RECEIVED' ? sum + bookedAmount.cents : sum - bookedAmount.cents;
  }, 0);

/** The surplus that is still here, by the events. No event records what a person gave back by another way. */
export function surplusCents({ events, amount }: Pick<Payment, 'events' | 'amount'>): number {
  let [part, surplus] = [0, 0];
  for (const { node } of events.edges) {
    const cents = node.bookedAmount?.cents ?? 0;
    if (node.type === 'MONEY_RECEIVED' || node.type === 'MONEY_RETURNED') {
      const moved = node.type === 'MONEY_RECEIVED' ? cents : -cents;
      if (node.reason === 'SURPLUS') surplus += moved;
      else part += moved;
    } else if (node.type === 'STATUS_CHANGED' && cents > 0) {
      if (node.status === 'PAID') surplus += Math.max(0, part + cents - amount.cents);
      if (node.status !== 'RETURNED') continue;
      surplus -= Math.max(0, cents - amount.cents);
      part = 0;
    }
  }
  return surplus;
}

/** Of money that came before it was paid, whether all of it went back; null where none came. */
function isBack(events: readonly Event[]): boolean | null {
  const sumOf = (name: Event['type']): number =>
    events.reduce((sum, { type, bookedAmount }) => sum + (type === name ? (bookedAmount?.cents ?? 0) : 0), 0);
  const cameCents = sumOf('MONEY_RECEIVED');
  return cameCents === 0 ? null : cameCents === sumOf('MONEY_RETURNED');
}

/** What the bank took back of a transfer, by the entry that returned it and by later ones. */
const takenCents = (events: readonly Event[], change: Event): number =>
  events
    .slice(events.indexOf(change) + 1)
    .reduce(
      (sum, { type, reason, bookedAmount }) =>
        type === 'MONEY_RETURNED' && reason === 'UNDERPAID' ? sum + (bookedAmount?.cents ?? 0) : sum,
      change.bookedAmount?.cents ?? 0,
    );

/**
 * What happened and what comes next, in one or two sentences.
 * @param isForReview a person can decide about it now
 */
export function sentenceOf(payment: Payment, language: Language, isForReview: boolean): string {
  const say = sentences[language];
  const money = (cents: number): string => moneyText(cents, language, payment.amount.currency);
  const doubt = doubtOf(payment);
  if (doubt) return say.doubt(texts[language].operation[doubt.kind], money(doubt.amount.cents));
  const review = payment.operations.find(({ status }) => status === 'NEEDS_REVIEW');
  if (review) return say.review(texts[language].operation[review.kind], money(review.amount.cents));
  const events = payment.events.edges.map(({ node }) => node);
  // An event that changes no status has none before it.
  const change = events.findLast(
    ({ type, status, previousStatus }) =>
      status === payment.status && (previousStatus === null ? type === 'INITIATED' : previousStatus !== status),
  );
  const at = whenText(change?.createdAt ?? payment.updatedAt, language);
  const until = payment.expiresAt === null ? null : whenText(payment.expiresAt, language);
  const refunded = payment.refunds.reduce((sum, { status, amount }) => sum + (status === 'DONE' ? amount.cents : 0), 0);
  const received = partCents(payment);
  const part = received > 0 ? { received: money(received), missing: money(payment.amount.cents - received) } : null;
  const takes = change?.status === 'RETURNED' && change.bookedAmount !== null ? takenCents(events, change) : 0;
  const left = payment.amount.cents - takes;
  const taken = takes > 0 && left > 0 ? { back: money(takes), left: money(left) } : null;
  const amounts = { refunded: money(refunded), amount: money(payment.amount.cents), part };
  const due = payment.dueDate === null ? null : whenText(payment.dueDate, language, 'day');
  const why = payment.debitFailure?.meaning ?? codeOf(change, language);
  const isToDecide = payment.bankExceptions.some(({ status }) => status === 'OPEN');
  const ofSurplus = payment.bankExceptions.filter(({ kind }) => kind === 'OVERPAID' || kind === 'SURPLUS');
  // Who may see exceptions sees what of it no person has dealt with.
  const leftCents = ofSurplus.reduce((sum, { status, amount: of }) => sum + (status === 'OPEN' ? of.cents : 0), 0);
  const over = ofSurplus.length > 0 ? leftCents : surplusCents(payment);
  const isWaiting = isToDecide || over > 0 || payment.waitingApprovals.length > 0 || payment.surplus !== null;
  const wasPaid = events.some(({ status }) => status === 'PAID');
  const canPayAgain = payment.availableActions.some(({ action, available }) => action === 'PAY' && available);
  const facts = {
    isWaiting,
    wasPaid,
    canPayAgain,
    at,
    until,
    due,
    why,
    taken,
    isBack: isBack(events),
    isDenied: isForReview,
    isOfPerson: change?.cause === 'REVIEW',
    isTransfer: payment.paymentType === 'SEPA',
    ...debitFacts(payment, language),
    ...amounts,
  };
  return `${say.status[payment.status](facts)}${over > 0 ? say.over(money(over)) : ''}`;
}

/** As far as the reader may see mandates and batches. */
function debitFacts({ directDebit }: Payment, language: Language) {
  const { mandate = null, batch = null } = directDebit ?? {};
  const { status = 'ACTIVE' } = mandate ?? {};
  const unusable = {
    status: debitWords[language].mandateStatus[status],
    isOver: status === 'REVOKED' || status === 'EXPIRED',
  };
  return { unusable: status === 'ACTIVE' ? null : unusable, isAtBank: batch?.status === 'SUBMITTED' };
}

/** What the customer paid twice and what to do about it; null where there is nothing. */
export const surplusSentenceOf = ({ surplus, amount }: Payment, language: Language): string | null =>
  surplus &&
  sentences[language].surplus(moneyText(surplus.amount.cents, language, amount.currency), surplus.bankTransactions);

/** What waits for a second person, in a sentence. */
export function waitingSentenceOf(
  { amount, requestedBy, requestedByPerson, expiresAt }: Payment['waitingApprovals'][number],
  language: Language,
): string {
  const money = amount === null ? null : moneyText(amount.cents, language);
  return sentences[language].waits(money, requestedByPerson?.name ?? requestedBy, whenText(expiresAt, language));
}

function codeOf(event: Event | undefined, language: Language): string | null {
  return event?.bankCode ? sentences[language].code(event.bankCode) : null;
}
