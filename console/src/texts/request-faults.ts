import { words } from './words.ts';

const fr = {
  outdated: 'Cette page n’est plus à jour. Rechargez-la.',
  busy: 'La passerelle a trop à faire en ce moment. Réessayez dans quelques secondes.',
  noDatabase: 'La base de données ne répond pas. Réessayez\u00a0: rien ne sera fait deux fois.',
  wrongValue: 'Une valeur de l’adresse ou d’un filtre ne peut pas être utilisée.',
  gone: 'Cela n’existe pas, ou vos droits ne permettent pas de le voir.',
  signIn: 'Votre session est terminée. Reconnectez-vous.',
  unexpected: 'La passerelle a rencontré une erreur.',
};
const en: typeof fr = {
  outdated: 'This page is out of date. Reload it.',
  busy: 'The gateway has too much to do at the moment. Try again in a few seconds.',
  noDatabase: 'The database does not answer. Try again: nothing will be done twice.',
  wrongValue: 'A value of the address or of a filter cannot be used.',
  gone: 'It does not exist, or your rights do not let you see it.',
  signIn: 'Your session has ended. Sign in again.',
  unexpected: 'The gateway met a fault.',
};

const byCode = (said: typeof fr) => ({
  BAD_REQUEST: said.outdated,
  GRAPHQL_PARSE_FAILED: said.outdated,
  GRAPHQL_VALIDATION_FAILED: said.outdated,
  OPERATION_RESOLUTION_FAILURE: said.outdated,
  DOCUMENT_REFUSED: said.outdated,
  PERSISTED_QUERY_NOT_FOUND: said.outdated,
  PERSISTED_QUERY_NOT_SUPPORTED: said.outdated,
  PERSISTED_QUERY_ONLY: said.outdated,
  CROSS_SITE_REQUEST: said.outdated,
  HOST_NOT_ACCEPTED: said.outdated,
  BAD_USER_INPUT: said.wrongValue,
  NOT_FOUND: said.gone,
  UNAUTHENTICATED: said.signIn,
  RATE_LIMITED: said.busy,
  TOO_MANY_SUBSCRIPTIONS: said.busy,
  OVERLOADED: said.busy,
  INTERNAL_SERVER_ERROR: said.unexpected,
  DATABASE_UNAVAILABLE: said.noDatabase,
});

/** What a person reads of a request that no operation answered, by its code. The gateway says it in English. */
export const requestFaults = words<Readonly<Record<string, string>>>({ fr: byCode(fr), en: byCode(en) });
