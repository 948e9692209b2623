import { words } from '../../texts/words.ts';

export const proofTexts = words({
  title: { fr: 'Confirmez que c’est vous', en: 'Confirm that it is you' },
  first: { fr: 'Confirmez d’abord que c’est vous.', en: 'Confirm first that it is you.' },
  why: {
    fr: 'Cette action le demande. La confirmation vaut quelques minutes.',
    en: 'This action asks for it. A confirmation counts for some minutes.',
  },
  byPasskey: { fr: 'Utiliser une clé d’accès', en: 'Use a passkey' },
  byProvider: { fr: 'Utiliser le compte de l’entreprise', en: 'With the company’s account' },
  code: { fr: 'Code de votre application', en: 'Code of your app' },
  byCode: { fr: 'Confirmer', en: 'Confirm' },
  away: {
    fr: 'Confirmez dans la fenêtre qui vient de s’ouvrir. Ce que vous avez saisi reste ici, et part ensuite.',
    en: 'Confirm in the window that has opened. What you have typed stays here, and goes out then.',
  },
  refused: { fr: 'La confirmation n’a pas été acceptée. Réessayez.', en: 'That was not accepted. Try again.' },
  none: {
    fr: 'Vous n’avez pas de moyen de confirmer ici. Reconnectez-vous, ou ajoutez une clé d’accès dans «\u00a0Mes sessions\u00a0».',
    en: 'You have no way to confirm here. Sign in again, or add a passkey in “My sessions”.',
  },
});
