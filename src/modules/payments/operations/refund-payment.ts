import { actingName, type Caller } from '../../../kernel/caller.ts';
import { InvalidInputError, OperationNotPossibleError, type PaymentError } from '../../../kernel/errors.ts';
import { centsToDecimal } from '../../../kernel/money.ts';
import { actingAs } from '../acting-as.ts';
import type { BankAccess } from '../inquiry/provider-inquiry.ts';
import type { Services } from '../ports.ts';
import { readOwnPayment } from './authorize-operation.ts';
import { whyNotRefund } from './available-actions.ts';
import { executeOperation, type OperatedPayment, type OperationDemand } from './execute-operation.ts';
import { parseRefund } from './operation-input.ts';
import { refundableCentsOf } from './payment-operation.ts';
import type { ApprovedRefund } from './use-approval.ts';

/**
 * Gives money back through the bank that took it: all that is left, or `amount`.
 * @throws the errors of the union `RefundPaymentResult`
 */
export async function refundPayment(
  services: Services & BankAccess,
  caller: Caller,
  input: unknown,
): Promise<OperatedPayment> {
  const { id, amount, idempotencyKey } = parseRefund(input);
  const { id: paymentId } = await readOwnPayment(services, caller, id, ['refund']);
  return executeOperation(actingAs(services, actingName(caller)), {
    ...{ kind: 'REFUND', caller, paymentId, idempotencyKey, asked: { amount } },
    amountCents: refundedCents(services, amount, moreThanLeft),
  });
}

/**
 * Carries out a refund that a second person approved, in the name of the one who asked.
 * @throws the errors of `refundPayment`
 */
export function carryOutRefund(
  services: Services & BankAccess,
  requester: Caller,
  approved: ApprovedRefund,
): Promise<OperatedPayment> {
  const { paymentId, amountCents } = approved.approval;
  return executeOperation(services, {
    ...{ kind: 'REFUND', caller: requester, paymentId, idempotencyKey: null, asked: {}, approved },
    amountCents: refundedCents(services, amountCents, leftMeanwhile),
  });
}

/**
 * @param amount null: all that is left
 * @param tooMuch the refusal where less is left
 */
const refundedCents =
  (
    services: Services,
    amount: number | null,
    tooMuch: (leftCents: number) => PaymentError,
  ): OperationDemand['amountCents'] =>
  (payment, operations) => {
    const settled = operations.filter(({ status }) => status === 'DONE');
    const reason = whyNotRefund(services, payment, settled);
    if (reason !== null) throw new OperationNotPossibleError(reason.en, ['id']);
    const left = refundableCentsOf(payment, settled);
    if (amount !== null && amount > left) throw tooMuch(left);
    return amount ?? left;
  };

const moreThanLeft = (leftCents: number): InvalidInputError =>
  new InvalidInputError([
    { path: ['amount'], message: `amount is more than can still be given back: ${leftCents} cents.` },
  ]);

/** Other refunds were made since it was asked for, also in the back office of the bank. */
const leftMeanwhile = (leftCents: number): OperationNotPossibleError =>
  new OperationNotPossibleError(
    `Other refunds leave ${centsToDecimal(leftCents)} EUR, less than this was asked for: refuse it.`,
    ['id'],
  );
