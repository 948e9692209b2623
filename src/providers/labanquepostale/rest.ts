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
} from '../../modules/payments/operations/bank-operation.ts';
import type { ProviderUpdate } from '../../modules/payments/provider.ts';
import type { LabanquepostaleAccount } from './account.ts';
import { contextModes } from './messages.ts';
import {
  isPlainSuccess,
  orderNotFound,
  outcomeOf,
  type RestOrder,
  readEnvelope,
  readOrder,
  readTransaction,
} from './rest-answer.ts';
import { meaningOf, updateOf } from './rest-transaction.ts';

type Request = InquiryRequest<LabanquepostaleAccount>;
type Operation = OperationRequest<LabanquepostaleAccount>;

type Reply =
  | { readonly kind: 'SUCCESS'; readonly answer: unknown }
  | { readonly kind: 'ERROR'; readonly code: string }
  | { readonly kind: 'NONE'; readonly wasSent: boolean; readonly reason: string };

/**
 * Scellius' REST API V4 for existing payments: validation, cancellation, refund, inquiry. It has no idempotency key,
 * and each refund call refunds again, so nothing is ever sent twice.
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
      return kind === 'CAPTURE' ? validated(uuid, reply.answer) : givenBack(request, uuid, reply.answer);
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

/** Success without a transaction is an answer of its own: `responseCode` 0. */
function validated(uuid: string, answer: unknown): OperationAnswer {
  const transaction = readTransaction(answer);
  if (transaction === null) {
    return isPlainSuccess(answer)
      ? { outcome: 'DONE', bankTransaction: null, bankCode: 'SUCCESS' }
      : { outcome: 'UNKNOWN', bankCode: null, reason: 'the answer shows no transaction' };
  }
  const { detailedStatus: bankCode } = transaction;
  const { operation, meaning } = meaningOf(transaction);
  const isCaptured = transaction.uuid === uuid && operation === 'DEBIT' && meaning === 'done';
  if (isCaptured) return { outcome: 'DONE', bankTransaction: null, bankCode };
  return { outcome: 'UNKNOWN', bankCode, reason: 'the transaction is not captured' };
}

/** A success counts only if the answer shows it: our transaction cancelled, or a new one that returns the amount. */
function givenBack({ amountCents, kind }: Operation, uuid: string, answer: unknown): OperationAnswer {
  const transaction = readTransaction(answer);
  if (transaction === null) {
    return { outcome: 'UNKNOWN', bankCode: null, reason: 'the answer shows no transaction' };
  }
  const { detailedStatus: bankCode, amount, uuid: bankTransaction } = transaction;
  const { operation, meaning } = meaningOf(transaction);
  if (bankTransaction === uuid && operation === 'DEBIT' && meaning === 'cancelled') {
    return { outcome: 'DONE', bankTransaction: null, bankCode };
  }
  if (operation === 'CREDIT' && kind === 'REFUND' && amount === amountCents && bankTransaction !== uuid) {
    if (meaning === 'done') return { outcome: 'DONE', bankTransaction, bankCode };
    return meaning === 'pending' || meaning === 'unknown'
      ? { outcome: 'UNKNOWN', bankCode, reason: 'the bank has not decided on the refund', bankTransaction }
      : { outcome: 'REFUSED', bankCode, reason: 'the refund was refused', bankTransaction };
  }
  return { outcome: 'UNKNOWN', bankCode, reason: 'the answer shows something else than was asked' };
}

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
  return readUpdate(request, order);
}

function readUpdate({ account, payment, attempt }: Request, order: RestOrder): InquiryAnswer {
  const isOurs =
    order.orderDetails.orderId === attempt.reference &&
    order.orderDetails.mode === contextModes[payment.effectiveRunMode] &&
    (order.shopId ?? account.siteId) === account.siteId;
  if (!isOurs) return { outcome: 'UNKNOWN', reason: 'the answer is about another order, shop or mode' };
  const of = { attemptReference: attempt.reference, idSociete: payment.idSociete, runMode: payment.effectiveRunMode };
  const all = order.transactions.map((transaction) => updateOf(of, transaction));
  const update = pickDebit(
    all.filter(({ operation }) => operation === 'DEBIT'),
    attempt.bankTransaction,
  );
  if (update === undefined) return { outcome: 'UNKNOWN', reason: 'the order has no such transaction' };
  const credits = all.filter(({ operation }) => operation === 'CREDIT' || operation === 'UNKNOWN');
  return { outcome: 'FOUND', update, refundedCents: refundedCents(credits, update), credits };
}

/** The one we know; otherwise the one that brings most. */
function pickDebit(debits: readonly ProviderUpdate[], known: string | null): ProviderUpdate | undefined {
  if (known !== null) return debits.find(({ bankTransaction }) => bankTransaction === known);
  const ranks = ['PAID', 'AUTHORIZED', 'PENDING'] as const satisfies readonly ProviderUpdate['status'][];
  return ranks.map((rank) => debits.find(({ status }) => status === rank)).find(Boolean) ?? debits.at(-1);
}

/** The sum of the order's refunds. A payment that was cancelled before capture was given back whole. */
function refundedCents(credits: readonly ProviderUpdate[], debit: ProviderUpdate): number {
  if (debit.bankStatus === 'CANCELLED') return debit.amountCents;
  const done = credits.filter(({ operation, status }) => operation === 'CREDIT' && status === 'PAID');
  return done.reduce((sum, { amountCents }) => sum + amountCents, 0);
}

/** `method` is `Service/Method`. Calls once, whatever the result. */
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
