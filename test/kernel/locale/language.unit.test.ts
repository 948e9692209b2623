import { describe, expect, it } from 'vitest';
import { createLanguageOf } from '../../../src/kernel/locale/language.ts';

describe('the language for a browser', () => {
  it.each([
    ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
    ['fr-CA', 'fr'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['EN-us', 'en'],
    ['de-DE,de;q=0.9', 'en'],
    ['es, it;q=0.5', 'en'],
    ['zh-Hant-TW', 'en'],
    ['frp', 'en'],
    ['de,en;q=0.5,fr;q=0.4', 'en'],
    ['de,fr;q=0.5', 'fr'],
    ['de,fr;q=0.5,en;q=0.5', 'fr'],
    ['nl, *;q=0.5', 'en'],
    ['fr;q=0,en;q=0.1', 'en'],
    ['fr;q=0', 'en'],
    ['en;q=0', 'fr'],
    ['de, en;q=0', 'fr'],
    ['en; q=0.2, fr; q=0.9', 'fr'],
  ])('that says %j is %s, whatever the default', (acceptLanguage, language) => {
    for (const fallback of ['fr', 'en'] as const) expect(createLanguageOf(fallback)(acceptLanguage)).toBe(language);
  });

  it.each([undefined, '', '*', '*;q=0.5', ';;,=,q=1', '<script>', 'english', 'de;q=0'])(
    'that says %j is the default',
    (acceptLanguage) => {
      expect([createLanguageOf('fr')(acceptLanguage), createLanguageOf('en')(acceptLanguage)]).toEqual(['fr', 'en']);
      expect(createLanguageOf('fr')(acceptLanguage)).toBe('fr');
    },
  );
});
