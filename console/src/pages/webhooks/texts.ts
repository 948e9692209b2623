import type { WebhookDeliveryStatus, WebhookEndpointState, WebhookOutcome } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Texts = {
  readonly title: string;
  readonly lead: string;
  readonly endpoints: string;
  readonly deliveries: string;
  readonly endpoint: string;
  readonly client: string;
  readonly address: string;
  readonly state: string;
  readonly states: Readonly<Record<WebhookEndpointState, string>>;
  readonly until: string;
  readonly waiting: string;
  readonly lastSuccess: string;
  readonly never: string;
  readonly noEndpoints: string;
  readonly noEndpointsText: string;
  readonly type: string;
  readonly status: string;
  readonly statuses: Readonly<Record<WebhookDeliveryStatus, string>>;
  readonly outcomes: Readonly<Record<WebhookOutcome, string>>;
  readonly payment: string;
  readonly tries: string;
  readonly written: string;
  readonly filters: string;
  readonly removeFilter: (text: string) => string;
  readonly noMatch: string;
  readonly showAll: string;
  readonly none: string;
  readonly noneText: string;
  readonly changed: (count: number) => string;
  readonly unknown: string;
  readonly unknownText: string;
  readonly toWebhooks: string;
  readonly id: string;
  readonly theId: string;
  readonly event: string;
  readonly next: string;
  readonly settled: string;
  readonly attempts: string;
  readonly noAttempts: string;
  readonly answer: string;
  readonly duration: string;
  readonly body: string;
  readonly theBody: string;
  readonly resentBy: string;
};

export const texts = words<Texts>({
  fr: {
    title: 'Webhooks',
    lead: 'Ce que la passerelle dit aux applications, et ce qu’elles ont répondu. TEST et LIVE partagent les récepteurs, pas la liste des messages.',
    endpoints: 'Récepteurs',
    deliveries: 'Messages',
    endpoint: 'Récepteur',
    client: 'Application',
    address: 'Adresse',
    state: 'Santé',
    states: { WELL: 'Va bien', FAILING: 'Échoue', PAUSED: 'En pause', GONE: 'Disparu (410)' },
    until: 'jusqu’à',
    waiting: 'En attente',
    lastSuccess: 'Dernier succès',
    never: 'jamais',
    noEndpoints: 'Aucun récepteur',
    noEndpointsText: 'Un récepteur s’écrit dans la configuration, sous clients[].webhooks.',
    type: 'Message',
    status: 'État',
    statuses: { WAITING: 'En attente', DELIVERED: 'Livré', DEAD: 'Abandonné' },
    outcomes: {
      SENDING: 'En cours',
      DELIVERED: 'Livré',
      REFUSED: 'Refusé par le récepteur',
      REDIRECTED: 'Redirection, non suivie',
      GONE: 'Récepteur disparu (410)',
      TIMED_OUT: 'Pas de réponse dans le délai',
      NO_CONNECTION: 'Pas de connexion',
      NO_ANSWER: 'Connexion rompue',
      ADDRESS_REFUSED: 'Adresse interdite',
    },
    payment: 'Paiement',
    tries: 'Dernier essai',
    written: 'Écrit',
    filters: 'Filtres',
    removeFilter: (text) => `Retirer le filtre ${text}`,
    noMatch: 'Aucun message ne correspond à ces filtres',
    showAll: 'Tout afficher',
    none: 'Aucun message',
    noneText: 'Un message apparaît dès qu’un paiement change et qu’un récepteur veut le savoir.',
    changed: (count) => (count === 1 ? '1 message a changé' : `${count} messages ont changé`),
    unknown: 'Message inconnu',
    unknownText: 'Il n’existe pas, a été effacé après son délai, ou vos droits ne couvrent pas son paiement.',
    toWebhooks: 'Webhooks',
    id: 'Identifiant',
    theId: 'l’identifiant',
    event: 'Événement',
    next: 'Prochain essai',
    settled: 'Terminé',
    attempts: 'Essais et réponses',
    noAttempts: 'Pas encore d’essai.',
    answer: 'Réponse',
    duration: 'Durée',
    body: 'Contenu envoyé',
    theBody: 'le contenu',
    resentBy: 'Renvoyé par',
  },
  en: {
    title: 'Webhooks',
    lead: 'What the gateway tells clients, and what they answered. TEST and LIVE share the endpoints, not the list of messages.',
    endpoints: 'Endpoints',
    deliveries: 'Messages',
    endpoint: 'Endpoint',
    client: 'Client',
    address: 'Address',
    state: 'Health',
    states: { WELL: 'Well', FAILING: 'Failing', PAUSED: 'Paused', GONE: 'Gone (410)' },
    until: 'until',
    waiting: 'Waiting',
    lastSuccess: 'Last success',
    never: 'never',
    noEndpoints: 'No endpoints',
    noEndpointsText: 'An endpoint is written into the config, under clients[].webhooks.',
    type: 'Message',
    status: 'Status',
    statuses: { WAITING: 'Waiting', DELIVERED: 'Delivered', DEAD: 'Given up' },
    outcomes: {
      SENDING: 'Under way',
      DELIVERED: 'Delivered',
      REFUSED: 'Refused by the endpoint',
      REDIRECTED: 'Redirect, not followed',
      GONE: 'Endpoint gone (410)',
      TIMED_OUT: 'No answer in time',
      NO_CONNECTION: 'No connection',
      NO_ANSWER: 'Connection broken',
      ADDRESS_REFUSED: 'Forbidden address',
    },
    payment: 'Payment',
    tries: 'Last try',
    written: 'Written',
    filters: 'Filters',
    removeFilter: (text) => `Remove the filter ${text}`,
    noMatch: 'No message matches these filters',
    showAll: 'Show all',
    none: 'No messages',
    noneText: 'A message appears as soon as a payment changes and an endpoint wants to know.',
    changed: (count) => (count === 1 ? '1 message has changed' : `${count} messages have changed`),
    unknown: 'Unknown message',
    unknownText: 'It does not exist, was deleted after its time, or your rights do not cover its payment.',
    toWebhooks: 'Webhooks',
    id: 'Id',
    theId: 'the id',
    event: 'Event',
    next: 'Next try',
    settled: 'Ended',
    attempts: 'Tries and answers',
    noAttempts: 'No try yet.',
    answer: 'Answer',
    duration: 'Duration',
    body: 'What is sent',
    theBody: 'the content',
    resentBy: 'Sent again by',
  },
});
