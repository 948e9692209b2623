import { actingName, type Caller } from '../../../kernel/caller.ts';
import { OperationNotPossibleError } from '../../../kernel/errors.ts';
import { actingAs } from '../acting-as.ts';
import type { BankAccess } from '../inquiry/provider-inquiry.ts';
import type { Services } from '../ports.ts';
import { readOwnPayment } from './authorize-operation.ts';
import { whyNotCapture } from './available-actions.ts';
import { executeOperation, type OperatedPayment } from './execute-operation.ts';
import { parseOperation } from './operation-input.ts';

/**
 * Takes the whole amount of a payment that was authorised only (`capture: LATER`).
 * @throws the errors of the union `CapturePaymentResult`
 */
export async function capturePayment(
  services: Services & BankAccess,
  caller: Caller,
  input: unknown,
): Promise<OperatedPayment> {
  const { id, idempotencyKey } = parseOperation(input);
  const { id: paymentId } = await readOwnPayment(services, caller, id, ['capture']);
  return executeOperation(actingAs(services, actingName(caller)), {
    kind: 'CAPTURE',
    caller,
    paymentId,
    idempotencyKey,
    asked: {},
    amountCents: (payment, operations) => {
      const settled = operations.filter(({ status }) => status === 'DONE');
      const reason = whyNotCapture(services, payment, settled);
      if (reason !== null) throw new OperationNotPossibleError(reason.en, ['id']);
      return payment.amountCents;
    },
  });
}
