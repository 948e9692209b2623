import { z } from 'zod';
import type { TransitionCause } from '../transitions.ts';
import {
  actor,
  attemptFacts,
  cents,
  day,
  entryFacts,
  outcomeFacts,
  status,
  text,
  textOrNone,
  updateFacts,
} from './facts.ts';

/** The facts of a status change. Each cause has its own; some causes have several forms. */

export const changeBy = <Cause extends TransitionCause>(...causes: readonly Cause[]) => ({
  from: status,
  cause: z.enum(causes),
  ...actor,
});

const byUpdate = z.strictObject({ ...changeBy('BANK_NEWS'), ...updateFacts });

/** The bank captured or cancelled, as it was asked. */
const byOperation = z.strictObject({ ...changeBy('BANK_NEWS', 'CALLER'), ...outcomeFacts });

/** A caller gave it up, or its time ran out. */
const byCallerOrClock = z.strictObject(changeBy('CALLER', 'CLOCK'));

/** A caller took the debit's file back. */
const byWithdrawnBatch = z.strictObject({ ...changeBy('CALLER'), batch: textOrNone, endToEndId: text, dueDate: day });

const byBatch = z.strictObject({
  ...changeBy('BATCH'),
  ...{ batch: text, messageId: text, endToEndId: text, rum: text, sequence: text, dueDate: day },
  /** Written until 25 November 2026, where the day moved; since then a `PRENOTIFIED` of its own says so. */
  previousDueDate: day.optional(),
});

/** Only a payment on a bank's page has attempts. */
const byRetry = z.union([z.strictObject({ ...changeBy('RETRY'), ...attemptFacts }), z.strictObject(changeBy('RETRY'))]);

/** Absent where nothing came before. */
const receivedBefore = { receivedBeforeCents: cents.min(1).optional() };

const byReview = z.strictObject({ ...changeBy('REVIEW'), client: text, ...receivedBefore });

/** By an entry of its own. The sum received before may be negative, if more went back than came. */
const byCredit = z.strictObject({
  ...changeBy('BANK_STATEMENT'),
  ...entryFacts,
  receivedCents: z.int(),
  receivedBeforeCents: z.int(),
  /** Absent where exactly the amount came. */
  surplusCents: cents.min(1).optional(),
  /** Absent where the money was awaited. */
  isLate: z.literal(true).optional(),
});

/** With the block of direct debits that it is in. */
const byBlock = z.strictObject({ ...changeBy('BANK_STATEMENT'), ...entryFacts });

const byReturn = z.strictObject({
  ...changeBy('BANK_STATEMENT'),
  ...entryFacts,
  ...receivedBefore,
  bankCode: textOrNone,
  isRefund: z.boolean(),
});

/** By the bank's report on our file, or by a person who found that the bank did not accept it. */
const byReport = z.strictObject({
  ...changeBy('BANK_STATEMENT'),
  ...{ bankFile: text, bankStatus: text, bankCode: textOrNone },
  isDecidedByHand: z.literal(true).optional(),
  /** By a line and a reason of its own, rather than with its file or block. Before 30 November 2026 always absent. */
  isOwnRefusal: z.literal(true).optional(),
});

export const statusChanged = z.union([
  byUpdate,
  byCredit,
  byBatch,
  byBlock,
  byCallerOrClock,
  byReturn,
  byReport,
  byRetry,
  byReview,
  byOperation,
  byWithdrawnBatch,
]);
