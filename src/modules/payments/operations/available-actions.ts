import { closedSet, type NameOf } from '../../../kernel/closed-set.ts';
import { euros, formatMoney } from '../../../kernel/money.ts';
import type { PaymentStatus } from '../../../kernel/vocabulary.ts';
import type { CustomerRetry } from '../attempts/customer-retry.ts';
import { isHosted } from '../capabilities.ts';
import { timeIsOver } from '../initiation/expire-payment.ts';
import { isCopied } from '../initiation/run-mode.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Language, Services } from '../ports.ts';
import { isHostedTarget } from '../provider.ts';
import { callableAccount } from './authorize-operation.ts';
import { isUnsettled, type PaymentOperation, refundableCentsOf } from './payment-operation.ts';
import { statusWords } from './status-words.ts';

export const paymentAction = closedSet('PaymentAction', 'What can be done with a payment.', {
  PAY: 'The customer can pay, or try again: send them to `paymentUrl`.',
  REFRESH: 'The bank can be asked for its outcome: `refreshPayment`.',
  CAPTURE: 'The authorised amount can be taken: `capturePayment`.',
  CANCEL:
    'It can be given up before the money moves, and what ended unpaid before its customer tries again: `cancelPayment`.',
  REFUND: 'Money can be given back, at most `maximumAmount`: `refundPayment`.',
});
export type PaymentAction = NameOf<typeof paymentAction>;

/** In words, for the person who wants to do it. */
export type Reason = Readonly<Record<Language, string>>;

export type ActionAvailability = {
  readonly action: PaymentAction;
  /** Why it is not possible now; null where it is. */
  readonly reason: Reason | null;
  /** How much can be given back; null where the action has no amount. */
  readonly maximumCents: number | null;
};

type Known = Pick<Services, 'societes' | 'providers' | 'settings'>;

/** What else is known of the payment. */
export type Standing = {
  readonly operations: readonly PaymentOperation[];
  /** By `payingAttemptOf`. */
  readonly paying: Attempt | null;
  readonly retry: CustomerRetry;
  /** Of refunds that wait for a second person. */
  readonly waitingCents: number;
};

/** Only then does a refund of it wait, or can be asked for. */
export const isRefundable = ({ status }: Payment): boolean => status === 'PAID' || status === 'PARTIALLY_REFUNDED';

/** The actions that are possible now, and why the others are not. The caller's rights are not looked at. */
export function availableActions(
  services: Known & Pick<Services, 'clock'>,
  payment: Payment,
  { operations, paying, retry, waitingCents }: Standing,
): readonly ActionAvailability[] {
  const withoutTransaction = paying ? null : noTransaction;
  const notAtBank = whyNotRefund(services, payment, operations) ?? withoutTransaction;
  const leftCents = refundableCentsOf(payment, operations) - waitingCents;
  const refund = notAtBank ?? (leftCents > 0 ? null : leftCents === 0 ? allWaits : moreWaits(leftCents + waitingCents));
  // A customer who gave up may try again until a client gives it up too.
  const isHere = isCancelledHere(payment) || (payment.status === 'CANCELLED' && retry !== 'NO');
  const waits = waitingCents > 0 ? refundWaits : null;
  const cancel = isHere ? null : (whyNotCancel(services, payment, operations) ?? withoutTransaction ?? waits);
  return [
    { action: 'PAY', reason: whyNotPay(services, payment, retry), maximumCents: null },
    { action: 'REFRESH', reason: whyNotRefresh(services, payment), maximumCents: null },
    {
      action: 'CAPTURE',
      reason: whyNotCapture(services, payment, operations) ?? withoutTransaction,
      maximumCents: null,
    },
    { action: 'CANCEL', reason: cancel, maximumCents: null },
    {
      action: 'REFUND',
      reason: refund,
      // 0: the bank could give back what waits, and nothing beside it.
      maximumCents: notAtBank === null && leftCents >= 0 ? leftCents : null,
    },
  ];
}

/** What ended without money can be paid while its page offers to try again. */
function whyNotPay(services: Pick<Services, 'clock'>, payment: Payment, retry: CustomerRetry): Reason | null {
  const { flow, status } = payment;
  if (flow === 'BOOKING' || flow === 'DIRECT_DEBIT') {
    return { en: 'The customer has nothing to do.', fr: 'Le client n’a rien à faire.' };
  }
  const isOver = timeIsOver(services, payment);
  if ((status === 'REQUIRES_ACTION' && !isOver) || retry === 'OFFERED') return null;
  return retry === 'DOUBT' ? mayBePaid : isInStatus(isOver ? 'EXPIRED' : status);
}

const mayBePaid: Reason = {
  en: 'The bank may still say that an earlier attempt was paid.',
  fr: 'La banque peut encore annoncer qu’une tentative précédente a été payée.',
};

