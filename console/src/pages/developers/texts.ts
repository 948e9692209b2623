import type { UrlEffect } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

export const texts = words({
  title: { fr: 'Développeurs', en: 'Developers' },
  lead: {
    fr: 'Comprendre une ancienne URL, et suivre les requêtes que la passerelle a reçues.',
    en: 'Understand a legacy URL, and follow the requests that the gateway received.',
  },
  graphiql: { fr: 'Ouvrir GraphiQL', en: 'Open GraphiQL' },
  explainTitle: { fr: 'Expliquer une ancienne URL', en: 'Explain a legacy URL' },
  explainText: {
    fr: 'Collez une URL n’importe où sur cette page\u00a0: vous voyez ce qu’elle ferait maintenant. Rien n’est enregistré.',
    en: 'Paste a URL anywhere on this page: you see what it would do now. Nothing is recorded.',
  },
  url: { fr: 'URL', en: 'URL' },
  urlHint: {
    fr: 'Une URL que les anciens systèmes appellent, avec ou sans son hôte.',
    en: 'A URL that old systems call, with or without its host.',
  },
  client: { fr: 'Pour l’application', en: 'As the client' },
  clientHint: {
    fr: 'Une application de la configuration. Vide\u00a0: avec vos propres droits.',
    en: 'A client of the config. Empty: with your own rights.',
  },
  explain: { fr: 'Expliquer', en: 'Explain' },
  badUrl: {
    fr: 'Une URL commence par https://, un nom d’hôte ou une barre oblique, et compte 8\u00a0000 caractères au plus.',
    en: 'A URL begins with https://, a host or a slash, and has 8,000 characters at most.',
  },
  unknownClient: { fr: 'La configuration ne connaît pas cette application.', en: 'The config has no such client.' },
  clientNotAllowed: {
    fr: 'Cette application peut faire ce que vos droits ne permettent pas de voir.',
    en: 'This client may do what your rights do not show.',
  },
  effects: words<Record<UrlEffect, string>>({
    NEW_PAYMENT: { fr: 'Elle enregistrerait un nouveau paiement.', en: 'It would record a new payment.' },
    SAME_PAYMENT: {
      fr: 'Cette demande a déjà été faite\u00a0: la réponse serait le même paiement.',
      en: 'This request was made before: the answer would be the same payment.',
    },
    REFUSED: { fr: 'Elle serait refusée.', en: 'It would be refused.' },
    STATUS: {
      fr: 'Elle demande où en est un paiement, et n’enregistre rien.',
      en: 'It asks where a payment stands, and records nothing.',
    },
    NO_OPERATION: {
      fr: 'Ce n’est pas une URL de l’ancienne interface.',
      en: 'This is no URL of the legacy interface.',
    },
  }),
  samePayment: { fr: 'Paiement', en: 'Payment' },
  live: { fr: 'LIVE\u00a0: argent réel', en: 'LIVE: real money' },
  test: { fr: 'TEST\u00a0: aucun argent réel', en: 'TEST: no real money' },
  refusal: { fr: 'Pourquoi elle serait refusée', en: 'Why it would be refused' },
  reads: { fr: 'Ce que la passerelle y lit', en: 'What the gateway reads in it' },
  field: { fr: 'Champ', en: 'Field' },
  value: { fr: 'Valeur', en: 'Value' },
  from: { fr: 'Lu dans', en: 'Read in' },
  sources: words<Readonly<Record<string, string>>>({
    path: { fr: 'le chemin', en: 'the path' },
    query: { fr: 'un paramètre', en: 'a parameter' },
    body: { fr: 'le corps', en: 'the body' },
    default: { fr: 'la valeur par défaut', en: 'the default' },
  }),
  twin: { fr: 'La même demande en GraphQL', en: 'The same request in GraphQL' },
  query: { fr: 'Requête', en: 'Request' },
  variables: { fr: 'Variables', en: 'Variables' },
  theQuery: { fr: 'la requête', en: 'the request' },
  theVariables: { fr: 'les variables', en: 'the variables' },
});

export type Texts = (typeof texts)['fr'];
