import type { CustomerChange } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Texts = {
  readonly title: string;
  readonly lead: string;
  readonly filters: string;
  readonly search: string;
  readonly societe: string;
  readonly number: string;
  readonly name: string;
  readonly city: string;
  readonly phone: string;
  readonly updated: string;
  readonly none: string;
  readonly noneText: string;
  readonly noMatch: string;
  readonly noMatchText: string;
  readonly add: string;
  readonly import: string;
  readonly customer: string;
  readonly unknown: string;
  readonly unknownText: string;
  readonly toList: string;
  readonly about: string;
  readonly country: string;
  readonly by: (who: string) => string;
  readonly edit: string;
  readonly save: string;
  readonly changes: Readonly<Record<CustomerChange, string>>;
  readonly isStale: string;
  readonly remove: string;
  readonly removeText: string;
  readonly removed: string;
  readonly names: Readonly<
    Record<'firstName' | 'lastName' | 'address' | 'zipCode' | 'city' | 'country' | 'phone', string>
  >;
  readonly phoneHint: string;
  readonly entered: string;
  readonly payments: string;
  readonly allPayments: string;
  readonly noPayments: string;
  readonly mandates: string;
  readonly allMandates: string;
  readonly noMandates: string;
  readonly reference: string;
  readonly status: string;
  readonly means: string;
  readonly amount: string;
  readonly created: string;
  readonly rum: string;
  readonly iban: string;
};

export const texts = words<Texts>({
  fr: {
    title: 'Clients',
    lead: 'Noms, adresses et téléphones, par société.',
    filters: 'Filtres des clients',
    search: 'Chercher un nom, un numéro, une ville',
    societe: 'Société',
    number: 'Numéro',
    name: 'Nom',
    city: 'Ville',
    phone: 'Téléphone',
    updated: 'Modifié',
    none: 'Aucun client dans l’annuaire',
    noneText: 'Ajoutez un client, ou importez un fichier CSV.',
    noMatch: 'Aucun client ne correspond',
    noMatchText: 'Cherchez le début d’un autre mot, ou retirez la société.',
    add: 'Nouveau client',
    import: 'Importer un fichier',
    customer: 'Client',
    unknown: 'Ce client n’est pas dans l’annuaire',
    unknownText: 'Vous pouvez l’ajouter. Ses paiements et ses mandats sont ci-dessous.',
    toList: 'Voir l’annuaire',
    country: 'Pays',
    about: 'La fiche',
    by: (who) => `par ${who}`,
    edit: 'Modifier',
    save: 'Enregistrer',
    changes: {
      CREATED: 'Le client est dans l’annuaire.',
      CHANGED: 'La fiche est modifiée.',
      UNCHANGED: 'Rien n’a changé.',
    },
    isStale: 'La fiche a changé entre-temps. Fermez, regardez-la, puis recommencez.',
    remove: 'Retirer de l’annuaire',
    removeText:
      'Les paiements déjà enregistrés gardent ce qui a été envoyé à la banque. Ceux qui viennent de l’ancienne URL n’auront plus ni nom ni adresse\u00a0: une carte peut alors être refusée.',
    removed: 'Le client est retiré de l’annuaire.',
    names: {
      firstName: 'Prénom',
      lastName: 'Nom',
      address: 'Adresse',
      zipCode: 'Code postal',
      city: 'Ville',
      country: 'Pays (deux lettres)',
      phone: 'Téléphone',
    },
    phoneHint: 'Avec l’indicatif\u00a0: +33612345678.',
    entered: 'Ajouté',
    payments: 'Paiements',
    allPayments: 'Tous ses paiements',
    noPayments: 'Aucun paiement',
    mandates: 'Mandats',
    allMandates: 'Tous ses mandats',
    noMandates: 'Aucun mandat',
    reference: 'Référence',
    status: 'État',
    means: 'Moyen',
    amount: 'Montant',
    created: 'Créé',
    rum: 'RUM',
    iban: 'IBAN',
  },
  en: {
    title: 'Customers',
    lead: 'Names, addresses and phones, by société.',
    filters: 'Filters of customers',
    search: 'Search a name, a number, a city',
    societe: 'Société',
    number: 'Number',
    name: 'Name',
    city: 'City',
    phone: 'Phone',
    updated: 'Changed',
    none: 'No customers in the directory',
    noneText: 'Add a customer, or import a CSV file.',
    noMatch: 'No customer matches',
    noMatchText: 'Search the beginning of another word, or take the société away.',
    add: 'New customer',
    import: 'Import a file',
    customer: 'Customer',
    unknown: 'This customer is not in the directory',
    unknownText: 'You can add it. Its payments and mandates are below.',
    toList: 'See the directory',
    country: 'Country',
    about: 'The entry',
    by: (who) => `by ${who}`,
    edit: 'Edit',
    save: 'Save',
    changes: {
      CREATED: 'The customer is in the directory.',
      CHANGED: 'The entry is changed.',
      UNCHANGED: 'Nothing has changed.',
    },
    isStale: 'The entry has changed since. Close this, look at it, then do it again.',
    remove: 'Remove from the directory',
    removeText:
      'Payments that were recorded keep what was sent to the bank. Those of the old URL then have neither name nor address: a card may be refused.',
    removed: 'The customer is removed from the directory.',
    names: {
      firstName: 'First name',
      lastName: 'Last name',
      address: 'Address',
      zipCode: 'Postal code',
      city: 'City',
      country: 'Country (two letters)',
      phone: 'Phone',
    },
    phoneHint: 'With the country’s prefix: +33612345678.',
    entered: 'Added',
    payments: 'Payments',
    allPayments: 'All its payments',
    noPayments: 'No payments',
    mandates: 'Mandates',
    allMandates: 'All its mandates',
    noMandates: 'No mandates',
    reference: 'Reference',
    status: 'Status',
    means: 'Means',
    amount: 'Amount',
    created: 'Created',
    rum: 'RUM',
    iban: 'IBAN',
  },
});
