import { z } from 'zod';
import { consoleClient } from './caller.ts';
import { holdsCardNumber, isWrittenCardNumber } from './card-number.ts';
import { isCountry } from './countries.ts';
import { type IdentifierKind, isIdOf, normaliseIdentifier } from './identifiers.ts';

/** The fields that the inputs of several modules have. */

/** Half a surrogate pair cannot be stored or sent as UTF-8. */
const isText = (value: string): boolean => value.isWellFormed();
export const hasControlCharacter = (value: string): boolean => /\p{Cc}/u.test(value);

/**
 * Whether a text may have so many characters at most once it is normalised. A longer one is not normalised, which takes
 * seconds for thousands of accents on one letter.
 */
export const mayFit =
  (maximum: number) =>
  (value: string): boolean =>
    value.trim().length <= 8 * maximum;

const identifierPattern = /^[\p{L}\p{N}][\p{L}\p{N} ._:-]{0,63}$/u;
/** The rule of `id_origin`, `id_societe`, `id_client` and `id_commande`. */
export const identifier = z
  .string()
  .refine(isText, 'is not valid Unicode text')
  .transform(normaliseIdentifier)
  .refine(
    (value) => identifierPattern.test(value),
    'must be 1 to 64 letters, digits, blanks or . _ : - and begin with a letter or a digit',
  )
  .refine((value) => !isWrittenCardNumber(value), 'must not be a card number');

/** @param named with its article */
export const idField = (kind: IdentifierKind, named: string) =>
  z.string().refine((id) => isIdOf(kind, id), `must be the id of ${named}: \`${kind}_…\``);

export const freeText = (maximum: number) =>
  z
    .string()
    .refine(isText, 'is not valid Unicode text')
    .refine(mayFit(maximum), `must be ${maximum} characters at most`)
    .transform((value) => value.trim().normalize('NFC').trim())
    .refine((value) => [...value].length <= maximum, `must be ${maximum} characters at most`)
    .refine((value) => !hasControlCharacter(value), 'must not hold control characters')
    .refine((value) => !holdsCardNumber(value), 'must not hold a card number');

export const nonEmptyText = (maximum: number) => freeText(maximum).refine((value) => value !== '', 'must not be empty');

const personPrefix = `${consoleClient}/`;
/** Who acted, in the words of a client. Only the gateway names a person of the console. */
export const operatorName = nonEmptyText(64).refine(
  (value) => !value.startsWith(personPrefix),
  `must not begin with ${personPrefix}, which names a person of the console`,
);

/**
 * `06 12 34 56 78` is read as French; `0033…` and `+33 (0)…` as international, without the zero that is for calls within
 * the country. In Italy it is dialled from everywhere.
 */
const phone = z
  .string()
  .transform((value) =>
    value
      .replace(/^(\s*(?:\+|0\s*0)(?!\s*39)[\d\s.-]*)\(0\)/, '$1')
      .replaceAll(/[\s.()-]/g, '')
      .replace(/^00/, '+')
      .replace(/^0(?=[1-9]\d{8}$)/, '+33'),
  )
  .refine(
    (value) => /^\+[1-9]\d{6,14}$/.test(value),
    'must be an international phone number, for instance +33612345678',
  );

export const country = z
  .string()
  .transform((value) => value.trim().toUpperCase())
  .refine(isCountry, 'must be an ISO 3166-1 alpha-2 country code, for instance FR');

/** Every field may be left out. */
export const payer = z.strictObject({
  firstName: nonEmptyText(63).nullish(),
  lastName: nonEmptyText(63).nullish(),
  address: nonEmptyText(255).nullish(),
  zipCode: nonEmptyText(16).nullish(),
  city: nonEmptyText(128).nullish(),
  country: country.nullish(),
  phone: phone.nullish(),
});
