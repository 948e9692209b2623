import type { BankEntryFact } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Texts = { readonly differs: string; readonly facts: Readonly<Record<BankEntryFact, string>> };

/** In what an entry differs from the one that counted before under its reference. */
export const factsTexts = words<Texts>({
  differs: { fr: 'Ce qui diffère', en: 'What differs' },
  facts: words({
    ENTRY_AMOUNT: { fr: 'montant de la ligne', en: 'amount of the entry' },
    AMOUNT: { fr: 'montant du paiement', en: 'amount of the payment' },
    DIRECTION: { fr: 'sens', en: 'credit or debit' },
    BOOKING_DAY: { fr: 'date de comptabilisation', en: 'day of the booking' },
    VALUE_DAY: { fr: 'date de valeur', en: 'value date' },
    ENTRY_REFERENCE: { fr: 'référence de la ligne', en: 'reference of the entry' },
    DETAIL_REFERENCE: { fr: 'référence du paiement à la banque', en: 'reference of the payment at the bank' },
    TRANSACTION_CODE: { fr: 'code d’opération', en: 'transaction code' },
    LISTED_PAYMENTS: { fr: 'nombre de paiements', en: 'number of payments' },
    PAYMENT: { fr: 'paiement nommé', en: 'named payment' },
    BLOCK: { fr: 'lot', en: 'block' },
    END_TO_END_ID: { fr: 'référence de bout en bout', en: 'end-to-end id' },
    MANDATE: { fr: 'mandat', en: 'mandate' },
    STRUCTURED_REFERENCE: { fr: 'référence structurée', en: 'structured reference' },
    TEXT: { fr: 'libellé', en: 'text' },
    COUNTERPARTY_NAME: { fr: 'nom du tiers', en: 'name of the other party' },
    COUNTERPARTY_ACCOUNT: { fr: 'compte du tiers', en: 'account of the other party' },
    CHARGES: { fr: 'frais', en: 'charges' },
    RETURN_REASON: { fr: 'motif du retour', en: 'reason of the return' },
  }),
});
