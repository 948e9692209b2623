import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { heldBackInFrench } from '../../../console/src/pages/debits/held-back-reasons.ts';

/** The wizard says in French why a debit waits: the gateway writes it in English. */

const sources = ['batches/plan-batch.ts', 'mandates/mandate.ts'].map((file) =>
  readFileSync(`src/modules/direct-debits/${file}`, 'utf8'),
);

const inFrench = (text: string) => heldBackInFrench(text, (day) => `jour ${day}`);

/** `held('…')`, `return '…'` of `whyNotUsable`, and `inDoubt`. */
const written = /(?:held\(|inDoubt = )(?:'([^']+)'|"([^"]+)")|return '(the (?:debtor was|mandate was) [^']+)'/g;

const reasons = sources.flatMap((text) =>
  [...text.matchAll(written)].map(([, one, other, third]) => one ?? other ?? third ?? ''),
);

describe('why a debit is held back', () => {
  it('is looked for where the gateway writes it', () => {
    expect(new Set(reasons).size).toBe(6);
  });

  it.each(reasons)('has French words: “%s”', (reason) => {
    expect(inFrench(reason)).toMatch(/[a-zé]{3}/);
  });

  it.each([
    ['the payment is NEEDS_REVIEW', 'le paiement est dans l’état «\u00a0À vérifier\u00a0»'],
    ['the mandate is SUSPENDED', 'le mandat est dans l’état «\u00a0Suspendu\u00a0»'],
    [
      'the bank takes none for 2026-11-30 any more: it is announced for 2026-12-01',
      'la banque n’en accepte plus pour le jour 2026-11-30\u00a0: il est annoncé au client pour le jour 2026-12-01',
    ],
    [
      'its notice came late for 2026-11-30: it is announced for 2026-12-15',
      'le client a été averti trop tard pour le jour 2026-11-30\u00a0: il est annoncé pour le jour 2026-12-15',
    ],
  ])('says “%s” in French', (english, french) => {
    expect(inFrench(english)).toBe(french);
  });

  it('leaves one that it does not know', () => {
    expect(inFrench('a reason of a newer gateway')).toBeNull();
    expect(inFrench('constructor')).toBeNull();
  });
});
