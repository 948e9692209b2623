import { actingName, type Caller, type Scope } from '../../../kernel/caller.ts';
import { OperationNotPossibleError } from '../../../kernel/errors.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { actingAs } from '../acting-as.ts';
import { customerRetryOf } from '../attempts/customer-retry.ts';
import { changeStatus, recordStep } from '../change-payment.ts';
import { claimKey, holderOfKey } from '../claimed-key.ts';
import { attemptsToAsk } from '../inquiry/attempts-to-ask.ts';
import { askAbout, type BankAccess } from '../inquiry/provider-inquiry.ts';
import { askSoon } from '../notifications/hear-report.ts';
import type { Payment } from '../payment.ts';
import type { Services, Transaction } from '../ports.ts';
import { callableAccount, readOwnPayment, requirePower } from './authorize-operation.ts';
import { isCancelledHere, whyNotCancel } from './available-actions.ts';
import { executeOperation } from './execute-operation.ts';
import { parseOperation } from './operation-input.ts';
import { type KeyedOperation, requestKeyOf } from './operation-key.ts';
import type { PaymentOperation } from './payment-operation.ts';

export type CancelledPayment = {
  readonly payment: Payment;
  /** The operation that the bank was asked for; null where no bank had to be asked. */
  readonly operation: PaymentOperation | null;
  readonly replayed: boolean;
};

/**
 * Gives a payment up before the money moves: one that waits for its customer or that they may try again, one that the
 * bank only holds, or one that was paid and has not left for the bank yet. A customer who is on the bank's page at this
 * moment may still pay. Then the payment becomes paid, because the money is there.
 * @throws the errors of the union `CancelPaymentResult`
 */
export async function cancelPayment(
  given: Services & BankAccess,
  caller: Caller,
  input: unknown,
): Promise<CancelledPayment> {
  const { id, idempotencyKey } = parseOperation(input);
  const services = actingAs(given, actingName(caller));
  const payment = await readOwnPayment(services, caller, id, ['cancel', 'book']);
  const keyed = { kind: 'CANCEL', caller, payment, idempotencyKey, asked: {} } as const;
  const key = requestKeyOf(keyed);
  const holder = key && (await holderOfKey(services.store, key));
  const isGivenUp = payment.status === 'CANCELLED' && !(await isOpenToCustomer(services, services.store, payment));
  // A repeated request, or one for a payment that was given up, changes nothing.
  if (holder === payment.id || isGivenUp) return recordHere(services, keyed);
  requirePower(caller, [powerFor(payment)]);
  if (holder === null && (isCancelledHere(payment) || payment.status === 'CANCELLED')) {
    await askBefore(services, payment);
    return recordHere(services, keyed);
  }
  return executeOperation(services, {
    ...keyed,
    paymentId: payment.id,
    amountCents: (current, operations) => {
      // It may have been captured since it was read, so that to cancel it gives money back.
      requirePower(caller, [powerFor(current)]);
      const settled = operations.filter(({ status }) => status === 'DONE');
      const reason = isCancelledHere(current)
        ? `The payment is ${current.status}.`
        : (whyNotCancel(services, current, settled)?.en ?? null);
      if (reason !== null) throw new OperationNotPossibleError(reason, ['id']);
      return current.amountCents;
    },
  });
}

/** To cancel a paid payment is a refund. Only a client that books may take a booking back. */
function powerFor({ status, flow }: Payment): Scope {
  if (flow === 'BOOKING') return 'book';
  return status === 'PAID' ? 'refund' : 'cancel';
}

/** No bank is asked: claims the key for the payment itself and cancels it. */
async function recordHere(services: Services, keyed: KeyedOperation): Promise<CancelledPayment> {
  const { id } = keyed.payment;
  const cancelled = await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const current = await transaction.paymentById(id);
      if (current === null) throw new Error('the payment was there a moment ago');
      const key = requestKeyOf(keyed);
      const holder = key && (await claimKey(transaction, key, { holderId: id, at: services.clock() }));
      if (holder !== null) {
        // The first request may have taken the key, and cancelled, since the payment was read.
        const payment = (await transaction.paymentById(id)) ?? current;
        return { payment, operation: await transaction.operation(holder), replayed: true };
      }
      return { payment: await giveUp(services, transaction, keyed.payment, current), operation: null, replayed: false };
    }),
  );
  services.announce(id);
  return cancelled;
}

/** What its customer gave up at the bank may be tried again, until the client gives it up as well. */
const isOpenToCustomer = async (...asked: Parameters<typeof customerRetryOf>): Promise<boolean> =>
  (await customerRetryOf(...asked)) !== 'NO';

async function giveUp(services: Services, transaction: Transaction, read: Payment, current: Payment): Promise<Payment> {
  if (current.status === 'CANCELLED') {
    if (!(await isOpenToCustomer(services, transaction, current))) return current;
    const data = { from: current.status, cause: 'CALLER' } as const;
    return recordStep(services, transaction, current, { type: 'STATUS_CHANGED', data, change: { expiresAt: null } });
  }
  // The status that was read decided the rights and the call to the bank, so a new status starts again.
  if (current.status !== read.status) {
    throw new OperationNotPossibleError(`The payment has become ${current.status} in the meantime.`, ['id']);
  }
  // The attempt stays open: a customer on the bank's page may still pay, and the bank will be asked whether they did.
  return changeStatus(services, transaction, current, {
    to: 'CANCELLED',
    data: { cause: 'CALLER' },
    change: { expiresAt: null },
  });
}

/**
 * The customer may have paid, and the bank's message be lost: a paid payment is not given up here. Where the bank does
 * not answer, it is asked again soon, and until then the payment may still be paid.
 */
async function askBefore(services: Services & BankAccess, payment: Payment): Promise<void> {
  const account = callableAccount(services, payment);
  if (!account) return;
  const attempts = attemptsToAsk(services, await services.store.attemptsOf(payment.id));
  for (const [index, attempt] of attempts.entries()) {
    if ((await askAbout(services, payment, attempt, account)) === 'UNKNOWN') {
      return services.store.transact(async (transaction) => {
        for (const left of attempts.slice(index)) await askSoon(services, transaction, left);
      });
    }
    if ((await services.store.paymentById(payment.id))?.status !== payment.status) return;
  }
}
