import { developmentSocietes } from '../../src/config/development.ts';
import { createBankCall } from '../../src/modules/payments/inquiry/bank-call.ts';
import type { OperationAnswer, OperationKind } from '../../src/modules/payments/operations/bank-operation.ts';
import { createLabanquepostaleRest } from '../../src/providers/labanquepostale/rest.ts';
import { createPayboxDirect } from '../../src/providers/paybox/direct.ts';
import type { TestGateway } from './gateway.ts';

type Done = {
  readonly paymentId: string;
  readonly kind: OperationKind;
  readonly amountCents: number;
  /** Which of the payment's attempts, the first one by default. */
  readonly attempt?: number;
};

let question = 0;
const call = createBankCall({ connectTimeoutMs: 1000, deadlineMs: 5000, maximumAnswerBytes: 1_000_000 });

/** An action in a bank's own back office: the simulator does it, and the gateway was not asked. */
export async function inBackOffice(
  gateway: TestGateway,
  { paymentId, kind, amountCents, attempt: index = 0 }: Done,
): Promise<OperationAnswer> {
  const payment = await gateway.store.paymentById(paymentId);
  const attempt = (await gateway.store.attemptsOf(paymentId))[index];
  if (!payment || !attempt) throw new Error('the payment is gone');
  const { accounts } = developmentSocietes(gateway.url).get(payment.idSociete) ?? {};
  const [paybox, labanquepostale] = [accounts?.PAYBOX?.TEST, accounts?.LABANQUEPOSTALE?.TEST];
  if (!paybox || !labanquepostale) throw new Error('the société has no account there');
  const request = { payment, attempt, kind, amountCents, now: gateway.now() };
  if (payment.paymentTarget === 'LABANQUEPOSTALE') {
    const rest = createLabanquepostaleRest();
    const asked = { ...request, account: labanquepostale, question: null };
    // The gateway may have heard nothing of it yet.
    const found = attempt.bankTransaction === null ? await rest.inquire(asked, call) : null;
    const named = found?.outcome === 'FOUND' ? { ...attempt, bankTransaction: found.update.bankTransaction } : attempt;
    return rest.perform({ ...asked, attempt: named }, call);
  }
  // Far from those that the gateway's own counter gives.
  return createPayboxDirect().perform({ ...request, account: paybox, question: 100_000_000 + question++ }, call);
}
