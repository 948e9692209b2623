import { listTexts } from '../../texts/fields.ts';
import { words, wordsWith } from '../../texts/words.ts';

export const texts = wordsWith(listTexts, {
  title: { fr: 'Paiements', en: 'Payments' },
  target: { fr: 'Cible', en: 'Target' },
  created: { fr: 'Créé', en: 'Created' },
  period: {
    fr: (days: number) => (days === 1 ? 'Aujourd’hui' : `${days} derniers jours`),
    en: (days: number) => (days === 1 ? 'Today' : `Last ${days} days`),
  },
  closeFilters: { fr: 'Fermer', en: 'Close' },
  filterNames: words({
    createdFrom: { fr: 'Créé à partir du', en: 'Created from' },
    createdTo: { fr: 'Créé jusqu’au', en: 'Created until' },
    dueFrom: { fr: 'Échéance à partir du', en: 'Due from' },
    dueTo: { fr: 'Échéance jusqu’au', en: 'Due until' },
    amountFrom: { fr: 'Montant minimal', en: 'Lowest amount' },
    amountTo: { fr: 'Montant maximal', en: 'Highest amount' },
    idSociete: { fr: 'Société', en: 'Société' },
    idClient: { fr: 'Client', en: 'Customer' },
    idCommande: { fr: 'Commande', en: 'Order' },
    idOrigin: { fr: 'Origine', en: 'Origin' },
    client: { fr: 'Application', en: 'Application' },
    mandate: { fr: 'Mandat (RUM)', en: 'Mandate (RUM)' },
  }),
  sort: { fr: 'Trier par', en: 'Sort by' },
  sorts: words({
    NEWEST: { fr: 'Les plus récents', en: 'Newest first' },
    OLDEST: { fr: 'Les plus anciens', en: 'Oldest first' },
    AMOUNT: { fr: 'Les plus gros montants', en: 'Highest amounts' },
    DUE: { fr: 'Échéance des prélèvements', en: 'Due date of direct debits' },
  }),
  haveDue: { fr: 'Prélèvements par échéance', en: 'Direct debits by due date' },
  total: {
    fr: (count: string) => `${count} ${count === '0' || count === '1' ? 'paiement' : 'paiements'}`,
    en: (count: string) => `${count} ${count === '1' ? 'payment' : 'payments'}`,
  },
  atLeast: {
    fr: (count: string) => `plus de ${count} paiements`,
    en: (count: string) => `more than ${count} payments`,
  },
  oneTotal: { fr: '1 paiement', en: '1 payment' },
  noTotal: { fr: 'Le total n’a pas pu être lu.', en: 'The total could not be read.' },
  noMatch: { fr: 'Aucun paiement ne correspond à ces filtres', en: 'No payment matches these filters' },
  emptyTitle: { fr: 'Aucun paiement', en: 'No payments' },
});
