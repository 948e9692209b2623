import type { ApprovalCause, ApprovalStatus, RefundStatus } from '../../generated/operations.ts';
import { fieldTexts } from '../../texts/fields.ts';
import { words, wordsWith } from '../../texts/words.ts';

export const texts = wordsWith(fieldTexts, {
  title: { fr: 'Validations', en: 'Approvals' },
  lead: {
    fr: 'Remboursements et changements dont une deuxième personne décide, dans les sept jours.',
    en: 'Refunds and changes that a second person decides, within seven days.',
  },
  /** For those who do not decide: the gateway lists nothing else. */
  ownLead: {
    fr: 'Vos propres demandes, dont une deuxième personne décide, dans les sept jours.',
    en: 'Your own requests, which a second person decides, within seven days.',
  },
  shown: { fr: 'Demandes affichées', en: 'Requests shown' },
  status: words<Record<ApprovalStatus, string>>({
    PENDING: { fr: 'En attente', en: 'Waiting' },
    APPROVED: { fr: 'Validée', en: 'Approved' },
    REFUSED: { fr: 'Refusée', en: 'Refused' },
    EXPIRED: { fr: 'Expirée', en: 'Expired' },
    WITHDRAWN: { fr: 'Retirée', en: 'Withdrawn' },
  }),
  /** Of several. */
  tabs: words<Record<ApprovalStatus, string>>({
    PENDING: { fr: 'En attente', en: 'Waiting' },
    APPROVED: { fr: 'Validées', en: 'Approved' },
    REFUSED: { fr: 'Refusées', en: 'Refused' },
    EXPIRED: { fr: 'Expirées', en: 'Expired' },
    WITHDRAWN: { fr: 'Retirées', en: 'Withdrawn' },
  }),
  refund: { fr: (amount: string) => `Rembourser ${amount}`, en: (amount) => `Refund ${amount}` },
  review: { fr: 'Passer le paiement à «\u00a0payé\u00a0»', en: 'Mark the payment as paid' },
  amend: { fr: 'Changer le compte d’un mandat', en: 'Change the account of a mandate' },
  ofAmount: { fr: (amount: string) => `de ${amount}`, en: (amount) => `of ${amount}` },
  ofPayment: {
    fr: (reference: string, amount: string) => `paiement ${reference} de ${amount}`,
    en: (reference, amount) => `payment ${reference} of ${amount}`,
  },
  mandate: { fr: 'Mandat (RUM)', en: 'Mandate (RUM)' },
  oldIban: { fr: 'Compte actuel', en: 'Account now' },
  newIban: { fr: 'Nouveau compte', en: 'New account' },
  fields: { fr: 'Ce qui change', en: 'What changes' },
  fieldNames: words<Readonly<Record<string, string>>>({
    rum: { fr: 'référence', en: 'reference' },
    ics: { fr: 'identifiant du créancier', en: 'creditor identifier' },
    creditorName: { fr: 'nom du créancier', en: 'creditor’s name' },
    debtorName: { fr: 'titulaire du compte', en: 'debtor’s name' },
    iban: { fr: 'IBAN', en: 'IBAN' },
    bic: { fr: 'BIC', en: 'BIC' },
    address: { fr: 'adresse', en: 'address' },
    endsWithNext: { fr: 'fin au prochain prélèvement', en: 'ends with the next debit' },
  }),
  askedBy: { fr: 'Demandé par', en: 'Asked for by' },
  cause: { fr: 'Pourquoi une validation', en: 'Why it needs approval' },
  causes: words<Record<ApprovalCause, string>>({
    PAYMENT: {
      fr: 'Les remboursements de ce paiement dépassent la limite du demandeur.',
      en: 'The refunds of this payment are above the limit of who asks.',
    },
    DAY: {
      fr: 'Les remboursements du jour dépassent la limite du demandeur.',
      en: 'The refunds of this day are above the limit of who asks.',
    },
    KIND: {
      fr: 'Un tel changement attend toujours une deuxième personne.',
      en: 'Such a change always waits for a second person.',
    },
  }),
  obstacle: { fr: 'Impossible à présent', en: 'Not possible now' },
  expires: { fr: 'À décider avant le', en: 'To be decided before' },
  decidedBy: { fr: 'Décidé par', en: 'Decided by' },
  reasonHint: {
    fr: 'Il reste au dossier. N’y mettez pas de données du client.',
    en: 'It stays on record. No data of the customer.',
  },
  approve: { fr: 'Valider', en: 'Approve' },
  refuse: { fr: 'Refuser', en: 'Refuse' },
  approveText: {
    fr: 'Ce qui est demandé est exécuté aussitôt, au nom de la personne qui l’a demandé.',
    en: 'It is carried out at once, in the name of the person who asked.',
  },
  refuseText: {
    fr: 'Rien n’est fait. La personne qui a demandé verra le motif.',
    en: 'Nothing is done. The person who asked will see the reason.',
  },
  approved: { fr: 'Validé et exécuté.', en: 'Approved and carried out.' },
  refused: { fr: 'Refusé\u00a0: rien n’est fait.', en: 'Refused: nothing is done.' },
  refundAtBank: { fr: 'À la banque', en: 'At the bank' },
  refunds: words<Record<RefundStatus, string>>({
    PENDING: { fr: 'En route vers la banque', en: 'On its way to the bank' },
    DONE: { fr: 'Le client est remboursé', en: 'The money is given back' },
    REFUSED: { fr: 'La banque a refusé', en: 'The bank refused' },
    FAILED: { fr: 'Jamais arrivé à la banque', en: 'Never reached the bank' },
    UNKNOWN: { fr: 'Issue inconnue\u00a0: nous interrogeons la banque', en: 'Outcome unknown: we are asking the bank' },
    NEEDS_REVIEW: { fr: 'Une personne doit vérifier', en: 'A person has to check' },
  }),
  withdraw: { fr: 'Retirer la demande', en: 'Withdraw the request' },
  withdrawText: {
    fr: 'Rien n’est fait, et personne n’a plus à décider. Vous pourrez redemander.',
    en: 'Nothing is done, and there is nothing left to decide. You may ask again.',
  },
  isWithdrawn: { fr: 'La demande est retirée.', en: 'The request is withdrawn.' },
  withdrawn: { fr: 'Retirée le', en: 'Withdrawn' },
  restored: {
    fr: 'La base a été restaurée\u00a0: comparez à la banque, puis redemandez.',
    en: 'The database was restored: compare at the bank, then ask again.',
  },
  meanwhile: words<Record<Exclude<ApprovalStatus, 'PENDING' | 'EXPIRED'>, (by: string) => string>>({
    APPROVED: {
      fr: (by: string) => `Demande validée entre-temps par ${by}.`,
      en: (by) => `Approved by ${by} meanwhile.`,
    },
    REFUSED: {
      fr: (by: string) => `Demande refusée entre-temps par ${by}.`,
      en: (by) => `Refused by ${by} meanwhile.`,
    },
    WITHDRAWN: {
      fr: (by: string) => `Demande retirée entre-temps par ${by}.`,
      en: (by) => `Withdrawn by ${by} meanwhile.`,
    },
  }),
  expired: { fr: 'Entre-temps, cette demande a expiré.', en: 'This request has expired meanwhile.' },
  outOfDate: {
    fr: 'L’objet de la demande a changé depuis\u00a0: refusez-la, puis demandez à nouveau.',
    en: 'What it is about has changed since it was asked for: refuse it, and ask again.',
  },
  own: { fr: 'Vous l’avez demandé\u00a0: une autre personne décide.', en: 'You asked for it: another person decides.' },
  notAllowed: {
    fr: 'Seule une personne qui a le droit de valider décide.',
    en: 'Only a person with the right to approve decides.',
  },
  noneWaiting: { fr: 'Rien n’attend de validation', en: 'Nothing waits for approval' },
  noneWaitingText: {
    fr: 'Un remboursement au-dessus de la limite, un autre compte ou un paiement à vérifier apparaît ici.',
    en: 'A refund above the limit, another account or a payment in review appears here.',
  },
  noOwnWaiting: { fr: 'Aucune de vos demandes n’attend de validation', en: 'None of your requests waits for approval' },
  noOwnWaitingText: {
    fr: 'Ce que d’autres ont demandé n’apparaît qu’à ceux qui ont le droit de valider.',
    en: 'What others asked for is shown only to those with the right to approve.',
  },
  noneDecided: { fr: 'Aucune demande de cette sorte', en: 'No request of this sort' },
  seeWaiting: { fr: 'Voir ce qui attend', en: 'See what waits' },
  changed: {
    fr: (count: number) => (count === 1 ? '1 demande a changé' : `${count} demandes ont changé`),
    en: (count) => (count === 1 ? '1 request has changed' : `${count} requests have changed`),
  },
});
