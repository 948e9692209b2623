import { locales } from '../../texts/language.tsx';
import type { Language } from '../../texts/words.ts';

/** `12 345`, as the language groups digits. */
export const countText = (count: number, language: Language): string =>
  new Intl.NumberFormat(locales[language]).format(count);
