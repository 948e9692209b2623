import { ProviderUnavailableError } from '../../../kernel/errors.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { recordStep } from '../change-payment.ts';
import { expireIfDue } from '../initiation/expire-payment.ts';
import { bankTransferOf, formOf } from '../initiation/payment-instructions.ts';
import { payLinkHasExpired } from '../pay-link.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { HostedTarget, Language, Services } from '../ports.ts';
import { accountOf, type BankTransfer, type RedirectForm } from '../provider.ts';
import { type PaymentView, refundedCentsFor } from '../read-payments.ts';
import { addAttempt, bankCodeBefore, isSingleUse, isUsable, nextName } from './attempts.ts';

export type OpenedAttempt = Pick<PaymentView, 'payment' | 'societeName' | 'refundedCents'> &
  (
    | { readonly kind: 'FORM'; readonly form: RedirectForm }
    | { readonly kind: 'TRANSFER'; readonly bankTransfer: BankTransfer }
    | { readonly kind: 'OUTCOME' }
    | { readonly kind: 'UNAVAILABLE' }
  );

/**
 * Answers a customer who followed the link: with a fresh signed form, the details of a transfer, or the outcome. A used
 * or old attempt is replaced by a new one. Null for an unknown token.
 */
export async function openAttempt(
  services: Services,
  token: string,
  language: Language,
): Promise<OpenedAttempt | null> {
  const found = await services.store.paymentByToken(token);
  if (found === null || payLinkHasExpired(found, services.clock())) return null;
  const payment = await expireIfDue(services, found);
  const societe = services.societes.get(payment.idSociete);
  const refundedCents = await refundedCentsFor(services, payment);
  const common = { payment, societeName: societe?.name ?? payment.idSociete, refundedCents };
  if (payment.status !== 'REQUIRES_ACTION') return { ...common, kind: 'OUTCOME' };
  if (payment.flow === 'BANK_TRANSFER') {
    const bankTransfer = await bankTransferOf(services, payment);
    return bankTransfer ? { ...common, kind: 'TRANSFER', bankTransfer } : { ...common, kind: 'UNAVAILABLE' };
  }
  const { paymentTarget, idSociete, effectiveRunMode } = payment;
  // An account that left the configuration takes no payment, so no attempt is opened for it.
  const hasAccount = societe && accountOf(societe, paymentTarget as HostedTarget, effectiveRunMode);
  if (!hasAccount || services.isDown(paymentTarget, idSociete, effectiveRunMode)) {
    return { ...common, kind: 'UNAVAILABLE' };
  }
  const opened = await untilFresh(() => useAttempt(services, payment.id)).catch((error: unknown) => {
    if (error instanceof ProviderUnavailableError) return 'NONE' as const;
    throw error;
  });
  if (opened === 'NONE') return { ...common, kind: 'UNAVAILABLE' };
  if (opened === null) return { ...common, kind: 'OUTCOME' };
  const lastBankCode = await bankCodeBefore(services.store, opened.attempt);
  const form = formOf(services, opened.payment, opened.attempt, language, lastBankCode);
  return form ? { ...common, payment: opened.payment, kind: 'FORM', form } : { ...common, kind: 'UNAVAILABLE' };
}

/** Gives the last attempt to the customer's browser, or a new one. Null where the payment no longer waits. */
async function useAttempt(
  services: Services,
  paymentId: string,
): Promise<{ payment: Payment; attempt: Attempt } | null> {
  const result = await services.store.transact(async (transaction) => {
    const payment = await transaction.paymentById(paymentId);
    if (payment?.status !== 'REQUIRES_ACTION') return null;
    const last = await transaction.lastAttemptOf(paymentId);
    const now = services.clock();
    if (last !== null && isUsable(services, payment, last, now)) {
      if (last.openedAt !== null) return { payment, attempt: last };
      if (await transaction.takeAttempt(last.id, now)) return { payment, attempt: { ...last, openedAt: now } };
      if (!isSingleUse(services, payment)) return { payment, attempt: last };
    }
    const { number, reference } = nextName(payment, last);
    const changed = await recordStep(services, transaction, payment, {
      type: 'ATTEMPT_OPENED',
      data: { attempt: number, attemptReference: reference },
    });
    return { payment: changed, attempt: await addAttempt(services, transaction, changed, last, 'BY_LINK') };
  });
  if (result) services.announce(paymentId);
  return result;
}
