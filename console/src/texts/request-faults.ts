import { words } from './words.ts';

const outdated = { fr: 'Cette page n’est plus à jour. Rechargez-la.', en: 'This page is out of date. Reload it.' };
const busy = {
  fr: 'La passerelle a trop à faire en ce moment. Réessayez dans quelques secondes.',
  en: 'The gateway has too much to do at the moment. Try again in a few seconds.',
};
const noDatabase = {
  fr: 'La base de données ne répond pas. Réessayez\u00a0: rien ne sera fait deux fois.',
  en: 'The database does not answer. Try again: nothing will be done twice.',
};
const wrongValue = {
  fr: 'Une valeur de l’adresse ou d’un filtre ne peut pas être utilisée.',
  en: 'A value of the address or of a filter cannot be used.',
};
const gone = {
  fr: 'Cela n’existe pas, ou vos droits ne permettent pas de le voir.',
  en: 'It does not exist, or your rights do not let you see it.',
};
const signIn = { fr: 'Votre session est terminée. Reconnectez-vous.', en: 'Your session has ended. Sign in again.' };
const unexpected = { fr: 'La passerelle a rencontré une erreur.', en: 'The gateway met a fault.' };

/** What a person reads of a request that no operation answered, by its code. The gateway says it in English. */
export const requestFaults = words<Readonly<Record<string, string>>>({
  BAD_REQUEST: outdated,
  GRAPHQL_PARSE_FAILED: outdated,
  GRAPHQL_VALIDATION_FAILED: outdated,
  OPERATION_RESOLUTION_FAILURE: outdated,
  DOCUMENT_REFUSED: outdated,
  PERSISTED_QUERY_NOT_FOUND: outdated,
  PERSISTED_QUERY_NOT_SUPPORTED: outdated,
  PERSISTED_QUERY_ONLY: outdated,
  CROSS_SITE_REQUEST: outdated,
  HOST_NOT_ACCEPTED: outdated,
  BAD_USER_INPUT: wrongValue,
  NOT_FOUND: gone,
  UNAUTHENTICATED: signIn,
  RATE_LIMITED: busy,
  TOO_MANY_SUBSCRIPTIONS: busy,
  OVERLOADED: busy,
  INTERNAL_SERVER_ERROR: unexpected,
  DATABASE_UNAVAILABLE: noDatabase,
});
