import { actingName, type Caller } from '../../../kernel/caller.ts';
import { minuteMs } from '../../../kernel/durations.ts';
import { InvalidInputError, NotAllowedError, OperationNotPossibleError } from '../../../kernel/errors.ts';
import { isIdOf } from '../../../kernel/identifiers.ts';
import { factOf } from '../../../kernel/stored-facts.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { actingAs } from '../acting-as.ts';
import { applyAnswer, type BankAccess, inquire } from '../inquiry/provider-inquiry.ts';
import { lastEventOf } from '../last-event.ts';
import type { Payment } from '../payment.ts';
import type { Services, Transaction } from '../ports.ts';
import type { ProviderUpdate } from '../provider.ts';
import { callableAccount, readPaymentForOperation, requirePower } from './authorize-operation.ts';
import type { InquiryAnswer } from './bank-operation.ts';
import { recordOutcome } from './execute-operation.ts';
import { refundLimitOf } from './hold-back-refund.ts';
import { parseSettlement } from './operation-input.ts';
import { givesTooMuch, isUnsettled, type PaymentOperation, refundedCentsOf } from './payment-operation.ts';
import { type OperationOutcome, recordOperationResult } from './record-operation-result.ts';

/** How long after one asking the next one comes; after the last one a person has to look. */
const pausesMs: readonly number[] = [2, 10, 30, 120, 360, 720, 1440].map((minutes) => minutes * minuteMs);

/** Asks the bank for the result of an operation in doubt, and records it. */
export async function resolveByInquiry(services: Services & BankAccess, operation: PaymentOperation): Promise<void> {
  const payment = await services.store.paymentById(operation.paymentId);
  const attempts = await services.store.attemptsOf(operation.paymentId);
  const attempt = attempts.find(({ id }) => id === operation.attemptId);
  const account = payment && callableAccount(services, payment);
  if (!payment || !attempt || !account) {
    const reason = 'the contract has no way to ask the bank any more';
    return recordOutcome(services, operation, { status: 'NEEDS_REVIEW', bankCode: operation.bankCode, reason });
  }
  const answer = await inquire(services, payment, attempt, account);
  // A definite answer to an inquiry resolves the operation, exactly like a notification.
  await applyAnswer(services, payment, answer);
  const others = (await services.store.operationsOf(payment.id)).filter(({ id }) => id !== operation.id);
  const verdict = answer.outcome === 'FOUND' ? verdictOf(operation, payment, others, answer) : null;
  const isProven = verdict !== null && (!verdict.takesTwo || operation.notShownAt !== null);
  if (isProven) return recordOutcome(services, operation, verdict.outcome);
  const now = services.clock();
  // A question without an answer says nothing of what the bank shows.
  const notShownAt = answer.outcome === 'FOUND' ? verdict && now : operation.notShownAt;
  await recordOutcome(services, operation, askAgain({ ...operation, notShownAt }, answer, now));
}

type Verdict = {
  readonly outcome: OperationOutcome;
  /** The operation may still be under way: a second answer that says the same proves it. */
  readonly takesTwo: boolean;
};

/** The result that the answer proves, or null. */
function verdictOf(
  operation: PaymentOperation,
  payment: Payment,
  others: readonly PaymentOperation[],
  answer: Extract<InquiryAnswer, { outcome: 'FOUND' }>,
): Verdict | null {
  const { bankStatus, status, amountCents } = answer.update;
  if (amountCents !== payment.amountCents) return atOnce(needsReview('the bank says another amount', bankStatus));
  const doneNow = atOnce({ status: 'DONE', bankTransaction: null, bankCode: bankStatus });
  const notDone = bySecond({ status: 'FAILED', bankCode: bankStatus, reason: 'the bank never did it' });
  switch (operation.kind) {
    case 'CAPTURE':
      return status === 'PAID' ? doneNow : status === 'PENDING' ? null : notDone;
    case 'CANCEL':
      return status === 'CANCELLED' ? doneNow : status === 'PENDING' ? null : notDone;
    case 'REFUND': {
      if (answer.credits.some((credit) => isUndecided(credit, others))) return null;
      // The bank answers for one attempt.
      const ofAttempt = others.filter(({ attemptId }) => attemptId === operation.attemptId);
      const refundedBeforeCents = refundedCentsOf(ofAttempt.map((other) => doneAfterAll(other, answer.credits)));
      const expectedCents = refundedBeforeCents + operation.amountCents;
      const isWhole = expectedCents === payment.amountCents;
      // A cancelled payment has no partial refund.
      if (status === 'CANCELLED' && !isWhole) return notDone;
      // Paybox says only whether everything was given back.
      if (answer.refundedCents === null) return isWhole ? notDone : bySecond(needsReview(noPart, bankStatus));
      if (answer.refundedCents === expectedCents && expectedCents <= payment.amountCents) return doneNow;
      return answer.refundedCents === refundedBeforeCents ? notDone : atOnce(needsReview(neitherNor, bankStatus));
    }
  }
}

