import { words } from './words.ts';

/** Names of columns and fields that many pages show. A page may say another word in their place. */
export const fieldTexts = words({
  fr: {
    amount: 'Montant',
    by: (who: string) => `par ${who}`,
    counterparty: 'Tiers',
    customer: 'Client',
    debits: 'Prélèvements',
    due: 'Échéance',
    iban: 'IBAN',
    means: 'Moyen',
    number: 'Numéro',
    order: 'Commande',
    payment: 'Paiement',
    reason: 'Motif',
    reference: 'Référence',
    rum: 'RUM',
    scheme: 'Schéma',
    societe: 'Société',
    status: 'État',
  },
  en: {
    amount: 'Amount',
    by: (who) => `by ${who}`,
    counterparty: 'Other party',
    customer: 'Customer',
    debits: 'Debits',
    due: 'Due',
    iban: 'IBAN',
    means: 'Means',
    number: 'Number',
    order: 'Order',
    payment: 'Payment',
    reason: 'Reason',
    reference: 'Reference',
    rum: 'RUM',
    scheme: 'Rules',
    societe: 'Société',
    status: 'Status',
  },
});

/** How lists are narrowed. */
export const filterTexts = words({
  fr: {
    apply: 'Appliquer',
    clear: 'Tout effacer',
    filter: 'Filtrer',
    filters: 'Filtres',
    removeFilter: (text: string) => `Retirer le filtre ${text}`,
    showAll: 'Tout afficher',
  },
  en: {
    apply: 'Apply',
    clear: 'Clear all',
    filter: 'Filter',
    filters: 'Filters',
    removeFilter: (text) => `Remove the filter ${text}`,
    showAll: 'Show all',
  },
});
