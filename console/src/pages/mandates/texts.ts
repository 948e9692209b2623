import { fieldTexts } from '../../texts/fields.ts';
import { words } from '../../texts/words.ts';

export const texts = words({
  fr: {
    ...fieldTexts.fr,
    title: 'Mandats',
    lead: 'Les autorisations de prélever que vos clients ont signées.',
    filters: 'Filtres des mandats',
    search: 'Chercher un nom, une RUM, un client',
    lapse: 'Validité',
    lapsing: 'Caducs d’ici 60 jours',
    debtor: 'Débiteur',
    lapsesOn: 'Caduc le',
    erased: 'Effacé',
    noMatch: 'Aucun mandat ne correspond',
    noMatchText: 'Retirez un filtre, ou cherchez le début d’un autre mot.',
    empty: 'Aucun mandat',
    emptyText: 'Créez le mandat, imprimez son formulaire et faites-le signer au client.',
  },
  en: {
    ...fieldTexts.en,
    title: 'Mandates',
    lead: 'The permissions to debit that your customers signed.',
    filters: 'Filters of mandates',
    search: 'Search a name, a RUM, a customer',
    lapse: 'Validity',
    lapsing: 'Lapse within 60 days',
    debtor: 'Debtor',
    lapsesOn: 'Lapses on',
    erased: 'Erased',
    noMatch: 'No mandate matches',
    noMatchText: 'Take a filter away, or search the beginning of another word.',
    empty: 'No mandates',
    emptyText: 'Make the mandate, print its form and have the customer sign it.',
  },
});
