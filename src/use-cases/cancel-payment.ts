import type { Caller, Scope } from '../domain/caller.ts';
import { OperationNotPossibleError } from '../domain/errors.ts';
import { parseOperation } from '../domain/operation-input.ts';
import type { Payment } from '../domain/payment.ts';
import type { PaymentOperation } from '../domain/payment-operation.ts';
import { askAbout, type BankAccess } from './ask-bank.ts';
import { isCancelledHere, whyNotCancel } from './available-actions.ts';
import { changeStatus, untilFresh } from './change-payment.ts';
import { callableAccount, readOperablePayment } from './operable-payment.ts';
import { operate } from './operate.ts';
import type { Services } from './services.ts';

export type CancelledPayment = {
  readonly payment: Payment;
  /** Null where no bank had to be asked. */
  readonly operation: PaymentOperation | null;
  readonly replayed: boolean;
};

/**
 * Gives a payment up before the money moves: one that waits for its customer, one that the bank only holds, and one
 * that was paid and has not left for the bank yet. A customer who stands at the bank's page at this very moment may
 * still pay; then the payment becomes paid, for the money is there.
 * @throws the errors of the union `CancelPaymentResult`
 */
export async function cancelPayment(
  services: Services & BankAccess,
  caller: Caller,
  input: unknown,
): Promise<CancelledPayment> {
  const { id, idempotencyKey } = parseOperation(input);
  const payment = await readOperablePayment(services, caller, id, ['initiate', 'refund', 'operations']);
  if (payment.status === 'CANCELLED') return { payment, operation: null, replayed: true };
  await readOperablePayment(services, caller, id, scopesFor(payment));
  if (isCancelledHere(payment)) return cancelHere(services, payment);
  return operate(services, {
    kind: 'CANCEL',
    caller,
    paymentId: payment.id,
    idempotencyKey,
    asked: {},
    amountCents: (current, operations) => {
      const settled = operations.filter(({ status }) => status === 'DONE');
      const reason = isCancelledHere(current)
        ? `The payment is ${current.status}.`
        : (whyNotCancel(services, current, settled)?.en ?? null);
      if (reason !== null) throw new OperationNotPossibleError(reason, ['id']);
      return current.amountCents;
    },
  });
}

/** Who asks for money may give up asking; what was paid is given back by those who may refund, booked by those who book. */
function scopesFor({ status, flow }: Payment): readonly Scope[] {
  if (flow === 'BOOKING') return ['operations'];
  return status === 'PAID' ? ['refund'] : ['initiate', 'refund'];
}

async function cancelHere(services: Services & BankAccess, payment: Payment): Promise<CancelledPayment> {
  await askBefore(services, payment);
  const cancelled = await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const current = await transaction.paymentById(payment.id);
      if (current === null) throw new Error('the payment was there a moment ago');
      if (current.status === 'CANCELLED') return { payment: current, replayed: true };
      if (!isCancelledHere(current)) {
        throw new OperationNotPossibleError(`The payment has become ${current.status} in the meantime.`, ['id']);
      }
      // The attempt stays open: a customer on the bank's page may still pay, and the bank will be asked whether they did.
      const changed = await changeStatus(services, transaction, current, {
        to: 'CANCELLED',
        cause: 'CALLER',
        change: { expiresAt: null },
      });
      return { payment: changed, replayed: false };
    }),
  );
  services.announce(payment.id);
  return { ...cancelled, operation: null };
}

/** The customer may have paid, and the bank's message be lost: a paid payment is not given up here. */
async function askBefore(services: Services & BankAccess, payment: Payment): Promise<void> {
  const account = payment.status === 'REQUIRES_ACTION' ? callableAccount(services, payment) : null;
  if (!account) return;
  const attempt = await services.store.lastAttemptOf(payment.id);
  if (attempt) await askAbout(services, payment, attempt, account);
}
