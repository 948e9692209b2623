import assert from 'node:assert/strict';
import { factOf } from '../../../kernel/stored-facts.ts';
import type { PaymentEvent } from '../events/payment-event.ts';
import { type PaymentOperation, refundedCentsOf } from '../operations/payment-operation.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Transaction } from '../ports.ts';
import { deniedIn, hasComeBeside, paidTwice } from './last-word.ts';

export const attemptHoldsMoney: ReadonlySet<Attempt['status']> = new Set<Attempt['status']>(['PAID', 'AUTHORIZED']);

/** The reason of a refund in the bank's back office that leaves the payment paid. */
export const ofSurplus = 'it gives back what was paid twice';

/** What is there of a payment's money, by one of its attempts. */
export type HeldMoney = {
  readonly attempt: Attempt;
  /** Whether it paid what another transaction had paid. */
  readonly isSurplus: boolean;
  /** Whether its own transaction was given back, at least in part, or a person decided that it was. */
  readonly isGivenBack: boolean;
  /** Whether the bank's last word is that the money of its own transaction did not come. */
  readonly isDenied: boolean;
  /** The transactions that were paid. */
  readonly numbers: ReadonlySet<string | null>;
  /** Of all its transactions, less what was given back of them without a change of the payment. */
  readonly cameCents: number;
  /** Of the transaction that the attempt names, in cents. */
  readonly ownCents: number;
  /** Of the others that came to it. */
  readonly besideCents: number;
  /** Their numbers; one that was given back without a change of the payment stays among several. */
  readonly besideNumbers: readonly (string | null)[];
  /** The last of those. */
  readonly beside: { readonly bankTransaction: string | null; readonly status: MoneyStatus } | null;
};

type MoneyStatus = 'AUTHORIZED' | 'PAID';

type Reads = Pick<Transaction, 'attemptsOf' | 'operationsOf' | 'eventsOf'>;

/**
 * The one rule for the money of a payment. A transaction holds its amount from the message that it was paid until it is
 * cancelled or the bank denies it, less what was given back of it. An authorisation is money only where the payment rests
 * on it: where another transaction paid, the bank may never take that sum.
 * @param but a refund that does not count
 */
export async function heldMoneyOf(
  transaction: Reads,
  payment: Payment,
  but?: { readonly attempt: Attempt; readonly bankTransaction: string | null },
): Promise<readonly HeldMoney[]> {
  const attempts = await transaction.attemptsOf(payment.id);
  const operations = await transaction.operationsOf(payment.id);
  const story = await transaction.eventsOf(payment.id, 0, payment.version);
  const decided = story.findLastIndex(decidesAgainst);
  const isOfBefore = keepsAttempts.has(story[decided]?.status);
  const since = story.slice(decided + 1);
  const found = attempts.map((attempt) => ({ attempt, came: transactionsOf(attempt, since, isOfBefore) }));
  const denied = deniedIn(story);
  for (const number of denied) for (const { came } of found) came.delete(number);
  const [isAuthorized, claims] = [payment.status === 'AUTHORIZED', claimsMoney.has(payment.status)];
  if (claims && !isAuthorized) {
    const before = found.flatMap(({ attempt, came }) =>
      foundPaid(attempt, since).flatMap((number) => (came.has(number) ? [{ came, number }] : [])),
    );
    // Where the bank names the one that it took, the others are only held.
    const isNamed = before.some(({ came, number }) => came.get(number) === 'PAID');
    if (!isNamed) for (const { came, number } of before) came.set(number, 'PAID');
  }
  const isPaid = found.some(({ came }) => [...came.values()].includes('PAID'));
  const countsHeld = isAuthorized || (claims && !isPaid);
  return found.map(({ attempt, came }) => {
    const about = since.filter(({ data }) => factOf(data, 'attemptReference') === attempt.reference);
    const counted = [...came].flatMap(([bankTransaction, status]) =>
      status === 'PAID' || countsHeld ? [{ bankTransaction, status }] : [],
    );
    const others = counted.filter(({ bankTransaction }) => bankTransaction !== attempt.bankTransaction);
    const givenCents = surplusGivenBack(about, but?.attempt.id === attempt.id ? but.bankTransaction : undefined);
    const besideCents = others.length * payment.amountCents - givenCents;
    const refundedCents = refundedCentsOf(refundsOf(attempt, operations, story));
    const ownCents = (counted.length - others.length) * payment.amountCents - refundedCents + Math.min(0, besideCents);
    return {
      attempt,
      isSurplus: about.some(isPaidTwice),
      isGivenBack: refundedCents > 0 || !came.has(attempt.bankTransaction),
      isDenied: denied.has(attempt.bankTransaction),
      numbers: new Set([...came].flatMap(([number, status]) => (status === 'PAID' ? [number] : []))),
      cameCents: Math.max(0, counted.length * payment.amountCents - givenCents),
      ownCents: Math.max(0, ownCents),
      besideCents: Math.max(0, besideCents),
      besideNumbers: others.map(({ bankTransaction }) => bankTransaction),
      beside: others.at(-1) ?? null,
    };
  });
}

