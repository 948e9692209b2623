import { words } from '../../texts/words.ts';

export const chequeTexts = words({
  button: { fr: 'Saisir un chèque', en: 'Record a cheque' },
  title: { fr: 'Saisir des chèques', en: 'Record cheques' },
  lead: {
    fr: 'Le paiement est considéré comme payé et comptabilisé aussitôt, sur votre seule déclaration.',
    en: 'The payment is paid and booked at once, on your word.',
  },
  amount: { fr: 'Montant', en: 'Amount' },
  email: { fr: 'E-mail du client', en: 'Customer’s e-mail' },
  number: { fr: 'Numéro du chèque', en: 'Number of the cheque' },
  date: { fr: 'Date de l’écriture', en: 'Date of the entry' },
  submit: { fr: 'Enregistrer, puis saisir le suivant', en: 'Record, then the next' },
  submitOf: {
    fr: (money: string) => `Enregistrer ${money}, puis saisir le suivant`,
    en: (money: string) => `Record ${money}, then the next`,
  },
  close: { fr: 'Terminer', en: 'Finish' },
  recorded: {
    fr: (reference: string) => `Le chèque est enregistré\u00a0: paiement ${reference}.`,
    en: (reference: string) => `The cheque is recorded: payment ${reference}.`,
  },
  before: { fr: 'Chèques saisis', en: 'Cheques recorded' },
  total: { fr: 'Total', en: 'Total' },
});
