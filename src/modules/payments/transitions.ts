import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { PaymentStatus } from '../../kernel/vocabulary.ts';

export const transitionCause = closedSet('TransitionCause', 'Why a status changed.', {
  BANK_NEWS: 'A verified notification, or an inquiry that we made.',
  BANK_STATEMENT: "A booked entry of a bank's statement, or its report on a file of ours.",
  BATCH: 'The payment went to the bank in a file.',
  CALLER: 'An entitled caller asked for it.',
  CLOCK: 'Its time ran out.',
  RETRY: 'A new attempt was opened.',
  CONTRADICTION: 'A message contradicts the record.',
  REVIEW: 'A person decided.',
});
export type TransitionCause = NameOf<typeof transitionCause>;

type Row = readonly [from: PaymentStatus, to: PaymentStatus, causes: readonly TransitionCause[]];

const waiting = ['REQUIRES_ACTION', 'PENDING', 'SUBMITTED', 'AUTHORIZED'] as const;

/**
 * Every allowed change; all others are refused. A late or out-of-order message never downgrades, and a final status is
 * left only by the rows here.
 */
export const transitions: readonly Row[] = [
  ['REQUIRES_ACTION', 'PENDING', ['BANK_NEWS']],
  ['REQUIRES_ACTION', 'AUTHORIZED', ['BANK_NEWS']],
  ['REQUIRES_ACTION', 'PAID', ['BANK_NEWS', 'BANK_STATEMENT']],
  ['REQUIRES_ACTION', 'REFUSED', ['BANK_NEWS']],
  ['REQUIRES_ACTION', 'CANCELLED', ['BANK_NEWS', 'CALLER']],
  ['REQUIRES_ACTION', 'EXPIRED', ['BANK_NEWS', 'CLOCK']],
  ['REQUIRES_ACTION', 'FAILED', ['BANK_NEWS']],

  ['PENDING', 'AUTHORIZED', ['BANK_NEWS']],
  ['PENDING', 'PAID', ['BANK_NEWS', 'BANK_STATEMENT']],
  ['PENDING', 'SUBMITTED', ['BATCH']],
  ['PENDING', 'RETURNED', ['BANK_STATEMENT']],
  ['PENDING', 'REFUSED', ['BANK_NEWS', 'BANK_STATEMENT']],
  ['PENDING', 'CANCELLED', ['BANK_NEWS', 'CALLER']],
  ['PENDING', 'EXPIRED', ['BANK_NEWS', 'CLOCK']],
  ['PENDING', 'FAILED', ['BANK_NEWS']],

  ['SUBMITTED', 'PAID', ['BANK_STATEMENT']],
  ['SUBMITTED', 'REFUSED', ['BANK_STATEMENT']],
  ['SUBMITTED', 'CANCELLED', ['CALLER']],
  ['SUBMITTED', 'RETURNED', ['BANK_STATEMENT']],
  ['SUBMITTED', 'PENDING', ['CALLER']],

  ['AUTHORIZED', 'PAID', ['BANK_NEWS', 'CALLER']],
  ['AUTHORIZED', 'CANCELLED', ['BANK_NEWS', 'CALLER']],
  ['AUTHORIZED', 'REFUSED', ['BANK_NEWS']],
  ['AUTHORIZED', 'EXPIRED', ['BANK_NEWS', 'CLOCK']],
  ['AUTHORIZED', 'FAILED', ['BANK_NEWS']],

  // The customer may have tried again on the bank's own page, or our inquiry came after the deadline.
  ['REFUSED', 'PAID', ['BANK_NEWS', 'BANK_STATEMENT']],
  ['REFUSED', 'AUTHORIZED', ['BANK_NEWS']],
  ['REFUSED', 'PENDING', ['BANK_NEWS']],
  ['CANCELLED', 'PAID', ['BANK_NEWS', 'BANK_STATEMENT']],
  ['CANCELLED', 'AUTHORIZED', ['BANK_NEWS']],
  ['CANCELLED', 'PENDING', ['BANK_NEWS']],
  ['EXPIRED', 'PAID', ['BANK_NEWS', 'BANK_STATEMENT']],
  ['EXPIRED', 'AUTHORIZED', ['BANK_NEWS']],
  ['EXPIRED', 'PENDING', ['BANK_NEWS']],
  ['FAILED', 'PAID', ['BANK_NEWS', 'BANK_STATEMENT']],
  ['FAILED', 'AUTHORIZED', ['BANK_NEWS']],
  ['FAILED', 'PENDING', ['BANK_NEWS']],

  // A client gives up what its customer could try again.
  ['REFUSED', 'CANCELLED', ['CALLER']],
  ['EXPIRED', 'CANCELLED', ['CALLER']],
  ['FAILED', 'CANCELLED', ['CALLER']],

  ['REFUSED', 'REQUIRES_ACTION', ['RETRY']],
  ['CANCELLED', 'REQUIRES_ACTION', ['RETRY']],
  ['EXPIRED', 'REQUIRES_ACTION', ['RETRY']],
  ['FAILED', 'REQUIRES_ACTION', ['RETRY']],

  ['PAID', 'PARTIALLY_REFUNDED', ['BANK_NEWS', 'CALLER']],
  ['PAID', 'REFUNDED', ['BANK_NEWS', 'CALLER']],
  ['PAID', 'CANCELLED', ['BANK_NEWS', 'CALLER']],
  ['PARTIALLY_REFUNDED', 'REFUNDED', ['BANK_NEWS', 'CALLER']],
  // A person, only where the bank says that the money did not come, or came after all: see `denied-money.ts`. A statement
  // pays a returned debit only where a person assigns its money.
  ['PAID', 'RETURNED', ['BANK_STATEMENT', 'REVIEW']],
  ['PARTIALLY_REFUNDED', 'RETURNED', ['BANK_STATEMENT', 'REVIEW']],
  ['REFUNDED', 'RETURNED', ['REVIEW']],
  ...(['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'] as const).map(
    (to): Row => ['RETURNED', to, ['BANK_STATEMENT', 'REVIEW']],
  ),

  ...[...waiting, 'REFUSED', 'CANCELLED', 'EXPIRED', 'FAILED'].map(
    // A person decides what could not be found out in time.
    (from): Row => [
      from as PaymentStatus,
      'NEEDS_REVIEW',
      from === 'PENDING' || from === 'SUBMITTED' ? ['CONTRADICTION', 'CLOCK'] : ['CONTRADICTION'],
    ],
  ),
  // A debit that the bank never had may be silent for long: its file is taken back.
  ['NEEDS_REVIEW', 'PENDING', ['CALLER']],
  // A late message about a card, or a statement about a debit, decides before a person has to.
  ['NEEDS_REVIEW', 'PAID', ['BANK_NEWS', 'BANK_STATEMENT', 'REVIEW']],
  ['NEEDS_REVIEW', 'AUTHORIZED', ['BANK_NEWS']],
  ...(['REFUSED', 'RETURNED'] as const).map((to): Row => ['NEEDS_REVIEW', to, ['BANK_STATEMENT', 'REVIEW']]),
  ...(['CANCELLED', 'FAILED', 'REFUNDED'] as const).map((to): Row => ['NEEDS_REVIEW', to, ['REVIEW']]),
];

const allowed = new Set(transitions.flatMap(([from, to, causes]) => causes.map((cause) => `${from}>${to}>${cause}`)));

export function canChange(from: PaymentStatus, to: PaymentStatus, cause: TransitionCause): boolean {
  return allowed.has(`${from}>${to}>${cause}`);
}

/** Whether money of a statement can be the first that pays it. A returned payment had its money. */
export const awaitsMoney = (status: PaymentStatus): boolean =>
  status !== 'RETURNED' && canChange(status, 'PAID', 'BANK_STATEMENT');
