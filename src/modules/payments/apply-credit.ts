import { centsOf, claimedCentsOf, heldBy, heldMoneyOf, ofSurplus } from './attempts/paying-attempt.ts';
import { recordStep } from './change-payment.ts';
import type { UpdateFacts } from './events/facts.ts';
import { flagContradiction } from './flag-contradiction.ts';
import type { NotificationOutcome } from './notifications/notification.ts';
import { givesTooMuch, isUnsettled, type PaymentOperation, refundedCentsOf } from './operations/payment-operation.ts';
import {
  firstAskMs,
  giveBack,
  operationFactsOf,
  recordOperationResult,
  tooMuch,
} from './operations/record-operation-result.ts';
import type { Attempt, Payment } from './payment.ts';
import type { Services, Transaction } from './ports.ts';
import type { ProviderUpdate } from './provider.ts';
import { recordEventOnce } from './record-event-once.ts';

type Credit = {
  readonly payment: Payment;
  readonly attempt: Attempt;
  readonly update: ProviderUpdate;
  readonly data: UpdateFacts;
};

/**
 * The bank reports money that it gave back: a refund of ours whose answer may be lost, or one made in the bank's own
 * back office. Each refund counts once, whichever message comes first.
 */
export async function applyCredit(
  services: Services,
  transaction: Transaction,
  credit: Credit,
): Promise<NotificationOutcome> {
  const { payment, attempt, update } = credit;
  const operations = await transaction.operationsOf(payment.id);
  const refunds = operations.filter(({ kind }) => kind === 'REFUND');
  const ours = refunds.filter(
    ({ attemptId, amountCents }) => attemptId === attempt.id && amountCents === update.amountCents,
  );
  const known = refunds.find(
    ({ bankTransaction }) => bankTransaction !== null && bankTransaction === update.bankTransaction,
  );
  const unnamed = ours.find(({ status, bankTransaction }) => status === 'DONE' && bankTransaction === null);
  if (known && !isUnsettled(known)) {
    // A refund that was confirmed without a number may be this one.
    const isApart = ours.includes(known) && !unnamed && !operations.some(isUnsettled);
    const fits = isApart && !givesTooMuch(payment, refunds, known) && refundable.has(payment.status);
    return applyAgain(services, transaction, credit, known, fits);
  }
  if (unnamed && update.bankTransaction !== null && isDone(update)) return name(services, transaction, credit, unnamed);
  const asked = known ?? ours.find((refund) => isUnsettled(refund) && mayReport(update, refund));
  // Inquiries repeat until the bank has decided.
  if (asked && isOpen(update)) return ignore(services, transaction, credit, undecided);
  if (asked && isDone(update) && givesTooMuch(payment, refunds, asked)) {
    return flagContradiction(services, transaction, payment, tooMuch, credit.data);
  }
  if (asked) {
    await finish(services, transaction, credit, asked);
    return { kind: 'APPLIED', reason: null, paymentId: payment.id };
  }
  if (!isDone(update) && !isOpen(update)) return ignore(services, transaction, credit, 'a refund that was not made');
  if (await isOfSurplus(transaction, credit)) {
    return ignore(services, transaction, credit, isDone(update) ? ofSurplus : undecided);
  }
  return recordForeign(services, transaction, credit, refunds);
}

/**
 * Applies the sum that the bank gave back, where the bank names no refund. The difference from the record is the
 * operation in doubt, or a refund made in the bank's own back office.
 */
export async function applyRefundedSum(
  services: Services,
  transaction: Transaction,
  credit: Credit,
  refundedCents: number,
): Promise<void> {
  const { payment, attempt } = credit;
  const operations = (await transaction.operationsOf(payment.id)).filter(({ attemptId }) => attemptId === attempt.id);
  const amountCents = refundedCents - refundedCentsOf(operations);
  const inDoubt = operations.find(isUnsettled);
  const isOfDoubt = inDoubt?.kind === 'REFUND' && inDoubt.amountCents === amountCents;
  if (amountCents <= 0 || (inDoubt && !isOfDoubt)) return;
  const update: ProviderUpdate = { ...credit.update, operation: 'CREDIT', bankTransaction: null, amountCents };
  const given: Credit = { ...credit, update, data: { ...credit.data, bankTransaction: null } };
  const isRest = payment.status === 'REFUNDED' && (await isOfSurplus(transaction, given));
  if (isRest || refundable.has(payment.status)) await applyCredit(services, transaction, given);
}

/** Whether the amount alone ties them. One without money needs the bank's number, and two numbers are two refunds. */
const mayReport = (update: ProviderUpdate, { bankTransaction }: PaymentOperation): boolean =>
  (isDone(update) || isOpen(update)) && (bankTransaction === null || update.bankTransaction === null);

const isDone = ({ status }: ProviderUpdate): boolean => status === 'PAID';
/** Neither done nor ended: it counts as neither. */
const isOpen = ({ status }: ProviderUpdate): boolean => status === 'PENDING' || status === 'AUTHORIZED';
const undecided = 'the bank has not decided on the refund';

/**
 * The bank says something again of a refund that has a result. Money that left counts, whatever was said before: else it
 * could leave twice. A person looks at both words.
 * @param mayHaveLeft whether the payment has room for it, and nothing else of it is in doubt
 */
