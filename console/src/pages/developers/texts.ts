import type { UrlEffect } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

export type Texts = {
  readonly title: string;
  readonly lead: string;
  readonly graphiql: string;
  readonly explainTitle: string;
  readonly explainText: string;
  readonly url: string;
  readonly urlHint: string;
  readonly client: string;
  readonly clientHint: string;
  readonly explain: string;
  readonly badUrl: string;
  readonly unknownClient: string;
  readonly clientNotAllowed: string;
  readonly effects: Readonly<Record<UrlEffect, string>>;
  readonly samePayment: string;
  readonly live: string;
  readonly test: string;
  readonly refusal: string;
  readonly reads: string;
  readonly field: string;
  readonly value: string;
  readonly from: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly twin: string;
  readonly query: string;
  readonly variables: string;
  readonly theQuery: string;
  readonly theVariables: string;
};

export const texts = words<Texts>({
  fr: {
    title: 'Développeurs',
    lead: 'Comprendre une ancienne URL, et suivre les requêtes que la passerelle a reçues.',
    graphiql: 'Ouvrir GraphiQL',
    explainTitle: 'Expliquer une ancienne URL',
    explainText:
      'Collez une URL n’importe où sur cette page\u00a0: vous voyez ce qu’elle ferait maintenant. Rien n’est enregistré.',
    url: 'URL',
    urlHint: 'Une URL que les anciens systèmes appellent, avec ou sans son hôte.',
    client: 'Pour l’application',
    clientHint: 'Une application de la configuration. Vide\u00a0: avec vos propres droits.',
    explain: 'Expliquer',
    badUrl:
      'Une URL commence par https://, un nom d’hôte ou une barre oblique, et compte 8\u00a0000 caractères au plus.',
    unknownClient: 'La configuration ne connaît pas cette application.',
    clientNotAllowed: 'Cette application peut faire ce que vos droits ne permettent pas de voir.',
    effects: {
      NEW_PAYMENT: 'Elle enregistrerait un nouveau paiement.',
      SAME_PAYMENT: 'Cette demande a déjà été faite\u00a0: la réponse serait le même paiement.',
      REFUSED: 'Elle serait refusée.',
      STATUS: 'Elle demande où en est un paiement, et n’enregistre rien.',
      NO_OPERATION: 'Ce n’est pas une URL de l’ancienne interface.',
    },
    samePayment: 'Paiement',
    live: 'LIVE\u00a0: argent réel',
    test: 'TEST\u00a0: aucun argent réel',
    refusal: 'Pourquoi elle serait refusée',
    reads: 'Ce que la passerelle y lit',
    field: 'Champ',
    value: 'Valeur',
    from: 'Lu dans',
    sources: { path: 'le chemin', query: 'un paramètre', body: 'le corps', default: 'la valeur par défaut' },
    twin: 'La même demande en GraphQL',
    query: 'Requête',
    variables: 'Variables',
    theQuery: 'la requête',
    theVariables: 'les variables',
  },
  en: {
    title: 'Developers',
    lead: 'Understand a legacy URL, and follow the requests that the gateway received.',
    graphiql: 'Open GraphiQL',
    explainTitle: 'Explain a legacy URL',
    explainText: 'Paste a URL anywhere on this page: you see what it would do now. Nothing is recorded.',
    url: 'URL',
    urlHint: 'A URL that old systems call, with or without its host.',
    client: 'As the client',
    clientHint: 'A client of the config. Empty: with your own rights.',
    explain: 'Explain',
    badUrl: 'A URL begins with https://, a host or a slash, and has 8,000 characters at most.',
    unknownClient: 'The config has no such client.',
    clientNotAllowed: 'This client may do what your rights do not show.',
    effects: {
      NEW_PAYMENT: 'It would record a new payment.',
      SAME_PAYMENT: 'This request was made before: the answer would be the same payment.',
      REFUSED: 'It would be refused.',
      STATUS: 'It asks where a payment stands, and records nothing.',
      NO_OPERATION: 'This is no URL of the legacy interface.',
    },
    samePayment: 'Payment',
    live: 'LIVE: real money',
    test: 'TEST: no real money',
    refusal: 'Why it would be refused',
    reads: 'What the gateway reads in it',
    field: 'Field',
    value: 'Value',
    from: 'Read in',
    sources: { path: 'the path', query: 'a parameter', body: 'the body', default: 'the default' },
    twin: 'The same request in GraphQL',
    query: 'Request',
    variables: 'Variables',
    theQuery: 'the request',
    theVariables: 'the variables',
  },
});
