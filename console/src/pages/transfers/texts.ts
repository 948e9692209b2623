import type { TransferState } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Texts = {
  readonly title: string;
  readonly lead: string;
  readonly show: string;
  readonly state: string;
  readonly states: Readonly<Record<TransferState, string>>;
  readonly societe: string;
  readonly reference: string;
  readonly missing: string;
  readonly received: string;
  readonly customer: string;
  readonly order: string;
  readonly pay: string;
  readonly theIban: string;
  readonly theReference: string;
  readonly expires: string;
  readonly waits: string;
  readonly late: string;
  readonly inPart: string;
  readonly empty: Readonly<Record<TransferState, string>>;
  readonly emptyText: string;
  readonly showAll: string;
  readonly toPayments: string;
};

export const texts = words<Texts>({
  fr: {
    title: 'Virements',
    lead: 'Virements demandés aux clients et pas encore arrivés, ou pas en entier.',
    show: 'Afficher',
    state: 'État',
    states: { AWAITED: 'Tous les attendus', LATE: 'En retard', IN_PART: 'Reçus en partie' },
    societe: 'Société',
    reference: 'Paiement',
    missing: 'Reste à recevoir',
    received: 'Reçu',
    customer: 'Client',
    order: 'Commande',
    pay: 'Référence RF et IBAN à créditer',
    theIban: 'l’IBAN',
    theReference: 'la référence RF',
    expires: 'Expire le',
    waits: 'Attendu',
    late: 'En retard',
    inPart: 'Reçu en partie',
    empty: {
      AWAITED: 'Aucun virement n’est attendu',
      LATE: 'Aucun virement n’est en retard',
      IN_PART: 'Aucun virement n’a été reçu en partie',
    },
    emptyText: 'Un virement apparaît ici dès qu’un paiement par virement est demandé.',
    showAll: 'Voir tous les virements attendus',
    toPayments: 'Voir les paiements par virement',
  },
  en: {
    title: 'Transfers',
    lead: 'Transfers that customers were asked for and that did not come yet, or not all of it.',
    show: 'Show',
    state: 'State',
    states: { AWAITED: 'All awaited', LATE: 'Late', IN_PART: 'Received in part' },
    societe: 'Société',
    reference: 'Payment',
    missing: 'Still to come',
    received: 'Received',
    customer: 'Customer',
    order: 'Order',
    pay: 'RF reference and IBAN to credit',
    theIban: 'the IBAN',
    theReference: 'the RF reference',
    expires: 'Expires on',
    waits: 'Awaited',
    late: 'Late',
    inPart: 'Received in part',
    empty: {
      AWAITED: 'No transfer is awaited',
      LATE: 'No transfer is late',
      IN_PART: 'No transfer was received in part',
    },
    emptyText: 'A transfer appears here as soon as a payment by transfer is asked for.',
    showAll: 'Show all awaited transfers',
    toPayments: 'Show payments by transfer',
  },
});
