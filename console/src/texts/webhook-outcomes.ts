import type { WebhookOutcome } from '../generated/operations.ts';
import { words } from './words.ts';

/** How one try of a webhook ended. */
export const webhookOutcomes = words<Readonly<Record<WebhookOutcome, string>>>({
  SENDING: { fr: 'En cours', en: 'Under way' },
  DELIVERED: { fr: 'Livré', en: 'Delivered' },
  REFUSED: { fr: 'Refusé par le récepteur', en: 'Refused by the endpoint' },
  REDIRECTED: { fr: 'Redirection, non suivie', en: 'Redirect, not followed' },
  GONE: { fr: 'Récepteur disparu (410)', en: 'Endpoint gone (410)' },
  TIMED_OUT: { fr: 'Pas de réponse dans le délai', en: 'No answer in time' },
  NO_CONNECTION: { fr: 'Pas de connexion', en: 'No connection' },
  NO_ANSWER: { fr: 'Connexion rompue', en: 'Connection broken' },
  ADDRESS_REFUSED: { fr: 'Adresse interdite', en: 'Forbidden address' },
});
