import type { Attempt, EventData, Payment } from '../domain/payment.ts';
import { isUnsettled, type PaymentOperation, refundableCentsOf, refundedCentsOf } from '../domain/payment-operation.ts';
import type { BankNews } from '../domain/provider.ts';
import type { NotificationOutcome, Transaction } from '../domain/store.ts';
import { contradict } from './contradict.ts';
import { factsOf, finishOperation, giveBack } from './finish-operation.ts';
import { surplusOf } from './paying-attempt.ts';
import { recordOnce } from './record-once.ts';
import type { Services } from './services.ts';

type Credit = {
  readonly payment: Payment;
  readonly attempt: Attempt;
  readonly news: BankNews;
  readonly data: EventData;
};

/**
 * The bank tells of money that it gave back: the refund that we asked for, whose answer may be lost, or one that
 * somebody made in the bank's own back office. Each counts once, whoever tells of it first.
 */
export async function applyCredit(
  services: Services,
  transaction: Transaction,
  credit: Credit,
): Promise<NotificationOutcome> {
  const { payment, attempt, news } = credit;
  const refunds = (await transaction.operationsOf(payment.id)).filter(({ kind }) => kind === 'REFUND');
  const ours = refunds.filter(
    ({ attemptId, amountCents }) => attemptId === attempt.id && amountCents === news.amountCents,
  );
  const known = refunds.find(
    ({ bankTransaction }) => bankTransaction !== null && bankTransaction === news.bankTransaction,
  );
  if (known) return applyAgain(services, transaction, credit, known);
  const unnamed = ours.find(({ status, bankTransaction }) => status === 'DONE' && bankTransaction === null);
  if (unnamed && news.bankTransaction !== null && moves(news)) return name(services, transaction, credit, unnamed);
  const asked = ours.find(isUnsettled);
  if (asked) return finishAsked(services, transaction, credit, asked);
  if (!moves(news)) return ignore(services, transaction, credit, 'a refund that was not made');
  if (await isOfSurplus(transaction, credit)) return ignore(services, transaction, credit, ofSurplus);
  return recordForeign(services, transaction, credit, refunds);
}

/**
 * Applies how much the bank says was given back where it names no refund: what is missing in the record is the one in
 * doubt, or was made in the bank's own back office.
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
  if (amountCents <= 0 || !holdsMoney.has(payment.status) || (inDoubt && !isOfDoubt)) return;
  const news: BankNews = { ...credit.news, operation: 'CREDIT', bankTransaction: null, amountCents };
  await applyCredit(services, transaction, { ...credit, news, data: { ...credit.data, bankTransaction: null } });
}

/** A refund that waits for its capture is on its way: the bank gives the money back unless it says otherwise. */
const moves = ({ status }: BankNews): boolean => status === 'PAID' || status === 'AUTHORIZED' || status === 'PENDING';

async function applyAgain(
  services: Services,
  transaction: Transaction,
  { payment, news, data }: Credit,
  known: PaymentOperation,
): Promise<NotificationOutcome> {
  if (known.status === 'DONE' && !moves(news)) {
    return contradict(services, transaction, payment, 'a refund that was done is refused', data);
  }
  return { kind: 'IGNORED', reason: 'the refund is known', paymentId: payment.id };
}

/** A refund that is known to be done, by asking or by a person, whose number the bank tells now. */
async function name(
  services: Services,
  transaction: Transaction,
  credit: Credit,
  refund: PaymentOperation,
): Promise<NotificationOutcome> {
  const { bankTransaction } = credit.news;
  await transaction.updateOperation(refund.id, { ...refund, bankTransaction, updatedAt: services.clock() });
  return ignore(services, transaction, credit, 'the refund is known');
}

async function finishAsked(
  services: Services,
  transaction: Transaction,
  { payment, news }: Credit,
  operation: PaymentOperation,
): Promise<NotificationOutcome> {
  const { bankTransaction, bankStatus: bankCode } = news;
  const outcome = moves(news)
    ? ({ status: 'DONE', bankTransaction, bankCode } as const)
    : ({ status: 'REFUSED', bankTransaction, bankCode, reason: 'the bank refused the refund' } as const);
  await finishOperation(services, transaction, { payment, operation }, outcome, 'BANK_NEWS');
  return { kind: 'APPLIED', reason: null, paymentId: payment.id };
}

const ofSurplus = 'it gives back what was paid twice';

/** The payment was paid twice: what the bank gives back of the second money leaves it paid. */
async function isOfSurplus(transaction: Transaction, { payment, attempt, news }: Credit): Promise<boolean> {
  const story = await transaction.eventsOf(payment.id, 0, payment.version);
  if (!surplusOf(story).has(attempt.reference)) return false;
  const others = story.filter(
    ({ data }) =>
      data.reason === ofSurplus &&
      data.attemptReference === attempt.reference &&
      data.bankTransaction !== news.bankTransaction,
  );
  const givenBackCents = others.reduce((sum, { data }) => sum + Number(data.amountCents), 0);
  return givenBackCents + news.amountCents <= payment.amountCents;
}

async function ignore(
  services: Services,
  transaction: Transaction,
  { payment, news, data }: Credit,
  reason: string,
): Promise<NotificationOutcome> {
  const facts = { ...data, operation: news.operation, amountCents: news.amountCents, reason };
  await recordOnce(services, transaction, payment, { type: 'NEWS_IGNORED', data: facts });
  return { kind: 'IGNORED', reason, paymentId: payment.id };
}

const holdsMoney = new Set<Payment['status']>(['PAID', 'PARTIALLY_REFUNDED']);

/** Somebody refunded in the bank's back office: it counts as one of ours, unless it cannot be true. */
async function recordForeign(
  services: Services,
  transaction: Transaction,
  { payment, attempt, news, data }: Credit,
  refunds: readonly PaymentOperation[],
): Promise<NotificationOutcome> {
  if (!holdsMoney.has(payment.status)) {
    return contradict(services, transaction, payment, `a refund of a payment that is ${payment.status}`, data);
  }
  if (news.amountCents < 1 || news.amountCents > refundableCentsOf(payment, refunds)) {
    return contradict(services, transaction, payment, 'more was given back than was paid', data);
  }
  const at = services.clock();
  const operation: PaymentOperation = {
    id: services.identifiers.newId('ope'),
    paymentId: payment.id,
    attemptId: attempt.id,
    kind: 'REFUND',
    amountCents: news.amountCents,
    givesBack: true,
    status: 'DONE',
    origin: 'BANK',
    client: null,
    bankTransaction: news.bankTransaction,
    bankCode: news.bankStatus,
    reason: null,
    asks: 0,
    nextAskAt: null,
    createdAt: at,
    updatedAt: at,
  };
  await transaction.insertOperation(operation);
  const { bankTransaction, bankCode } = operation;
  await giveBack(services, transaction, payment, { ...factsOf(operation), bankTransaction, bankCode }, 'BANK_NEWS');
  return { kind: 'APPLIED', reason: null, paymentId: payment.id };
}
