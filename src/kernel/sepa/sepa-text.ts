/** The characters of SEPA (EPC217-08): `a-z A-Z 0-9 / - ? : ( ) . , ' +` and the blank. */
const sepaCharacters = /^[A-Za-z0-9/\-?:().,'+ ]*$/;

/**
 * Folds text to SEPA's characters. Accents go, ligatures and signs are replaced, and any other character becomes a full
 * stop. Blanks of any kind become one, slashes as well, and none of them leads or ends. Lengths are measured
 * afterwards.
 */
export function foldToSepa(text: string): string {
  const plain = text.normalize('NFKC').normalize('NFD').replaceAll(/\p{M}/gu, '');
  const folded = Array.from(plain, (character) => {
    if (/\s|\p{Z}|\p{Cc}/u.test(character)) return ' ';
    return replacements.get(character) ?? (sepaCharacters.test(character) ? character : '.');
  }).join('');
  return folded
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/\/{2,}/g, '/')
    .replaceAll(/^[ /]+|[ /]+$/g, '');
}

/** NFKC has already replaced compatibility forms: ﬁ, ＡＢＣ, ½. */
const replacements = new Map(
  Object.entries({
    ...{ œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', ß: 'ss', ẞ: 'SS', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ł: 'l', Ł: 'L' },
    ...{ ð: 'd', Ð: 'D', þ: 'th', Þ: 'TH', ı: 'i' },
    ...{ '&': '+', '€': 'E', '£': 'L', '@': '(a)' },
    ...{ '’': "'", '‘': "'", '‚': "'", '‹': "'", '›': "'", '“': "'", '”': "'", '„': "'", '«': "'", '»': "'" },
    ...{ '"': "'", '`': "'", '´': "'", ʼ: "'" },
    ...{ '–': '-', '—': '-', '‐': '-', '‑': '-', '−': '-', '‒': '-', _: '-', '~': '-' },
    ...{ '[': '(', '{': '(', ']': ')', '}': ')', ';': ',', '⁄': '/', '\u200b': '', '\u00ad': '' },
  }),
);

/** The most of a name that SEPA carries; a bank compares names by their beginning. */
const nameLimit = 70;

/** A name is the only thing that is cut. */
export const sepaNameOf = (name: string): string => foldToSepa(foldToSepa(name).slice(0, nameLimit));

/** Whether anything is left by which a person or a bank would know it: `東京` is dots. */
export const isReadableInSepa = (text: string): boolean => /[A-Za-z0-9]/.test(foldToSepa(text));

export const isSepaText = (text: string): boolean => sepaCharacters.test(text);

/**
 * An identifier that we choose: it must come back unchanged, so it is refused rather than folded.
 * @param limit 35 characters in ISO 20022
 */
export const isOwnIdentifier = (text: string, limit = 35): boolean => text.length <= limit && /^[A-Z0-9-]+$/.test(text);

/** A mandate's reference (RUM): 35 of SEPA's characters, no blank, no slash at an end, none beside another. */
export const isMandateReference = (text: string): boolean =>
  /^[^ ]{1,35}$/.test(text) && isSepaText(text) && !text.startsWith('/') && !text.endsWith('/') && !text.includes('//');
