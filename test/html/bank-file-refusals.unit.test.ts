import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bankFileRefusalIn } from '../../src/html/refusals/of-bank-files.ts';
import { BankFileError } from '../../src/modules/bank-statements/files/bank-file.ts';
import { nodesOf, textsOf } from '../support/html/source-texts.ts';

/** What a French person reads where a file of a bank is refused: no English. */

const folder = 'src/modules/bank-statements/files';
const files = [
  ...readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
  'src/modules/bank-statements/import/check-bank-file.ts',
  'src/kernel/xml-parser.ts',
];

/** Parts of a sentence, and what no person reads. */
const parts: ReadonlySet<string> = new Set(['found nothing', 'the amount 7', 'the first fault']);

/** Each sentence of a file; `7` stands for a value. Those that end with a full stop describe a type of the schema. */
const sentencesIn = (file: string): readonly string[] =>
  [...nodesOf(file)]
    .filter(({ type }) => type === 'Literal' || type === 'TemplateLiteral')
    .flatMap(textsOf)
    .filter((text) => /[a-z]{2} [a-z]/.test(text) && !text.endsWith('.') && !parts.has(text))
    // The end of a sentence about an amount.
    .map((text) => (/^(?:is|has) /.test(text) ? `the amount ${text}` : text));

const shown = files.map((file) => [file, sentencesIn(file)] as const).filter(([, sentences]) => sentences.length > 0);

describe('why a file of a bank is refused', () => {
  it.each(shown)('has French words for each sentence of %s', (_file, sentences) => {
    expect(sentences.filter((sentence) => bankFileRefusalIn('fr', sentence).includes('autre version'))).toEqual([]);
  });

  it('is looked for where the gateway writes it', () => {
    const sentences = shown.flatMap(([, ofFile]) => ofFile);
    expect(new Set(sentences).size).toBeGreaterThan(80);
    expect(sentences).toContain('the encoding 7 is not read');
  });

  it.each([
    [
      new BankFileError('the currency is not EUR: found "GBP"', { line: 12, path: 'Stmt/Ntry/Amt' }).message,
      'Ligne 12, Stmt/Ntry/Amt\u00a0: la devise n’est pas EUR\u00a0: «\u00a0GBP\u00a0» est indiqué',
    ],
    [
      new BankFileError('branch is not that of record 01', { line: 3, path: 'record 07' }).message,
      'Ligne 3, enregistrement 07\u00a0: le champ «\u00a0guichet\u00a0» n’est pas celui de l’enregistrement 01',
    ],
    [
      new BankFileError(':60F: or :60M: is missing', { line: 1, path: ':20:' }).message,
      'Ligne 1, :20:\u00a0: :60F: ou :60M: manque',
    ],
    [
      'the check against the schema was broken off: it took longer than 30 seconds',
      'le contrôle par le schéma a été interrompu\u00a0: plus de 30 secondes',
    ],
    ['Rejected: not of this bank', 'Rejeté par une personne\u00a0: not of this bank'],
    // A person's words may read like the gateway's.
    ['Rejected: page 2 is missing', 'Rejeté par une personne\u00a0: page 2 is missing'],
    ['page constructor is missing', 'page constructor manque'],
    ['Rejected: account', 'Rejeté par une personne\u00a0: account'],
    [
      'It was not confirmed in time: its bytes were removed',
      'Il n’a pas été confirmé à temps\u00a0: son contenu a été effacé.',
    ],
    [
      'Line 5: something of another gateway',
      'Ligne 5\u00a0: «\u00a0something of another gateway\u00a0» (texte d’une autre version de la passerelle)',
    ],
  ])('says “%s” in French, and leaves it to English readers', (english, french) => {
    expect(bankFileRefusalIn('fr', english)).toBe(french);
    expect(bankFileRefusalIn('en', english)).toBe(english);
  });
});
