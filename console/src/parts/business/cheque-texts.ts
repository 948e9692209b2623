import { words } from '../../texts/words.ts';

export const chequeTexts = words({
  fr: {
    button: 'Saisir un chèque',
    title: 'Saisir des chèques',
    lead: 'Le paiement est considéré comme payé et comptabilisé aussitôt, sur votre seule déclaration.',
    amount: 'Montant',
    email: 'E-mail du client',
    number: 'Numéro du chèque',
    date: 'Date de l’écriture',
    submit: 'Enregistrer, puis saisir le suivant',
    submitOf: (money: string) => `Enregistrer ${money}, puis saisir le suivant`,
    close: 'Terminer',
    recorded: (reference: string) => `Le chèque est enregistré\u00a0: paiement ${reference}.`,
    before: 'Chèques saisis',
    total: 'Total',
  },
  en: {
    button: 'Record a cheque',
    title: 'Record cheques',
    lead: 'The payment is paid and booked at once, on your word.',
    amount: 'Amount',
    email: 'Customer’s e-mail',
    number: 'Number of the cheque',
    date: 'Date of the entry',
    submit: 'Record, then the next',
    submitOf: (money: string) => `Record ${money}, then the next`,
    close: 'Finish',
    recorded: (reference: string) => `The cheque is recorded: payment ${reference}.`,
    before: 'Cheques recorded',
    total: 'Total',
  },
});
