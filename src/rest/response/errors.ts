import { type Issue, providerRestSeconds } from '../../kernel/errors.ts';
import { storeRestSeconds } from '../../kernel/store-unavailable.ts';
import { payerField } from '../../kernel/vocabulary.ts';
import type { LegacyInitiatePaymentMutation } from '../../schema/generated/graphql.ts';
import type { Unavailability } from '../../schema/server/execute.ts';
import type { Texts } from '../request/fields.ts';
import { operation, statusOperation } from '../request/operation.ts';

/** One field that is to blame. */
export type FieldFault = {
  readonly errorCode: string;
  /** In snake_case, or as the request wrote it; `payer.phone` for a detail. */
  readonly fieldName: string;
  readonly message: string;
  /** The same for a person, where it is not simply the field's rule. */
  readonly texts?: Texts;
};

/** Why a request was refused: every format renders it from this. */
export type Fault = {
  readonly status: number;
  readonly errorCode: string;
  readonly message: string;
  readonly errors: readonly FieldFault[];
  /** The request could not be bound: with a callback ServiceStack answers that with 200, so that the script runs. */
  readonly isBindingFault: boolean;
  /** The methods that a 405 names. */
  readonly allow?: string;
  /** When it is worth asking again. */
  readonly retryAfterSeconds?: number;
  /** Names and values for a program, beside the code. */
  readonly meta?: Readonly<Record<string, string>>;
};

/** Thrown where a fault ends a request from within; the door renders it. */
export class LegacyFaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'LegacyFaultError';
    this.fault = fault;
  }
}

