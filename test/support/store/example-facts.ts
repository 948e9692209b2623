import type { ChangeFacts } from '../../../src/modules/payments/change-payment.ts';
import type { EntryFacts, OutcomeFacts, UpdateFacts } from '../../../src/modules/payments/events/facts.ts';
import type { TransitionCause } from '../../../src/modules/payments/transitions.ts';

/** Facts with which events are written past the use cases. */

export const updateFacts = {
  attempt: 1,
  attemptReference: '4K7M-9QXT-1',
  bankTransaction: '588172267',
  bankStatus: '00000',
  bankCode: null,
  newsStatus: 'PAID',
} as const satisfies UpdateFacts;

/** An entry that no statement has. */
export const entryFacts: EntryFacts = {
  bankEntry: 'bke_none',
  bankFile: 'bkf_none',
  bookingDate: null,
  bookedCents: 0,
  feeCents: 0,
  bankStatus: null,
};

export const refundFacts = {
  operation: 'ope_none',
  kind: 'REFUND',
  amountCents: 1000,
  bankTransaction: null,
  bankCode: null,
} as const satisfies OutcomeFacts;

/** Why a status changed, in the shortest form that each cause has. */
export const changeFacts = {
  BANK_NEWS: { cause: 'BANK_NEWS', ...updateFacts },
  BANK_STATEMENT: { cause: 'BANK_STATEMENT', ...entryFacts },
  BATCH: {
    cause: 'BATCH',
    batch: 'ddb_none',
    messageId: 'M1',
    endToEndId: 'E1',
    rum: 'MILLIET-000042',
    sequence: 'RCUR',
    dueDate: '2026-12-11',
  },
  CALLER: { cause: 'CALLER' },
  CLOCK: { cause: 'CLOCK' },
  RETRY: { cause: 'RETRY' },
  REVIEW: { cause: 'REVIEW', client: 'compta' },
} as const satisfies Readonly<Record<Exclude<TransitionCause, 'CONTRADICTION'>, ChangeFacts>>;
