import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldToSepa, isReadableInSepa, isSepaText, sepaNameOf } from '../../../src/kernel/sepa/sepa-text.ts';

describe('a name in the characters of SEPA', () => {
  it.each([
    ['Ναυτικός Όμιλος', 'Naytikos Omilos'],
    ['ΑΘΗΝΑ ΨΑΡΡΟΥ', 'ATHINA PSARROY'],
    ['Αθηνά Χρυσή Ξένου', 'Athina CHrysi Xenoy'],
    ['Димитър Йорданов', 'Dimitar Yordanov'],
    ['ЩЕРБА ЪГЪЛ', 'SHTERBA AGAL'],
    ['Юлия Жечева-Цонева', 'YUliya ZHecheva-TSoneva'],
    ['Ірина Їжакевич', 'Irina Izhakevich'],
    ['Чёрный Мыс', 'CHernyy Mys'],
    ['東京商店', 'DongJingShangDian'],
    ['محمد', 'mhmd'],
    ['Հայաստան', 'Hayastan'],
    ['ქართული', 'kartuli'],
    ['한국', 'HanGug'],
    ['Đorđe Œuvré & Fils', 'Dorde OEuvre + Fils'],
  ])('%s is %s', (name, written) => {
    expect(sepaNameOf(name)).toBe(written);
  });

  const letters = fc.string({
    unit: fc.integer({ min: 0x41, max: 0x2fa1d }).map((code) => String.fromCodePoint(code)),
  });

  it('has these characters alone, stays as it is, and is not empty where a letter stands', () => {
    fc.assert(
      fc.property(letters, (text) => {
        const folded = foldToSepa(text);
        expect(isSepaText(folded)).toBe(true);
        expect(foldToSepa(folded)).toBe(folded);
        if (/\p{L}/u.test(text)) expect(folded).not.toBe('');
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['Greek', 'Α', 'ω'],
    ['Cyrillic', 'А', 'я'],
    ['Armenian', 'Ա', 'Ֆ'],
    ['Hebrew', 'א', 'ת'],
    ['Arabic', 'ا', 'ي'],
    ['Devanagari', 'अ', 'ह'],
    ['Thai', 'ก', 'ฮ'],
    ['Georgian', 'ა', 'ჰ'],
    ['Hangul', '가', '힣'],
  ])('is readable in %s', (_script, first, last) => {
    const from = first.charCodeAt(0);
    const range = Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, place) =>
      String.fromCodePoint(from + place),
    );
    const ofScript = range.filter((one) => /\p{Lo}|\p{Lu}|\p{Ll}/u.test(one));
    const silent = ofScript.filter((one) => !isReadableInSepa(one));
    // Of glottal stops alone no name consists.
    expect(silent.length / ofScript.length).toBeLessThan(0.1);
  });

  it.each(['***', '…', '!?', '—'])('of %s is not readable', (name) => {
    expect(isReadableInSepa(name)).toBe(false);
  });
});
