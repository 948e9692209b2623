import { locales } from '../../texts/language.tsx';
import type { Language } from '../../texts/words.ts';

/** `France`, for `FR`. */
export const countryName = (code: string, language: Language): string =>
  (/^[A-Z]{2}$/.test(code) && new Intl.DisplayNames(locales[language], { type: 'region' }).of(code)) || code;
