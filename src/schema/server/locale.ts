import { requestError } from './guard/graphql-error.ts';

/** RFC 5646 asks for room for 35. A document that is measured again is known by its locale, which is kept. */
const longestTag = 100;

/** @throws GraphQLError for an invalid BCP 47 language tag, or a longer one than any language has. */
export function knownLocale(locale: string): string {
  try {
    if (locale.length > longestTag) throw new RangeError('a language tag is short');
    return Intl.getCanonicalLocales(locale)[0] ?? 'fr-FR';
  } catch {
    throw requestError('BAD_USER_INPUT', 'locale is not a language tag.');
  }
}
