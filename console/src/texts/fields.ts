import { words, wordsWith } from './words.ts';

/** Names of columns and fields that many pages show. A page may say another word in their place. */
export const fieldTexts = words({
  amount: { fr: 'Montant', en: 'Amount' },
  by: { fr: (who: string) => `par ${who}`, en: (who) => `by ${who}` },
  counterparty: { fr: 'Tiers', en: 'Other party' },
  customer: { fr: 'Client', en: 'Customer' },
  debits: { fr: 'Prélèvements', en: 'Debits' },
  due: { fr: 'Échéance', en: 'Due' },
  iban: { fr: 'IBAN', en: 'IBAN' },
  means: { fr: 'Moyen', en: 'Means' },
  number: { fr: 'Numéro', en: 'Number' },
  order: { fr: 'Commande', en: 'Order' },
  payment: { fr: 'Paiement', en: 'Payment' },
  reason: { fr: 'Motif', en: 'Reason' },
  reference: { fr: 'Référence', en: 'Reference' },
  rum: { fr: 'RUM', en: 'RUM' },
  scheme: { fr: 'Schéma', en: 'Rules' },
  societe: { fr: 'Société', en: 'Société' },
  status: { fr: 'État', en: 'Status' },
});

/** What lists say beside the names of their columns: how they are narrowed. */
export const listTexts = wordsWith(fieldTexts, {
  apply: { fr: 'Appliquer', en: 'Apply' },
  clear: { fr: 'Tout effacer', en: 'Clear all' },
  filter: { fr: 'Filtrer', en: 'Filter' },
  filters: { fr: 'Filtres', en: 'Filters' },
  removeFilter: { fr: (text: string) => `Retirer le filtre ${text}`, en: (text) => `Remove the filter ${text}` },
  showAll: { fr: 'Tout afficher', en: 'Show all' },
});
