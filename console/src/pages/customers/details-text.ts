import { locales } from '../../texts/language.tsx';
import type { Language } from '../../texts/words.ts';

/** `+33 6 39 98 30 36`; numbers of other countries as they are. */
export const phoneText = (phone: string): string =>
  phone.replace(/^(\+33)(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4 $5 $6').replaceAll(' ', '\u00a0');

/** `France`, for `FR`. */
export const countryName = (code: string, language: Language): string =>
  (/^[A-Z]{2}$/.test(code) && new Intl.DisplayNames(locales[language], { type: 'region' }).of(code)) || code;
