import { payLinkHasExpired } from '../domain/caller.ts';
import type { MerchantAccounts, Societe } from '../domain/merchant.ts';
import type { Attempt, Payer, Payment } from '../domain/payment.ts';
import {
  accountOf,
  type BankAddresses,
  type BankTransfer,
  type RedirectForm,
  returnOutcomes,
} from '../domain/provider.ts';
import type { Transaction } from '../domain/store.ts';
import { type PayerField, payerField } from '../domain/vocabulary.ts';
import { changeStatus, recordStep, untilFresh } from './change-payment.ts';
import type { Services } from './services.ts';

type HostedTarget = 'PAYBOX' | 'LABANQUEPOSTALE';
export type Language = 'fr' | 'en';

export type OpenedAttempt = { readonly payment: Payment; readonly societeName: string } & (
  | { readonly kind: 'FORM'; readonly form: RedirectForm }
  | { readonly kind: 'TRANSFER'; readonly bankTransfer: BankTransfer }
  | { readonly kind: 'OUTCOME' }
  | { readonly kind: 'UNAVAILABLE' }
);

/**
 * The customer followed the link: a fresh signed form (of a new attempt if the last one is used up or too old), the
 * details of a transfer, or the outcome if there is one. Null for an unknown token.
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
  const common = { payment, societeName: societe?.name ?? payment.idSociete };
  if (payment.status !== 'REQUIRES_ACTION') return { ...common, kind: 'OUTCOME' };
  if (payment.flow === 'BANK_TRANSFER') {
    const bankTransfer = bankTransferOf(services, payment);
    return bankTransfer ? { ...common, kind: 'TRANSFER', bankTransfer } : { ...common, kind: 'UNAVAILABLE' };
  }
  if (services.isDown(payment.paymentTarget, payment.idSociete, payment.effectiveRunMode))
    return { ...common, kind: 'UNAVAILABLE' };
  const opened = await untilFresh(() => useAttempt(services, payment.id));
  if (opened === null) return { ...common, kind: 'OUTCOME' };
  const form = formOf(services, opened.payment, opened.attempt, language);
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
      if (last.openedAt === null) await transaction.updateAttempt(last.id, { openedAt: now });
      return { payment, attempt: { ...last, openedAt: last.openedAt ?? now } };
    }
    const attempt = await addAttempt(services, transaction, payment, last, now);
    const changed = await recordStep(services, transaction, payment, {
      type: 'ATTEMPT_OPENED',
      data: { attempt: attempt.number, attemptReference: attempt.reference },
    });
    return { payment: changed, attempt };
  });
  if (result) services.announce(paymentId);
  return result;
}

/** Writes the payment's next attempt; the one before it is superseded, and news of it is still listened to. */
export async function addAttempt(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  last: Attempt | null,
  openedAt: number | null,
): Promise<Attempt> {
  if (last?.status === 'OPEN') await transaction.updateAttempt(last.id, { status: 'SUPERSEDED' });
  const attempt = await nextAttempt(services, transaction, payment, (last?.number ?? 0) + 1, openedAt);
  await transaction.insertAttempt(attempt, payment.paymentTarget);
  return attempt;
}

async function nextAttempt(
  { providers, societes, clock, identifiers }: Services,
  transaction: Transaction,
  payment: Payment,
  number: number,
  openedAt: number | null,
): Promise<Attempt> {
  const target = payment.paymentTarget as HostedTarget;
  const account = accountOf(societeOf(societes, payment), target, payment.effectiveRunMode);
  const createdAt = clock();
  const counter = account && providers[target].sequenceCounter(account as never, createdAt);
  const sequence = counter ? await transaction.nextSequence(counter.name) : null;
  if (counter && sequence !== null && sequence >= counter.limit) throw new Error(`counter ${counter.name} is used up`);
  return {
    id: identifiers.newId('att'),
    paymentId: payment.id,
    number,
    reference: `${payment.reference}-${number}`,
    sequence,
    status: 'OPEN',
    bankTransaction: null,
    bankCode: null,
    createdAt,
    openedAt,
  };
}

/** Whether the attempt's form can be sent to the bank now. */
export function isUsable({ providers }: Services, payment: Payment, attempt: Attempt, now: number): boolean {
  const provider = providers[payment.paymentTarget as HostedTarget];
  return (
    attempt.status === 'OPEN' &&
    now < attempt.createdAt + provider.attemptLifetimeMs &&
    !(provider.attemptIsSingleUse && attempt.openedAt !== null)
  );
}

/** The signed form, as of now. Null where the société's account left the configuration. */
export function formOf(
  services: Services,
  payment: Payment,
  attempt: Attempt,
  language: Language,
): RedirectForm | null {
  const { providers, societes, settings, clock } = services;
  const target = payment.paymentTarget as HostedTarget;
  const societe = societes.get(payment.idSociete);
  const account = societe && accountOf(societe, target, payment.effectiveRunMode);
  if (!account) return null;
  const provider = providers[target];
  return provider.buildForm({
    account: account as MerchantAccounts['PAYBOX'] & MerchantAccounts['LABANQUEPOSTALE'],
    payment,
    attempt,
    payer: completePayer(payment.payer, societe),
    addresses: bankAddresses(settings.publicUrl, payment),
    language,
    now: clock(),
  });
}

export function bankTransferOf({ providers, societes }: Services, payment: Payment): BankTransfer | null {
  const societe = societes.get(payment.idSociete);
  const account = societe && accountOf(societe, 'MILLIET', payment.effectiveRunMode);
  return account ? providers.MILLIET.bankTransfer(account, payment) : null;
}

/** What the request did not say about the payer comes from the société's declared fallback. */
function completePayer(payer: Partial<Payer> | null, societe: Societe): Payer {
  const value = (field: PayerField): string => payer?.[field] ?? societe.fallbackPayer?.[field] ?? '';
  return Object.fromEntries(payerField.names.map((field) => [field, value(field)])) as Payer;
}

export function missingPayerFields(
  required: readonly PayerField[],
  payer: Partial<Payer> | null,
  societe: Societe,
): PayerField[] {
  const complete = completePayer(payer, societe);
  return required.filter((field) => complete[field] === '');
}

export const payUrl = (publicUrl: string, payment: Pick<Payment, 'token'>): string =>
  `${publicUrl}/pay/${payment.token}`;

function bankAddresses(publicUrl: string, payment: Payment): BankAddresses {
  const returns = Object.fromEntries(
    returnOutcomes.map((outcome) => [outcome, `${payUrl(publicUrl, payment)}/return/${outcome}`]),
  );
  return {
    notification: `${publicUrl}/notify/${payment.paymentTarget.toLowerCase()}/${encodeURIComponent(payment.idSociete)}`,
    returns: returns as BankAddresses['returns'],
  };
}

function societeOf(societes: Services['societes'], payment: Payment): Societe {
  const societe = societes.get(payment.idSociete);
  if (!societe) throw new Error(`société ${payment.idSociete} is not in the configuration`);
  return societe;
}

/** A payment whose time ran out is expired when somebody looks, even before the clock's own round. */
export async function expireIfDue(services: Services, payment: Payment): Promise<Payment> {
  if (payment.status !== 'REQUIRES_ACTION' || payment.expiresAt === null || services.clock() < payment.expiresAt)
    return payment;
  const expired = await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const current = await transaction.paymentById(payment.id);
      if (current?.status !== 'REQUIRES_ACTION') return current;
      return changeStatus(services, transaction, current, { to: 'EXPIRED', cause: 'CLOCK' });
    }),
  );
  services.announce(payment.id);
  return expired ?? payment;
}