async function applyAgain(
  services: Services,
  transaction: Transaction,
  credit: Credit,
  known: PaymentOperation,
  mayHaveLeft: boolean,
): Promise<NotificationOutcome> {
  const { payment, update, data } = credit;
  if (known.status === 'DONE' && !isDone(update) && !isOpen(update)) {
    return flagContradiction(services, transaction, payment, 'a refund that was done is refused', data);
  }
  if (known.status !== 'DONE' && isDone(update)) {
    const given = mayHaveLeft ? await finish(services, transaction, credit, known) : payment;
    return flagContradiction(services, transaction, given, 'a refund that was refused is done', data);
  }
  return { kind: 'IGNORED', reason: 'the refund is known', paymentId: payment.id };
}

/** Stores the bank's number of a refund that an inquiry or a person had confirmed without one. */
async function name(
  services: Services,
  transaction: Transaction,
  credit: Credit,
  refund: PaymentOperation,
): Promise<NotificationOutcome> {
  const { bankTransaction } = credit.update;
  await transaction.updateOperation(refund, { ...refund, bankTransaction, updatedAt: services.clock() });
  return ignore(services, transaction, credit, 'the refund is known');
}

function finish(
  services: Services,
  transaction: Transaction,
  { payment, update }: Credit,
  operation: PaymentOperation,
): Promise<Payment> {
  const { bankTransaction, bankStatus: bankCode } = update;
  const outcome = isDone(update)
    ? ({ status: 'DONE', bankTransaction, bankCode } as const)
    : ({ status: 'REFUSED', bankTransaction, bankCode, reason: 'the bank refused the refund' } as const);
  return recordOperationResult(services, transaction, { payment, operation, by: 'BANK_NEWS' }, outcome);
}

/**
 * The payment was paid twice, and all that it still claims stays without this: the payment does too. A part counts as the
 * payment's own where it is of the transaction that paid first.
 */
async function isOfSurplus(transaction: Transaction, { payment, attempt, update }: Credit): Promise<boolean> {
  const { amountCents, bankTransaction } = update;
  const held = await heldMoneyOf(transaction, payment, { attempt, bankTransaction });
  const own = heldBy(held, attempt);
  if (amountCents !== payment.amountCents && !own.isSurplus) return false;
  if (amountCents > centsOf([own])) return false;
  const claimedCents = claimedCentsOf(payment, await transaction.operationsOf(payment.id));
  return centsOf(held) - amountCents >= claimedCents;
}

async function ignore(
  services: Services,
  transaction: Transaction,
  { payment, update, data }: Credit,
  reason: string,
): Promise<NotificationOutcome> {
  const facts = { ...data, operation: 'CREDIT', amountCents: update.amountCents, reason } as const;
  await recordEventOnce(services, transaction, payment, { type: 'NEWS_IGNORED', data: facts });
  return { kind: 'IGNORED', reason, paymentId: payment.id };
}

const refundable = new Set<Payment['status']>(['PAID', 'PARTIALLY_REFUNDED']);

/**
 * Records a refund made in the bank's back office. It counts like one of ours, unless its amount cannot be true. If the
 * bank has not decided yet, it becomes an operation in doubt: the bank is asked, and finally a person.
 */
async function recordForeign(
  services: Services,
  transaction: Transaction,
  { payment, attempt, update, data }: Credit,
  refunds: readonly PaymentOperation[],
): Promise<NotificationOutcome> {
  if (!refundable.has(payment.status)) {
    return flagContradiction(services, transaction, payment, `a refund of a payment that is ${payment.status}`, data);
  }
  // One of ours that is in doubt does not count: where both do not fit into the payment, a person decides about ours.
  if (update.amountCents < 1 || update.amountCents > payment.amountCents - refundedCentsOf(refunds)) {
    return flagContradiction(services, transaction, payment, tooMuch, data);
  }
  const isUndecided = !isDone(update);
  // There is one operation in doubt at a time.
  if (isUndecided && (await transaction.operationsOf(payment.id)).some(isUnsettled)) {
    return flagContradiction(services, transaction, payment, `${undecided}, beside an operation in doubt`, data);
  }
  const at = services.clock();
  const operation: PaymentOperation = {
    id: services.identifiers.newId('ope'),
    paymentId: payment.id,
    attemptId: attempt.id,
    kind: 'REFUND',
    amountCents: update.amountCents,
    givesBack: true,
    status: isUndecided ? 'UNKNOWN' : 'DONE',
    origin: 'BANK',
    client: null,
    bankTransaction: update.bankTransaction,
    bankCode: update.bankStatus,
    reason: isUndecided ? undecided : null,
    asks: 0,
    nextAskAt: isUndecided ? at + firstAskMs : null,
    notShownAt: null,
    createdAt: at,
    updatedAt: at,
  };
  await transaction.insertOperation(operation);
  const { bankTransaction, bankCode } = operation;
  const facts = { ...operationFactsOf(operation), bankTransaction, bankCode };
  if (isUndecided) {
    await recordStep(services, transaction, payment, {
      type: 'OPERATION_UNKNOWN',
      data: { ...facts, reason: undecided },
    });
  } else await giveBack(services, transaction, payment, { cause: 'BANK_NEWS', ...facts });
  return { kind: 'APPLIED', reason: null, paymentId: payment.id };
}
