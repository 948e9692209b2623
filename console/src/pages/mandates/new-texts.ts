import { words } from '../../texts/words.ts';

export const newTexts = words({
  title: { fr: 'Nouveau mandat', en: 'New mandate' },
  button: { fr: 'Nouveau mandat', en: 'New mandate' },
  submit: { fr: 'Créer le mandat', en: 'Make the mandate' },
  scheme: { fr: 'Schéma', en: 'Rules' },
  schemeHint: {
    fr: 'Interentreprises\u00a0: la banque du client doit confirmer le mandat avant le premier prélèvement.',
    en: 'Between businesses: the customer’s bank has to confirm the mandate before the first debit.',
  },
  type: { fr: 'Utilisation', en: 'Use' },
  name: { fr: 'Titulaire du compte', en: 'Holder of the account' },
  nameHint: { fr: 'Comme sa banque le connaît.', en: 'As their bank knows them.' },
  iban: { fr: 'IBAN', en: 'IBAN' },
  more: { fr: 'BIC, adresse, RUM existante', en: 'BIC, address, RUM that exists' },
  bic: { fr: 'BIC', en: 'BIC' },
  rum: { fr: 'RUM existante', en: 'RUM that exists' },
  rumHint: { fr: 'Vide\u00a0: la passerelle donne la suivante.', en: 'Empty: the gateway gives the next one.' },
  done: {
    fr: (rum: string) => `Le mandat ${rum} est créé. Imprimez son formulaire.`,
    en: (rum: string) => `Mandate ${rum} is made. Print its form.`,
  },
});
