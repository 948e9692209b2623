import type { Language } from './texts.ts';

/** The first day of a month is an ordinal number in French, which `Intl` does not write: `1er décembre 2026`. */
export const dayInWords = (written: string, language: Language): string =>
  language === 'fr' ? written.replace(/^1 /, '1er ') : written;
