import { words } from './words.ts';

/** What several parts and pages say. */
export const commonTexts = words({
  all: { fr: 'Tous', en: 'All' },
  allFeminine: { fr: 'Toutes', en: 'All' },
  cancel: { fr: 'Annuler', en: 'Cancel' },
  changed: {
    fr: (count: number) =>
      count === 1 ? '1 nouveau ou modifié\u00a0: afficher' : `${count} nouveaux ou modifiés\u00a0: afficher`,
    en: (count: number) => `${count} new or changed: show`,
  },
  close: { fr: 'Fermer', en: 'Close' },
  colon: { fr: '\u00a0: ', en: ': ' },
  confirm: { fr: 'Confirmer', en: 'Confirm' },
  copied: { fr: 'Copié', en: 'Copied' },
  copy: { fr: (what: string) => `Copier ${what}`, en: (what: string) => `Copy ${what}` },
  couldNotCopy: { fr: 'La copie n’a pas fonctionné.', en: 'It could not be copied.' },
  doubt: {
    fr: 'La réponse s’est perdue. La demande a peut-être été exécutée\u00a0: renvoyez-la, elle ne sera pas faite deux fois.',
    en: 'The answer was lost. The request may have been carried out: send it again, it is not done twice.',
  },
  faultTitle: { fr: 'Cela n’a pas pu être chargé', en: 'This could not be loaded' },
  incompleteDate: { fr: 'La date est incomplète.', en: 'The date is incomplete.' },
  loading: { fr: 'Chargement…', en: 'Loading…' },
  mayHaveChanged: {
    fr: 'La liste a peut-être changé\u00a0: la relire',
    en: 'The list may have changed: read it again',
  },
  more: { fr: 'Voir la suite', en: 'Show more' },
  notEmail: { fr: 'Ce n’est pas une adresse e-mail.', en: 'This is not an e-mail address.' },
  noAnswer: {
    fr: 'La passerelle ne répond pas. Vérifiez votre connexion.',
    en: 'The gateway does not answer. Check your connection.',
  },
  none: { fr: '—', en: '—' },
  notAll: {
    fr: (count: number) => `Seules les ${count} premières lignes sont imprimées.`,
    en: (count: number) => `Only the first ${count} rows are printed.`,
  },
  notAllowed: { fr: 'Vos droits ne permettent pas de voir ceci.', en: 'Your rights do not let you see this.' },
  offline: { fr: 'Vous êtes hors ligne\u00a0: les boutons sont désactivés.', en: 'You are offline: buttons are off.' },
  optional: { fr: 'facultatif', en: 'optional' },
  remove: { fr: (what: string) => `Retirer ${what}`, en: (what: string) => `Remove ${what}` },
  required: { fr: 'Remplissez ce champ.', en: 'Fill in this field.' },
  requestId: { fr: 'Requête', en: 'Request' },
  resend: { fr: 'Renvoyer', en: 'Send again' },
  retry: { fr: 'Réessayer', en: 'Try again' },
  selected: {
    fr: (count: number) => (count === 1 ? '1 ligne choisie' : `${count} lignes choisies`),
    en: (count: number) => (count === 1 ? '1 row selected' : `${count} rows selected`),
  },
  selectAll: { fr: 'Choisir toutes les lignes', en: 'Select all rows' },
  selectRow: { fr: 'Choisir cette ligne', en: 'Select this row' },
  unexpected: { fr: 'La passerelle a rencontré une erreur.', en: 'The gateway met a fault.' },
  you: { fr: 'vous', en: 'you' },
});
