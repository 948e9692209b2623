import type { BankName, SessionState } from './bank.ts';
import type { AskedOperation, Fault } from './faults.ts';
import { type Text, text } from './texts.ts';

/** Words for what the interface names in capitals. */

export const bankWords: Readonly<Record<BankName, Text>> = {
  PAYBOX: text('Paybox', 'Paybox'),
  LABANQUEPOSTALE: text('La Banque Postale', 'La Banque Postale'),
};

export const sessionWords: Readonly<Record<SessionState, Text>> = {
  OPEN: text('ouverte', 'open'),
  CHALLENGE: text('authentification demandée', 'authentication asked for'),
  PAID: text('payée', 'paid'),
  REFUSED: text('refusée', 'refused'),
  CANCELLED: text('abandonnée', 'cancelled'),
  EXPIRED: text('expirée', 'expired'),
};

export const operationWords: Readonly<Record<AskedOperation, Text>> = {
  CAPTURE: text('capture', 'capture'),
  CANCEL: text('annulation', 'cancel'),
  REFUND: text('remboursement', 'refund'),
  INQUIRY: text('question sur l’état', 'inquiry'),
};

export const faultWords: Readonly<Record<Fault['kind'], Text>> = {
  LOSE_NOTIFICATION: text('Perdre la notification', 'Lose the notification'),
  DELAY_NOTIFICATION: text('Retarder la notification', 'Delay the notification'),
  REPEAT_NOTIFICATION: text('Envoyer la notification deux fois', 'Send the notification twice'),
  REORDER_NOTIFICATION: text('Envoyer la notification après la suivante', 'Send the notification after the next one'),
  TAMPER_NOTIFICATION: text('Changer la notification sans la signer', 'Change the notification without signing it'),
  FORGE_NOTIFICATION: text('Envoyer d’abord une fausse notification', 'Send a forged notification first'),
  WRONG_AMOUNT: text('Signer un autre montant', 'Sign another amount'),
  TIME_OUT: text('Ne pas répondre à temps', 'Do not answer in time'),
  CUT_CONNECTION: text('Couper la connexion', 'Cut the connection'),
  ANSWER_500: text('Répondre par une erreur 500', 'Answer with an error 500'),
  ANSWER_HTML: text('Répondre par une page HTML', 'Answer with an HTML page'),
  HALF_BODY: text('Couper la réponse au milieu', 'Cut the answer in the middle'),
};

export const momentWords: Readonly<Record<Fault['moment'], Text>> = {
  AFTER: text('après l’effet', 'after the effect'),
  BEFORE: text('avant l’effet', 'before the effect'),
};
