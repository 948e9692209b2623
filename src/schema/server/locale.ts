import { GraphQLError } from 'graphql';

/** @throws GraphQLError for an invalid BCP 47 language tag. */
export function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'fr-FR';
  } catch {
    throw new GraphQLError('locale is not a language tag.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
}
