import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Transaction } from '../bank.ts';
import { type History, historyOf, type Operation } from '../operations.ts';
import type { State } from '../state.ts';
import type { ScelliusShop } from './form.ts';
import { dayMs } from './notification.ts';

export type Mode = 'TEST' | 'PRODUCTION';

export type Platform = {
  readonly state: State;
  readonly clock: () => number;
};

/** One of the platform's error codes: `PSP_010`. */
export class RestError extends Error {
  override readonly name = 'RestError';
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** `mode` is that of the password. */
export type Caller = { readonly shop: ScelliusShop; readonly mode: Mode };
export type Input = Readonly<Record<string, unknown>>;
type Service = (platform: Platform, caller: Caller, input: Input) => unknown;

/** A payment that the shop does not validate in time is lost (cards: 7 days). */
const validationDays = 7;

const services: ReadonlyMap<string, Service> = new Map<string, Service>([
  ['Charge/SDKTest', (_platform, _caller, { value }) => ({ value: text(value), _type: 'V4/Charge/SDKTest' })],
  ['Order/Get', getOrder],
  ['Transaction/Get', (platform, caller, input) => debitView(historyAsked(platform, caller, input), caller)],
  ['Transaction/Validate', validate],
  ['Transaction/Cancel', (platform, caller, input) => cancel(platform, caller, historyAsked(platform, caller, input))],
  [
    'Transaction/Refund',
    (platform, caller, input) => refund(platform, caller, historyAsked(platform, caller, input), amountAsked(input)),
  ],
  ['Transaction/CancelOrRefund', cancelOrRefund],
]);

/** Runs `Service/Method`. Throws a `RestError` for whatever the platform refuses. */
export function run(platform: Platform, caller: Caller, service: string, input: Input): unknown {
  const found = services.get(service);
  if (found === undefined) throw new RestError('INT_901');
  return found(platform, caller, input);
}

function getOrder(platform: Platform, caller: Caller, { orderId, operationType }: Input): unknown {
  const reference = text(orderId, 'INT_013');
  const histories = platform.state
    .transactionsOf('LABANQUEPOSTALE', caller.shop.siteId, reference)
    .filter((transaction) => isOfMode(transaction, caller.mode))
    .map((transaction) => historyAt(platform, transaction));
  const transactions = histories
    .flatMap((history) => [debitView(history, caller), ...creditViews(history, caller)])
    .filter((view) => operationType === undefined || view.operationType === operationType);
  if (transactions.length === 0) throw new RestError('PSP_010');
  const isPaid = transactions.some(({ status, operationType: type }) => status === 'PAID' && type === 'DEBIT');
  const [first] = histories;
  const [struck] = platform.state.takeFaults({
    bank: 'LABANQUEPOSTALE',
    reference,
    operation: 'INQUIRY',
    kinds: ['WRONG_AMOUNT'],
    limit: 1,
  });
  const wrongly = struck === undefined ? 0 : 1;
  return {
    shopId: caller.shop.siteId,
    orderCycle: isPaid ? 'CLOSED' : 'OPEN',
    orderStatus: isPaid ? 'PAID' : 'UNPAID',
    orderDetails: {
      orderId: reference,
      orderTotalAmount: (first?.transaction.amountCents ?? 0) + wrongly,
      orderCurrency: 'EUR',
      mode: caller.mode,
      _type: 'V4/OrderDetails',
    },
    transactions: transactions.map((it) => ({ ...it, amount: it.amount + wrongly })),
    _type: 'V4/Payment',
  };
}

function validate(platform: Platform, caller: Caller, input: Input): unknown {
  const history = historyAsked(platform, caller, input);
  const { status, amountCents } = history.transaction;
  if (!status.endsWith(toValidate)) throw new RestError('PSP_011');
  record(platform, history, 'CAPTURE', amountCents, status.replace(toValidate, ''));
  return { responseCode: 0, _type: 'V4/Common/ResponseCodeAnswer' };
}

function cancelOrRefund(platform: Platform, caller: Caller, input: Input): unknown {
  const history = historyAsked(platform, caller, input);
  const amountCents = amountAsked(input);
  const isCancellable = cancellable.has(history.transaction.status);
  switch (input.resolutionMode ?? 'AUTO') {
    case 'AUTO':
      if (!isCancellable) return refund(platform, caller, history, amountCents);
      break;
    case 'REFUND_ONLY':
      if (isCancellable) throw new RestError('PSP_076');
      return refund(platform, caller, history, amountCents);
    case 'CANCELLATION_ONLY':
      break;
    default:
      throw new RestError('INT_001');
  }
  // A part is not cancelled but updated, which this simulator does not offer.
  if (isCancellable && amountCents !== history.transaction.amountCents) throw new RestError('PSP_102');
  return cancel(platform, caller, history);
}

const toValidate = '_TO_VALIDATE';
const cancellable: ReadonlySet<string> = new Set(
  ['AUTHORISED', 'WAITING_AUTHORISATION'].flatMap((status) => [status, status + toValidate]),
);

function cancel(platform: Platform, caller: Caller, history: History): unknown {
  const { status } = history.transaction;
  if (status === 'CANCELLED') throw new RestError('PSP_105');
  if (status === 'CAPTURED') throw new RestError('PSP_075');
  if (!cancellable.has(status)) throw new RestError('PSP_102');
  record(platform, history, 'CANCEL', history.transaction.amountCents, 'CANCELLED');
  return debitView(historyAsked(platform, caller, { uuid: history.transaction.number }), caller);
}

/** Each call refunds again: the platform remembers only the sum of earlier refunds. */
function refund(platform: Platform, caller: Caller, history: History, amountCents: number): unknown {
  const { status } = history.transaction;
  if (cancellable.has(status)) throw new RestError('PSP_076');
  if (status !== 'CAPTURED') throw new RestError('PSP_083');
  if (history.refundedCents >= history.capturedCents) throw new RestError('PSP_104');
  if (history.refundedCents + amountCents > history.capturedCents) throw new RestError('PSP_510');
  const operation = record(platform, history, 'REFUND', amountCents, history.transaction.status);
  return creditView(history, operation, caller);
}

function record(
  { state, clock }: Platform,
  { transaction }: History,
  kind: Operation['kind'],
  amountCents: number,
  statusAfter: string,
): Operation {
  const { bank, number: original } = transaction;
  const operation = { bank, number: randomBytes(16).toString('hex'), original, kind, amountCents, at: clock() };
  state.insertOperation(operation, statusAfter);
  return operation;
}

/** `vads_trans_status` as of now: the authorisation is asked for, the night captures, time runs out. */
function statusAt({ transaction, isCollected }: History, delayMs: number, now: number): string {
  const { status, at } = transaction;
  if (status.endsWith(toValidate) && now > at + Math.max(validationDays * dayMs, delayMs)) return 'EXPIRED';
  const isAsked = now >= at + delayMs - dayMs;
  const current = isAsked ? status.replace('WAITING_AUTHORISATION', 'AUTHORISED') : status;
  return current === 'AUTHORISED' && isCollected ? 'CAPTURED' : current;
}

const shortStatuses: Readonly<Record<string, string>> = {
  AUTHORISED: 'PAID',
  CAPTURED: 'PAID',
  AUTHORISED_TO_VALIDATE: 'RUNNING',
  WAITING_AUTHORISATION: 'RUNNING',
  WAITING_AUTHORISATION_TO_VALIDATE: 'RUNNING',
  ABANDONED: 'ABANDONED',
};

function debitView(history: History, { shop }: Caller) {
  const { transaction } = history;
  const { number: uuid, details, code, status: detailedStatus } = transaction;
  const isRefused = detailedStatus === 'REFUSED';
  return {
    shopId: shop.siteId,
    uuid,
    amount: transaction.amountCents,
    currency: 'EUR',
    paymentMethodType: details.vads_card_brand === 'SDD' ? 'SDD' : 'CARD',
    status: shortStatuses[detailedStatus] ?? 'UNPAID',
    detailedStatus,
    operationType: 'DEBIT',
    creationDate: new Date(transaction.at).toISOString(),
    errorCode: isRefused ? 'ACQ_001' : null,
    detailedErrorCode: isRefused ? code : null,
    transactionDetails: {
      liabilityShift: details.vads_warranty_result ?? null,
      cardDetails: {
        effectiveBrand: transaction.brand,
        pan: transaction.means,
        legacyTransId: details.vads_trans_id ?? '',
        legacyTransDate: details.vads_trans_date ?? '',
        _type: 'V4/PaymentMethod/Details/CardDetails',
      },
      _type: 'V4/TransactionDetails',
    },
    _type: 'V4/PaymentTransaction',
  };
}

const creditViews = (history: History, caller: Caller) =>
  history.operations.filter(({ kind }) => kind === 'REFUND').map((it) => creditView(history, it, caller));

function creditView(history: History, { number, amountCents, at }: Operation, caller: Caller) {
  return {
    ...debitView(history, caller),
    uuid: number,
    amount: amountCents,
    status: 'PAID',
    detailedStatus: 'AUTHORISED',
    operationType: 'CREDIT',
    creationDate: new Date(at).toISOString(),
  };
}

function historyAsked(platform: Platform, { shop, mode }: Caller, { uuid }: Input): History {
  const transaction = platform.state.transaction('LABANQUEPOSTALE', text(uuid));
  if (transaction === null || transaction.shop !== shop.siteId || !isOfMode(transaction, mode)) {
    throw new RestError('PSP_010');
  }
  return historyAt(platform, transaction);
}

function historyAt({ state, clock }: Platform, transaction: Transaction): History {
  const now = clock();
  const delayMs = Number(transaction.details.vads_capture_delay ?? '0') * dayMs;
  const history = historyOf(state, transaction, { now, delayMs });
  return { ...history, transaction: { ...transaction, status: statusAt(history, delayMs, now) } };
}

const isOfMode = ({ details }: Transaction, mode: Mode): boolean => details.vads_ctx_mode === mode;

function text(value: unknown, code = 'INT_001'): string {
  if (typeof value !== 'string' || value === '' || value.length > 250) throw new RestError(code);
  return value;
}

function amountAsked({ amount, currency }: Input): number {
  const cents = z.int().positive().safeParse(amount);
  if (!cents.success) throw new RestError('INT_009');
  // Letters here, where the form has digits.
  if (currency !== 'EUR') throw new RestError('INT_010');
  return cents.data;
}
