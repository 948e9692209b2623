import type { TransferState } from '../../generated/operations.ts';
import { fieldTexts } from '../../texts/fields.ts';
import { words, wordsWith } from '../../texts/words.ts';

export const texts = wordsWith(fieldTexts, {
  title: { fr: 'Virements', en: 'Transfers' },
  lead: {
    fr: 'Virements demandés aux clients et pas encore arrivés, ou pas en entier.',
    en: 'Transfers that customers were asked for and that did not come yet, or not all of it.',
  },
  show: { fr: 'Afficher', en: 'Show' },
  state: { fr: 'État', en: 'State' },
  states: words({
    AWAITED: { fr: 'Tous les attendus', en: 'All awaited' },
    LATE: { fr: 'En retard', en: 'Late' },
    IN_PART: { fr: 'Reçus en partie', en: 'Received in part' },
  }),
  reference: { fr: 'Paiement', en: 'Payment' },
  missing: { fr: 'Reste à recevoir', en: 'Still to come' },
  received: { fr: 'Reçu', en: 'Received' },
  pay: { fr: 'Référence RF et IBAN à créditer', en: 'RF reference and IBAN to credit' },
  theIban: { fr: 'l’IBAN', en: 'the IBAN' },
  theReference: { fr: 'la référence RF', en: 'the RF reference' },
  expires: { fr: 'Expire le', en: 'Expires on' },
  waits: { fr: 'Attendu', en: 'Awaited' },
  late: { fr: 'En retard', en: 'Late' },
  inPart: { fr: 'Reçu en partie', en: 'Received in part' },
  empty: words<Record<TransferState, string>>({
    AWAITED: { fr: 'Aucun virement n’est attendu', en: 'No transfer is awaited' },
    LATE: { fr: 'Aucun virement n’est en retard', en: 'No transfer is late' },
    IN_PART: { fr: 'Aucun virement n’a été reçu en partie', en: 'No transfer was received in part' },
  }),
  emptyText: {
    fr: 'Un virement apparaît ici dès qu’un paiement par virement est demandé.',
    en: 'A transfer appears here as soon as a payment by transfer is asked for.',
  },
  showAll: { fr: 'Voir tous les virements attendus', en: 'Show all awaited transfers' },
  toPayments: { fr: 'Voir les paiements par virement', en: 'Show payments by transfer' },
});
