import { words } from '../texts/words.ts';

export const shellTexts = words({
  skip: { fr: 'Aller au contenu', en: 'Go to the content' },
  menu: { fr: 'Menu', en: 'Menu' },
  navigation: { fr: 'Pages', en: 'Pages' },
  groups: words({
    daily: { fr: 'Au quotidien', en: 'Every day' },
    bank: { fr: 'Banque', en: 'Bank' },
    books: { fr: 'Comptes', en: 'Accounts' },
    system: { fr: 'Système', en: 'System' },
  }),
  mode: { fr: 'Mode', en: 'Mode' },
  account: { fr: 'Votre compte', en: 'Your account' },
  testBand: { fr: 'TEST — aucun argent réel', en: 'TEST — no real money' },
  open: {
    fr: 'Console ouverte\u00a0: sans connexion, vous êtes «\u00a0anonymous\u00a0», en TEST seulement.',
    en: 'Open console: without a sign-in you are “anonymous”, in TEST only.',
  },
  mySessions: { fr: 'Mes sessions', en: 'My sessions' },
  signOut: { fr: 'Se déconnecter', en: 'Sign out' },
  otherLanguage: { fr: 'English', en: 'Français' },
  notFound: { fr: 'Cette page n’existe pas', en: 'This page does not exist' },
  notFoundText: {
    fr: 'Vérifiez l’adresse, ou choisissez une page dans le menu.',
    en: 'Check the address, or choose a page in the menu.',
  },
  fileMissing: {
    fr: 'Un fichier de cette page n’est pas arrivé. Réessayez.',
    en: 'A file of this page did not come. Try again.',
  },
  toStart: { fr: 'Retour à l’accueil', en: 'Back to the first page' },
  notAllowed: { fr: 'Vos droits ne permettent pas de voir cette page', en: 'Your rights do not show this page' },
  notAllowedText: {
    fr: 'Demandez un autre rôle à la personne qui gère les accès.',
    en: 'Ask the person who manages access for another role.',
  },
  endedTitle: { fr: 'Votre session est terminée', en: 'Your session has ended' },
  endedText: {
    fr: 'Rien de ce que vous avez saisi n’est perdu. Connectez-vous dans la fenêtre qui s’ouvre, puis revenez ici.',
    en: 'What you have typed is kept. Sign in, in the window that opens, and come back here.',
  },
  signInAgain: { fr: 'Se reconnecter', en: 'Sign in again' },
  signedIn: { fr: 'Vous êtes reconnecté.', en: 'You are signed in again.' },
});
