import assert from 'node:assert/strict';
import { factOf } from '../../../kernel/stored-facts.ts';
import {
  attemptHoldsMoney,
  besideOwn,
  centsOf,
  heldBy,
  heldMoneyOf,
  isCancelledBy,
  leavesOther,
} from '../attempts/paying-attempt.ts';
import { changeStatus, recordStep } from '../change-payment.ts';
import type { OutcomeFacts } from '../events/facts.ts';
import type { PaymentEvent } from '../events/payment-event.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Services, Transaction } from '../ports.ts';
import { canChange } from '../transitions.ts';
import {
  givesTooMuch,
  isUnsettled,
  type PaymentOperation,
  refundedCentsOf,
  statusByRefunds,
} from './payment-operation.ts';

/** The result of an operation, as far as it is known. */
export type OperationOutcome =
  | {
      readonly status: 'DONE';
      readonly bankTransaction: string | null;
      readonly bankCode: string | null;
      /** The client whose person gave the result. */
      readonly settledBy?: string;
    }
  | {
      readonly status: 'REFUSED' | 'FAILED' | 'NEEDS_REVIEW';
      readonly bankCode: string | null;
      readonly reason: string;
      /** The bank's id of a refund that it refused. */
      readonly bankTransaction?: string | null | undefined;
      readonly settledBy?: string;
    }
  | {
      readonly status: 'UNKNOWN';
      readonly bankCode: string | null;
      readonly reason: string;
      /** The bank's id of a refund that it has not decided. */
      readonly bankTransaction?: string | null | undefined;
      readonly asks: number;
      readonly nextAskAt: number;
      readonly notShownAt: number | null;
    };

/** The reason of a refund that a person has to explain. */
export const tooMuch = 'more was given back than was paid';

/** The delay before the first inquiry about an operation in doubt. */
export const firstAskMs = 30_000;

type Written = Pick<Services, 'clock' | 'identifiers' | 'eventHandlers'>;
/** `CALLER`: the bank's answer to our call, or a person. `BANK_NEWS`: the bank's own message. */
type OperationCause = 'CALLER' | 'BANK_NEWS';

type Resolved = {
  readonly payment: Payment;
  readonly operation: PaymentOperation;
  /** Left out: the bank's answer to our call, or a person. */
  readonly by?: OperationCause;
};

/**
 * Writes an operation's result and its effect on the payment, in the caller's transaction. A resolved operation stays:
 * the bank's message and the answer to our call may both report it. Where they contradict each other, a person looks.
 */
export async function recordOperationResult(
  services: Written,
  transaction: Transaction,
  resolved: Resolved,
  said: OperationOutcome,
): Promise<Payment> {
  const { payment, operation } = resolved;
  if (!isUnsettled(operation)) {
    const isDenied = operation.status === 'REFUSED' || operation.status === 'FAILED';
    if (said.status !== 'DONE' || !isDenied) return payment;
    // The bank's own message that money left counts; an answer to our call may be older than what was recorded.
    if (resolved.by !== 'BANK_NEWS') return contradict(services, transaction, resolved, said);
  }
  const exceeds =
    said.status === 'DONE' && givesTooMuch(payment, await transaction.operationsOf(payment.id), operation);
  // The bank has given back another transaction of the payment meanwhile. A person is called once.
  if (exceeds && operation.reason === tooMuch) return payment;
  const outcome: OperationOutcome = exceeds ? { ...said, status: 'NEEDS_REVIEW', reason: tooMuch } : said;
  const { asks, nextAskAt, notShownAt } = outcome.status === 'UNKNOWN' ? outcome : { ...operation, nextAskAt: null };
  const bankTransaction =
    outcome.status === 'DONE' ? outcome.bankTransaction : (outcome.bankTransaction ?? operation.bankTransaction);
  await transaction.updateOperation(operation, {
    ...operation,
    status: outcome.status,
    bankTransaction,
    bankCode: outcome.bankCode,
    reason: outcome.status === 'DONE' ? null : outcome.reason,
    ...{ asks, nextAskAt, notShownAt },
    updatedAt: services.clock(),
  });
  const settledBy = outcome.status === 'UNKNOWN' ? undefined : outcome.settledBy;
  const data = {
    ...{ ...operationFactsOf(operation), bankTransaction, bankCode: outcome.bankCode },
    ...(settledBy !== undefined && { settledBy }),
  };
  if (outcome.status === 'DONE') return applyDone(services, transaction, resolved, data);
  // The same doubt again changes nothing.
  if (outcome.status === 'UNKNOWN' && operation.status === 'UNKNOWN') return payment;
  const type = { REFUSED: 'OPERATION_REFUSED', FAILED: 'OPERATION_FAILED', UNKNOWN: 'OPERATION_UNKNOWN' } as const;
  return recordStep(services, transaction, payment, {
    type: outcome.status === 'NEEDS_REVIEW' ? 'REVIEW_NEEDED' : type[outcome.status],
    data: { ...data, reason: outcome.reason },
  });
}

