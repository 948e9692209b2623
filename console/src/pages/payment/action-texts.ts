import type { PaymentStatus } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Reviewed = Extract<PaymentStatus, 'PAID' | 'REFUSED' | 'RETURNED' | 'CANCELLED' | 'FAILED' | 'REFUNDED'>;

/** What the buttons and dialogs of a payment say. */
export const actionTexts = words({
  refund: { fr: 'Rembourser le client', en: 'Refund the customer' },
  refundAmount: { fr: 'Montant à rembourser', en: 'Amount to give back' },
  refundHint: { fr: (most: string) => `Au plus ${most}.`, en: (most) => `At most ${most}.` },
  meanwhile: {
    fr: (who: string, left: string) => `Entre-temps, ${who} a demandé un remboursement. Il reste ${left} à rembourser.`,
    en: (who, left) => `Meanwhile ${who} asked for a refund. There is ${left} left to give back.`,
  },
  refunded: words<Readonly<Record<string, string>>>({
    DONE: { fr: 'Le client est remboursé.', en: 'The money is given back.' },
    PENDING: { fr: 'Le remboursement est en route vers la banque.', en: 'The refund is on its way to the bank.' },
    REFUSED: { fr: 'La banque a refusé le remboursement.', en: 'The bank refused the refund.' },
    FAILED: { fr: 'Le remboursement n’a pas été exécuté.', en: 'The refund was not carried out.' },
    UNKNOWN: { fr: 'Issue inconnue\u00a0: nous interrogeons la banque.', en: 'We are asking the bank what it did.' },
    NEEDS_REVIEW: {
      fr: 'Une personne doit vérifier ce que la banque a fait.',
      en: 'A person has to look at what the bank did.',
    },
  }),
  needsApproval: {
    fr: (until: string) =>
      `Ce remboursement dépasse ce que vous pouvez décider seul. Une deuxième personne doit le valider avant le ${until}. Rien n’est encore remboursé.`,
    en: (until) =>
      `This is more than you may decide alone. A second person has to approve it by ${until}. Nothing is given back yet.`,
  },
  cancelText: {
    fr: 'Le paiement est abandonné avant que l’argent bouge. Le client ne peut plus le payer.',
    en: 'The payment is given up before the money moves. The customer cannot pay it any more.',
  },
  cancelPartText: {
    fr: (received: string, amount: string) =>
      `Nous avons déjà reçu ${received} sur ${amount}. Le paiement est abandonné, et cet argent est à rendre au client, si ce n’est pas déjà fait.`,
    en: (received, amount) =>
      `We already received ${received} of ${amount}. The payment is given up, and this money has to go back to the customer, unless it did already.`,
  },
  cancelPaidText: {
    fr: 'Le paiement est annulé en entier avant que la banque l’encaisse. Il ne compte plus comme payé, et le client ne peut plus le payer.',
    en: 'The whole payment is cancelled before the bank collects it. It does not count as paid any more, and the customer cannot pay it again.',
  },
  cancelled: { fr: 'Le paiement est annulé.', en: 'The payment is cancelled.' },
  captureText: {
    fr: (amount: string) => `La banque débite la carte du client de ${amount}.`,
    en: (amount) => `The bank takes ${amount} from the customer’s card.`,
  },
  captured: { fr: 'L’argent est encaissé.', en: 'The money is taken.' },
  refreshed: {
    fr: 'La banque a répondu\u00a0: l’état est à jour.',
    en: 'The bank answered: the status is up to date.',
  },
  unchanged: { fr: 'La banque a répondu\u00a0: rien de nouveau.', en: 'The bank answered: nothing has changed.' },
  changed: {
    fr: (status: string, by: string | null, reason: string) =>
      `Le paiement a changé entre-temps${by === null ? '' : ` (par ${by})`}\u00a0: ${status}. ${reason}`,
    en: (status, by, reason) =>
      `The payment has changed meanwhile${by === null ? '' : ` (by ${by})`}: ${status}. ${reason}`,
  },
  nothingToDecide: { fr: 'Il n’y a plus rien à décider.', en: 'There is nothing left to decide.' },
  reviewText: {
    fr: 'Regardez d’abord dans le back-office de la banque ce qui s’est passé.',
    en: 'First look in the bank’s back office at what happened.',
  },
  reviewStatus: { fr: 'Ce qui s’est passé', en: 'What happened' },
  reviewed: { fr: 'Votre décision est enregistrée.', en: 'Your decision is recorded.' },
  choices: words<Record<Reviewed, string>>({
    PAID: { fr: 'Payé', en: 'Paid' },
    REFUSED: { fr: 'Refusé par la banque', en: 'Refused by the bank' },
    CANCELLED: { fr: 'Annulé, rien n’a été payé', en: 'Cancelled, nothing was paid' },
    FAILED: { fr: 'Échec technique, rien n’a été payé', en: 'Technical fault, nothing was paid' },
    RETURNED: { fr: 'Payé, puis rejeté par la banque', en: 'Paid, then returned by the bank' },
    REFUNDED: { fr: 'Payé, puis remboursé en entier', en: 'Paid, then refunded in full' },
  }),
  doubtWaits: {
    fr: 'Nous interrogeons la banque pour savoir ce qu’elle a fait.',
    en: 'We are asking the bank what it did.',
  },
});