/** A payment in these states says that money of it is there. */
export const claimsMoney: ReadonlySet<Payment['status']> = new Set<Payment['status']>([
  ...(['AUTHORIZED', 'NEEDS_REVIEW', 'PAID', 'PARTIALLY_REFUNDED'] as const),
]);

/** A decision after which the attempts still name the money that it settled. The others end all attempts with money. */
const keepsAttempts: ReadonlySet<Payment['status'] | undefined> = new Set<Payment['status'] | undefined>([
  ...(['REFUNDED', 'RETURNED'] as const),
]);

/** What had come of an attempt when a person found the payment paid: the bank has taken it, with or without a message. */
function foundPaid({ reference }: Attempt, story: readonly PaymentEvent[]): readonly (string | null)[] {
  const found = story.findLastIndex(
    ({ type, status, data }) => type === 'STATUS_CHANGED' && data.cause === 'REVIEW' && status === 'PAID',
  );
  return story.slice(0, Math.max(0, found)).flatMap(({ data }) => {
    const said = factOf(data, 'newsStatus');
    const isOwn = factOf(data, 'attemptReference') === reference && (said === 'PAID' || said === 'AUTHORIZED');
    return isOwn ? [factOf(data, 'bankTransaction')] : [];
  });
}

/**
 * The operations on the transaction that an attempt names. A refund that was done before it came gave back an earlier one.
 */
function refundsOf(
  { id, reference, bankTransaction }: Attempt,
  operations: readonly PaymentOperation[],
  story: readonly PaymentEvent[],
): readonly PaymentOperation[] {
  const about = story.map((event) => {
    const hasCome = hasComeBeside(event) || (event.type === 'STATUS_CHANGED' && claimsMoney.has(event.status));
    const isOwn = hasCome && factOf(event.data, 'attemptReference') === reference;
    return isOwn ? factOf(event.data, 'bankTransaction') : undefined;
  });
  const first = about.findIndex((number) => number !== undefined);
  const before = story.slice(first, Math.max(0, about.indexOf(bankTransaction)));
  const ofAnother = new Set(before.map(({ type, data }) => (type === 'REFUND_DONE' ? data.operation : null)));
  return operations.filter((operation) => operation.attemptId === id && !ofAnother.has(operation.id));
}

const isPaidTwice = ({ type, data }: PaymentEvent): boolean => type === 'CONTRADICTION' && data.reason === paidTwice;

/** A person decided that no money is there: that settles all that had come before. */
const decidesAgainst = ({ type, status, data }: PaymentEvent): boolean =>
  type === 'STATUS_CHANGED' && data.cause === 'REVIEW' && status !== 'PAID' && data.from !== 'RETURNED';

/**
 * The transactions of an attempt that have come and not ended.
 * @param story since that decision
 * @param isOfBefore whether the attempt may name what that decision settled: then its own counts only if the story does
 */
function transactionsOf(
  { reference, status, bankTransaction }: Attempt,
  story: readonly PaymentEvent[],
  isOfBefore: boolean,
): Map<string | null, MoneyStatus> {
  const came = new Map<string | null, MoneyStatus>();
  let isOwnNamed = !isOfBefore;
  for (const event of story) {
    const number = factOf(event.data, 'bankTransaction');
    if (isCancelledBy(event)) came.delete(number);
    if (factOf(event.data, 'attemptReference') !== reference) continue;
    const said = factOf(event.data, 'newsStatus');
    const hasCome = said === 'PAID' || said === 'AUTHORIZED';
    if (hasCome && number === bankTransaction) isOwnNamed = true;
    // A late message of an authorisation takes nothing from what was paid.
    if (hasCome && hasComeBeside(event) && came.get(number) !== 'PAID') came.set(number, said);
    // What was paid is given back by a cancellation alone.
    if (event.type === 'NEWS_IGNORED' && !hasCome && said !== 'PENDING' && came.get(number) === 'AUTHORIZED') {
      came.delete(number);
    }
  }
  if (status !== 'PAID' && status !== 'AUTHORIZED') came.delete(bankTransaction);
  else if (isOwnNamed) came.set(bankTransaction, status);
  return came;
}

