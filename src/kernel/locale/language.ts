/** The languages of the pages. */
export type Language = 'fr' | 'en';

/** Texts by their names, each in both languages. What is missing in English, or too much there, does not compile. */
export function inBothLanguages<Texts>(
  pairs: {
    readonly [Name in keyof Texts]: { readonly fr: Texts[Name]; readonly en: NoInfer<Texts[Name]> };
  },
): Readonly<Record<Language, Texts>> {
  const inOne = (language: Language) =>
    Object.fromEntries(
      Object.entries<Readonly<Record<Language, unknown>>>(pairs).map(([name, pair]) => [name, pair[language]]),
    ) as Texts;
  return { fr: inOne('fr'), en: inOne('en') };
}

/** The language for a reader, by the `Accept-Language` of the request. */
export type LanguageOf = (acceptLanguage: string | undefined) => Language;

/**
 * French or English, whichever the browser puts first. A browser that names other languages only gets English.
 * @param fallback for a browser, or a program, that names no language
 */
export function createLanguageOf(fallback: Language): LanguageOf {
  return (acceptLanguage) => {
    if (acceptLanguage === undefined) return fallback;
    const ranges = rangesOf(acceptLanguage);
    const [wanted] = ranges.filter(({ quality, language }) => isOurs(language) && quality > 0);
    if (wanted) return wanted.language === 'fr' ? 'fr' : 'en';
    const refused = new Set(ranges.map(({ language }) => language).filter(isOurs));
    const namesAnother = ranges.some(({ quality, language }) => language !== '*' && !isOurs(language) && quality > 0);
    const best = namesAnother ? 'en' : fallback;
    if (!refused.has(best)) return best;
    return best === 'en' ? 'fr' : 'en';
  };
}

/** For a page that offers both languages: `?lang` is the reader's own choice, and comes before the browser's. */
export const chosenLanguage = (lang: unknown, acceptLanguage: string | undefined, byBrowser: LanguageOf): Language =>
  lang === 'fr' || lang === 'en' ? lang : byBrowser(acceptLanguage);

const isOurs = (language: string): boolean => language === 'fr' || language === 'en';

/** The languages of the header without their countries, best first; what is no language tag is left out. */
function rangesOf(acceptLanguage: string): readonly { readonly language: string; readonly quality: number }[] {
  return acceptLanguage
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find((value) => value !== undefined);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => /^(?:\*|[a-z]{2,3}(?:-[a-z0-9]{1,8})*)$/.test(tag) && !Number.isNaN(quality))
    .map(({ tag, quality }) => ({ language: tag.split('-')[0] ?? '', quality }))
    .sort((a, b) => b.quality - a.quality);
}
