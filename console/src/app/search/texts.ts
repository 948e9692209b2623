import type { SearchField, SearchQuery } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Kind = SearchQuery['search']['hits'][number]['node']['__typename'];

export const searchTexts = words({
  search: { fr: 'Rechercher', en: 'Search' },
  hint: {
    fr: 'Référence, commande, client, nom, e-mail, montant, RUM, fin d’IBAN…',
    en: 'Reference, order, customer, name, e-mail, amount, RUM, end of an IBAN…',
  },
  kinds: words<Record<Kind, string>>({
    Payment: { fr: 'Paiement', en: 'Payment' },
    Mandate: { fr: 'Mandat', en: 'Mandate' },
    Customer: { fr: 'Client', en: 'Customer' },
    BankException: { fr: 'Exception', en: 'Exception' },
    DirectDebitBatch: { fr: 'Remise', en: 'Debit batch' },
    JournalEntry: { fr: 'Écriture', en: 'Entry' },
    WebhookDelivery: { fr: 'Webhook', en: 'Webhook' },
  }),
  matched: words<Record<SearchField, string>>({
    ID: { fr: 'identifiant', en: 'id' },
    REFERENCE: { fr: 'référence', en: 'reference' },
    CREDITOR_REFERENCE: { fr: 'référence RF', en: 'RF reference' },
    BANK_REFERENCE: { fr: 'référence de la banque', en: 'reference of the bank' },
    END_TO_END_ID: { fr: 'référence de bout en bout', en: 'end-to-end id' },
    RUM: { fr: 'RUM', en: 'RUM' },
    ORDER: { fr: 'commande', en: 'order' },
    CUSTOMER: { fr: 'client', en: 'customer' },
    EMAIL: { fr: 'e-mail', en: 'e-mail' },
    NAME: { fr: 'nom', en: 'name' },
    PHONE: { fr: 'téléphone', en: 'telephone' },
    PLACE: { fr: 'adresse', en: 'address' },
    IBAN: { fr: 'IBAN', en: 'IBAN' },
    AMOUNT: { fr: 'montant', en: 'amount' },
    TEXT: { fr: 'texte', en: 'text' },
    PIECE: { fr: 'pièce', en: 'piece' },
    FILE: { fr: 'fichier', en: 'file' },
  }),
  nothing: {
    fr: (text: string) => `Rien ne correspond à «\u00a0${text}\u00a0»`,
    en: (text) => `Nothing matches “${text}”`,
  },
  nothingText: {
    fr: 'Essayez autre chose\u00a0: un mot entier, un numéro, un montant exact.',
    en: 'Try another fragment: a whole word, a number, an exact amount.',
  },
  typeOn: { fr: 'Tapez au moins deux caractères.', en: 'Type two characters at least.' },
  recent: { fr: 'Ouverts récemment', en: 'Opened recently' },
  hasMore: { fr: 'Il y en a d’autres\u00a0: ajoutez un mot.', en: 'There are more: add a word.' },
  isIncomplete: {
    fr: 'Ces mots sont trop fréquents pour tout lire\u00a0: ajoutez un mot.',
    en: 'These words are too frequent to read everything: add a word.',
  },
  count: {
    fr: (count: number, hasMore: boolean) =>
      hasMore ? `Les ${count} premiers résultats` : `${count} résultat${count < 2 ? '' : 's'}`,
    en: (count, hasMore) => (hasMore ? `The first ${count} results` : count === 1 ? '1 result' : `${count} results`),
  },
});
