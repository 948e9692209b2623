import { ProviderUnavailableError } from '../../../kernel/errors.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { isHosted } from '../capabilities.ts';
import { recordStep } from '../change-payment.ts';
import { attemptFactsOf } from '../events/facts.ts';
import { timeIsOver } from '../initiation/expire-payment.ts';
import { bankTransferOf, formOf } from '../initiation/payment-instructions.ts';
import type { BankAccess } from '../inquiry/provider-inquiry.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Language, Services, Transaction } from '../ports.ts';
import { accountOfPayment, type BankTransfer, type HostedTarget, type RedirectForm } from '../provider.ts';
import { addAttempt, bankCodeBefore, isSingleUse, isUsable, nextName } from './attempts.ts';
import { type CustomerView, customerViewOf, paymentOfLink } from './customer-view.ts';
import { isKnownUnpaid, ofLastHour, ofPayableAge } from './known-unpaid.ts';
import { askedAttempts } from './still-asked.ts';

export type OpenedAttempt = CustomerView &
  /** `pageOf`: who runs the page that the form leads to. */
  (
    | { readonly kind: 'FORM'; readonly form: RedirectForm; readonly pageOf: string }
    | { readonly kind: 'TRANSFER'; readonly bankTransfer: BankTransfer }
    | { readonly kind: 'OUTCOME' | 'UNAVAILABLE' | 'TOO_MANY' }
  );

/**
 * So many attempts of one payment in an hour, and its link opens no more: where the bank takes a form once, each visit
 * opens one, and uses up a number of the account's day.
 */
export const openedPerHour = 30;

/**
 * Answers a customer who followed the link: with a fresh signed form, the details of a transfer, or the outcome. A used
 * or old attempt is replaced by a new one, once the bank has said that it was not paid. Null for an unknown token.
 */
export async function openAttempt(
  services: Services & BankAccess,
  token: string,
  language: Language,
): Promise<OpenedAttempt | null> {
  const payment = await paymentOfLink(services, token);
  if (payment === null) return null;
  if (payment.status !== 'REQUIRES_ACTION') return openedAs(services, payment, 'OUTCOME');
  if (payment.flow === 'BANK_TRANSFER') {
    const bankTransfer = await bankTransferOf(services, payment);
    if (!bankTransfer) return openedAs(services, payment, 'UNAVAILABLE');
    return { ...(await customerViewOf(services, payment)), kind: 'TRANSFER', bankTransfer };
  }
  if (!isPayable(services, payment)) return openedAs(services, payment, 'UNAVAILABLE');
  const opened = await askAndUse(services, payment).catch((error: unknown) => {
    if (error instanceof ProviderUnavailableError) return 'UNAVAILABLE' as const;
    throw error;
  });
  // It ended meanwhile, perhaps by what the bank said.
  if (opened === 'OUTCOME') return openAttempt(services, token, language);
  if (typeof opened === 'string') return openedAs(services, payment, opened);
  return formOfAttempt(services, opened.payment, opened.attempt, language);
}

/** What the configuration names no more cannot be paid, nor what a bank's page is down for. */
export function isPayable(services: Services, payment: Payment): boolean {
  const { idSociete, paymentTarget, effectiveRunMode, flow } = payment;
  if (accountOfPayment(services, payment) === null) return false;
  return !isHosted(flow) || !services.isDown(paymentTarget, idSociete, effectiveRunMode);
}

export async function formOfAttempt(
  services: Services,
  payment: Payment,
  attempt: Attempt,
  language: Language,
): Promise<OpenedAttempt> {
  const lastBankCode = await bankCodeBefore(services.store, attempt);
  const form = formOf(services, payment, attempt, language, lastBankCode);
  if (!form) return openedAs(services, payment, 'UNAVAILABLE');
  const { pageOf } = services.providers[payment.paymentTarget as HostedTarget];
  return { ...(await customerViewOf(services, payment)), kind: 'FORM', form, pageOf };
}

export const openedAs = async (
  services: Services,
  payment: Payment,
  kind: 'OUTCOME' | 'UNAVAILABLE' | 'TOO_MANY',
): Promise<OpenedAttempt> => ({ ...(await customerViewOf(services, payment)), kind });

type Used = { readonly payment: Payment; readonly attempt: Attempt } | 'OUTCOME' | 'TOO_MANY';

/** Uses an attempt. Before another one is opened, the bank says that the earlier ones were not paid. */
async function askAndUse(services: Services & BankAccess, payment: Payment): Promise<Used | 'UNAVAILABLE'> {
  const asked = new Set<string>();
  for (;;) {
    const used = await untilFresh(() => useAttempt(services, payment.id, asked));
    if (typeof used === 'string' || 'attempt' in used) return used;
    if (!(await isKnownUnpaid(services, payment, used.toAsk))) return 'UNAVAILABLE';
    for (const { id } of used.toAsk) asked.add(id);
  }
}

/** Gives the last attempt to the customer's browser, or a new one. `OUTCOME` where the payment no longer waits. */
async function useAttempt(
  services: Services,
  paymentId: string,
  asked: ReadonlySet<string>,
): Promise<Used | { readonly toAsk: readonly Attempt[] }> {
  const result = await services.store.transact(async (transaction) => {
    const payment = await transaction.paymentById(paymentId);
    if (payment?.status !== 'REQUIRES_ACTION' || timeIsOver(services, payment)) return 'OUTCOME';
    const last = await transaction.lastAttemptOf(paymentId);
    const now = services.clock();
    if (last !== null && isUsable(services, payment, last, now)) {
      if (last.openedAt !== null) return { payment, attempt: last };
      if (await transaction.takeAttempt(last.id, now)) return { payment, attempt: { ...last, openedAt: now } };
      if (!isSingleUse(services, payment)) return { payment, attempt: last };
    }
    const attempts = await transaction.attemptsOf(paymentId);
    if (ofLastHour(services, attempts).length >= openedPerHour) return 'TOO_MANY';
    const toAsk = ofPayableAge(services, attempts).filter(({ id }) => !asked.has(id));
    return toAsk.length > 0 ? { toAsk } : openAnother(services, transaction, payment, last);
  });
  if (typeof result !== 'string' && 'attempt' in result) services.announce(paymentId);
  return result;
}

/**
 * The next attempt of a payment that waits, given to the browser that asked.
 * @throws ProviderUnavailableError where the bank is still asked about an earlier one: that may have been paid
 */
export async function openAnother(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  last: Attempt | null,
): Promise<{ payment: Payment; attempt: Attempt }> {
  if ((await askedAttempts(transaction, payment)).length > 0) {
    throw new ProviderUnavailableError('The bank may still say that an earlier attempt was paid.');
  }
  const data = attemptFactsOf(nextName(payment, last));
  const changed = await recordStep(services, transaction, payment, { type: 'ATTEMPT_OPENED', data });
  return { payment: changed, attempt: await addAttempt(services, transaction, changed, last, 'BY_LINK') };
}
