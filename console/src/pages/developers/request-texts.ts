import { words } from '../../texts/words.ts';

export const requestTexts = words({
  title: { fr: 'Requêtes des dernières 24 heures', en: 'Requests of the last 24 hours' },
  text: {
    fr: 'Les 100 dernières qui correspondent, sans chemin ni données de clients, reçues par la passerelle qui répond.',
    en: 'The last 100 that match, without paths or data of customers, received by the gateway that answers.',
  },
  refresh: { fr: 'Actualiser', en: 'Refresh' },
  door: { fr: 'Interface', en: 'Interface' },
  doors: words({
    all: { fr: 'Toutes', en: 'All' },
    graphql: { fr: 'GraphQL', en: 'GraphQL' },
    legacy: { fr: 'Ancienne URL', en: 'Legacy URL' },
    pay: { fr: 'Pages de paiement', en: 'Payment pages' },
    notify: { fr: 'Messages des banques', en: 'Messages of banks' },
    console: { fr: 'Console', en: 'Console' },
  }),
  client: { fr: 'Application', en: 'Client' },
  outcomes: words({
    failed: { fr: 'Refusées ou en échec seulement', en: 'Refused or failed only' },
  }),
  outcome: { fr: 'Résultat', en: 'Outcome' },
  route: { fr: 'Route', en: 'Route' },
  duration: { fr: 'Durée', en: 'Duration' },
  at: { fr: 'Reçue le', en: 'Received' },
  id: { fr: 'Numéro', en: 'Id' },
  theId: { fr: 'le numéro de la requête', en: 'the id of the request' },
  ok: { fr: 'réussie', en: 'succeeded' },
  refused: { fr: 'refusée', en: 'refused' },
  fault: { fr: 'en échec', en: 'failed' },
  aborted: { fr: 'interrompue par l’appelant', en: 'caller left' },
  noClient: { fr: 'inconnue', en: 'unknown' },
  unknownRoute: { fr: 'adresse inconnue', en: 'unknown address' },
  none: { fr: 'Aucune requête ne correspond', en: 'No request matches' },
  noneText: {
    fr: 'La passerelle garde les 5\u00a0000 dernières requêtes, pendant un jour et jusqu’à son prochain démarrage.',
    en: 'The gateway keeps the last 5,000 requests, for a day and until its next start.',
  },
  showAll: { fr: 'Tout afficher', en: 'Show all' },
});
