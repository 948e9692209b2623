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

  // The letters of the EPC's SEPA Conversion Table (EPC217-08), in the order of Unicode.
  it.each([
    ['ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ', 'A V G D E Z I TH I K L M N X O P R S T Y F CH PS O'],
    ['αβγδεζηθικλμνξοπρςστυφχψω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'],
    ['ΆΈΉΊΌΎΏΪΫάέήίόύώϊϋΐΰ', 'A E I I O Y O I Y a e i i o y o i y i y'],
    ['АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ', 'A B V G D E ZH Z I Y K L M N O P R S T U F H TS CH SH SHT A Y YU YA'],
    ['абвгдежзийклмнопрстуфхцчшщъьюя', 'a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya'],
    ['&€@_~;[]{}`\\|¿', "+ E (at) - - , ( ) ( ) ' / / ?"],
    ['ÀÅÇÉÍÑÖØÚÝàåçéíñöøúýÿĀĐĿŁŠŽűșț', 'A A C E I N O O U Y a a c e i n o o u y y A D L L S Z u s t'],
  ])('has %s as the EPC has them', (given, expected) => {
    expect(Array.from(given, (one) => foldToSepa(`x${one}x`).slice(1, -1)).join(' ')).toBe(expected);
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
        if (/\p{L}/u.test(text.normalize('NFKC'))) expect(folded).not.toBe('');
      }),
      { numRuns: 2_000 },
    );
  });

  // Unicode counts their forms that stand alone among the letters, but they are a blank with marks.
  it.each(['\ufc5e', '\ufe70', '\ufe7e'])('has nothing of an Arabic vowel sign without its letter', (sign) => {
    expect(sign).toMatch(/\p{L}/u);
    expect(foldToSepa(sign)).toBe('');
    expect(isReadableInSepa(sign)).toBe(false);
  });

  it.each(['〆', '〳', '〵'])('has a full stop for %s, a letter by Unicode that has no sound', (mark) => {
    expect(mark).toMatch(/\p{L}/u);
    expect(foldToSepa(mark)).toBe('.');
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
