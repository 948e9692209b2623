import { describe, expect, it } from 'vitest';
import { isNode } from '../../scripts/prose/parts-of-source.ts';
import { fieldsOfDebitFiles } from '../../src/html/refusals/of-debit-files.ts';
import { refusalIn } from '../../src/html/refusals/refusal-in.ts';
import { nodesOf, textsOf } from '../support/html/source-texts.ts';

/** What a French person reads where a debit is held back, or the file of a batch cannot be written: no English. */

const elementsOf = (node: unknown): readonly unknown[] =>
  isNode(node) && node.type === 'ArrayExpression' && Array.isArray(node.elements) ? node.elements : [];

/** The rules of the file: each as a path in it, and what is wrong there. */
const faults = [...nodesOf('src/modules/direct-debits/files/direct-debit-rules.ts')].flatMap((node) => {
  const [path, said, ...others] = elementsOf(node);
  if (others.length > 0 || !isNode(path) || path.type !== 'ArrayExpression') return [];
  const field = elementsOf(path).flatMap(textsOf).join('.');
  return textsOf(said).map((rule) => ({ field, rule: rule.replaceAll('99999999997', '99999999999') }));
});

/** The reasons that the planning of a batch gives. */
const reasons = ['batches/plan-batch.ts', 'batches/write-batch-file.ts', 'mandates/mandate.ts'].flatMap((file) =>
  [...nodesOf(`src/modules/direct-debits/${file}`)]
    .filter(({ type }) => type === 'Literal' || type === 'TemplateLiteral')
    .flatMap(textsOf)
    .filter((text) => /^(?:the|another) .* /.test(text)),
);

describe('why a debit is held back', () => {
  it.each(faults)('has French words for “$rule”, of a debit and of the whole file', ({ rule }) => {
    expect(refusalIn('fr', `debtor.iban ${rule}.`, '')).toMatch(/^IBAN du débiteur\u00a0: [^.]+$/);
    const whole = refusalIn('fr', `The file cannot be written: creditor.iban: ${rule}.`, '');
    expect(whole).toMatch(/^Le fichier ne peut pas être écrit \(IBAN de la société\u00a0: [^.]+\)\.$/);
  });

  it.each([...new Set(faults.map(({ field }) => field))].filter((field) => field !== ''))(
    'has French words for the field %s',
    (field) => {
      const names = Object.keys(fieldsOfDebitFiles);
      expect(names.some((name) => name === field || name.endsWith(`.${field}`))).toBe(true);
    },
  );

  it.each(reasons)('has French words for “%s”', (reason) => {
    const whole = /any more$|came late/.test(reason) ? `${reason}: it is announced for 2026-12-08` : reason;
    expect(refusalIn('fr', whole, '')).not.toBe('');
  });

  it('is looked for where the gateway writes it', () => {
    expect(faults.length).toBeGreaterThan(25);
    expect(faults).toContainEqual({ field: 'bic', rule: 'must be a BIC as 7 takes it, or be left out' });
    expect(reasons).toContain('another debit under its mandate was held back');
    expect(reasons).toContain('the debtor was erased');
  });

  it.each([
    [
      'debtor.bic must be a BIC as pain.008.001.02 takes it, or be left out.',
      'BIC du débiteur\u00a0: il faut un BIC que pain.008.001.02 accepte, ou aucun',
    ],
    ['amountCents must be 1 to 99999999999 cents.', 'montant\u00a0: de 0,01 à 999\u00a0999\u00a0999,99\u00a0€'],
    ['debtor.address.town must have 35 characters at most.', 'ville du débiteur\u00a0: 35 caractères au plus'],
    ['runMode must be LIVE, as that of the batch.', 'mode\u00a0: il faut LIVE, comme pour la remise'],
    [
      'The file cannot be written: creditor.address.street: must have 70 characters at most.',
      'Le fichier ne peut pas être écrit (rue de la société\u00a0: 70 caractères au plus).',
    ],
    ['another debit under its mandate was held back', 'un autre prélèvement de son mandat attend'],
  ])('says “%s” in French, and leaves it to English readers', (english, french) => {
    expect(refusalIn('fr', english)).toBe(french);
    expect(refusalIn('en', english)).toBe(english);
  });
});
