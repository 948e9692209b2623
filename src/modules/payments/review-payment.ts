import { actingName, type Caller, requireFreshProof } from '../../kernel/caller.ts';
import { OperationNotPossibleError } from '../../kernel/errors.ts';
import { factOf } from '../../kernel/stored-facts.ts';
import { untilFresh } from '../../kernel/until-fresh.ts';
import { letGo } from './attempts/paying-attempt.ts';
import { changeStatus } from './change-payment.ts';
import { lastEventOf } from './last-event.ts';
import { readPaymentForOperation } from './operations/authorize-operation.ts';
import { parseReview } from './operations/operation-input.ts';
import type { Payment } from './payment.ts';
import type { Services, Transaction } from './ports.ts';
import { canChange } from './transitions.ts';

/**
 * A person looked at the contradiction in the bank's back office, and decides the payment's status.
 * @throws InvalidInputError, NotAllowedError, OperationNotPossibleError
 */
export async function reviewPayment(services: Services, caller: Caller, input: unknown): Promise<Payment> {
  const { id, status } = parseReview(input);
  const { id: paymentId } = await readPaymentForOperation(services, caller, id, ['decide']);
  const payment = await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const current = await transaction.paymentById(paymentId);
      if (current === null) throw new Error('the payment was there a moment ago');
      if (current.status === status && (await wasReviewed(transaction, current))) return current;
      if (status === 'NEEDS_REVIEW' || !canChange(current.status, status, 'REVIEW')) {
        throw new OperationNotPossibleError(`A payment in ${current.status} cannot be decided to be ${status}.`, [
          'status',
        ]);
      }
      if (status === 'PAID') requireFreshProof(caller, services.clock(), 'decide that it is paid');
      // Money that came in parts is in the books already.
      const receivedBeforeCents = await transaction.receivedFor(paymentId);
      const decided = await changeStatus(services, transaction, current, {
        to: status,
        data: { cause: 'REVIEW', client: actingName(caller), ...(receivedBeforeCents > 0 && { receivedBeforeCents }) },
        change: { expiresAt: null },
      });
      if (status === 'REFUSED' || status === 'CANCELLED' || status === 'FAILED')
        await letGo(transaction, current, status);
      return decided;
    }),
  );
  services.announce(payment.id);
  return payment;
}

/** Whether a person already gave the payment this status; repeating the decision changes nothing. */
async function wasReviewed(transaction: Transaction, { id }: Payment): Promise<boolean> {
  const change = await lastEventOf(transaction, id, ({ data }) => factOf(data, 'cause') !== null);
  return change !== null && factOf(change.data, 'cause') === 'REVIEW';
}
