import type { WebhookOutcome } from '../generated/operations.ts';
import { words } from './words.ts';

/** How one try of a webhook ended. */
export const webhookOutcomes = words<Readonly<Record<WebhookOutcome, string>>>({
  fr: {
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
  en: {
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
});
