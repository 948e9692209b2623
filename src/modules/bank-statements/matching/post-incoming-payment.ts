import { changeStatus, recordStep } from '../../payments/change-payment.ts';
import type { EntryFacts } from '../../payments/events/facts.ts';
import { refundedCentsOf, statusByRefunds } from '../../payments/operations/payment-operation.ts';
import type { Payment } from '../../payments/payment.ts';
import type { Services, Transaction } from '../ports.ts';
import { settleUnderpaid } from './partial-return.ts';

type MoneyException = {
  readonly kind: 'UNDERPAID' | 'OVERPAID' | 'SURPLUS' | 'LATE' | 'CONTRADICTION';
  readonly amountCents: number;
};

/** Statuses in which a payment has its money already. */
const isSettled: Readonly<Partial<Record<Payment['status'], true>>> = {
  PAID: true,
  PARTIALLY_REFUNDED: true,
  REFUNDED: true,
  RETURNED: true,
};

const isAwaited: Readonly<Partial<Record<Payment['status'], true>>> = {
  REQUIRES_ACTION: true,
  PENDING: true,
  SUBMITTED: true,
  // A debit that the bank did not answer for long.
  NEEDS_REVIEW: true,
};

/**
 * Books money to its payment: a transfer, or a direct debit. The entry is written already, so the received sum includes
 * it. Equal: paid. Less: it stays open. More, or again: the surplus is the customer's, never lost and never sent back
 * by itself. The whole of a returned debit, which a person assigned, leaves it as its refunds had left it.
 */
export async function postIncomingPayment(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  data: EntryFacts,
): Promise<readonly MoneyException[]> {
  const receivedCents = await transaction.receivedFor(payment.id);
  const { bookedCents } = data;
  const facts = { ...data, receivedCents };
  if (payment.status === 'RETURNED' && payment.flow !== 'BANK_TRANSFER') {
    const to = statusByRefunds(payment.amountCents, refundedCentsOf(await transaction.operationsOf(payment.id)));
    const paid = { cause: 'BANK_STATEMENT', ...facts, receivedBeforeCents: 0 } as const;
    await changeStatus(services, transaction, payment, { to, data: paid });
    return [];
  }
  if (isSettled[payment.status]) {
    await recordStep(services, transaction, payment, {
      type: 'MONEY_RECEIVED',
      data: { ...facts, reason: 'SURPLUS', surplusCents: bookedCents },
    });
    return [{ kind: 'SURPLUS', amountCents: bookedCents }];
  }
  if (receivedCents < payment.amountCents) {
    // It says what was missing before this entry.
    await settleUnderpaid(services, transaction, payment);
    await recordStep(services, transaction, payment, {
      type: 'MONEY_RECEIVED',
      data: { ...facts, reason: 'UNDERPAID' },
    });
    return [{ kind: 'UNDERPAID', amountCents: payment.amountCents - receivedCents }];
  }
  const surplusCents = receivedCents - payment.amountCents;
  const isLate = !isAwaited[payment.status];
  await changeStatus(services, transaction, payment, {
    to: 'PAID',
    data: {
      cause: 'BANK_STATEMENT',
      ...facts,
      receivedBeforeCents: receivedCents - bookedCents,
      ...(surplusCents > 0 && { surplusCents }),
      ...(isLate && { isLate }),
    },
  });
  // A transfer may come late; a debit that the bank refused and credits all the same is another matter.
  const late = payment.flow === 'BANK_TRANSFER' ? 'LATE' : 'CONTRADICTION';
  return [
    ...(surplusCents > 0 ? [{ kind: 'OVERPAID', amountCents: surplusCents } as const] : []),
    ...(isLate ? [{ kind: late, amountCents: bookedCents } as const] : []),
  ];
}
