import type { SearchField, SearchQuery } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Kind = SearchQuery['search']['hits'][number]['node']['__typename'];

type Texts = {
  readonly search: string;
  readonly hint: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly matched: Readonly<Record<SearchField, string>>;
  readonly nothing: (text: string) => string;
  readonly nothingText: string;
  readonly typeOn: string;
  readonly recent: string;
  readonly hasMore: string;
  readonly isIncomplete: string;
  readonly count: (count: number, hasMore: boolean) => string;
};

export const searchTexts = words<Texts>({
  fr: {
    search: 'Rechercher',
    hint: 'Référence, commande, client, nom, e-mail, montant, RUM, fin d’IBAN…',
    kinds: {
      Payment: 'Paiement',
      Mandate: 'Mandat',
      Customer: 'Client',
      BankException: 'Exception',
      DirectDebitBatch: 'Remise',
      JournalEntry: 'Écriture',
      WebhookDelivery: 'Webhook',
    },
    matched: {
      ID: 'identifiant',
      REFERENCE: 'référence',
      CREDITOR_REFERENCE: 'référence RF',
      BANK_REFERENCE: 'référence de la banque',
      END_TO_END_ID: 'référence de bout en bout',
      RUM: 'RUM',
      ORDER: 'commande',
      CUSTOMER: 'client',
      EMAIL: 'e-mail',
      NAME: 'nom',
      PHONE: 'téléphone',
      PLACE: 'adresse',
      IBAN: 'IBAN',
      AMOUNT: 'montant',
      TEXT: 'texte',
      PIECE: 'pièce',
      FILE: 'fichier',
    },
    nothing: (text) => `Rien ne correspond à «\u00a0${text}\u00a0»`,
    nothingText: 'Essayez autre chose\u00a0: un mot entier, un numéro, un montant exact.',
    typeOn: 'Tapez au moins deux caractères.',
    recent: 'Ouverts récemment',
    hasMore: 'Il y en a d’autres\u00a0: ajoutez un mot.',
    isIncomplete: 'Ces mots sont trop fréquents pour tout lire\u00a0: ajoutez un mot.',
    count: (count, hasMore) =>
      hasMore ? `Les ${count} premiers résultats` : count === 1 ? '1 résultat' : `${count} résultats`,
  },
  en: {
    search: 'Search',
    hint: 'Reference, order, customer, name, e-mail, amount, RUM, end of an IBAN…',
    kinds: {
      Payment: 'Payment',
      Mandate: 'Mandate',
      Customer: 'Customer',
      BankException: 'Exception',
      DirectDebitBatch: 'Debit batch',
      JournalEntry: 'Entry',
      WebhookDelivery: 'Webhook',
    },
    matched: {
      ID: 'id',
      REFERENCE: 'reference',
      CREDITOR_REFERENCE: 'RF reference',
      BANK_REFERENCE: 'reference of the bank',
      END_TO_END_ID: 'end-to-end id',
      RUM: 'RUM',
      ORDER: 'order',
      CUSTOMER: 'customer',
      EMAIL: 'e-mail',
      NAME: 'name',
      PHONE: 'telephone',
      PLACE: 'address',
      IBAN: 'IBAN',
      AMOUNT: 'amount',
      TEXT: 'text',
      PIECE: 'piece',
      FILE: 'file',
    },
    nothing: (text) => `Nothing matches “${text}”`,
    nothingText: 'Try another fragment: a whole word, a number, an exact amount.',
    typeOn: 'Type two characters at least.',
    recent: 'Opened recently',
    hasMore: 'There are more: add a word.',
    isIncomplete: 'These words are too frequent to read everything: add a word.',
    count: (count, hasMore) => (hasMore ? `The first ${count} results` : count === 1 ? '1 result' : `${count} results`),
  },
});
