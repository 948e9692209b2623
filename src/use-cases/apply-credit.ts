import type { Attempt, EventData, Payment } from '../domain/payment.ts';
import { isUnsettled, type PaymentOperation, refundableCentsOf } from '../domain/payment-operation.ts';
import type { BankNews } from '../domain/provider.ts';
import type { NotificationOutcome, Transaction } from '../domain/store.ts';
import { recordStep } from './change-payment.ts';
import { contradict } from './contradict.ts';
import { factsOf, finishOperation, giveBack } from './finish-operation.ts';
import type { Services } from './services.ts';

type Credit = {
  readonly payment: Payment;
  readonly attempt: Attempt;
  readonly news: BankNews;
  readonly data: EventData;
};

/**
 * The bank tells of money that it gave back: the refund that we asked for, whose answer may be lost, or one that
 * somebody made in the bank's own back office.
 */
export async function applyCredit(
  services: Services,
  transaction: Transaction,
  credit: Credit,
): Promise<NotificationOutcome> {
  const { payment, news } = credit;
  const refunds = (await transaction.operationsOf(payment.id)).filter(({ kind }) => kind === 'REFUND');
  const known = refunds.find(
    ({ bankTransaction }) => bankTransaction !== null && bankTransaction === news.bankTransaction,
  );
  if (known) return applyAgain(services, transaction, credit, known);
  const asked = refunds.find((refund) => isUnsettled(refund) && refund.amountCents === news.amountCents);
  if (asked) {
    const { bankTransaction, bankStatus } = news;
    await finishOperation(
      services,
      transaction,
      { payment, operation: asked },
      moves(news)
        ? { status: 'DONE', bankTransaction, bankCode: bankStatus }
        : { status: 'REFUSED', bankCode: bankStatus, reason: 'the bank refused the refund' },
      'BANK_NEWS',
    );
    return { kind: 'APPLIED', reason: null, paymentId: payment.id };
  }
  return moves(news)
    ? recordForeign(services, transaction, credit, refunds)
    : ignore(services, transaction, credit, 'a refund that was not made');
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

async function ignore(
  services: Services,
  transaction: Transaction,
  { payment, news, data }: Credit,
  reason: string,
): Promise<NotificationOutcome> {
  const facts = { ...data, operation: news.operation, amountCents: news.amountCents, reason };
  await recordStep(services, transaction, payment, { type: 'NEWS_IGNORED', data: facts });
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
  if (!holdsMoney.has(payment.status) || refunds.some(isUnsettled)) {
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
