import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { Language, Words } from './words.ts';

/** For `Intl`. */
export const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

const kept = 'language';

/** The person's own choice, else what the gateway read from the browser's `Accept-Language`. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(kept);
  if (chosen === 'fr' || chosen === 'en') return chosen;
  return document.documentElement.lang === 'en' ? 'en' : 'fr';
}

let now: Language = firstLanguage();

/** For requests, which are made outside of the tree. */
export const languageNow = (): Language => now;

type Chosen = { readonly language: Language; readonly choose: (language: Language) => void };

const LanguageContext = createContext<Chosen>({ language: now, choose: () => undefined });

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(now);
  document.documentElement.lang = language;
  const value = useMemo(() => {
    const choose = (chosen: Language): void => {
      now = chosen;
      localStorage.setItem(kept, chosen);
      setLanguage(chosen);
    };
    return { language, choose };
  }, [language]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export const useLanguage = (): Chosen => use(LanguageContext);

export const useTexts = <Texts,>(both: Words<Texts>): Texts => both[useLanguage().language];
