import { hash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { accountingMeans } from '../../../kernel/accounting-rules.ts';
import { isWrittenCardNumber } from '../../../kernel/card-number.ts';
import type { Issue } from '../../../kernel/errors.ts';
import { normaliseOrder } from '../../../kernel/identifiers.ts';
import {
  freeText,
  hasControlCharacter,
  identifier,
  nonEmptyText,
  operatorName,
  payer,
} from '../../../kernel/input-fields.ts';
import { euros } from '../../../kernel/money.ts';
import { once } from '../../../kernel/once.ts';
import { parseInput, problemsOf } from '../../../kernel/parse-input.ts';
import type { Payer } from '../../../kernel/payer.ts';
import { rumKeyOf } from '../../../kernel/sepa/mandate.ts';
import { isCalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import {
  type PaymentCapture,
  type PaymentRunMode,
  type PaymentTarget,
  type PaymentType,
  paymentCapture,
  paymentRunMode,
  paymentTarget,
  paymentType,
} from '../../../kernel/vocabulary.ts';

/**
 * The input of both doors, described once. The doors check only kinds (string, number, enum name). Values are checked
 * here, so that both doors refuse a bad one alike.
 */

const order = z.preprocess((value) => (typeof value === 'string' ? normaliseOrder(value) : value), identifier);

/** Integer cents: digits only, so that no reader of numbers can round, sign or scale it. */
export const amountField = z
  .union([z.string(), z.number(), z.bigint()])
  .transform(String)
  .refine(
    (digits) => /^[1-9][0-9]{0,11}$/.test(digits),
    'must be a whole number of cents: 1 to 12 digits, no sign, decimals, exponent or blanks, and not zero',
  )
  .transform(Number);

const emailLocalPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const emailDomain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

const longestEmail = 254;

/** The domain is lower-cased and in its ASCII form; the local part is kept as it is, `+tag` included. Null if it is none. */
function normaliseEmail(value: string): string | null {
  const at = value.lastIndexOf('@');
  const localPart = value.slice(0, at);
  const written = value.slice(at + 1);
  if (at < 1 || value.length > 4 * longestEmail || localPart.length > 64 || !emailLocalPart.test(localPart))
    return null;
  // Refuses letters that the conversion would fold or drop: the result would be another address.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(written) || written !== written.normalize('NFKC')) return null;
  // A plain domain is its own ASCII form.
  const domain = emailDomain.test(written) && !written.includes('xn--') ? written : domainToASCII(written);
  const email = `${localPart}@${domain}`;
  return email.length <= longestEmail && emailDomain.test(domain) ? email : null;
}

/** Each run of blanks is looked at once. */
const blanksAround = /^ +|(?<! ) +$/g;

const email = z.string().transform((value, context) => {
  const normalised = normaliseEmail(value.replaceAll(blanksAround, ''));
  if (normalised === null) {
    context.addIssue({ code: 'custom', message: 'is not an e-mail address' });
    return z.NEVER;
  }
  if (isWrittenCardNumber(normalised.slice(0, normalised.lastIndexOf('@')))) {
    context.addIssue({ code: 'custom', message: 'must not hold a card number' });
    return z.NEVER;
  }
  return normalised;
});

const comment = freeText(500).transform((value) => (value === '' ? null : value));

const returnUrl = z.string().transform((value, context) => {
  const url = value.length <= 1024 && !hasControlCharacter(value) && URL.canParse(value) ? new URL(value) : null;
  if (url === null || !['https:', 'http:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    context.addIssue({
      code: 'custom',
      message: 'must be an absolute web address of 1024 characters at most, without user name',
    });
    return z.NEVER;
  }
  return url.href;
});

/** The caller's accounting facts for a booking. Each absent field has a documented default. */
const accounting = z.strictObject({
  means: z.enum(accountingMeans.names).nullish(),
  date: z.string().refine(isCalendarDate, 'must be a day, for instance 2026-12-31').nullish(),
  pieceReference: nonEmptyText(35)
    .refine((text) => /[^|\s\p{C}]/u.test(text), 'must hold more than |, which the accounts cannot hold')
    .nullish(),
  operator: operatorName.nullish(),
});

export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/, 'must be 1 to 255 printable ASCII characters');

export const initiationInput = z.strictObject({
  paymentTarget: z.enum(paymentTarget.names),
  paymentRunMode: z.enum(paymentRunMode.names),
  paymentType: z.enum(paymentType.names),
  idOrigin: identifier,
  idSociete: identifier,
  idClient: identifier,
  idCommande: order,
  typePaiement: z.enum(paymentType.names).nullish(),
  amount: amountField,
  email,
  commentaire: comment.nullish(),
  idempotencyKey: idempotencyKey.nullish(),
  payer: payer.nullish(),
  returnUrl: returnUrl.nullish(),
  /** Left out, it is `NOW`: the same request. */
  capture: z
    .enum(paymentCapture.names)
    .nullish()
    .transform((value) => value ?? 'NOW'),
  mandate: z
    .string()
    .regex(/^[A-Za-z0-9+?/:().,'-][A-Za-z0-9+?/:().,' -]{0,34}$/, 'must be a mandate reference of 1 to 35 characters')
    .refine((value) => !isWrittenCardNumber(value), 'must not be a card number')
    .nullish(),
  accounting: accounting.nullish(),
});

