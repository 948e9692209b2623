import anyAscii from 'any-ascii';

/** The characters of SEPA (EPC217-08): `a-z A-Z 0-9 / - ? : ( ) . , ' +` and the blank. */
const sepaCharacters = /^[A-Za-z0-9/\-?:().,'+ ]*$/;

/**
 * Folds text to SEPA's characters. Accents go, other scripts are transliterated, ligatures and signs are replaced, and
 * any other character becomes a full stop. Blanks of any kind become one, slashes as well, and none of them leads or
 * ends. Lengths are measured afterwards.
 */
export function foldToSepa(text: string): string {
  // NFKC would make two characters of these.
  return Array.from(text.replaceAll('Ŀ', 'L').replaceAll('ŀ', 'l').normalize('NFKC'), sepaOf)
    .join('')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/\/{2,}/g, '/')
    .replaceAll(/^[ /]+|[ /]+$/g, '');
}

function sepaOf(character: string): string {
  if (/\s|\p{Z}|\p{Cc}/u.test(character)) return ' ';
  const known = replacements.get(character) ?? scripts.get(character);
  if (known !== undefined) return known;
  const plain = character.normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (sepaCharacters.test(plain)) return plain;
  return replacements.get(plain) ?? scripts.get(plain) ?? transliterated(character);
}

/** Letters and digits of every other script, one by one; a sign has no sound. */
function transliterated(character: string): string {
  if (!/[\p{L}\p{N}]/u.test(character)) return '.';
  const written = Array.from(anyAscii(character), (one) =>
    sepaCharacters.test(one) ? one : (replacements.get(one) ?? ''),
  ).join('');
  // A slash stands for a mark that repeats or closes, which has no sound either.
  return written === '' || written === '/' ? '.' : written;
}

/**
 * The "SEPA Conversion Table" of the EPC (EPC217-08): Greek, and Cyrillic as Bulgaria writes it. Checked letter by letter;
 * only я differs, which the table has as `a`, beside Я as `YA`.
 */
const scripts = new Map(
  Object.entries({
    ...{ Α: 'A', Β: 'V', Γ: 'G', Δ: 'D', Ε: 'E', Ζ: 'Z', Η: 'I', Θ: 'TH', Ι: 'I', Κ: 'K', Λ: 'L', Μ: 'M', Ν: 'N' },
    ...{ Ξ: 'X', Ο: 'O', Π: 'P', Ρ: 'R', Σ: 'S', Τ: 'T', Υ: 'Y', Φ: 'F', Χ: 'CH', Ψ: 'PS', Ω: 'O' },
    ...{ А: 'A', Б: 'B', В: 'V', Г: 'G', Д: 'D', Е: 'E', Ж: 'ZH', З: 'Z', И: 'I', Й: 'Y', К: 'K', Л: 'L', М: 'M' },
    ...{ Н: 'N', О: 'O', П: 'P', Р: 'R', С: 'S', Т: 'T', У: 'U', Ф: 'F', Х: 'H', Ц: 'TS', Ч: 'CH', Ш: 'SH' },
    ...{ Щ: 'SHT', Ъ: 'A', Ь: 'Y', Ю: 'YU', Я: 'YA' },
  }).flatMap(([letter, latin]): [string, string][] => [
    [letter, latin],
    [letter.toLowerCase(), latin.toLowerCase()],
  ]),
).set('ς', 's');

/**
 * Of Latin letters, the table of the EPC keeps the first of two (æ: a) and has a full stop for rare accents. Here they
 * stay readable. NFKC has already replaced compatibility forms: ﬁ, ＡＢＣ, ½.
 */
const replacements = new Map(
  Object.entries({
    ...{ œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', ß: 'ss', ẞ: 'SS', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ł: 'l', Ł: 'L' },
    ...{ ð: 'd', Ð: 'D', þ: 'th', Þ: 'TH', ı: 'i' },
    ...{ '&': '+', '€': 'E', '£': 'L', '@': '(at)', '\\': '/', '|': '/', '¿': '?' },
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

/** Whether anything is left by which a person or a bank would know it: `***` is dots. */
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
