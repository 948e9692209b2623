import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldToSepa, isSepaText } from '../../../../src/kernel/sepa/sepa-text.ts';

describe('the characters of SEPA', () => {
  it.each([
    ['Éléonore à Nîmes, ça va ?', 'Eleonore a Nimes, ca va ?'],
    ['CAFÉ & FILS', 'CAFE + FILS'],
    ['Œuvre Cœur', 'OEuvre Coeur'],
    ['12,50 €', '12,50 E'],
    ['« l’été » – 2026', "' l'ete ' - 2026"],
    ['a\u00a0b\tc\nd', 'a b c d'],
    ['ﬁn ½ ①', 'fin 1/2 1'],
    ['Straße Øre Łódź', 'Strasse Ore Lodz'],
    ['漢字😀', 'HanZi.'],
    ['a_b@c#d', 'a-b(at)c.d'],
    ['/S/C // DUPONT ///', 'S/C / DUPONT'],
  ])('%s becomes %s', (text, folded) => {
    expect(foldToSepa(text)).toBe(folded);
  });

  it('are all that is left of any text, and stay as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldToSepa(text);
        expect(isSepaText(folded)).toBe(true);
        expect(foldToSepa(folded)).toBe(folded);
      }),
    );
  });
});
