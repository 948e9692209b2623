import type { WebhookOutcome } from '../generated/operations.ts';
import { words } from './words.ts';

type Ended = { readonly outcome: WebhookOutcome; readonly detail: string | null };

/** Its name among `webhookOutcomes`: an address that a local fault left unchecked is not a forbidden one. */
export const outcomeOf = ({ outcome, detail }: Ended): keyof (typeof webhookOutcomes)['fr'] =>
  outcome === 'ADDRESS_REFUSED' && detail !== null ? 'NOT_CHECKED' : outcome;

/** How one try of a webhook ended. */
export const webhookOutcomes = words<Readonly<Record<WebhookOutcome | 'NOT_CHECKED', string>>>({
  SENDING: { fr: 'En cours', en: 'Under way' },
  DELIVERED: { fr: 'Livré', en: 'Delivered' },
  REFUSED: { fr: 'Refusé par le récepteur', en: 'Refused by the endpoint' },
  REDIRECTED: { fr: 'Redirection, non suivie', en: 'Redirect, not followed' },
  GONE: { fr: 'Récepteur disparu (410)', en: 'Endpoint gone (410)' },
  TIMED_OUT: { fr: 'Pas de réponse dans le délai', en: 'No answer in time' },
  NO_CONNECTION: { fr: 'Pas de connexion', en: 'No connection' },
  NO_ANSWER: { fr: 'Connexion rompue', en: 'Connection broken' },
  ADDRESS_REFUSED: { fr: 'Adresse interdite', en: 'Forbidden address' },
  NOT_CHECKED: { fr: 'Panne ici, adresse non vérifiée', en: 'Fault here, address not checked' },
});
