import { words } from '../../texts/words.ts';

export const proofTexts = words({
  fr: {
    title: 'Confirmez que c’est vous',
    first: 'Confirmez d’abord que c’est vous.',
    why: 'Cette action le demande. La confirmation vaut quelques minutes.',
    byPasskey: 'Utiliser une clé d’accès',
    byProvider: 'Utiliser le compte de l’entreprise',
    code: 'Code de votre application',
    byCode: 'Confirmer',
    away: 'Confirmez dans la fenêtre qui vient de s’ouvrir. Ce que vous avez saisi reste ici, et part ensuite.',
    refused: 'La confirmation n’a pas été acceptée. Réessayez.',
    none: 'Vous n’avez pas de moyen de confirmer ici. Reconnectez-vous, ou ajoutez une clé d’accès dans «\u00a0Mes sessions\u00a0».',
  },
  en: {
    title: 'Confirm that it is you',
    first: 'Confirm first that it is you.',
    why: 'This action asks for it. A confirmation counts for some minutes.',
    byPasskey: 'Use a passkey',
    byProvider: 'With the company’s account',
    code: 'Code of your app',
    byCode: 'Confirm',
    away: 'Confirm in the window that has opened. What you have typed stays here, and goes out then.',
    refused: 'That was not accepted. Try again.',
    none: 'You have no way to confirm here. Sign in again, or add a passkey in “My sessions”.',
  },
});
