import type { BankExceptionKind, BankResolution, ExceptionAgreement } from '../../generated/operations.ts';
import { listTexts } from '../../texts/fields.ts';
import { words, wordsWith } from '../../texts/words.ts';

export const texts = wordsWith(listTexts, {
  title: { fr: 'Exceptions', en: 'Exceptions' },
  lead: {
    fr: 'Lignes de la banque dont le paiement n’est pas sûr\u00a0: une personne décide.',
    en: 'Entries of the bank whose payment is not sure: a person decides.',
  },
  closeFilters: { fr: 'Fermer les filtres', en: 'Close the filters' },
  any: { fr: 'Toutes', en: 'All' },
  kind: { fr: 'Nature', en: 'Kind' },
  status: { fr: 'État', en: 'State' },
  ofSociete: { fr: (id: string) => `Société ${id}`, en: (id) => `Société ${id}` },
  text: { fr: 'Texte', en: 'Text' },
  textHint: {
    fr: 'Un nom, un libellé, une référence, la fin d’un IBAN.',
    en: 'A name, a text, a reference, the end of an IBAN.',
  },
  bookedFrom: { fr: 'Comptabilisées depuis', en: 'Booked from' },
  bookedTo: { fr: 'Comptabilisées jusqu’au', en: 'Booked until' },
  amountFrom: { fr: 'Montant minimal', en: 'Amount at least' },
  amountTo: { fr: 'Montant maximal', en: 'Amount at most' },
  ofFile: { fr: 'd’un seul fichier', en: 'of one file' },
  changed: {
    fr: (count: number) => (count === 1 ? '1 exception a changé' : `${count} exceptions ont changé`),
    en: (count) => (count === 1 ? '1 exception has changed' : `${count} exceptions have changed`),
  },
  booked: { fr: 'Date', en: 'Date' },
  unknownParty: { fr: 'Tiers non nommé', en: 'Party not named' },
  emptyTitle: { fr: 'Aucune exception n’attend', en: 'No exception waits' },
  emptyText: {
    fr: 'Chaque ligne des relevés a trouvé son paiement.',
    en: 'Each entry of the statements has found its payment.',
  },
  toFiles: { fr: 'Importer un relevé', en: 'Import a statement' },
  noMatch: { fr: 'Aucune exception ne correspond aux filtres', en: 'No exception matches the filters' },
  showAll: { fr: 'Retirer tous les filtres', en: 'Remove all filters' },
  back: { fr: 'Retour à la liste', en: 'Back to the list' },
  keys: {
    fr: 'J et K\u00a0: suivante et précédente. A\u00a0: affecter à la première proposition.',
    en: 'J and K: next and previous. A: assign to the first suggestion.',
  },
  unknown: {
    fr: 'Cette exception n’existe pas, ou vos droits ne permettent pas de la voir.',
    en: 'This exception does not exist, or your rights do not let you see it.',
  },
  statuses: words({
    OPEN: { fr: 'En attente', en: 'Waiting' },
    RESOLVED: { fr: 'Décidée', en: 'Decided' },
    SETTLED: { fr: 'Expliquée par un autre message', en: 'Explained by another message' },
  }),
  whyEnded: {
    fr: (isOpen: boolean) =>
      `Il est arrivé moins que le montant, et le paiement a pris fin avant le solde${isOpen ? '\u00a0: cet argent est à rendre au client' : ''}.`,
    en: (isOpen) =>
      `Less than the amount came, and the payment ended before the rest${isOpen ? ': this money has to go back to the customer' : ''}.`,
  },
  why: words<Record<BankExceptionKind, string>>({
    UNMATCHED_CREDIT: {
      fr: 'De l’argent est arrivé, et rien ne dit pour quel paiement\u00a0; ou un virement de la société revient.',
      en: 'Money came, and nothing says for which payment; or a transfer of the company comes back.',
    },
    UNMATCHED_DEBIT: {
      fr: 'De l’argent est parti, et ce n’est le retour d’aucun paiement.',
      en: 'Money went, and it is the return of no payment.',
    },
    AMBIGUOUS: { fr: 'Le libellé nomme plusieurs paiements.', en: 'The text names several payments.' },
    WRONG_ACCOUNT: {
      fr: 'Le libellé nomme un paiement d’une autre société ou de l’autre mode. Rien n’a été affecté.',
      en: 'The text names a payment of another société or of the other mode. Nothing was assigned.',
    },
    UNDERPAID: {
      fr: 'Il est arrivé moins que le montant\u00a0: le paiement reste ouvert jusqu’au solde.',
      en: 'Less than the amount came: the payment stays open until the rest is there.',
    },
    OVERPAID: {
      fr: 'Il est arrivé plus que le montant\u00a0: le paiement est payé, et le surplus appartient au client.',
      en: 'More than the amount came: the payment is paid, and the surplus belongs to the customer.',
    },
    SURPLUS: {
      fr: 'De l’argent est arrivé pour un paiement déjà payé\u00a0: il appartient au client.',
      en: 'Money came for a payment that is paid already: it belongs to the customer.',
    },
    LATE: {
      fr: 'L’argent est arrivé après l’expiration\u00a0: le paiement est payé. Vérifiez que la commande tient encore.',
      en: 'Money came after the payment expired: it is paid now. Check that the order still stands.',
    },
    AMOUNT_DIFFERS: {
      fr: 'Le montant n’est pas celui du paiement. Rien n’a été affecté.',
      en: 'The amount is not that of the payment. Nothing was assigned.',
    },
    BLOCK_DIFFERS: {
      fr: 'La somme n’est pas celle des prélèvements du lot. Aucun n’a été payé.',
      en: 'The sum is not that of the debits of the block. None was paid.',
    },
    CONTRADICTION: { fr: 'La ligne contredit ce qui est enregistré.', en: 'The entry contradicts what is recorded.' },
    ENTRY_FAULT: {
      fr: 'Les détails de la ligne ne font pas son montant. Rien n’a été affecté. Demandez à la banque ce qu’elle a encaissé.',
      en: 'The details of the entry do not make its amount. Nothing was assigned. Ask the bank what it collected.',
    },
    SAME_REFERENCE: {
      fr: 'La banque a déjà donné cette référence à une autre ligne, ou bien une personne a affecté à un autre paiement une ligne d’un autre format, qui est peut-être celle-ci. Rien n’a été affecté.',
      en: 'The bank gave this reference to another entry before, or a person assigned an entry of another format, which may be this one, to another payment. Nothing was assigned.',
    },
    REVERSAL: {
      fr: 'La banque reprend une ligne, et rien ne dit que c’est le retour d’un paiement.',
      en: 'The bank takes back an entry, and nothing says that it is the return of a payment.',
    },
    REPORT_UNCLEAR: {
      fr: 'La banque accepte avec un changement, parle d’un doublon, ou nomme un état inconnu.',
      en: 'The bank accepts with a change, speaks of a duplicate, or names an unknown status.',
    },
    STATEMENT_MISSING: {
      fr: 'Un relevé manque avant celui de ce fichier. Demandez-le à la banque et importez-le\u00a0: l’exception se ferme alors d’elle-même.',
      en: 'A statement is missing before that of this file. Ask the bank for it and import it: the exception then closes by itself.',
    },
  }),
  agrees: words<Record<ExceptionAgreement, string>>({
    REFERENCE: { fr: 'référence', en: 'reference' },
    AMOUNT: { fr: 'montant', en: 'amount' },
    MANDATE: { fr: 'mandat', en: 'mandate' },
    ACCOUNT: { fr: 'compte', en: 'account' },
    NAME: { fr: 'nom', en: 'name' },
    ORDER: { fr: 'commande', en: 'order' },
    CUSTOMER: { fr: 'client', en: 'customer' },
  }),
  resolutions: words<Record<BankResolution, string>>({
    ASSIGNED: { fr: 'Affectée', en: 'Assigned' },
    COLLECTED: { fr: 'Lot encaissé', en: 'Block collected' },
    HANDLED: { fr: 'Close sans affectation', en: 'Handled elsewhere' },
  }),
});
