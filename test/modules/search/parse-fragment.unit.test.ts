import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFragment } from '../../../src/modules/search/parse-fragment.ts';
import {
  amountWord,
  codeWords,
  emailWords,
  ibanWords,
  phoneWord,
  plainWords,
} from '../../../src/modules/search/words.ts';

/** Each term as the text of its alternatives; `*` where longer words count too. */
const termsOf = (text: string): string[] =>
  parseFragment(text).terms.map((term) => term.map(({ word, isPrefix }) => word + (isPrefix ? '*' : '')).join('|'));

describe('a fragment', () => {
  it.each<[string, string[]]>([
    ['Dupont', ['dupont*']],
    ['  Hélène   MARTIN-Cœur ', ['helene*', 'martin*', 'coeur*']],
    ['Łukasz Ærø', ['lukasz*', 'aero*']],
    ['45012', ['45012*|_a4501200']],
    ['12,50', ['_a1250']],
    ['12.50 €', ['_a1250']],
    ['1 234,56', ['_a123456']],
    ['1 234,56 €', ['_a123456']],
    ['1.234,56', ['_a123456']],
    ['12€', ['_a1200']],
    ['€12.50', ['_a1250']],
    ['€ 12,50', ['_a1250']],
    ['€12', ['_a1200']],
    ['EUR 12.50', ['_a1250']],
    ['€1,234.56', ['_a123456']],
    ['1,234.56 €', ['_a123456']],
    ['\u2212€1,234,567.89', ['_a123456789']],
    ['-12,50', ['_a1250']],
    ['dupont €1,234.56', ['_a123456', 'dupont*']],
    ['12 dupont', ['12*|_a1200', 'dupont*']],
    ['1,234', ['234*|_a23400']],
    ['2026-12,50', ['2026*|_a202600', '12*|_a1200', '50*|_a5000']],
    ['dupont 12,50 EUR', ['_a1250', 'dupont*']],
    ['25.11.2026', ['25*|_a2500', '11*|_a1100', '2026*|_a202600']],
    ['jean.dupont@example.fr', ['_e_jean_dupont_example_fr*']],
    ['jean.dupont', ['jean*', 'dupont*']],
    ['@example.fr', ['example*', 'fr*']],
    ['%@%', []],
    ['+33 6 12 34 56 78', ['0612345678*']],
    ['06.12.34.56.78', ['0612345678*']],
    ['0033 6 12 34 56 78', ['0612345678*|0033612345678*']],
    ['+33 (0)6 12 34 56 78', ['0612345678*']],
    ['0049 30 12 34 56', ['4930123456*|004930123456*']],
    ['0022631', ['22631*|0022631*']],
    ['00-123-456', ['123456*|00123456*']],
    ['000045012', ['000045012*|_a4501200']],
    ['0001-2345', ['0001*|_a100', '2345*|_a234500']],
    ['01-02-2026', ['01*|_a100', '02*|_a200', '2026*|_a202600']],
    ['FR76 3000 6000 0112 3456 7890 189', ['67890189']],
    ['FR76 •••• 0189', ['0189']],
    ['7890 189', ['7890*|_a789000|7890189', '189*|_a18900|7890189']],
    ['0130 00', ['013000*']],
    ['4501 4502', ['4501*|_a450100|45014502', '4502*|_a450200|45014502']],
    ['VE-2026-123', ['ve*', '2026*|_a202600', '123*|_a12300']],
    ['M. Dupont', ['dupont*']],
    ['x', []],
    ['', []],
    ['   ', []],
    ['%_*"\'()\\', []],
    ['dup* OR "martin" NEAR(a, b)', ['dup*', 'or*', 'martin*', 'near*']],
  ])('%j looks for %j', (text, expected) => {
    expect(termsOf(text)).toEqual(expected);
  });

  it('is bounded: a long text is refused, and of many words some count', () => {
    expect(() => parseFragment('a'.repeat(10_000))).toThrow('200 characters');
    expect(termsOf('abc '.repeat(40))).toHaveLength(12);
  });

  it('is made of words that no database reads as its own language', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        for (const { word } of parseFragment(text).terms.flat()) expect(word).toMatch(/^[a-z0-9_]+$/);
      }),
    );
  });

  it.each<[string, string[], string]>([
    ['a name', plainWords('Hélène Dupont'), 'helène'],
    ['a code', codeWords('VE-2026-123'), 'VE2026'],
    ['an address', emailWords('Jean.Dupont@Example.fr'), 'jean.dupont@ex'],
    ['a part of an address', emailWords('Jean.Dupont@Example.fr'), 'example.fr'],
    ['an amount', [amountWord(123_456)], '1 234,56'],
    ['a code with zeros', codeWords('0022631'), '0022631'],
    ['the beginning of a code with zeros', codeWords('00-22-631'), '00-22-6'],
    ['a phone number', [phoneWord('+33612345678')], '06 12 34 56'],
    ['the end of an IBAN', ibanWords('FR7630006000011234567890189'), '0189'],
    ['the last groups of an IBAN', ibanWords('FR7630006000011234567890189'), '7890 189'],
    ['an IBAN as lists show it', ibanWords('FR7630006000011234567890189'), 'FR76 •••• 0189'],
    ['a whole IBAN', ibanWords('FR7630006000011234567890189'), 'FR76 3000 6000 0112 3456 7890 189'],
  ])('of %s meets the words that are stored', (_what, words, text) => {
    for (const term of parseFragment(text).terms) {
      expect(
        words.some((word) => term.some((one) => (one.isPrefix ? word.startsWith(one.word) : word === one.word))),
      ).toBe(true);
    }
  });
});
