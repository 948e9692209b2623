import assert from 'node:assert/strict';
import {
  type BankCall,
  type BankOperations,
  type InquiryAnswer,
  type InquiryRequest,
  LostAnswerError,
  NotSentError,
  type OperationAnswer,
  type OperationRequest,
} from '../../domain/bank-operation.ts';
import type { LabanquepostaleAccount } from '../../domain/merchant.ts';
import type { BankNews } from '../../domain/provider.ts';
import { contextModes, meaningOf } from './messages.ts';
import {
  orderNotFound,
  outcomeOf,
  type RestOrder,
  type RestTransaction,
  readEnvelope,
  readOrder,
  readTransaction,
} from './rest-answer.ts';

type Request = InquiryRequest<LabanquepostaleAccount>;
type Operation = OperationRequest<LabanquepostaleAccount>;

type Reply =
  | { readonly kind: 'SUCCESS'; readonly answer: unknown }
  | { readonly kind: 'ERROR'; readonly code: string }
  | { readonly kind: 'NONE'; readonly wasSent: boolean; readonly reason: string };

/**
 * Scellius' REST API V4 for what exists: validation, cancellation, refund, inquiry. It has no idempotency key, and each
 * refund refunds again: nothing is ever sent twice.
 */
export function createLabanquepostaleRest(): BankOperations<LabanquepostaleAccount> {
  return { questionCounter: () => null, perform, inquire };
}

async function perform(request: Operation, call: BankCall): Promise<OperationAnswer> {
  const { account, payment, attempt, kind, amountCents } = request;
  const uuid = attempt.bankTransaction;
  if (account.rest === undefined) return { outcome: 'NOT_SENT', reason: 'the contract has no REST API' };
  if (uuid === null) return { outcome: 'NOT_SENT', reason: "the bank's transaction is not known" };
  if (kind === 'CAPTURE' && amountCents !== payment.amountCents) {
    return { outcome: 'NOT_SENT', reason: 'La Banque Postale captures the whole amount only' };
  }
  const reply =
    kind === 'CAPTURE'
      ? await ask(request, call, 'Transaction/Validate', { uuid })
      : await ask(request, call, 'Transaction/CancelOrRefund', {
          uuid,
          amount: amountCents,
          currency: 'EUR',
          resolutionMode: resolutionMode(request),
        });
  switch (reply.kind) {
    case 'NONE':
      return reply.wasSent
        ? { outcome: 'UNKNOWN', bankCode: null, reason: reply.reason }
        : { outcome: 'NOT_SENT', reason: reply.reason };
    case 'ERROR': {
      const { outcome, reason } = outcomeOf(reply.code);
      return outcome === 'NOT_SENT' ? { outcome, reason } : { outcome, bankCode: reply.code, reason };
    }
    case 'SUCCESS':
      return kind === 'CAPTURE' ? validated(reply.answer) : givenBack(request, uuid, reply.answer);
  }
}

/**
 * A refund of everything may be a cancellation as long as the transaction has not left for the bank: the customer is
 * never debited. A part can only be refunded, after that.
 */
function resolutionMode({ kind, amountCents, payment }: Operation): 'AUTO' | 'CANCELLATION_ONLY' | 'REFUND_ONLY' {
  if (kind === 'CANCEL') return 'CANCELLATION_ONLY';
  return amountCents === payment.amountCents ? 'AUTO' : 'REFUND_ONLY';
}

function validated(answer: unknown): OperationAnswer {
  const status = readTransaction(answer)?.detailedStatus;
  if (status?.endsWith('_TO_VALIDATE')) {
    return { outcome: 'UNKNOWN', bankCode: status, reason: 'the transaction still waits for its capture' };
  }
  return { outcome: 'DONE', bankTransaction: null, bankCode: status ?? 'SUCCESS' };
}

/** Success counts for what the answer shows: our transaction cancelled, or a new one that gives the amount back. */
function givenBack({ amountCents, kind }: Operation, uuid: string, answer: unknown): OperationAnswer {
  const transaction = readTransaction(answer);
  if (transaction === null) {
    return { outcome: 'UNKNOWN', bankCode: null, reason: 'the answer shows no transaction' };
  }
  const { detailedStatus, operationType, amount } = transaction;
  if (transaction.uuid === uuid && detailedStatus === 'CANCELLED') {
    return { outcome: 'DONE', bankTransaction: null, bankCode: detailedStatus };
  }
  if (operationType === 'CREDIT' && kind === 'REFUND' && amount === amountCents && transaction.uuid !== uuid) {
    const bankTransaction = transaction.uuid;
    return deadStatuses.has(detailedStatus)
      ? { outcome: 'REFUSED', bankCode: detailedStatus, reason: 'the refund was refused', bankTransaction }
      : { outcome: 'DONE', bankTransaction, bankCode: detailedStatus };
  }
  return { outcome: 'UNKNOWN', bankCode: detailedStatus, reason: 'the answer shows something else than was asked' };
}

/** A transaction in one of these moves no money. */
const deadStatuses: ReadonlySet<string> = new Set([
  'REFUSED',
  'CANCELLED',
  'CAPTURE_FAILED',
  'ABANDONED',
  'NOT_CREATED',
  'EXPIRED',
  'ERROR',
]);

