import { isValidIBAN } from 'ibantools';
import { refuseInput } from '../../kernel/errors.ts';
import {
  amountWord,
  ibanWords,
  isIndexed,
  longestIbanEnd,
  partsOfEmail,
  phoneWord,
  plainWords,
  wholeEmail,
} from './words.ts';

/** A wanted word. `isPrefix`: also longer words that begin with it. */
export type Wanted = { readonly word: string; readonly isPrefix: boolean };
/** Alternatives: one of them is enough. */
export type Term = readonly Wanted[];

export type Fragment = {
  /** As it was typed, without blanks at the ends. */
  readonly text: string;
  /** A result has all of them. Empty: no word can be looked up. */
  readonly terms: readonly Term[];
};

const longestText = 200;
/** More are not looked up; a longer text names what it means with fewer. */
const mostTerms = 12;

/** @throws InvalidInputError for a text that is too long */
export function parseFragment(given: string): Fragment {
  if (given.length > longestText) {
    refuseInput('text', `text may have ${longestText} characters.`);
  }
  const text = given.replaceAll('\0', ' ').normalize('NFKC').trim();
  return { text, terms: termsOf(text).slice(0, mostTerms) };
}

function termsOf(text: string): Term[] {
  const together = text.replaceAll(/\s/g, '');
  if (isValidIBAN(together.toUpperCase())) {
    return [[exactly(ibanWords(together).find((word) => word.length === longestIbanEnd) ?? '')]];
  }
  const [, shownEnd] = maskedIban.exec(text) ?? [];
  if (shownEnd !== undefined) return [[exactly(shownEnd.toLowerCase())]];
  if (isPhone(text)) return [phoneOrNumber(text)];
  const amounts: Term[] = [];
  const rest = text.replaceAll(amountPattern, (match, sign, euros: string, cents, signAfter) => {
    if ((sign ?? cents ?? signAfter) === undefined) return match;
    amounts.push([exactly(amountWord(BigInt(euros.replaceAll(/\D/g, '') + (cents ?? '00'))))]);
    return ' ';
  });
  const terms = rest.split(/\s+/).flatMap(termsOfPiece);
  if (!lastGroups.test(text)) return [...amounts, ...terms];
  return terms.map((term) => [...term, exactly(together.toLowerCase())]);
}

/** As lists show an IBAN: `FR76 •••• 0189`. */
const maskedIban = /^[a-z]{2}\d{2}\s*[•*.]+\s*([\da-z]{4})$/i;
/** The end of an IBAN as it is printed, `7890 189`: it may be one word. */
const lastGroups = /^(?=.*\d)[\da-z]{4}\s+[\da-z]{1,4}$/i;

const exactly = (word: string): Wanted => ({ word, isPrefix: false });

/**
 * `12,50`, `1 234.56 €`, `1.234,56`, `€1,234.56`, `12 €`: euros with cents, or with the sign. A minus before it says that
 * the money went back.
 */
const amountPattern =
  /(?<![\p{L}\d.,]|\S-)(?:(€|eur\b)\s*)?(\d{1,3}(?:[ .]\d{3})+|\d{1,3}(?:,\d{3})+(?=\.\d{2})|\d{1,10})(?:[.,](\d{2}))?(?:\s*(€|eur(?:os?)?\b))?(?![\p{L}\d]|[.,]\d)/giu;

/**
 * Six digits or more that begin like a number in France or abroad, with the usual signs between them. A date,
 * `01-02-2026`, is none, and no phone number begins with `000`.
 */
function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '');
  if (digits.startsWith('000') || /^\d\d([.-])\d\d\1\d{4}$/.test(text)) return false;
  return /^(?:\+|0)[\d\s.()-]+$/.test(text) && digits.length >= 6 && digits.length <= 15;
}

/** `0022631` may be a number from abroad, and as well the number of a customer or an order. */
function phoneOrNumber(text: string): Term {
  const words = text.startsWith('0') ? [phoneWord(text), text.replaceAll(/\D/g, '')] : [phoneWord(text)];
  return [...new Set(words)].map((word) => ({ word, isPrefix: true }));
}

function termsOfPiece(piece: string): Term[] {
  const words = plainWords(piece);
  if (/^[^@]+@[^@]/.test(piece) && words.length > 0) return [[{ word: wholeEmail(piece), isPrefix: true }]];
  // A single letter says nothing; the words beside it do.
  return words.filter((word) => word.length > 1).map((word) => [{ word, isPrefix: true }, ...asAmount(word)]);
}

/** A number without cents may be whole euros. */
const asAmount = (word: string): Wanted[] =>
  /^\d{1,10}$/.test(word) ? [exactly(amountWord(BigInt(word) * 100n))] : [];

/** What the index is asked for: of an address its parts, and the last of them may go on. */
export function indexTermsOf(term: Term): readonly Term[] {
  const [wanted] = term;
  if (wanted === undefined || isIndexed(wanted.word)) return [term];
  const parts = partsOfEmail(wanted.word);
  return parts.map((word, place) => [{ word, isPrefix: place === parts.length - 1 }]);
}

export const matchesTerm = (words: readonly string[], term: Term): boolean =>
  term.some(({ word, isPrefix }) => words.some((one) => (isPrefix ? one.startsWith(word) : one === word)));