/** The reason of a cancellation that leaves the payment paid by another transaction. */
export const leavesOther = 'the bank did it, but the payment was made by another transaction';

/** Whether a transaction was cancelled, by a message or by an operation, with the payment or without it. */
export function isCancelledBy({ type, status, data }: PaymentEvent): boolean {
  if (factOf(data, 'bankTransaction') === null) return false;
  if (type === 'STATUS_CHANGED') return status === 'CANCELLED';
  if (type === 'REVIEW_NEEDED') return data.reason === leavesOther;
  return type === 'NEWS_IGNORED' && factOf(data, 'newsStatus') === 'CANCELLED' && !('operation' in data);
}

/** What was given back of an attempt without a change of its payment. */
const surplusGivenBack = (about: readonly PaymentEvent[], but?: string | null): number =>
  about.reduce((sum, { type, data }) => {
    const isGiven = type === 'NEWS_IGNORED' && 'amountCents' in data && data.reason === ofSurplus;
    return isGiven && data.bankTransaction !== but ? sum + data.amountCents : sum;
  }, 0);

/** The sum of all. */
export const centsOf = (held: readonly HeldMoney[]): number =>
  held.reduce((sum, { ownCents, besideCents }) => sum + ownCents + besideCents, 0);

/** What a payment says that is there of its money, in cents. */
export const claimedCentsOf = ({ status, amountCents }: Payment, operations: readonly PaymentOperation[]): number =>
  claimsMoney.has(status) ? amountCents - refundedCentsOf(operations) : 0;

/** The money of one attempt. */
export function heldBy(held: readonly HeldMoney[], { id }: Pick<Attempt, 'id'>): HeldMoney {
  const found = held.find(({ attempt }) => attempt.id === id);
  assert(found, 'an attempt of the payment is there');
  return found;
}

/**
 * What an attempt becomes when its own transaction has ended: it holds on to another that came to it, and whose money is
 * there. Null where there is none.
 */
export const besideOwn = ({
  besideCents,
  beside,
}: HeldMoney): Pick<Attempt, 'status' | 'bankTransaction' | 'bankCode'> | null =>
  besideCents === 0 || beside === null ? null : { ...beside, bankCode: null };

/**
 * The attempt that brought the payment's money. Operations at the bank use this one. Null also where a person found the
 * payment paid and the bank has not said which of several sums it took.
 */
export const payingAttemptOf = async (transaction: Reads, payment: Payment): Promise<Attempt | null> =>
  payingAmong(await heldMoneyOf(transaction, payment), payment);

export function payingAmong(held: readonly HeldMoney[], payment: Payment): Attempt | null {
  const holding = held.filter(({ attempt }) => attemptHoldsMoney.has(attempt.status));
  const left = holding.filter((held) => centsOf([held]) > 0);
  const taken = left.filter(({ attempt }) => attempt.status === 'PAID');
  const isUnnamed = payment.status !== 'AUTHORIZED' && taken.length === 0 && centsOf(left) > payment.amountCents;
  if (isUnnamed) return null;
  const [one = left] = [taken, left].filter(({ length }) => length > 0);
  const paying = one.find(({ isSurplus }) => !isSurplus) ?? one[0] ?? holding[0];
  return paying?.attempt ?? null;
}

type Ended = 'REFUSED' | 'CANCELLED' | 'EXPIRED' | 'FAILED';

/**
 * Marks that no attempt holds money of the payment any more. Otherwise a later operation could use this attempt after
 * the customer tried again.
 */
export const letGo = (transaction: Transaction, payment: Pick<Payment, 'id'>, status: Ended): Promise<void> =>
  endAttempts(transaction, payment, status, attemptHoldsMoney);

/** Also ends those that the bank has not decided: a person looked at the bank, so nothing waits for them any more. */
export const endByPerson = (transaction: Transaction, payment: Pick<Payment, 'id'>, status: Ended): Promise<void> =>
  endAttempts(transaction, payment, status, new Set([...attemptHoldsMoney, 'PENDING']));

async function endAttempts(
  transaction: Transaction,
  { id }: Pick<Payment, 'id'>,
  status: Ended,
  ended: ReadonlySet<Attempt['status']>,
): Promise<void> {
  for (const attempt of await transaction.attemptsOf(id)) {
    if (ended.has(attempt.status)) await transaction.updateAttempt(attempt.id, { status });
  }
}
