import { z } from 'zod';
import { paymentStatus } from '../../../kernel/vocabulary.ts';
import { operationKind } from '../operations/bank-operation.ts';
import type { Attempt } from '../payment.ts';

/**
 * The groups of facts that several types of events share. Codes, ids, days and amounts only: an event outlives an
 * erasure of personal data.
 */

export const text = z.string();
export const textOrNone = z.string().nullable();
/** A calendar day: `2026-11-25`. */
export const day = z.string();
/** An amount that is never below nothing. */
export const cents = z.int().min(0);
export const status = z.enum(paymentStatus.names);

/** The client or the command that acted. Absent where a bank, a customer or the clock did; before 27 November 2026 always. */
export const actor = { actor: text.optional() };

export const attemptFacts = { attempt: z.int().min(1), attemptReference: text };
export const attemptFactsOf = ({ number, reference }: Pick<Attempt, 'number' | 'reference'>) => ({
  attempt: number,
  attemptReference: reference,
});

/** The facts of a bank's message about an attempt. */
export const updateFacts = {
  ...attemptFacts,
  bankTransaction: textOrNone,
  bankStatus: text,
  bankCode: textOrNone,
  newsStatus: status,
};

export type UpdateFacts = Readonly<z.output<z.ZodObject<typeof updateFacts>>>;

export const operationFacts = { operation: text, kind: z.enum(operationKind.names), amountCents: cents };

/** An operation and the bank's answer. */
export const outcomeFacts = {
  ...operationFacts,
  bankTransaction: textOrNone,
  bankCode: textOrNone,
  /** The client whose person resolved the operation. Absent where the bank did. */
  settledBy: text.optional(),
};

export type OutcomeFacts = Readonly<z.output<z.ZodObject<typeof outcomeFacts>>>;

/**
 * A booked entry of a statement. `bookedCents` is its amount, always positive; `feeCents` is the fee that the bank
 * kept.
 */
export const entryFacts = {
  bankEntry: text,
  bankFile: text,
  bookingDate: day.nullable(),
  bookedCents: cents,
  feeCents: cents,
  bankStatus: textOrNone,
};

export type EntryFacts = Readonly<z.output<z.ZodObject<typeof entryFacts>>>;