/** Another refund as the bank says it is now: one that it had refused may be done, and is recorded once no other is in doubt. */
const doneAfterAll = (other: PaymentOperation, credits: readonly ProviderUpdate[]): PaymentOperation =>
  credits.some(({ status, bankTransaction }) => status === 'PAID' && bankTransaction === other.bankTransaction)
    ? { ...other, status: 'DONE' }
    : other;

/** Whether the bank reports an undecided refund that may be this one. */
const isUndecided = ({ status, bankTransaction }: ProviderUpdate, others: readonly PaymentOperation[]): boolean =>
  status === 'PENDING' && !others.some((other) => other.bankTransaction === bankTransaction);

const atOnce = (outcome: OperationOutcome): Verdict => ({ outcome, takesTwo: false });
const bySecond = (outcome: OperationOutcome): Verdict => ({ outcome, takesTwo: true });

const noPart = 'the bank does not say whether a part was given back';
const neitherNor = 'what the bank says was given back is neither with nor without this refund';
const needsReview = (reason: string, bankCode: string): OperationOutcome => ({
  status: 'NEEDS_REVIEW',
  bankCode,
  reason,
});

function askAgain(operation: PaymentOperation, answer: InquiryAnswer, now: number): OperationOutcome {
  const { asks, bankCode, notShownAt } = operation;
  const reason =
    answer.outcome === 'UNKNOWN' ? answer.reason : answer.outcome === 'NONE' ? 'the bank has no such payment' : null;
  const pauseMs = pausesMs[asks];
  if (pauseMs === undefined) {
    return { status: 'NEEDS_REVIEW', bankCode, reason: reason ?? 'the bank never said what it did' };
  }
  const asked = { asks: asks + 1, nextAskAt: now + pauseMs, notShownAt };
  return { status: 'UNKNOWN', bankCode, reason: reason ?? 'the bank has not decided', ...asked };
}

/**
 * A person looked at the bank's back office and gives the result of an operation in doubt.
 * @throws InvalidInputError, NotAllowedError, OperationNotPossibleError
 */
export async function resolveOperation(
  given: Services,
  caller: Caller,
  input: unknown,
): Promise<{ readonly payment: Payment; readonly operation: PaymentOperation }> {
  const { id, outcome } = parseSettlement(input);
  const services = actingAs(given, actingName(caller));
  const found = isIdOf('ope', id) ? await services.store.operation(id) : null;
  const unknown = new InvalidInputError([{ path: ['id'], message: 'There is no such operation.' }]);
  requirePower(caller, ['decide']);
  if (found === null) throw unknown;
  await readPaymentForOperation(services, caller, found.paymentId, ['decide']).catch((error: unknown) => {
    throw error instanceof InvalidInputError ? unknown : error;
  });
  const payment = await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const current = await transaction.paymentById(found.paymentId);
      const operation = await transaction.operation(id);
      if (!operation || !current) throw unknown;
      if (operation.status === statusAfter[outcome] && (await wasSettledByHand(transaction, operation))) {
        // Perhaps since the payment was read.
        return (await transaction.paymentById(current.id)) ?? current;
      }
      if (!isUnsettled(operation) || operation.status === 'SENDING') {
        throw new OperationNotPossibleError(`The operation is ${operation.status}.`, ['id']);
      }
      if (outcome === 'NOT_DONE') checkSaidByAnother(caller, operation);
      else if (givesTooMuch(current, await transaction.operationsOf(current.id), operation)) {
        throw new OperationNotPossibleError('This refund would make what was given back more than what was paid.', [
          'outcome',
        ]);
      }
      const said: OperationOutcome =
        outcome === 'DONE'
          ? { status: 'DONE', bankTransaction: operation.bankTransaction, bankCode: operation.bankCode }
          : {
              status: 'FAILED',
              bankCode: operation.bankCode,
              reason: `${actingName(caller)} says that it was never done`,
            };
      const bySaying = { ...said, settledBy: actingName(caller) };
      return recordOperationResult(services, transaction, { payment: current, operation }, bySaying);
    }),
  );
  services.announce(payment.id);
  const operation = await services.store.operation(id);
  if (operation === null) throw new Error('an operation that was settled is there');
  return { payment, operation };
}

/**
 * A refund that was not done counts on no limit or ceiling any more: another person has to say so.
 * @throws NotAllowedError
 */
function checkSaidByAnother(caller: Caller, { givesBack, client }: PaymentOperation): void {
  const isLimited = refundLimitOf(caller) !== null || caller.refundCeilingCents !== undefined;
  if (!isLimited || !givesBack || client !== actingName(caller)) return;
  throw new NotAllowedError('You asked for this refund: that it was never done, another person says.', ['id']);
}

const statusAfter = { DONE: 'DONE', NOT_DONE: 'FAILED' } as const;

/** Whether a person already gave this result; repeating it changes nothing. */
async function wasSettledByHand(transaction: Transaction, { id, paymentId }: PaymentOperation): Promise<boolean> {
  const last = await lastEventOf(transaction, paymentId, ({ data }) => factOf(data, 'operation') === id);
  return last !== null && factOf(last.data, 'settledBy') !== null;
}