/** ServiceStack's own texts: existing callers may match on them. Other faults of the request come after. */
export function unreadableEnums(
  bad: readonly { readonly spelling: string; readonly value: string }[],
  others: readonly FieldFault[] = [],
): Fault {
  return {
    ...plainFault(400, 'SerializationException', `Unable to bind to request '${operation.name}'`),
    errors: [
      ...bad.map(({ spelling, value }) => ({
        errorCode: 'SerializationException',
        fieldName: spelling,
        message: withoutMarkup(`'${value}' is an Invalid value for '${spelling}'`),
      })),
      ...others,
    ],
    isBindingFault: true,
  };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A message that repeats markup is HTML-encoded as a whole: old pages put messages into themselves as they are.
 * ServiceStack does so from 8.4 on where one holds `<script`; no other markup is harmless either.
 */
function withoutMarkup(message: string): string {
  return message.includes('<') ? message.replace(/[&<>"']/g, (sign) => entities[sign] ?? '') : message;
}

/** A body that does not match its type or the route. The parser's own text is never shown. */
export function unreadableBody(mediaType: string): Fault {
  const message = `Could not deserialize '${mediaType}' request using ${operation.name}`;
  return { ...plainFault(400, 'SerializationException', message), isBindingFault: true };
}

export function invalidFields(errors: readonly [FieldFault, ...FieldFault[]]): Fault {
  return { ...plainFault(400, 'InvalidInput', errors[0].message), errors };
}

export function invalidField(fieldName: string, message: string, texts?: Texts): FieldFault {
  return { errorCode: 'InvalidInput', fieldName, message, ...(texts ? { texts } : {}) };
}

export function plainFault(status: number, errorCode: string, message: string): Fault {
  return { status, errorCode, message, errors: [], isBindingFault: false };
}

const notImplemented = (message: string, allow: string): Fault => ({
  ...plainFault(405, 'NotImplementedException', message),
  allow,
});
export const unknownOperation = notImplemented('This operation does not exist.', '');
export const noBatches = notImplemented('Requests are answered one at a time: batches are not supported.', '');
export const unknownVerb = notImplemented(
  `${operation.name} takes ${operation.methods.join(' and ')}.`,
  operation.methods.join(', '),
);
export const badCallback: Fault = invalidFields([
  invalidField('callback', 'callback must have 100 characters at most.'),
]);
export const unknownStatusVerb = notImplemented(
  `${statusOperation.name} takes ${statusOperation.methods.join(' and ')}.`,
  statusOperation.methods.join(', '),
);
/** A payment that the caller may not see looks the same. */
export const unknownPayment: Fault = plainFault(404, 'NotFound', 'There is no such payment.');
export const noJsonp: Fault = plainFault(403, 'NotAllowed', 'This client may not have answers as scripts (JSONP).');
export const unauthorized = (message: string): Fault => plainFault(401, 'Unauthorized', message);
export const bodyTooLarge = (maximumBytes: number): Fault =>
  plainFault(413, 'RequestEntityTooLarge', `The body is larger than ${maximumBytes} bytes.`);
export const unsupportedBody: Fault = plainFault(
  415,
  'UnsupportedMediaType',
  'The body must be UTF-8, or in the ISO-8859-1, ISO-8859-15 or Windows-1252 that it declares, and not compressed.',
);
export const unexpectedFault = (requestId: string): Fault =>
  plainFault(500, 'InternalServerError', `Something went wrong on our side. Quote ${requestId} when you ask about it.`);

/** The database cannot be used now. */
export const databaseUnavailable = ({ retryAdvice, message }: Unavailability): Fault => ({
  ...plainFault(503, 'ServiceUnavailable', message),
  retryAfterSeconds: storeRestSeconds,
  meta: { retryAdvice },
});

export type InitiateResult = LegacyInitiatePaymentMutation['initiatePayment'];
type Refusal = Exclude<InitiateResult, { readonly __typename: 'InitiatePaymentSuccess' }>;

const refusals: Readonly<Record<Refusal['__typename'], { readonly status: number; readonly errorCode: string }>> = {
  InvalidInputError: { status: 400, errorCode: 'InvalidInput' },
  UnsupportedPaymentError: { status: 400, errorCode: 'UnsupportedPayment' },
  PayerDataMissingError: { status: 400, errorCode: 'PayerDataMissing' },
  MandateRequiredError: { status: 400, errorCode: 'MandateRequired' },
  NotAllowedError: { status: 403, errorCode: 'NotAllowed' },
  IdempotencyConflictError: { status: 422, errorCode: 'IdempotencyConflict' },
  ProviderUnavailableError: { status: 503, errorCode: 'ProviderUnavailable' },
};

/** Values that the use case would refuse, in snake_case. */
export const invalidValues = (issues: readonly Issue[]): readonly FieldFault[] =>
  issues.map(({ path, message }) => invalidField(fieldNameOf(path), inSnakeCase(message)));

/** A refusal of the gateway in the legacy envelope: its fields and its words are in snake_case. */
export function faultOfRefusal(refusal: Refusal): Fault {
  const { status, errorCode } = refusals[refusal.__typename];
  const message = inSnakeCase(refusal.message);
  const texts = refusal.__typename === 'UnsupportedPaymentError' ? { texts: whatIsAllowed(refusal.allowed) } : {};
  const blame = (path: readonly string[], text: string): FieldFault => ({
    errorCode,
    fieldName: fieldNameOf(path),
    message: inSnakeCase(text),
    ...texts,
  });
  return {
    ...plainFault(status, errorCode, message),
    ...(status === 503 && { retryAfterSeconds: providerRestSeconds }),
    errors: blamed(refusal).map(([path, text]) => blame(path, text)),
  };
}

type Allowed = Extract<Refusal, { readonly __typename: 'UnsupportedPaymentError' }>['allowed'];

/** The table of allowed combinations, for a person. */
function whatIsAllowed(allowed: Allowed): Texts {
  const byTarget = Object.entries(Object.groupBy(allowed, ({ paymentTarget }) => paymentTarget));
  const lists = byTarget.map(([target, types]) => [target, types.map(({ paymentType }) => paymentType).join(', ')]);
  return {
    fr: `Possible : ${lists.map((list) => list.join(' : ')).join(' ; ')}.`,
    en: `Possible: ${lists.map((list) => list.join(': ')).join('; ')}.`,
  };
}

function blamed(refusal: Refusal): readonly (readonly [path: readonly string[], message: string])[] {
  switch (refusal.__typename) {
    case 'InvalidInputError':
      return refusal.issues.map(({ path, message }) => [path, message]);
    case 'PayerDataMissingError':
      return refusal.missingFields.map((field) => [['payer', field], refusal.message]);
    default:
      return refusal.path ? [[refusal.path, refusal.message]] : [];
  }
}

const snakeCased = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Names in messages and paths: the operation's fields, and the details of a payer. */
const snakeCaseName: ReadonlyMap<string, string> = new Map([
  ...operation.fields.map(({ property, name }) => [property, name] as const),
  ...payerField.names.map((name) => [name, snakeCased(name)] as const),
]);
const camelCaseNames = new RegExp(`\\b(?:${[...snakeCaseName.keys()].join('|')})\\b`, 'g');

function inSnakeCase(text: string): string {
  return text.replace(camelCaseNames, (name) => snakeCaseName.get(name) ?? name);
}

/** `['typePaiement']` → `type_paiement`, `['payer', 'zipCode']` → `payer.zip_code`. */
function fieldNameOf(path: readonly string[]): string {
  return path.map((part) => snakeCaseName.get(part) ?? snakeCased(part)).join('.');
}
