import { recordStep } from '../../payments/change-payment.ts';
import type { EntryFacts } from '../../payments/events/facts.ts';
import type { Payment } from '../../payments/payment.ts';
import { canChange } from '../../payments/transitions.ts';
import type { BankExceptionKind } from '../bank-import.ts';
import { settleExceptions } from '../exceptions/bank-exceptions.ts';
import type { Services, Transaction } from '../ports.ts';

type Returning = Pick<Services, 'clock' | 'identifiers' | 'eventHandlers'>;

/**
 * The bank takes back a part of an unpaid transfer's money, or a surplus of a paid one. The payment stays as it is, and
 * the received sum shrinks. The entry is written already, so the received sum is without it.
 * @returns what is missing now, where a part is still there
 */
export async function recordPartialReturn(
  services: Returning,
  transaction: Transaction,
  payment: Payment,
  data: EntryFacts & { readonly bankCode: string | null },
): Promise<readonly { readonly kind: 'UNDERPAID'; readonly amountCents: number }[]> {
  const receivedCents = await transaction.receivedFor(payment.id);
  const isAwaited = canChange(payment.status, 'PAID', 'BANK_STATEMENT');
  const reason = isAwaited ? 'UNDERPAID' : 'SURPLUS';
  await recordStep(services, transaction, payment, {
    type: 'MONEY_RETURNED',
    data: { ...data, receivedCents, reason },
  });
  if (!isAwaited) {
    if (receivedCents === payment.amountCents) await settleSurplus(services, transaction, payment);
    return [];
  }
  await settleKinds(services, transaction, payment, ['UNDERPAID']);
  return receivedCents > 0 ? [{ kind: 'UNDERPAID', amountCents: payment.amountCents - receivedCents }] : [];
}

/** The surplus went back, so its exception needs no person any more. */
export const settleSurplus = (services: Returning, transaction: Transaction, payment: Payment): Promise<void> =>
  settleKinds(services, transaction, payment, ['OVERPAID', 'SURPLUS']);

export async function settleKinds(
  services: Returning,
  transaction: Transaction,
  payment: Payment,
  kinds: readonly BankExceptionKind[],
): Promise<void> {
  const open = await transaction.openBankExceptionsOfPayment(payment.id);
  await settleExceptions(
    services,
    transaction,
    open.filter(({ kind }) => kinds.includes(kind)),
  );
}