/** Reads the order of the attempt: its payment, and every refund of it. */
async function inquire(request: Request, call: BankCall): Promise<InquiryAnswer> {
  const { account, attempt } = request;
  if (account.rest === undefined) return { outcome: 'UNKNOWN', reason: 'the contract has no REST API' };
  const reply = await ask(request, call, 'Order/Get', { orderId: attempt.reference });
  if (reply.kind === 'NONE') return { outcome: 'UNKNOWN', reason: reply.reason };
  if (reply.kind === 'ERROR') {
    if (reply.code === orderNotFound) return { outcome: 'NONE' };
    return { outcome: 'UNKNOWN', reason: `${reply.code}: ${outcomeOf(reply.code).reason}` };
  }
  const order = readOrder(reply.answer);
  if (order === null) return { outcome: 'UNKNOWN', reason: 'the answer shows no order' };
  return readNews(request, order);
}

function readNews({ account, payment, attempt }: Request, order: RestOrder): InquiryAnswer {
  const isOurs =
    order.orderDetails.orderId === attempt.reference &&
    order.orderDetails.mode === contextModes[payment.effectiveRunMode] &&
    (order.shopId ?? account.siteId) === account.siteId;
  if (!isOurs) return { outcome: 'UNKNOWN', reason: 'the answer is about another order, shop or mode' };
  const debits = order.transactions.filter(({ operationType }) => operationType === 'DEBIT');
  const debit = pickDebit(debits, attempt.bankTransaction);
  if (debit === undefined) return { outcome: 'UNKNOWN', reason: 'the order has no such transaction' };
  const credits = liveCreditsOf(order);
  return {
    outcome: 'FOUND',
    news: newsOf({ payment, attempt }, debit),
    refundedCents: refundedCents(credits, debit),
    credits: credits.map((credit) => newsOf({ payment, attempt }, credit)),
  };
}

/** The one we know; otherwise the one that brings most. */
function pickDebit(debits: readonly RestTransaction[], known: string | null): RestTransaction | undefined {
  if (known !== null) return debits.find(({ uuid }) => uuid === known);
  const ranks = ['PAID', 'AUTHORIZED', 'PENDING'] as const satisfies readonly BankNews['status'][];
  return ranks.map((rank) => debits.find((it) => statusOf(it) === rank)).find(Boolean) ?? debits.at(-1);
}

type Operates = 'DEBIT' | 'CREDIT';
const operationOf = ({ operationType }: RestTransaction): Operates => (operationType === 'CREDIT' ? 'CREDIT' : 'DEBIT');

const statusOf = (transaction: RestTransaction): BankNews['status'] =>
  meaningOf(transaction.detailedStatus, {
    operation: operationOf(transaction),
    cardBrand: transaction.transactionDetails?.cardDetails?.effectiveBrand ?? '',
    transaction: transaction.uuid,
  });

function newsOf({ payment, attempt }: Pick<Request, 'payment' | 'attempt'>, transaction: RestTransaction): BankNews {
  const { uuid, detailedStatus, amount, currency } = transaction;
  const [status, operation] = [statusOf(transaction), operationOf(transaction)];
  return {
    attemptReference: attempt.reference,
    operation,
    status,
    bankTransaction: uuid,
    bankStatus: detailedStatus,
    bankCode: /^[A-Za-z0-9]{1,8}$/.exec(transaction.detailedErrorCode ?? '')?.[0] ?? null,
    // Of a partial authorisation the part is told in a notification alone; 0 cannot pass for the whole.
    amountCents: detailedStatus === 'PARTIALLY_AUTHORISED' ? 0 : amount,
    // The REST API has letters where the form has digits. 999 is "no currency", which contradicts every payment.
    currency: currency === 'EUR' ? '978' : '999',
    idSociete: payment.idSociete,
    runMode: payment.effectiveRunMode,
    testEvidence: null,
    tellsCapture: true,
    deduplicationKey: [uuid, detailedStatus, operation, status, amount, attempt.reference].join(':'),
  };
}

/** What refunds of the order give back; a payment that was cancelled before it left was given back whole. */
function refundedCents(credits: readonly RestTransaction[], debit: RestTransaction): number {
  if (debit.detailedStatus === 'CANCELLED') return debit.amount;
  return credits.reduce((sum, { amount }) => sum + amount, 0);
}

const liveCreditsOf = ({ transactions }: RestOrder): readonly RestTransaction[] =>
  transactions.filter(
    ({ operationType, detailedStatus }) => operationType === 'CREDIT' && !deadStatuses.has(detailedStatus),
  );

/** `method` is `Service/Method`. One call, whatever becomes of it. */
async function ask(
  { account, payment }: Request,
  call: BankCall,
  method: 'Transaction/Validate' | 'Transaction/CancelOrRefund' | 'Order/Get',
  input: Readonly<Record<string, string | number>>,
): Promise<Reply> {
  assert(account.rest, 'the contract has the REST API');
  const credentials = Buffer.from(`${account.siteId}:${account.rest.password.reveal()}`).toString('base64');
  try {
    const { body } = await call({
      bank: 'LABANQUEPOSTALE',
      url: `${account.rest.url}/api-payment/V4/${method}`,
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const reply = readEnvelope(body);
    if (reply === null) return { kind: 'NONE', wasSent: true, reason: 'the answer cannot be read' };
    if (reply.kind === 'SUCCESS' && (reply.mode ?? '') !== contextModes[payment.effectiveRunMode]) {
      return { kind: 'NONE', wasSent: true, reason: 'the answer is from the other mode' };
    }
    return reply;
  } catch (error) {
    if (error instanceof NotSentError) return { kind: 'NONE', wasSent: false, reason: 'the bank cannot be reached' };
    if (error instanceof LostAnswerError) return { kind: 'NONE', wasSent: true, reason: 'the answer was lost' };
    throw error;
  }
}
