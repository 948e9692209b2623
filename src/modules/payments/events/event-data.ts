import { z } from 'zod';
import { parseStored } from '../../../kernel/stored-facts.ts';
import type { PaymentEventType } from './event-type.ts';
import {
  actor,
  attemptFacts,
  cents,
  day,
  entryFacts,
  operationFacts,
  outcomeFacts,
  status,
  text,
  textOrNone,
  updateFacts,
} from './facts.ts';
import { changeBy, statusChanged } from './status-facts.ts';

/**
 * The data of each type of event. It is checked on write and on read: a field that is missing, unknown or of another
 * kind is an error, never a default. The hash of an event covers its data, so a stored event never changes. A field
 * that an older release did not write is optional, and says which release.
 *
 * To add a field takes two releases: the first one reads it, the next one writes it. During an upgrade the older
 * gateway must be able to read events of the newer one.
 */

/** The status changed with it, or stayed. */
const maybeChanged = { from: status.optional(), cause: z.literal('CONTRADICTION').optional(), ...actor };
const reason = { reason: text };
const nothing = z.strictObject(actor);

const moneyFacts = { ...actor, ...entryFacts, receivedCents: z.int() };
const operationAnswered = z.strictObject({ ...actor, ...outcomeFacts, ...reason });

const reportFacts = {
  ...attemptFacts,
  bankTransaction: text,
  bankStatus: text,
  bankCode: textOrNone,
  reported: status,
};

export const eventData = {
  INITIATED: z.strictObject({
    ...actor,
    client: text,
    /** The first release, of 25 November 2026, did not write it. */
    amountCents: cents.optional(),
    /** Both absent where the payment is on no bank's page. */
    attempt: attemptFacts.attempt.optional(),
    attemptReference: text.optional(),
  }),
  ATTEMPT_OPENED: z.strictObject({ ...actor, ...attemptFacts }),
  STATUS_CHANGED: statusChanged,
  SUCCEEDED: nothing,
  REPORTED_PAID_NOT_CONFIRMED: z.union([
    z.strictObject({ ...actor, ...reportFacts }),
    z.strictObject({ ...changeBy('BANK_NEWS'), ...reportFacts }),
  ]),
  NEWS_IGNORED: z.union([
    z.strictObject({ ...actor, ...updateFacts, ...reason }),
    z.strictObject({ ...actor, ...updateFacts, operation: z.literal('VERIFICATION'), ...reason }),
    z.strictObject({ ...actor, ...updateFacts, operation: z.literal('CREDIT'), amountCents: z.int(), ...reason }),
    // A message that proves nothing: only for which attempt it came.
    z.strictObject({ ...actor, ...attemptFacts, ...reason }),
    z.strictObject({ ...actor, ...entryFacts, ...reason }),
  ]),
  MONEY_RECEIVED: z.discriminatedUnion('reason', [
    z.strictObject({ ...moneyFacts, reason: z.literal('UNDERPAID') }),
    z.strictObject({ ...moneyFacts, reason: z.literal('SURPLUS'), surplusCents: cents }),
  ]),
  MONEY_RETURNED: z.strictObject({ ...moneyFacts, bankCode: textOrNone, reason: z.enum(['UNDERPAID', 'SURPLUS']) }),
  OPERATION_REQUESTED: z.strictObject({ ...actor, ...operationFacts, client: textOrNone }),
  OPERATION_REFUSED: operationAnswered,
  OPERATION_FAILED: operationAnswered,
  OPERATION_UNKNOWN: operationAnswered,
  REFUND_DONE: z.strictObject({
    ...changeBy('BANK_NEWS', 'CALLER'),
    ...{ ...outcomeFacts, kind: z.literal('REFUND') },
    /** The sum of the payment's refunds, this one included. */
    refundedCents: cents,
  }),
  REVIEW_NEEDED: z.union([
    operationAnswered,
    z.strictObject({ ...changeBy('CLOCK'), ...reason }),
    z.strictObject({ ...changeBy('CLOCK'), ...reason, dueDate: day }),
  ]),
  CONTRADICTION: z.union([
    z.strictObject({ ...maybeChanged, ...updateFacts, ...reason }),
    z.strictObject({ ...maybeChanged, ...attemptFacts, bankTransaction: textOrNone, ...reason }),
    z.strictObject({ ...maybeChanged, ...attemptFacts, ...reason }),
    // An answer in the wrong mode.
    z.strictObject({ ...actor, attemptReference: text, bankTransaction: textOrNone, bankStatus: text, ...reason }),
  ]),
  PRENOTIFIED: z.strictObject({
    ...actor,
    ...{ dueDate: day, amountCents: cents, rum: text, ics: text, creditorName: text },
    /** Where another day was announced before. */
    previousDueDate: day.optional(),
    /** Written until 25 November 2026. */
    ibanLast4: textOrNone.optional(),
  }),
  REMINDER_DUE: z.strictObject({ ...actor, amountCents: cents, expiresAt: z.int().nullable() }),
  ERASED: nothing,
} as const satisfies Readonly<Record<PaymentEventType, z.ZodType>>;

export type EventDataOf<Type extends PaymentEventType> = Readonly<z.output<(typeof eventData)[Type]>>;

/** A type of event with its data. */
export type EventFacts = {
  readonly [Type in PaymentEventType]: { readonly type: Type; readonly data: EventDataOf<Type> };
}[PaymentEventType];

/**
 * The data of an event, checked.
 * @throws Error that names the fields, and none of their values
 */
export const parseEventFacts = (type: PaymentEventType, data: unknown): EventFacts =>
  ({ type, data: parseStored(eventData[type], `event ${type}`, data) }) as EventFacts;
