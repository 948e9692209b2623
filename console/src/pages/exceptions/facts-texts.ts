import type { BankEntryFact } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Texts = { readonly differs: string; readonly facts: Readonly<Record<BankEntryFact, string>> };

/** In what an entry differs from the one that counted before under its reference. */
export const factsTexts = words<Texts>({
  fr: {
    differs: 'Ce qui diffère',
    facts: {
      ENTRY_AMOUNT: 'montant de la ligne',
      AMOUNT: 'montant du paiement',
      DIRECTION: 'sens',
      BOOKING_DAY: 'date de comptabilisation',
      VALUE_DAY: 'date de valeur',
      ENTRY_REFERENCE: 'référence de la ligne',
      DETAIL_REFERENCE: 'référence du paiement à la banque',
      TRANSACTION_CODE: 'code d’opération',
      LISTED_PAYMENTS: 'nombre de paiements',
      PAYMENT: 'paiement nommé',
      BLOCK: 'lot',
      END_TO_END_ID: 'référence de bout en bout',
      MANDATE: 'mandat',
      STRUCTURED_REFERENCE: 'référence structurée',
      TEXT: 'libellé',
      COUNTERPARTY_NAME: 'nom du tiers',
      COUNTERPARTY_ACCOUNT: 'compte du tiers',
      CHARGES: 'frais',
      RETURN_REASON: 'motif du retour',
    },
  },
  en: {
    differs: 'What differs',
    facts: {
      ENTRY_AMOUNT: 'amount of the entry',
      AMOUNT: 'amount of the payment',
      DIRECTION: 'credit or debit',
      BOOKING_DAY: 'day of the booking',
      VALUE_DAY: 'value date',
      ENTRY_REFERENCE: 'reference of the entry',
      DETAIL_REFERENCE: 'reference of the payment at the bank',
      TRANSACTION_CODE: 'transaction code',
      LISTED_PAYMENTS: 'number of payments',
      PAYMENT: 'named payment',
      BLOCK: 'block',
      END_TO_END_ID: 'end-to-end id',
      MANDATE: 'mandate',
      STRUCTURED_REFERENCE: 'structured reference',
      TEXT: 'text',
      COUNTERPARTY_NAME: 'name of the other party',
      COUNTERPARTY_ACCOUNT: 'account of the other party',
      CHARGES: 'charges',
      RETURN_REASON: 'reason of the return',
    },
  },
});
