import type { ApprovalCause, ApprovalStatus, RefundStatus } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Texts = {
  readonly title: string;
  readonly lead: string;
  readonly shown: string;
  readonly status: Readonly<Record<ApprovalStatus, string>>;
  readonly refund: (amount: string) => string;
  readonly review: string;
  readonly amend: string;
  readonly payment: string;
  readonly ofAmount: (amount: string) => string;
  readonly mandate: string;
  readonly societe: string;
  readonly customer: string;
  readonly oldIban: string;
  readonly newIban: string;
  readonly fields: string;
  readonly fieldNames: Readonly<Record<string, string>>;
  readonly askedBy: string;
  readonly cause: string;
  readonly causes: Readonly<Record<ApprovalCause, string>>;
  readonly expires: string;
  readonly decidedBy: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly approve: string;
  readonly refuse: string;
  readonly approveText: string;
  readonly refuseText: string;
  readonly approved: string;
  readonly refused: string;
  readonly refundAtBank: string;
  readonly refunds: Readonly<Record<RefundStatus, string>>;
  readonly withdraw: string;
  readonly withdrawText: string;
  readonly isWithdrawn: string;
  readonly withdrawn: string;
  readonly own: string;
  readonly notAllowed: string;
  readonly doubt: string;
  readonly noneWaiting: string;
  readonly noneWaitingText: string;
  readonly noneDecided: string;
  readonly seeWaiting: string;
  readonly changed: (count: number) => string;
};

