import { ownTarget } from '../../../kernel/vocabulary.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Language, Services } from '../ports.ts';
import {
  accountOf,
  accountOfPayment,
  type BankAddresses,
  type BankTransfer,
  type HostedTarget,
  type RedirectForm,
} from '../provider.ts';
import { completePayer, fallbackFor, type MissingOf } from './payer.ts';
import { isCopied } from './run-mode.ts';

/** What the customer needs to pay: the bank's signed form, or the details of a transfer. */

/** The signed form, as of now. Null where the payment has no account any more. */
export function formOf(
  services: Services,
  payment: Payment,
  attempt: Attempt,
  language: Language,
  lastBankCode: string | null,
): RedirectForm | null {
  const { providers, societes, settings, clock } = services;
  const target = payment.paymentTarget as HostedTarget;
  const societe = societes.get(payment.idSociete);
  const account = accountOfPayment(services, payment);
  if (!societe || !account) return null;
  const provider = providers[target];
  const missingOf: MissingOf = (payer) => provider.missingPayerFields(payment.paymentType, payer);
  return provider.buildForm({
    account,
    payment,
    attempt,
    payer: completePayer(missingOf, payment.payer, fallbackFor(payment, societe)),
    lastBankCode,
    usesBackupPage: services.usesBackupPage?.(target, societe.id, payment.effectiveRunMode) ?? false,
    addresses: bankAddresses(settings.publicUrl, payment),
    language,
    now: clock(),
  });
}

/**
 * The transfer of the remaining amount, because a part may have come. Null where the payment has no account any more.
 */
export async function bankTransferOf(services: Services, payment: Payment): Promise<BankTransfer | null> {
  const { providers, societes, store } = services;
  const societe = societes.get(payment.idSociete);
  const account = societe && accountOf(societe, ownTarget, payment.effectiveRunMode);
  if (!account || isCopied(services, payment)) return null;
  // A new payment has received nothing, so the query is skipped.
  const receivedCents = payment.version === 1 ? 0 : await store.receivedFor(payment.id);
  const isPart = receivedCents > 0 && receivedCents < payment.amountCents;
  const amountCents = isPart ? payment.amountCents - receivedCents : payment.amountCents;
  return providers.MILLIET.bankTransfer(account, { ...payment, amountCents });
}

export const payUrl = (publicUrl: string, payment: Pick<Payment, 'token'>): string =>
  `${publicUrl}/pay/${payment.token}`;

function bankAddresses(publicUrl: string, payment: Payment): BankAddresses {
  const back = `${payUrl(publicUrl, payment)}/return`;
  return {
    notification: `${publicUrl}/notify/${payment.paymentTarget.toLowerCase()}/${encodeURIComponent(payment.idSociete)}`,
    returns: {
      success: `${back}/success`,
      refused: `${back}/refused`,
      cancelled: `${back}/cancelled`,
      pending: `${back}/pending`,
      error: `${back}/error`,
    },
  };
}
