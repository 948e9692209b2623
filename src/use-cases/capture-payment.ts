import type { Caller } from '../domain/caller.ts';
import { OperationNotPossibleError } from '../domain/errors.ts';
import { parseOperation } from '../domain/operation-input.ts';
import { actingAs } from './acting-as.ts';
import type { BankAccess } from './ask-bank.ts';
import { whyNotCapture } from './available-actions.ts';
import { readOwnPayment } from './operable-payment.ts';
import { type OperatedPayment, operate } from './operate.ts';
import type { Services } from './services.ts';

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
  return operate(actingAs(services, caller.client), {
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
