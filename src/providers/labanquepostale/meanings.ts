import type { ProviderUpdate } from '../../modules/payments/provider.ts';

/**
 * The meaning of every status, by kind of transaction (`scellius.md` section 5). It holds for `vads_trans_status` of
 * the form's message, and for `detailedStatus` of a REST message, of `Order/Get` and of the answer to an operation.
 *
 * | cell | meaning |
 * |---|---|
 * | `done` | The money comes, or for a refund goes. |
 * | `held` | The amount is reserved, and taken when the shop validates. |
 * | `accepted` | A direct debit that the bank collects: it is pending until its money is booked. |
 * | `to validate` | The same, once the shop validates it; else it expires. |
 * | `pending` | The bank has not decided. |
 * | `refused`, `failed`, `cancelled`, `expired` | It has ended, and no money moved. |
 * | `given up` | The same, and the bank made no transaction. |
 * | `unknown` | Not documented. The bank is asked, and finally a person. |
 * | `nothing` | No money moves, whatever the status is. |
 */
export type Meaning = keyof typeof updateStatuses;

/** Unknown is never done: it stays open like a pending one, and the bank is asked. */
const updateStatuses = {
  done: 'PAID',
  held: 'AUTHORIZED',
  accepted: 'PENDING',
  'to validate': 'PENDING',
  pending: 'PENDING',
  refused: 'REFUSED',
  failed: 'FAILED',
  cancelled: 'CANCELLED',
  expired: 'EXPIRED',
  'given up': 'CANCELLED',
  unknown: 'PENDING',
  nothing: 'PENDING',
} as const satisfies Record<string, ProviderUpdate['status']>;

/** `CARD_DEBIT` is any debit but SEPA's. A `CAPTURED` SEPA debit can still come back unpaid. */
export const kinds = ['CARD_DEBIT', 'DIRECT_DEBIT', 'CREDIT', 'VERIFICATION'] as const;
type Kind = (typeof kinds)[number];
type Row = readonly [status: string, card: Meaning, directDebit: Meaning, credit: Meaning, verification: Meaning];

// biome-ignore format: a table is read by its columns
export const meanings: readonly Row[] = [
  // status                             debit by card  direct debit   refund       verification
  ['AUTHORISED',                        'done',        'accepted',    'done',      'nothing'],
  ['CAPTURED',                          'done',        'accepted',    'done',      'nothing'],
  // Only a part of the amount, which never equals the requested one: a person decides.
  ['PARTIALLY_AUTHORISED',              'done',        'pending',     'unknown',   'nothing'],
  // The end of a verification, whatever the operation is called.
  ['ACCEPTED',                          'nothing',     'nothing',     'nothing',   'nothing'],
  ['AUTHORISED_TO_VALIDATE',            'held',        'to validate', 'pending',   'nothing'],
  ['WAITING_AUTHORISATION',             'pending',     'pending',     'pending',   'nothing'],
  ['WAITING_AUTHORISATION_TO_VALIDATE', 'pending',     'pending',     'pending',   'nothing'],
  ['WAITING_FOR_PAYMENT',               'pending',     'pending',     'pending',   'nothing'],
  ['UNDER_VERIFICATION',                'pending',     'pending',     'pending',   'nothing'],
  ['SUSPENDED',                         'pending',     'pending',     'pending',   'nothing'],
  ['INITIAL',                           'pending',     'pending',     'pending',   'nothing'],
  ['PENDING',                           'pending',     'pending',     'pending',   'nothing'],
  ['PRE_AUTHORISED',                    'pending',     'pending',     'pending',   'nothing'],
  ['REFUND_TO_RETRY',                   'pending',     'pending',     'pending',   'nothing'],
  ['REFUSED',                           'refused',     'refused',     'refused',   'nothing'],
  ['CAPTURE_FAILED',                    'failed',      'failed',      'failed',    'nothing'],
  ['CANCELLED',                         'cancelled',   'cancelled',   'cancelled', 'nothing'],
  ['ABANDONED',                         'given up',    'given up',    'given up',  'nothing'],
  ['NOT_CREATED',                       'given up',    'given up',    'given up',  'nothing'],
  ['EXPIRED',                           'expired',     'expired',     'expired',   'nothing'],
  ['ERROR',                             'failed',      'failed',      'failed',    'nothing'],
];

/** The platform ends a transaction by these words. After any other end the customer may try again on its page. */
export const endWords: ReadonlySet<string> = new Set(['CAPTURE_FAILED', 'CANCELLED', 'EXPIRED']);

/** What an update says of a direct debit. */
export const debitFactsOf = (meaning: Meaning): Pick<ProviderUpdate, 'acceptsDebit' | 'waitsForShop'> => {
  const waitsForShop = meaning === 'to validate';
  return { acceptsDebit: waitsForShop || meaning === 'accepted', waitsForShop };
};

/** Any other word: the platform's list grows. */
const otherStatus: Record<Kind, Meaning> = {
  CARD_DEBIT: 'unknown',
  DIRECT_DEBIT: 'unknown',
  CREDIT: 'unknown',
  VERIFICATION: 'nothing',
};

const cells: ReadonlyMap<string, Readonly<Record<string, Meaning>>> = new Map(
  meanings.map(([status, ...row]) => [
    status,
    Object.fromEntries(kinds.map((kind, index) => [kind, row[index] as Meaning])),
  ]),
);

/** `vads_operation_type` or `operationType`; absent in messages of older platforms. */
// biome-ignore format: a table is read by its columns
export const operations: Readonly<Record<string, ProviderUpdate['operation']>> = {
  '':             'DEBIT',
  'DEBIT':        'DEBIT',
  'CREDIT':       'CREDIT',
  'VERIFICATION': 'VERIFICATION',
};

export type Said = {
  readonly status: string;
  readonly operationType: string;
  readonly isDirectDebit: boolean;
  /** Null where the bank names none. */
  readonly transaction: string | null;
};

/** Whether the platform documents both words. */
export const isKnown = ({ status, operationType }: Pick<Said, 'status' | 'operationType'>): boolean =>
  cells.has(status) && Object.hasOwn(operations, operationType);

/**
 * The meaning of the bank's words. Money counts only with a transaction; otherwise one payment could pay two orders.
 */
export function readMeaning({
  status,
  operationType,
  isDirectDebit,
  transaction,
}: Said): Pick<ProviderUpdate, 'operation' | 'status'> & { readonly meaning: Meaning } {
  const operation = Object.hasOwn(operations, operationType) ? operations[operationType] : undefined;
  if (operation === undefined || operation === 'UNKNOWN') {
    return { operation: 'UNKNOWN', status: updateStatuses.unknown, meaning: 'unknown' };
  }
  const debit = isDirectDebit ? 'DIRECT_DEBIT' : 'CARD_DEBIT';
  const kind: Kind = operation === 'DEBIT' ? debit : operation;
  const cell = cells.get(status)?.[kind] ?? otherStatus[kind];
  if (cell === 'nothing') return { operation: 'VERIFICATION', status: updateStatuses.nothing, meaning: cell };
  const meaning = (cell === 'done' || cell === 'held') && transaction === null ? 'unknown' : cell;
  return { operation, status: updateStatuses[meaning], meaning };
}
