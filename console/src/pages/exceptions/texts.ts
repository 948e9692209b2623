import type {
  BankExceptionKind,
  BankExceptionStatus,
  BankResolution,
  ExceptionAgreement,
} from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Texts = {
  readonly title: string;
  readonly lead: string;
  readonly filter: string;
  readonly filters: string;
  readonly export: string;
  readonly apply: string;
  readonly clear: string;
  readonly closeFilters: string;
  readonly removeFilter: (text: string) => string;
  readonly any: string;
  readonly kind: string;
  readonly status: string;
  readonly societe: string;
  readonly text: string;
  readonly textHint: string;
  readonly bookedFrom: string;
  readonly bookedTo: string;
  readonly amountFrom: string;
  readonly amountTo: string;
  readonly ofFile: string;
  readonly counterparty: string;
  readonly amount: string;
  readonly booked: string;
  readonly unknownParty: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly toFiles: string;
  readonly noMatch: string;
  readonly showAll: string;
  readonly back: string;
  readonly choose: string;
  readonly keys: string;
  readonly unknown: string;
  readonly statuses: Readonly<Record<BankExceptionStatus, string>>;
  readonly why: Readonly<Record<BankExceptionKind, string>>;
  readonly agrees: Readonly<Record<ExceptionAgreement, string>>;
  readonly resolutions: Readonly<Record<BankResolution, string>>;
};

