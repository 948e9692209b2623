import anyAscii from 'any-ascii';

/**
 * How texts become words. What is stored and what is asked for pass through here, so that they meet. A word is made of
 * `a-z` and `0-9`. Words of another kind begin with `_`, and so no text can name them.
 */

/** Changes with the rules of this file and of `document-of.ts`: then the worker indexes everything again. */
export const wordsVersion = 1;

const charactersOfText = 500;
const charactersOfWord = 40;

/** In lower case, without accents, split at everything that is no letter and no digit. */
export const plainWords = (text: string): string[] =>
  (
    inAscii(text.slice(0, charactersOfText))
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  ).map((word) => word.slice(0, charactersOfWord));

/** Nearly all texts are ASCII already, and each payment has five of them. */
const inAscii = (text: string): string => (/^[ -~]*$/.test(text) ? text : anyAscii(text.normalize('NFKC')));

/** A number, a reference: its parts, and all of it as one word. */
export function codeWords(text: string): string[] {
  const parts = plainWords(text);
  return parts.length > 1 ? [...parts, parts.join('').slice(0, charactersOfWord)] : parts;
}

/** The address as one word, which is found from its beginning on. */
export const wholeEmail = (email: string): string => asOneWord(plainWords(email));
const asOneWord = (parts: readonly string[]): string => `_e_${parts.join('_')}`;

/** A whole address is not in the index, where its parts are enough: it is compared with what they find. */
export const isIndexed = (word: string): boolean => !word.startsWith('_e_');
export const partsOfEmail = (word: string): string[] => word.split('_').slice(2);

export function emailWords(email: string): string[] {
  const parts = plainWords(email);
  return [asOneWord(parts), ...parts];
}

export const amountWord = (cents: number | bigint): string => `_a${cents}`;

/** `+33 6 12 34 56 78`, `0033 (0)6 12 34 56 78` and `06 12 34 56 78` are the same. */
export function phoneWord(phone: string): string {
  const isNational = /^\s*0(?!0)/.test(phone);
  const digits = phone.replace('(0)', '').replaceAll(/\D/g, '').replace(/^00/, '');
  return digits.startsWith('33') && !isNational ? `0${digits.slice(2)}` : digits;
}

export const longestIbanEnd = 8;
const shortestIbanEnd = 4;

/** Its last 4 to 8 characters. The whole IBAN is no word: the index does not need it. */
export function ibanWords(iban: string): string[] {
  const end = iban.replaceAll(/\s/g, '').slice(-longestIbanEnd).toLowerCase();
  return Array.from({ length: longestIbanEnd - shortestIbanEnd + 1 }, (_, more) =>
    end.slice(-(shortestIbanEnd + more)),
  );
}
