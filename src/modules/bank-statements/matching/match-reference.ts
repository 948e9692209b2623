import { normaliseReference } from '../../../kernel/identifiers.ts';
import { isCreditorReference } from '../../../kernel/sepa/creditor-reference.ts';
import type { BankEntryDetail } from '../files/bank-file.ts';

/** Ours have eight characters: `RF52 4K7M 9QXT`. */
const ownReference = /^RF\d{2}[0-9A-HJKMNP-TV-Z]{8}$/;

/**
 * The payment references in a transfer (`4K7M-9QXT`): from its structured field, its free text, and the payer's own id,
 * in this order; each with valid check digits.
 *
 * A bank cuts free text into pieces of 35 characters, with a blank at the seam or without.
 */
export function referencesOf(
  detail: Pick<BankEntryDetail, 'structuredReferences' | 'remittance' | 'endToEndId'>,
): readonly string[] {
  const structured = detail.structuredReferences.map(compact).filter(isOwn);
  const pieces = detail.remittance;
  const texts = [pieces.join(''), pieces.join(' '), detail.endToEndId ?? ''];
  const found = [...structured, ...texts.flatMap(creditorReferencesIn)];
  return [...new Set(found.map((reference) => normaliseReference(reference.slice(4))))];
}

const compact = (text: string): string => text.replaceAll(/[^0-9a-z]/gi, '').toUpperCase();

const isOwn = (text: string): boolean => ownReference.test(text) && isCreditorReference(text);

/** `RF`, two digits and eight characters, whatever blanks, dashes or dots stand in between. */
function creditorReferencesIn(text: string): readonly string[] {
  const plain = compact(text);
  // Check digits are right by chance once in a hundred times, so every place is tried and few are found.
  return [...plain.matchAll(/(?=(RF\d{2}[0-9A-Z]{8}))/g)].flatMap(([, candidate = '']) =>
    isOwn(candidate) ? [candidate] : [],
  );
}

/**
 * Texts that may be meant as a payment's reference, for a person to decide: as spoken on the phone (`4K7M-9QXT`), with
 * a letter in the place of a digit, or after `RF` with wrong check digits.
 */
export function likelyReferencesIn(text: string): readonly string[] {
  const written = [text, text.replaceAll('\n', ' '), text.replaceAll('\n', '')].join('\n').toUpperCase();
  const found = written.matchAll(/(?<![A-Z0-9])(?=(?:RF ?\d\d ?)?([0-9A-Z]{4})[ -]?([0-9A-Z]{4})(?![A-Z0-9]))/g);
  const references = Array.from(found, ([, first = '', second = '']) => normaliseReference(first + second));
  return [...new Set(references)];
}
