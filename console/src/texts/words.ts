export type Language = 'fr' | 'en';

export type Words<Texts> = Readonly<Record<Language, Texts>>;

/** Texts in both languages. What is missing in English, or too much there, does not compile. */
export const words = <Texts>(both: { readonly fr: Texts; readonly en: NoInfer<Texts> }): Words<Texts> => both;
