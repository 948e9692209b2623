import { z } from 'zod';
import { isWrittenCardNumber } from '../../../kernel/card-number.ts';
import { country, identifier, idField, nonEmptyText } from '../../../kernel/input-fields.ts';
import { mandateScheme } from '../../../kernel/sepa/mandate.ts';
import { isBic, isIban, isSepaIban, needsAddress } from '../../../kernel/sepa/sepa-accounts.ts';
import { foldToSepa, isMandateReference, isReadableInSepa } from '../../../kernel/sepa/sepa-text.ts';
import { isCalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import { paymentRunMode } from '../../../kernel/vocabulary.ts';
import { idempotencyKey } from '../../payments/initiation/initiation.ts';
import { mandateType } from './mandate.ts';

/** The inputs about mandates, described once: for GraphQL, and for the lines of an import. */

/**
 * The check digits, and the RIB key in France and Monaco, must be right: a wrong digit then never reaches another
 * account.
 */
export const iban = z
  .string()
  .transform((value) => value.replaceAll(/[\s\u00a0]/g, '').toUpperCase())
  .refine((value) => isIban(value), 'must be an IBAN: a digit is wrong or missing')
  .refine((value) => !isIban(value) || isSepaIban(value), 'must be the IBAN of an account in SEPA');

export const bic = z
  .string()
  .transform((value) => value.replaceAll(/\s/g, '').toUpperCase())
  .refine((value) => isBic(value, 'pain.008.001.08'), 'must be a BIC of 8 or 11 characters');

/**
 * A mandate's reference as SEPA carries it. It must come back unchanged, so values that a bank would refuse or fold are
 * refused here. Slashes may not lead, end or be doubled (EPC217-08).
 */
export const rum = z
  .string()
  .refine(
    isMandateReference,
    "must be 1 to 35 letters, digits or + ? / : ( ) . , ' - and must not begin or end with a slash",
  )
  .refine((value) => !isWrittenCardNumber(value), 'must not be a card number');

export const date = z.string().refine(isCalendarDate, 'must be a date, for instance 2026-12-11');

/** Text for a SEPA file, measured after folding to SEPA's characters, because a bank refuses text that is too long. */
const sepaText = (limit: number) =>
  nonEmptyText(limit).refine(
    (value) => isReadableInSepa(value) && foldToSepa(value).length <= limit,
    `must have a letter or digit, and ${limit} characters at most once it is written in the letters of SEPA`,
  );
/** A name may be cut. */
const sepaName = nonEmptyText(70).refine(isReadableInSepa, 'must have a letter or digit');

export const postalAddress = z.strictObject({
  street: sepaText(70).nullish(),
  buildingNumber: sepaText(16).nullish(),
  postalCode: sepaText(16).nullish(),
  town: sepaText(35),
  country,
});

const debtor = z
  .strictObject({ name: sepaName, iban, bic: bic.nullish(), address: postalAddress.nullish() })
  .refine(({ iban: account, address }) => address || !needsAddress(account), {
    path: ['address'],
    message: "is missing: the debtor's bank wants it in this country",
  });

const signature = {
  signedOn: date,
  place: nonEmptyText(70).nullish(),
  method: nonEmptyText(35),
  evidenceDigest: z
    .string()
    .transform((value) => value.toLowerCase())
    .refine(
      (value) => /^[0-9a-f]{64}$/.test(value),
      'must be the SHA-256 of the signed document: 64 hexadecimal digits',
    )
    .nullish(),
};

const creation = {
  idSociete: identifier,
  idClient: identifier,
  runMode: z.enum(paymentRunMode.names),
  scheme: z.enum(mandateScheme.names),
  type: z.enum(mandateType.names).nullish(),
  rum: rum.nullish(),
  debtor,
};

export const createMandateInput = z.strictObject({ ...creation, idempotencyKey: idempotencyKey.nullish() });
export type MandateCreation = z.output<typeof createMandateInput>;

/** A mandate that was signed before it came here: it brings its reference, its signature and its last use. */
export const importedMandate = z.strictObject({
  ...creation,
  rum,
  signature: z.strictObject(signature),
  bankConfirmedOn: date.nullish(),
  lastCollectedOn: date.nullish(),
});
export type ImportedMandate = z.output<typeof importedMandate>;

const id = idField('mdt', 'a mandate');
/** The reason, for the mandate's story. Written by the back office: no names or account numbers. */
const reason = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{0,34}$/, 'must be a code of 1 to 35 capital letters, digits or _, for instance MOVED');

export const signMandateInput = z.strictObject({ id, ...signature });
export const activateMandateInput = z.strictObject({ id, bankConfirmedOn: date.nullish() });
export const resumeMandateInput = z.strictObject({ id });
export const endMandateInput = z.strictObject({ id, reason: reason.nullish() });
export const amendMandateInput = z.strictObject({
  id,
  rum: rum.nullish(),
  debtorName: sepaName.nullish(),
  iban: iban.nullish(),
  bic: bic.nullish(),
  address: postalAddress.nullish(),
  takesCreditorOfConfig: z.boolean().nullish(),
  endsWithNext: z.boolean().nullish(),
});
export type MandateAmendment = z.output<typeof amendMandateInput>;
