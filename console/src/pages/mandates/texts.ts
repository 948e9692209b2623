import { fieldTexts } from '../../texts/fields.ts';
import { wordsWith } from '../../texts/words.ts';

export const texts = wordsWith(fieldTexts, {
  title: { fr: 'Mandats', en: 'Mandates' },
  lead: {
    fr: 'Les autorisations de prélever que vos clients ont signées.',
    en: 'The permissions to debit that your customers signed.',
  },
  filters: { fr: 'Filtres des mandats', en: 'Filters of mandates' },
  search: { fr: 'Chercher un nom, une RUM, un client', en: 'Search a name, a RUM, a customer' },
  lapse: { fr: 'Validité', en: 'Validity' },
  lapsing: { fr: 'Caducs d’ici 60 jours', en: 'Lapse within 60 days' },
  debtor: { fr: 'Débiteur', en: 'Debtor' },
  lapsesOn: { fr: 'Caduc le', en: 'Lapses on' },
  erased: { fr: 'Effacé', en: 'Erased' },
  noMatch: { fr: 'Aucun mandat ne correspond', en: 'No mandate matches' },
  noMatchText: {
    fr: 'Retirez un filtre, ou cherchez le début d’un autre mot.',
    en: 'Take a filter away, or search the beginning of another word.',
  },
  empty: { fr: 'Aucun mandat', en: 'No mandates' },
  emptyText: {
    fr: 'Créez le mandat, imprimez son formulaire et faites-le signer au client.',
    en: 'Make the mandate, print its form and have the customer sign it.',
  },
});
