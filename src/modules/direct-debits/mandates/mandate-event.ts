import { z } from 'zod';
import { closedSet, type NameOf } from '../../../kernel/closed-set.ts';
import { mandateScheme } from '../../../kernel/sepa/mandate.ts';
import { parseStored } from '../../../kernel/stored-facts.ts';
import { type MandateCause, type MandateStatus, mandateStatus } from './mandate.ts';

export const mandateEventType = closedSet('MandateEventType', 'What happened to a mandate.', {
  CREATED: 'It was recorded.',
  STATUS_CHANGED: 'The status changed; `cause` says why.',
  AMENDED: 'It was amended; `fields` says what.',
  AMENDMENT_SENT: 'What had changed went to the bank with a debit.',
  AMENDMENT_PENDING: 'The debit that reported a change to the bank did not take place: the next one reports it again.',
  ERASED: 'The debtor was erased.',
});
export type MandateEventType = NameOf<typeof mandateEventType>;

const text = z.string();
const ibanLast4 = text.nullable();
const by = <Cause extends MandateCause>(cause: Cause) => ({
  from: z.enum(mandateStatus.names),
  cause: z.literal(cause),
});
/** Names of fields, with blanks between. */
const amended = { fields: text, rum: text, ibanLast4 };
/** `amendment`, as `fields`: where the batch tells the bank of one. */
const used = { batch: text, amendment: text.optional() };

/** The data of each type of event, checked on write and on read. */
const mandateEventData = {
  CREATED: z.strictObject({ rum: text, scheme: z.enum(mandateScheme.names), ibanLast4 }),
  STATUS_CHANGED: z.discriminatedUnion('cause', [
    z.strictObject({ ...by('SIGNATURE'), signedOn: text, method: text, evidenceDigest: text.nullable() }),
    z.strictObject({ ...by('BANK_CONFIRMATION'), bankConfirmedOn: text }),
    z.strictObject({ ...by('AMENDMENT'), ...amended }),
    // Absent where the caller gave no reason.
    z.strictObject({ ...by('CALLER'), reason: text.optional() }),
    // The bank's code for the returned payment, and that payment.
    z.strictObject({ ...by('BANK'), bankCode: text, payment: text }),
    z.strictObject(by('CLOCK')),
    z.strictObject({ ...by('COLLECTION'), ...used }),
    z.strictObject({ ...by('COLLECTION_UNDONE'), endToEndId: text }),
  ]),
  AMENDED: z.strictObject(amended),
  AMENDMENT_SENT: z.strictObject(used),
  AMENDMENT_PENDING: z.strictObject({ endToEndId: text }),
  ERASED: z.strictObject({}),
} as const satisfies Readonly<Record<MandateEventType, z.ZodType>>;

export type MandateEventDataOf<Type extends MandateEventType> = Readonly<z.output<(typeof mandateEventData)[Type]>>;

/** A type of event with its data. */
export type MandateEventFacts = {
  readonly [Type in MandateEventType]: { readonly type: Type; readonly data: MandateEventDataOf<Type> };
}[MandateEventType];

/** It holds at most four digits of the debtor's IBAN. */
export type MandateEvent = MandateEventFacts & {
  readonly id: string;
  readonly mandateId: string;
  /** The mandate's version after it. */
  readonly sequence: number;
  readonly status: MandateStatus;
  /** Name of the client, `clock` or `bank`. */
  readonly by: string;
  readonly at: number;
};

/** More than any mandate has. */
export const eventsAtMost = 1000;

/** The names of the fields that it amended; none for another event. */
export const amendedFields = ({ data }: MandateEvent): readonly string[] =>
  'fields' in data ? data.fields.split(' ') : [];

/** @throws Error that names the fields, and none of their values */
export const parseMandateFacts = (type: MandateEventType, data: unknown): MandateEventFacts =>
  ({ type, data: parseStored(mandateEventData[type], `mandate event ${type}`, data) }) as MandateEventFacts;
