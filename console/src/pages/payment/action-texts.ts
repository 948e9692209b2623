import type { PaymentStatus } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Reviewed = Extract<PaymentStatus, 'PAID' | 'REFUSED' | 'RETURNED' | 'CANCELLED' | 'FAILED' | 'REFUNDED'>;

/** What the buttons and dialogs of a payment say. */
export const actionTexts = words({
  fr: {
    refund: 'Rembourser le client',
    refundAmount: 'Montant à rembourser',
    refundHint: (most: string) => `Au plus ${most}.`,
    meanwhile: (who: string, left: string) =>
      `Entre-temps, ${who} a demandé un remboursement. Il reste ${left} à rembourser.`,
    refunded: {
      DONE: 'Le client est remboursé.',
      PENDING: 'Le remboursement est en route vers la banque.',
      REFUSED: 'La banque a refusé le remboursement.',
      FAILED: 'Le remboursement n’a pas été exécuté.',
      UNKNOWN: 'Issue inconnue\u00a0: nous interrogeons la banque.',
      NEEDS_REVIEW: 'Une personne doit vérifier ce que la banque a fait.',
    } as Readonly<Record<string, string>>,
    needsApproval: (until: string) =>
      `Ce remboursement dépasse ce que vous pouvez décider seul. Une deuxième personne doit le valider avant le ${until}. Rien n’est encore remboursé.`,
    cancelText: 'Le paiement est abandonné avant que l’argent bouge. Le client ne peut plus le payer.',
    cancelPartText: (received: string, amount: string) =>
      `Nous avons déjà reçu ${received} sur ${amount}. Le paiement est abandonné, et cet argent est à rendre au client, si ce n’est pas déjà fait.`,
    cancelPaidText:
      'Le paiement est annulé en entier avant que la banque l’encaisse. Il ne compte plus comme payé, et le client ne peut plus le payer.',
    cancelled: 'Le paiement est annulé.',
    captureText: (amount: string) => `La banque débite la carte du client de ${amount}.`,
    captured: 'L’argent est encaissé.',
    refreshed: 'La banque a répondu\u00a0: l’état est à jour.',
    unchanged: 'La banque a répondu\u00a0: rien de nouveau.',
    changed: (status: string, by: string | null, reason: string) =>
      `Le paiement a changé entre-temps${by === null ? '' : ` (par ${by})`}\u00a0: ${status}. ${reason}`,
    nothingToDecide: 'Il n’y a plus rien à décider.',
    reviewText: 'Regardez d’abord dans le back-office de la banque ce qui s’est passé.',
    reviewStatus: 'Ce qui s’est passé',
    reviewed: 'Votre décision est enregistrée.',
    choices: {
      PAID: 'Payé',
      REFUSED: 'Refusé par la banque',
      CANCELLED: 'Annulé, rien n’a été payé',
      FAILED: 'Échec technique, rien n’a été payé',
      RETURNED: 'Payé, puis rejeté par la banque',
      REFUNDED: 'Payé, puis remboursé en entier',
    } satisfies Record<Reviewed, string>,
    doubtWaits: 'Nous interrogeons la banque pour savoir ce qu’elle a fait.',
  },
  en: {
    refund: 'Refund the customer',
    refundAmount: 'Amount to give back',
    refundHint: (most) => `At most ${most}.`,
    meanwhile: (who, left) => `Meanwhile ${who} asked for a refund. There is ${left} left to give back.`,
    refunded: {
      DONE: 'The money is given back.',
      PENDING: 'The refund is on its way to the bank.',
      REFUSED: 'The bank refused the refund.',
      FAILED: 'The refund was not carried out.',
      UNKNOWN: 'We are asking the bank what it did.',
      NEEDS_REVIEW: 'A person has to look at what the bank did.',
    },
    needsApproval: (until) =>
      `This is more than you may decide alone. A second person has to approve it by ${until}. Nothing is given back yet.`,
    cancelText: 'The payment is given up before the money moves. The customer cannot pay it any more.',
    cancelPartText: (received, amount) =>
      `We already received ${received} of ${amount}. The payment is given up, and this money has to go back to the customer, unless it did already.`,
    cancelPaidText:
      'The whole payment is cancelled before the bank collects it. It does not count as paid any more, and the customer cannot pay it again.',
    cancelled: 'The payment is cancelled.',
    captureText: (amount) => `The bank takes ${amount} from the customer’s card.`,
    captured: 'The money is taken.',
    refreshed: 'The bank answered: the status is up to date.',
    unchanged: 'The bank answered: nothing has changed.',
    changed: (status, by, reason) =>
      `The payment has changed meanwhile${by === null ? '' : ` (by ${by})`}: ${status}. ${reason}`,
    nothingToDecide: 'There is nothing left to decide.',
    reviewText: 'First look in the bank’s back office at what happened.',
    reviewStatus: 'What happened',
    reviewed: 'Your decision is recorded.',
    choices: {
      PAID: 'Paid',
      REFUSED: 'Refused by the bank',
      CANCELLED: 'Cancelled, nothing was paid',
      FAILED: 'Technical fault, nothing was paid',
      RETURNED: 'Paid, then returned by the bank',
      REFUNDED: 'Paid, then refunded in full',
    },
    doubtWaits: 'We are asking the bank what it did.',
  },
});