const isInStatus = (status: PaymentStatus): Reason => ({
  en: `The payment ${statusWords.en[status]}.`,
  fr: `Le paiement ${statusWords.fr[status]}.`,
});
const noBank: Reason = {
  en: 'There is no bank to ask: this payment is on our own account.',
  fr: 'Il n’y a pas de banque à interroger\u00a0: ce paiement est sur notre propre compte.',
};
const onlyCopied: Reason = {
  en: 'This is a copy of production: it moves no real money.',
  fr: 'Ceci est une copie de la production\u00a0: elle ne touche à aucun argent réel.',
};
const cannotAsk: Reason = {
  en: 'The contract with this bank has no way to ask about payments.',
  fr: 'Le contrat avec cette banque ne permet pas de l’interroger.',
};
export const noWay: Reason = {
  en: 'The contract with this bank has no way to do that.',
  fr: 'Le contrat avec cette banque ne permet pas cette opération.',
};
const inDoubt: Reason = {
  en: 'Another operation of this payment is not settled yet.',
  fr: 'Une autre opération de ce paiement n’est pas encore réglée.',
};
const toDecide: Reason = {
  en: 'Another operation of this payment waits for a person who looks and decides.',
  fr: 'Une autre opération de ce paiement attend qu’une personne vérifie et décide.',
};
/** A person has said that it is paid, or a statement of our own bank. */
export const noTransaction: Reason = {
  en: 'The bank has named no transaction that holds this money: refresh the payment, or do it in the back office of the bank.',
  fr: 'La banque n’a indiqué aucune transaction qui détient cet argent\u00a0: interrogez la banque, ou passez par son back-office.',
};
const refundWaits: Reason = {
  en: 'A refund of it waits for the approval of a second person.',
  fr: 'Un remboursement attend la validation d’une deuxième personne.',
};

const allWaits: Reason = {
  en: 'All that is left waits for the approval of a second person.',
  fr: 'Tout ce qui reste attend la validation d’une deuxième personne.',
};
/** The bank gave money back meanwhile, in its own back office. */
const moreWaits = (refundableCents: number): Reason => ({
  en: `Only ${formatMoney(euros(refundableCents), 'en-GB')} can still be given back: refuse the request that waits.`,
  fr: `Il ne reste que ${formatMoney(euros(refundableCents), 'fr-FR')} à rembourser\u00a0: refusez la demande en attente.`,
});

/** Null where the société's contract with the bank has a way to ask about payments. */
export const whyNotRefresh = (services: Known, payment: Payment): Reason | null =>
  whyNotCall(services, payment, cannotAsk);

function whyNotOperate(services: Known, payment: Payment, operations: readonly PaymentOperation[]): Reason | null {
  const reason = whyNotCall(services, payment, noWay);
  const unsettled = operations.find(isUnsettled);
  if (reason !== null || !unsettled) return reason;
  return unsettled.status === 'NEEDS_REVIEW' ? toDecide : inDoubt;
}

function whyNotCall(services: Known, payment: Payment, withoutAccount: Reason): Reason | null {
  if (!isHostedTarget(payment.paymentTarget)) return noBank;
  if (isCopied(services, payment)) return onlyCopied;
  return callableAccount(services, payment) ? null : withoutAccount;
}

export function whyNotCapture(
  services: Known,
  payment: Payment,
  operations: readonly PaymentOperation[],
): Reason | null {
  const { status } = payment;
  if (status !== 'AUTHORIZED') {
    return {
      en: `The payment ${statusWords.en[status]}: only one that is authorised can be captured.`,
      fr: `Le paiement ${statusWords.fr[status]}\u00a0: seul un paiement autorisé peut être encaissé.`,
    };
  }
  return whyNotOperate(services, payment, operations);
}

const payableAgain: ReadonlySet<PaymentStatus> = new Set<PaymentStatus>(['REFUSED', 'EXPIRED', 'FAILED']);

/**
 * The gateway gives up a waiting payment by itself. The bank gives up what it holds or took, until the money has moved.
 */
export function whyNotCancel(
  services: Known,
  payment: Payment,
  operations: readonly PaymentOperation[],
): Reason | null {
  if (isCancelledHere(payment)) return null;
  const { status, flow } = payment;
  if (status === 'SUBMITTED') {
    return {
      en: 'It is in a file for the bank: cancel the file, unless the bank has it.',
      fr: 'Il est dans un fichier pour la banque\u00a0: annulez le fichier, si la banque ne l’a pas.',
    };
  }
  if (status === 'PENDING') {
    return { en: 'The bank has it and has not decided yet.', fr: 'La banque l’a reçu et n’a pas encore décidé.' };
  }
  if (status !== 'AUTHORIZED' && status !== 'PAID') return isInStatus(status);
  if (flow !== 'HOSTED_PAGE' && flow !== 'HOSTED_PAGE_MANDATE') {
    return { en: 'The money has moved.', fr: 'L’argent a déjà été versé.' };
  }
  return whyNotOperate(services, payment, operations);
}

/** No bank is asked: the payment was not paid yet, or it was only a booking of ours. */
export const isCancelledHere = ({ status, flow, expiresAt }: Payment): boolean =>
  status === 'REQUIRES_ACTION' ||
  // The customer may try it again until a client gives it up.
  (payableAgain.has(status) && expiresAt !== null && (isHosted(flow) || flow === 'BANK_TRANSFER')) ||
  (status === 'PENDING' && flow === 'DIRECT_DEBIT') ||
  (status === 'PAID' && flow === 'BOOKING');

export function whyNotRefund(
  services: Known,
  payment: Payment,
  operations: readonly PaymentOperation[],
): Reason | null {
  if (!isRefundable(payment)) return isInStatus(payment.status);
  if (!isHostedTarget(payment.paymentTarget)) {
    return {
      en: 'The money is on our own account: give it back by a transfer.',
      fr: 'L’argent est sur notre propre compte\u00a0: remboursez par virement.',
    };
  }
  const reason = whyNotOperate(services, payment, operations);
  if (reason !== null) return reason;
  if (refundableCentsOf(payment, operations) > 0) return null;
  return { en: 'Everything was given back.', fr: 'Tout a été remboursé.' };
}