/** Made with the first request. It reads an input in two thirds of the time; one with a fault is left to the above. */
export const compiledInitiationInput = once(() => z.compile(initiationInput));

export type Initiation = z.output<typeof initiationInput> & { readonly typePaiement: PaymentType };

/** @throws InvalidInputError naming every field that cannot be used. Values are never echoed. */
export const parseInitiation = (input: unknown): Initiation => withTypePaiement(parseInput(initiationInput, input));

const eachField = once(() => initiationInput.partial());

/** What is wrong with these values, each by its own rule: for a request whose other values are missing or unreadable. */
export const problemsOfValues = (values: { readonly [Name in keyof Initiation]?: unknown }): readonly Issue[] =>
  problemsOf(eachField(), values);

/** `typePaiement` may be left out: then the customer pays with what the route says. */
export const withTypePaiement = <Given extends Partial<z.output<typeof initiationInput>>>(given: Given) => ({
  ...given,
  typePaiement: (given.typePaiement ?? given.paymentType) as NonNullable<Given['typePaiement'] | Given['paymentType']>,
});

/** The fields of a payment that its request sets and that are recorded as they are. */
export type RequestedFields = {
  readonly paymentTarget: PaymentTarget;
  readonly paymentRunMode: PaymentRunMode;
  readonly paymentType: PaymentType;
  readonly typePaiement: PaymentType;
  readonly idOrigin: string;
  readonly idSociete: string;
  readonly idClient: string;
  readonly idCommande: string;
  readonly amountCents: number;
  readonly currency: 'EUR';
  readonly email: string;
  readonly commentaire: string | null;
  readonly payer: Partial<Payer> | null;
  readonly returnUrl: string | null;
  /** The mandate's reference (RUM), for a direct debit. */
  readonly mandate: string | null;
  readonly capture: PaymentCapture;
};

export function requestedFields(initiation: Initiation): RequestedFields {
  const { cents, currency } = euros(initiation.amount);
  return {
    paymentTarget: initiation.paymentTarget,
    paymentRunMode: initiation.paymentRunMode,
    paymentType: initiation.paymentType,
    typePaiement: initiation.typePaiement,
    idOrigin: initiation.idOrigin,
    idSociete: initiation.idSociete,
    idClient: initiation.idClient,
    idCommande: initiation.idCommande,
    amountCents: cents,
    currency,
    email: initiation.email,
    commentaire: initiation.commentaire ?? null,
    payer: payerOf(initiation.payer),
    returnUrl: initiation.returnUrl ?? null,
    mandate: initiation.mandate ?? null,
    capture: initiation.capture,
  };
}

function payerOf(payer: Initiation['payer']): Partial<Payer> | null {
  const given = Object.entries(payer ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return given.length === 0 ? null : (Object.fromEntries(given) as Partial<Payer>);
}

/** SHA-256 in hex over the validated input: same digest, same request. The key itself stays out. */
export function fingerprint(initiation: Initiation): string {
  const { payer: details, accounting: booking } = initiation;
  return digest([
    givenFields(initiation, ownFields),
    givenFields(details ?? {}, payerFields),
    ...(booking ? [givenFields(booking, accountingFields)] : []),
  ]);
}

/**
 * The legacy door's key: a digest of the request's fields without the comment. Two callers, or two effective run modes,
 * never share one. Fields that the path cannot hold count only if they are given, so that stored keys stay valid. The
 * order's number comes first: consecutive orders then share pages of the index.
 */
export function derivedKey(initiation: Initiation, scope: string): string {
  const { idCommande, mandate, returnUrl } = initiation;
  const fields = digest([
    scope,
    ...keyedFields.map((name) => initiation[name]),
    ...givenFields({ mandate: mandate && rumKeyOf(mandate), returnUrl }, ['mandate', 'returnUrl']),
  ]);
  return `${idCommande} ${fields}`;
}

/** In the order of the stored digests. */
const keyedFields = [
  'paymentTarget',
  'paymentRunMode',
  'paymentType',
  'idOrigin',
  'idSociete',
  'idClient',
  'idCommande',
  'typePaiement',
  'amount',
  'email',
] as const;

const namesIn = ({ shape }: { readonly shape: object }): readonly string[] => Object.keys(shape).toSorted();
const ownFields = namesIn(initiationInput.omit({ idempotencyKey: true, payer: true, accounting: true }));
const payerFields = namesIn(payer);
const accountingFields = namesIn(accounting);

/**
 * With their values, in the order of their names. A field that was left out and one that was given as null are the same
 * request; so is any order of the fields.
 */
function givenFields(fields: object, names: readonly string[]): readonly (readonly [string, unknown])[] {
  const given: [string, unknown][] = [];
  for (const name of names) {
    const value = (fields as Readonly<Record<string, unknown>>)[name];
    if (value !== null && value !== undefined) given.push([name, value]);
  }
  return given;
}

const digest = (value: unknown): string => hash('sha256', JSON.stringify(value));

/**
 * The value of an `Idempotency-Key` header: a quoted structured string (RFC 8941) or, as most clients send it, the bare
 * key. The key itself is checked with the input.
 */
export function idempotencyKeyOfHeader(header: string): string {
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(header.trim());
  return quoted?.[1] === undefined ? header.trim() : quoted[1].replaceAll(/\\(["\\])/g, '$1');
}
