import type { BankNews } from '../../domain/provider.ts';
import type { EffectiveRunMode, PaymentType } from '../../domain/vocabulary.ts';

/** `vads_ctx_mode`. */
export const contextModes: Readonly<Record<EffectiveRunMode, string>> = { TEST: 'TEST', LIVE: 'PRODUCTION' };

/** `vads_payment_cards`. Several brands let the buyer choose on a co-badged card, as Regulation (EU) 2015/751 wants. */
export const paymentCards: Partial<Readonly<Record<PaymentType, string>>> = {
  CB: 'CB;VISA;MASTERCARD',
  AMEX: 'AMEX',
  DIRECT_SEPA: 'SDD',
};

type TransactionStatus =
  | 'AUTHORISED'
  | 'CAPTURED'
  | 'PARTIALLY_AUTHORISED'
  | 'ACCEPTED'
  | 'AUTHORISED_TO_VALIDATE'
  | 'WAITING_AUTHORISATION'
  | 'WAITING_AUTHORISATION_TO_VALIDATE'
  | 'WAITING_FOR_PAYMENT'
  | 'UNDER_VERIFICATION'
  | 'SUSPENDED'
  | 'INITIAL'
  | 'PENDING'
  | 'PRE_AUTHORISED'
  | 'REFUND_TO_RETRY'
  | 'REFUSED'
  | 'CAPTURE_FAILED'
  | 'CANCELLED'
  | 'ABANDONED'
  | 'NOT_CREATED'
  | 'EXPIRED';

/** `vads_trans_status` for a payment by card. */
const statuses: Readonly<Record<TransactionStatus, BankNews['status']>> = {
  AUTHORISED: 'PAID',
  CAPTURED: 'PAID',
  // A part of the amount, so that it never equals what was asked for: a person decides.
  PARTIALLY_AUTHORISED: 'PAID',
  ACCEPTED: 'PENDING',
  AUTHORISED_TO_VALIDATE: 'AUTHORIZED',
  WAITING_AUTHORISATION: 'PENDING',
  WAITING_AUTHORISATION_TO_VALIDATE: 'PENDING',
  WAITING_FOR_PAYMENT: 'PENDING',
  UNDER_VERIFICATION: 'PENDING',
  SUSPENDED: 'PENDING',
  INITIAL: 'PENDING',
  PENDING: 'PENDING',
  PRE_AUTHORISED: 'PENDING',
  REFUND_TO_RETRY: 'PENDING',
  REFUSED: 'REFUSED',
  CAPTURE_FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
  ABANDONED: 'CANCELLED',
  NOT_CREATED: 'CANCELLED',
  EXPIRED: 'EXPIRED',
};

const isKnownStatus = (word: string): word is TransactionStatus => Object.hasOwn(statuses, word);

/** `vads_operation_type`; absent in messages of older platforms. */
const operations: ReadonlyMap<string, BankNews['operation']> = new Map([
  ['', 'DEBIT'],
  ['DEBIT', 'DEBIT'],
  ['CREDIT', 'CREDIT'],
  ['VERIFICATION', 'VERIFICATION'],
]);

/** `ACCEPTED` is the end of a verification, whatever the operation is called. An unknown operation is no payment. */
export function operationOf(operationType: string, transactionStatus: string): BankNews['operation'] {
  if (transactionStatus === 'ACCEPTED') return 'VERIFICATION';
  return operations.get(operationType) ?? 'VERIFICATION';
}

/** `vads_card_brand` of a card, whose authorisation stands for the money. */
const cardBrands: ReadonlySet<string> = new Set([
  'CB',
  'VISA',
  'MASTERCARD',
  'MAESTRO',
  'VISA_ELECTRON',
  'VPAY',
  'AMEX',
  'E-CARTEBLEUE',
  'DINERS',
  'DISCOVER',
  'JCB',
]);

const bringsMoney: ReadonlySet<BankNews['status']> = new Set(['PAID', 'AUTHORIZED']);

/**
 * What a status means. Money is believed only of a card's debit that names its transaction: a direct debit (`SDD`) that
 * is `AUTHORISED` or `CAPTURED` is on its way to the bank and can still come back unpaid, a verification moves nothing,
 * and without the transaction one payment could pay for two orders.
 */
export function meaningOf(
  transactionStatus: string,
  {
    operation,
    cardBrand,
    transaction,
  }: {
    readonly operation: BankNews['operation'];
    readonly cardBrand: string;
    readonly transaction: string | null;
  },
): BankNews['status'] {
  const status = isKnownStatus(transactionStatus) ? statuses[transactionStatus] : 'PENDING';
  const isProven = operation !== 'VERIFICATION' && cardBrands.has(cardBrand) && transaction !== null;
  return bringsMoney.has(status) && !isProven ? 'PENDING' : status;
}

/** What only the bank may say: no text of the payer's may stand in a signed message and read the same. */
export const protocolWords: ReadonlySet<string> = new Set([
  ...Object.keys(statuses),
  ...Object.values(contextModes),
  ...operations.keys().filter((word) => word !== ''),
]);