export const texts = words<Texts>({
  fr: {
    title: 'Validations',
    lead: 'Remboursements et changements dont une deuxième personne décide, dans les sept jours.',
    shown: 'Demandes affichées',
    status: {
      PENDING: 'En attente',
      APPROVED: 'Validée',
      REFUSED: 'Refusée',
      EXPIRED: 'Expirée',
      WITHDRAWN: 'Retirée',
    },
    refund: (amount) => `Rembourser ${amount}`,
    review: 'Passer le paiement à «\u00a0payé\u00a0»',
    amend: 'Changer le compte d’un mandat',
    payment: 'Paiement',
    ofAmount: (amount) => `de ${amount}`,
    mandate: 'Mandat (RUM)',
    societe: 'Société',
    customer: 'Client',
    oldIban: 'Compte actuel',
    newIban: 'Nouveau compte',
    fields: 'Ce qui change',
    fieldNames: {
      rum: 'référence',
      ics: 'identifiant du créancier',
      creditorName: 'nom du créancier',
      debtorName: 'titulaire du compte',
      iban: 'IBAN',
      bic: 'BIC',
      address: 'adresse',
      endsWithNext: 'fin au prochain prélèvement',
    },
    askedBy: 'Demandé par',
    cause: 'Pourquoi une validation',
    causes: {
      PAYMENT: 'Les remboursements de ce paiement dépassent la limite du demandeur.',
      DAY: 'Les remboursements du jour dépassent la limite du demandeur.',
      KIND: 'Un tel changement attend toujours une deuxième personne.',
    },
    expires: 'À décider avant le',
    decidedBy: 'Décidé par',
    reason: 'Motif',
    reasonHint: 'Il reste au dossier. N’y mettez pas de données du client.',
    approve: 'Valider',
    refuse: 'Refuser',
    approveText: 'Ce qui est demandé est exécuté aussitôt, au nom de la personne qui l’a demandé.',
    refuseText: 'Rien n’est fait. La personne qui a demandé verra le motif.',
    approved: 'Validé et exécuté.',
    refused: 'Refusé\u00a0: rien n’est fait.',
    refundAtBank: 'À la banque',
    refunds: {
      PENDING: 'En route vers la banque',
      DONE: 'Le client est remboursé',
      REFUSED: 'La banque a refusé',
      FAILED: 'Jamais arrivé à la banque',
      UNKNOWN: 'Issue inconnue\u00a0: nous interrogeons la banque',
      NEEDS_REVIEW: 'Une personne doit vérifier',
    },
    withdraw: 'Retirer la demande',
    withdrawText: 'Rien n’est fait, et personne n’a plus à décider. Vous pourrez redemander.',
    isWithdrawn: 'La demande est retirée.',
    withdrawn: 'Retirée le',
    own: 'Vous l’avez demandé\u00a0: une autre personne décide.',
    notAllowed: 'Seule une personne qui a le droit de valider décide.',
    doubt:
      'La réponse de la banque s’est perdue. Nous l’interrogeons\u00a0: ne demandez pas ce remboursement encore une fois.',
    noneWaiting: 'Rien n’attend de validation',
    noneWaitingText: 'Un remboursement au-dessus de la limite, un autre compte ou un paiement à vérifier apparaît ici.',
    noneDecided: 'Aucune demande de cette sorte',
    seeWaiting: 'Voir ce qui attend',
    changed: (count) => (count === 1 ? '1 demande a changé' : `${count} demandes ont changé`),
  },
  en: {
    title: 'Approvals',
    lead: 'Refunds and changes that a second person decides, within seven days.',
    shown: 'Requests shown',
    status: {
      PENDING: 'Waiting',
      APPROVED: 'Approved',
      REFUSED: 'Refused',
      EXPIRED: 'Expired',
      WITHDRAWN: 'Withdrawn',
    },
    refund: (amount) => `Refund ${amount}`,
    review: 'Mark the payment as paid',
    amend: 'Change the account of a mandate',
    payment: 'Payment',
    ofAmount: (amount) => `of ${amount}`,
    mandate: 'Mandate (RUM)',
    societe: 'Société',
    customer: 'Customer',
    oldIban: 'Account now',
    newIban: 'New account',
    fields: 'What changes',
    fieldNames: {
      rum: 'reference',
      ics: 'creditor identifier',
      creditorName: 'creditor’s name',
      debtorName: 'debtor’s name',
      iban: 'IBAN',
      bic: 'BIC',
      address: 'address',
      endsWithNext: 'ends with the next debit',
    },
    askedBy: 'Asked for by',
    cause: 'Why it needs approval',
    causes: {
      PAYMENT: 'The refunds of this payment are above the limit of who asks.',
      DAY: 'The refunds of this day are above the limit of who asks.',
      KIND: 'Such a change always waits for a second person.',
    },
    expires: 'To be decided before',
    decidedBy: 'Decided by',
    reason: 'Reason',
    reasonHint: 'It stays on record. No data of the customer.',
    approve: 'Approve',
    refuse: 'Refuse',
    approveText: 'It is carried out at once, in the name of the person who asked.',
    refuseText: 'Nothing is done. The person who asked will see the reason.',
    approved: 'Approved and carried out.',
    refused: 'Refused: nothing is done.',
    refundAtBank: 'At the bank',
    refunds: {
      PENDING: 'On its way to the bank',
      DONE: 'The money is given back',
      REFUSED: 'The bank refused',
      FAILED: 'Never reached the bank',
      UNKNOWN: 'Outcome unknown: we are asking the bank',
      NEEDS_REVIEW: 'A person has to check',
    },
    withdraw: 'Withdraw the request',
    withdrawText: 'Nothing is done, and there is nothing left to decide. You may ask again.',
    isWithdrawn: 'The request is withdrawn.',
    withdrawn: 'Withdrawn',
    own: 'You asked for it: another person decides.',
    notAllowed: 'Only a person with the right to approve decides.',
    doubt: 'The bank’s answer was lost. We are asking the bank: do not ask for this refund again.',
    noneWaiting: 'Nothing waits for approval',
    noneWaitingText: 'A refund above the limit, another account or a payment in review appears here.',
    noneDecided: 'No request of this sort',
    seeWaiting: 'See what waits',
    changed: (count) => (count === 1 ? '1 request has changed' : `${count} requests have changed`),
  },
});