function contradict(
  services: Written,
  transaction: Transaction,
  { payment, operation }: Resolved,
  { bankTransaction, bankCode }: Extract<OperationOutcome, { status: 'DONE' }>,
): Promise<Payment> {
  const reason = `the bank did it, but the operation is ${operation.status}`;
  return recordStep(services, transaction, payment, {
    type: 'REVIEW_NEEDED',
    data: { ...operationFactsOf(operation), bankTransaction, bankCode, reason },
  });
}

/** The facts of an operation in an event. */
export const operationFactsOf = ({ id, kind, amountCents }: PaymentOperation) => ({
  operation: id,
  kind,
  amountCents,
});

async function applyDone(
  services: Written,
  transaction: Transaction,
  { payment, operation, by: cause = 'CALLER' }: Resolved,
  data: OutcomeFacts,
): Promise<Payment> {
  switch (operation.kind) {
    case 'REFUND':
      return giveBack(services, transaction, payment, { cause, ...data });
    case 'CANCEL':
    case 'CAPTURE': {
      const status = operation.kind === 'CANCEL' ? 'CANCELLED' : 'PAID';
      const held = await heldMoneyOf(transaction, payment);
      const own = heldBy(held, { id: operation.attemptId });
      // The bank's own message names what it took.
      const isAnswer = status === 'PAID' && cause === 'CALLER';
      if (isAnswer && (await isOvertaken(transaction, payment, operation, own.attempt))) {
        const reason = 'the bank did it, but the transaction was cancelled meanwhile';
        return recordStep(services, transaction, payment, { type: 'REVIEW_NEEDED', data: { ...data, reason } });
      }
      const stays = status === 'CANCELLED' && centsOf(held) > own.ownCents;
      // A cancellation names what it has cancelled: a late message about it brings no money.
      const facts = status === 'CANCELLED' ? { ...data, bankTransaction: own.attempt.bankTransaction } : data;
      const moved = stays
        ? await recordStep(services, transaction, payment, {
            type: 'REVIEW_NEEDED',
            data: { ...facts, reason: leavesOther },
          })
        : await moveTo(services, transaction, payment, { to: status, cause, data: facts });
      await transaction.updateAttempt(operation.attemptId, (stays && besideOwn(own)) || { status });
      return moved;
    }
  }
}

/** Whether a hold of the attempt was cancelled since the operation was asked for: it may have been its own. */
async function isOvertaken(
  transaction: Transaction,
  { id, version }: Payment,
  operation: PaymentOperation,
  { reference, status }: Attempt,
): Promise<boolean> {
  const story = await transaction.eventsOf(id, 0, version);
  const asked = story.findLastIndex(
    ({ type, data }) => type === 'OPERATION_REQUESTED' && data.operation === operation.id,
  );
  const isOwn = ({ data }: PaymentEvent): boolean => factOf(data, 'attemptReference') === reference;
  const numberOf = ({ data }: PaymentEvent): string | null => factOf(data, 'bankTransaction');
  const before = story.slice(0, Math.max(0, asked)).filter(isOwn);
  const came = new Set(before.map(numberOf));
  const since = story.slice(asked + 1).filter((event) => isOwn(event) && isCancelledBy(event));
  return !attemptHoldsMoney.has(status) || since.some((event) => came.has(numberOf(event)));
}

async function moveTo(
  services: Written,
  transaction: Transaction,
  payment: Payment,
  {
    to,
    cause,
    data,
  }: { readonly to: 'CANCELLED' | 'PAID'; readonly cause: OperationCause; readonly data: OutcomeFacts },
): Promise<Payment> {
  if (payment.status === to) return payment;
  if (canChange(payment.status, to, cause)) {
    return changeStatus(services, transaction, payment, { to, data: { cause, ...data }, change: { expiresAt: null } });
  }
  return recordStep(services, transaction, payment, {
    type: 'REVIEW_NEEDED',
    data: { ...data, reason: `the bank did it, but the payment is ${payment.status}` },
  });
}

/** Money was given back. The operation is written as done already: the sum over the payment's operations holds it. */
export async function giveBack(
  services: Written,
  transaction: Transaction,
  payment: Payment,
  { cause, ...data }: Omit<OutcomeFacts, 'kind'> & { readonly cause: OperationCause },
): Promise<Payment> {
  const refundedCents = refundedCentsOf(await transaction.operationsOf(payment.id));
  assert(refundedCents <= payment.amountCents, 'no more is given back than was paid');
  const to = statusByRefunds(payment.amountCents, refundedCents);
  return recordStep(services, transaction, payment, {
    type: 'REFUND_DONE',
    data: { from: payment.status, cause, ...data, kind: 'REFUND', refundedCents },
    change: canChange(payment.status, to, cause) ? { status: to } : {},
  });
}
