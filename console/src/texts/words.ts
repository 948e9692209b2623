export type Language = 'fr' | 'en';

export type Words<Texts> = Readonly<Record<Language, Texts>>;

type Pairs<Texts> = { readonly [Name in keyof Texts]: { readonly fr: Texts[Name]; readonly en: NoInfer<Texts[Name]> } };

/** Texts by their names, each in both languages. What is missing in English, or too much there, does not compile. */
export function words<Texts>(pairs: Pairs<Texts>): Words<Texts> {
  const inLanguage = (language: Language) =>
    Object.fromEntries(Object.entries<Words<unknown>>(pairs).map(([name, pair]) => [name, pair[language]])) as Texts;
  return { fr: inLanguage('fr'), en: inLanguage('en') };
}

/** The same, beside texts that other places say as well. A place may say another text under the same name. */
export function wordsWith<Shared, Texts>(
  shared: Words<Shared>,
  pairs: Pairs<Texts>,
): Words<Omit<Shared, keyof Texts> & Texts> {
  const own = words(pairs);
  return { fr: { ...shared.fr, ...own.fr }, en: { ...shared.en, ...own.en } };
}

/** The names of a closed set, in the order of their texts: one without a text does not compile, so that none is missing. */
export const namesOf = <Name extends string>(texts: Readonly<Record<Name, unknown>>): readonly Name[] =>
  Object.keys(texts) as Name[];
