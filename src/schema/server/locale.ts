import { requestError } from './guard/graphql-error.ts';

/** @throws GraphQLError for an invalid BCP 47 language tag. */
export function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'fr-FR';
  } catch {
    throw requestError('BAD_USER_INPUT', 'locale is not a language tag.');
  }
}