export const texts = words<Texts>({
  fr: {
    title: 'Exceptions',
    lead: 'Lignes de la banque dont le paiement n’est pas sûr\u00a0: une personne décide.',
    filter: 'Filtrer',
    filters: 'Filtres',
    export: 'Exporter (CSV)',
    apply: 'Appliquer',
    clear: 'Tout effacer',
    closeFilters: 'Fermer les filtres',
    removeFilter: (text) => `Retirer le filtre ${text}`,
    any: 'Toutes',
    kind: 'Nature',
    status: 'État',
    societe: 'Société',
    text: 'Texte',
    textHint: 'Un nom, un libellé, une référence, la fin d’un IBAN.',
    bookedFrom: 'Comptabilisées depuis',
    bookedTo: 'Comptabilisées jusqu’au',
    amountFrom: 'Montant minimal',
    amountTo: 'Montant maximal',
    ofFile: 'd’un seul fichier',
    counterparty: 'Tiers',
    amount: 'Montant',
    booked: 'Date',
    unknownParty: 'Tiers non nommé',
    emptyTitle: 'Aucune exception n’attend',
    emptyText: 'Chaque ligne des relevés a trouvé son paiement.',
    toFiles: 'Importer un relevé',
    noMatch: 'Aucune exception ne correspond aux filtres',
    showAll: 'Retirer tous les filtres',
    back: 'Retour à la liste',
    choose: 'Choisissez une exception dans la liste.',
    keys: 'J et K\u00a0: suivante et précédente. A\u00a0: affecter à la première proposition.',
    unknown: 'Cette exception n’existe pas, ou vos droits ne permettent pas de la voir.',
    statuses: { OPEN: 'En attente', RESOLVED: 'Décidée', SETTLED: 'Expliquée par un autre message' },
    why: {
      UNMATCHED_CREDIT: 'De l’argent est arrivé, et rien ne dit pour quel paiement.',
      UNMATCHED_DEBIT: 'De l’argent est parti, et ce n’est le retour d’aucun paiement.',
      AMBIGUOUS: 'Le libellé nomme plusieurs paiements.',
      WRONG_ACCOUNT: 'Le libellé nomme un paiement d’une autre société ou de l’autre mode. Rien n’a été affecté.',
      UNDERPAID: 'Il est arrivé moins que le montant\u00a0: le paiement reste ouvert jusqu’au solde.',
      OVERPAID: 'Il est arrivé plus que le montant\u00a0: le paiement est payé, et le surplus appartient au client.',
      SURPLUS: 'De l’argent est arrivé pour un paiement déjà payé\u00a0: il appartient au client.',
      LATE: 'L’argent est arrivé après l’expiration\u00a0: le paiement est payé. Vérifiez que la commande tient encore.',
      AMOUNT_DIFFERS: 'Le montant n’est pas celui du paiement. Rien n’a été affecté.',
      BLOCK_DIFFERS: 'La somme n’est pas celle des prélèvements du lot. Aucun n’a été payé.',
      CONTRADICTION: 'La ligne contredit ce qui est enregistré.',
      ENTRY_FAULT: 'Les détails de la ligne ne font pas son montant. Rien n’a été affecté.',
      SAME_REFERENCE: 'La banque a déjà donné cette référence à une autre ligne. Rien n’a été affecté.',
      REVERSAL: 'La banque reprend une ligne, et rien ne dit que c’est le retour d’un paiement.',
      REPORT_UNCLEAR: 'La banque accepte avec un changement, parle d’un doublon, ou nomme un état inconnu.',
      STATEMENT_MISSING: 'Le relevé qui précède celui-ci n’est pas là.',
    },
    agrees: {
      REFERENCE: 'référence',
      AMOUNT: 'montant',
      MANDATE: 'mandat',
      ACCOUNT: 'compte',
      NAME: 'nom',
      ORDER: 'commande',
      CUSTOMER: 'client',
    },
    resolutions: { ASSIGNED: 'Affectée', COLLECTED: 'Lot encaissé', HANDLED: 'Close sans affectation' },
  },
  en: {
    title: 'Exceptions',
    lead: 'Entries of the bank whose payment is not sure: a person decides.',
    filter: 'Filter',
    filters: 'Filters',
    export: 'Export (CSV)',
    apply: 'Apply',
    clear: 'Clear all',
    closeFilters: 'Close the filters',
    removeFilter: (text) => `Remove the filter ${text}`,
    any: 'All',
    kind: 'Kind',
    status: 'State',
    societe: 'Société',
    text: 'Text',
    textHint: 'A name, a text, a reference, the end of an IBAN.',
    bookedFrom: 'Booked from',
    bookedTo: 'Booked until',
    amountFrom: 'Amount at least',
    amountTo: 'Amount at most',
    ofFile: 'of one file',
    counterparty: 'Other party',
    amount: 'Amount',
    booked: 'Date',
    unknownParty: 'Party not named',
    emptyTitle: 'No exception waits',
    emptyText: 'Each entry of the statements has found its payment.',
    toFiles: 'Import a statement',
    noMatch: 'No exception matches the filters',
    showAll: 'Remove all filters',
    back: 'Back to the list',
    choose: 'Choose an exception in the list.',
    keys: 'J and K: next and previous. A: assign to the first suggestion.',
    unknown: 'This exception does not exist, or your rights do not let you see it.',
    statuses: { OPEN: 'Waiting', RESOLVED: 'Decided', SETTLED: 'Explained by another message' },
    why: {
      UNMATCHED_CREDIT: 'Money came, and nothing says for which payment.',
      UNMATCHED_DEBIT: 'Money went, and it is the return of no payment.',
      AMBIGUOUS: 'The text names several payments.',
      WRONG_ACCOUNT: 'The text names a payment of another société or of the other mode. Nothing was assigned.',
      UNDERPAID: 'Less than the amount came: the payment stays open until the rest is there.',
      OVERPAID: 'More than the amount came: the payment is paid, and the surplus belongs to the customer.',
      SURPLUS: 'Money came for a payment that is paid already: it belongs to the customer.',
      LATE: 'Money came after the payment expired: it is paid now. Check that the order still stands.',
      AMOUNT_DIFFERS: 'The amount is not that of the payment. Nothing was assigned.',
      BLOCK_DIFFERS: 'The sum is not that of the debits of the block. None was paid.',
      CONTRADICTION: 'The entry contradicts what is recorded.',
      ENTRY_FAULT: 'The details of the entry do not make its amount. Nothing was assigned.',
      SAME_REFERENCE: 'The bank gave this reference to another entry before. Nothing was assigned.',
      REVERSAL: 'The bank takes back an entry, and nothing says that it is the return of a payment.',
      REPORT_UNCLEAR: 'The bank accepts with a change, speaks of a duplicate, or names an unknown status.',
      STATEMENT_MISSING: 'The statement before this one is not there.',
    },
    agrees: {
      REFERENCE: 'reference',
      AMOUNT: 'amount',
      MANDATE: 'mandate',
      ACCOUNT: 'account',
      NAME: 'name',
      ORDER: 'order',
      CUSTOMER: 'customer',
    },
    resolutions: { ASSIGNED: 'Assigned', COLLECTED: 'Block collected', HANDLED: 'Handled elsewhere' },
  },
});
