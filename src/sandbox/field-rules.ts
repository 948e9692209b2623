import type { FormProblem } from './bank.ts';
import { type Text, text } from './texts.ts';

/** A bank's rule for one field of a form. */
export type FieldRule = {
  readonly name: string;
  readonly mandatory: boolean;
  readonly pattern: { test(value: string): boolean };
  /** The bank's error number. */
  readonly code: string;
  /** The format in words, for the shop's developer. */
  readonly expects: Text;
};

export function rule(
  name: string,
  mandatory: boolean,
  pattern: FieldRule['pattern'],
  code: string,
  fr: string,
  en: string = fr,
): FieldRule {
  return { name, mandatory, pattern, code, expects: text(fr, en) };
}

export type FieldValues = ReadonlyMap<string, string>;

/** The first rule that the fields break, or null. A value is never part of the answer: it may be personal. */
export function firstBreach(
  fields: FieldValues,
  rules: readonly FieldRule[],
  titleOf: (code: string) => Text,
): FormProblem | null {
  for (const { name, mandatory, pattern, code, expects } of rules) {
    const value = fields.get(name);
    if (value === undefined) {
      if (mandatory) return { code, field: name, title: titleOf(code), explanation: missing };
    } else if (!pattern.test(value)) {
      const explanation = text(`Format attendu : ${expects.fr}.`, `Expected: ${expects.en}.`);
      return { code, field: name, title: titleOf(code), explanation };
    }
  }
  return null;
}

export const missing: Text = text('Ce champ est obligatoire.', 'This field is mandatory.');

/** For an address to which the platform sends the buyer or a message. */
export function addressRule(
  name: string,
  code: string,
  limitCharacters: number,
  isFit: (value: string) => boolean = () => true,
): FieldRule {
  const test = (value: string) => value === '' || (isShopAddress(value, limitCharacters) && isFit(value));
  const fr = `une adresse absolue de ${limitCharacters} caractères au plus`;
  return rule(name, false, { test }, code, fr, `an absolute address of ${limitCharacters} characters at most`);
}

/**
 * An absolute http(s) address that can stand in a header and in a page as it is: ASCII, without user or fragment.
 * Localhost is fine here: a developer's shop is reached where the real platform would never look.
 */
function isShopAddress(value: string, limitCharacters: number): boolean {
  if (value.length > limitCharacters || !/^https?:\/\/[!$-&(-;=?-[\]_a-z~]+$/.test(value) || !URL.canParse(value)) {
    return false;
  }
  const url = new URL(value);
  return url.username === '' && url.password === '';
}
