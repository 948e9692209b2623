import { actingName, requireFreshProof } from '../../../kernel/caller.ts';
import {
  OperationInProgressError,
  OperationNotPossibleError,
  ProviderUnavailableError,
} from '../../../kernel/errors.ts';
import { centsToDecimal } from '../../../kernel/money.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { payingAttemptOf } from '../attempts/paying-attempt.ts';
import { recordStep } from '../change-payment.ts';
import { claimKey } from '../claimed-key.ts';
import { type BankAccess, operationsOfBank } from '../inquiry/provider-inquiry.ts';
import type { Attempt, Payment } from '../payment.ts';
import { OutcomeUnknownError } from '../payment-errors.ts';
import type { Services, Transaction } from '../ports.ts';
import type { HostedAccount } from '../provider.ts';
import type { Approval } from './approval.ts';
import { callableAccount } from './authorize-operation.ts';
import { noTransaction, noWay } from './available-actions.ts';
import { type BankCall, NotSentError, type OperationAnswer } from './bank-operation.ts';
import { holdBackRefund } from './hold-back-refund.ts';
import { type KeyedOperation, requestKeyOf } from './operation-key.ts';
import { isUnsettled, type PaymentOperation } from './payment-operation.ts';
import {
  firstAskMs,
  type OperationOutcome,
  operationFactsOf,
  recordOperationResult,
} from './record-operation-result.ts';
import { checkRefundCeiling } from './refund-ceiling.ts';
import { type ApprovedRefund, aboveLimit, checkStillApproved, useApproval, waitingError } from './use-approval.ts';

/** A money operation at a bank: written as SENDING and committed, then called, then recorded. Never sent twice. */

export type OperationDemand = Omit<KeyedOperation, 'payment'> & {
  readonly paymentId: string;
  /**
   * Looks at the payment as it is in the transaction, and says how much the operation is about.
   * @throws the error that says why it is not possible
   */
  readonly amountCents: (payment: Payment, operations: readonly PaymentOperation[]) => number;
  /** The approval that it carries out. */
  readonly approved?: ApprovedRefund;
};

export type OperatedPayment = {
  readonly payment: Payment;
  readonly operation: PaymentOperation;
  readonly replayed: boolean;
};

type Sending = {
  readonly operation: PaymentOperation;
  readonly payment: Payment;
  readonly attempt: Attempt;
  readonly account: HostedAccount;
  readonly question: number | null;
};
type Claimed = { readonly found: PaymentOperation } | { readonly sending: Sending } | { readonly waiting: Approval };

/** No call to a bank takes longer: Paybox Direct is up to four questions at two hosts. */
export const longestCallMs = 180_000;
/** Leaves 30 s, so that no call is under way when the bank is asked for its result. */
const latestSendMs = longestCallMs - 30_000;

/**
 * @throws ApprovalRequiredError, OperationInProgressError, OutcomeUnknownError, ProviderUnavailableError, IdempotencyConflictError, and the
 * errors of `amountCents`
 */
export async function executeOperation(
  services: Services & BankAccess,
  demand: OperationDemand,
): Promise<OperatedPayment> {
  const claimed = await untilFresh(() =>
    services.store.transact((transaction) => claim(services, transaction, demand)),
  );
  if ('waiting' in claimed) throw waitingError(services, claimed.waiting);
  if ('found' in claimed) return answerOf(services, claimed.found, true);
  services.announce(demand.paymentId);
  const answer = await perform(services, claimed.sending);
  await recordOutcome(services, claimed.sending.operation, outcomeOf(answer, services.clock()));
  const recorded = await services.store.operation(claimed.sending.operation.id);
  return answerOf(services, recorded ?? claimed.sending.operation, false);
}

/**
 * Records the result of an operation, from any source. A resolved operation stays.
 * @param sent the sending that the result is about: it says nothing about a later sending under the same key
 */
export async function recordOutcome(
  services: Services,
  sent: Pick<PaymentOperation, 'id' | 'paymentId' | 'createdAt'>,
  outcome: OperationOutcome,
): Promise<void> {
  await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const payment = await transaction.paymentById(sent.paymentId);
      const operation = await transaction.operation(sent.id);
      if (!operation || !payment) throw new Error('an operation that was sent is recorded');
      if (operation.createdAt === sent.createdAt) {
        await recordOperationResult(services, transaction, { payment, operation }, outcome);
      }
    }),
  );
  services.announce(sent.paymentId);
}

/** Claims the key and writes the operation, or finds the operation under the key. */
async function claim(
  services: Services & BankAccess,
  transaction: Transaction,
  demand: OperationDemand,
): Promise<Claimed> {
  const payment = await transaction.paymentById(demand.paymentId);
  if (payment === null) throw new Error('the payment was there a moment ago');
  const id = demand.approved?.approval.operationId ?? services.identifiers.newId('ope');
  const key = requestKeyOf({ ...demand, payment });
  const holder = key && (await claimKey(transaction, key, { holderId: id, at: services.clock() }));
  if (holder === null) return prepare(services, transaction, demand, { payment, id, failed: null });
  // The approval first: one that is committed between the two reads has its operation.
  const waiting = await transaction.approvalOfOperation(holder);
  const found = await transaction.operation(holder);
  // It is sent again only if it certainly did not happen at the bank.
  if (found?.status === 'FAILED') {
    return prepare(services, transaction, demand, { payment, id: found.id, failed: found });
  }
  if (found !== null) return { found };
  if (waiting === null) throw new Error('an idempotency key names an operation that is not there');
  return { waiting };
}

type Preparing = {
  readonly payment: Payment;
  readonly id: string;
  /** The operation that is sent again; null for a new one. */
  readonly failed: PaymentOperation | null;
};

/** Writes the operation that is to be sent, or an approval in its place. */
async function prepare(
  services: Services & BankAccess,
  transaction: Transaction,
  demand: OperationDemand,
  { payment, id, failed }: Preparing,
): Promise<Claimed> {
  const { paymentId, kind, caller } = demand;
  const at = services.clock();
  const { attempt, amountCents, operations } = await check(transaction, demand, payment);
  if (failed && failed.amountCents > amountCents) throw moreThanLeft(failed, amountCents);
  const origin = { origin: 'CALLER', client: actingName(caller), bankTransaction: null } as const;
  const operation: PaymentOperation = {
    ...(failed ?? { id, paymentId, kind, amountCents, ...origin }),
    attemptId: attempt.id,
    // To cancel what was paid gives money back.
    givesBack: kind === 'REFUND' || (kind === 'CANCEL' && payment.status === 'PAID'),
    status: 'SENDING',
    bankCode: null,
    reason: null,
    asks: 0,
    nextAskAt: at + longestCallMs,
    notShownAt: null,
    createdAt: at,
    updatedAt: at,
  };
  if (operation.givesBack) {
    requireFreshProof(caller, at, 'give money back');
    await checkRefundCeiling(services, transaction, caller, payment, operation.amountCents);
    const approved = failed ? await transaction.approvalOfOperation(id) : (demand.approved?.approval ?? null);
    if (failed) checkStillApproved(approved, at);
    const wanted = { caller, payment, operations, operation, approved };
    const waiting = await holdBackRefund(services, transaction, wanted);
    if (waiting !== null && failed) throw aboveLimit();
    if (waiting !== null) return { waiting };
  }
  if (demand.approved) await useApproval(transaction, demand.approved);
  // The payment's version first. A concurrent request is then stale, and finds this operation on its next try.
  const sending = await send(services, transaction, payment, attempt, operation);
  await (failed ? transaction.updateOperation(failed, operation) : transaction.insertOperation(operation));
  return { sending };
}

/** The amount is refused if refunds made since leave less than it. */
const moreThanLeft = ({ amountCents }: PaymentOperation, leftCents: number): OperationNotPossibleError =>
  new OperationNotPossibleError(
    `This key stands for ${centsToDecimal(amountCents)} EUR, which is more than can still be given back: ` +
      `${centsToDecimal(leftCents)} EUR. Ask under another key.`,
    ['idempotencyKey'],
  );

/** Every rule that can refuse. */
async function check(
  transaction: Transaction,
  { amountCents, paymentId }: OperationDemand,
  payment: Payment,
): Promise<{
  readonly attempt: Attempt;
  readonly amountCents: number;
  readonly operations: readonly PaymentOperation[];
}> {
  const operations = await transaction.operationsOf(paymentId);
  const cents = amountCents(payment, operations);
  const unsettled = operations.find(isUnsettled);
  if (unsettled) {
    throw new OperationInProgressError(
      unsettled.status === 'NEEDS_REVIEW'
        ? 'Another operation of this payment waits for a person who looks and decides: settleOperation.'
        : 'Another operation of this payment is not settled yet; see `operations`.',
    );
  }
  const attempt = await payingAttemptOf(transaction, payment);
  if (!attempt) throw new OperationNotPossibleError(noTransaction.en, ['id']);
  return { attempt, amountCents: cents, operations };
}

async function send(
  services: Services & BankAccess,
  transaction: Transaction,
  payment: Payment,
  attempt: Attempt,
  operation: PaymentOperation,
): Promise<Sending> {
  const account = callableAccount(services, payment);
  if (account === null) throw new OperationNotPossibleError(noWay.en);
  const changed = await recordStep(services, transaction, payment, {
    type: 'OPERATION_REQUESTED',
    data: { ...operationFactsOf(operation), client: operation.client },
  });
  // Numbers are counted by the day, and the call sends the day too: both come from one moment.
  const counter = operationsOfBank(services, payment).questionCounter(account, operation.createdAt);
  const question = counter && (await transaction.nextSequence(counter.name));
  return { operation, payment: changed, attempt, account, question };
}

function perform(
  services: Services & BankAccess,
  { operation, payment, attempt, account, question }: Sending,
): Promise<OperationAnswer> {
  const { kind, amountCents } = operation;
  const request = { account, payment, attempt, kind, amountCents, question, now: operation.createdAt };
  // After a long pause, another process may have asked the bank and sent the operation again.
  const call: BankCall = async (asked) => {
    if (services.clock() - operation.createdAt >= latestSendMs) throw new NotSentError('it is too late to send it');
    return services.bankCall(asked);
  };
  return operationsOfBank(services, payment).perform(request, call);
}

function outcomeOf(answer: OperationAnswer, now: number): OperationOutcome {
  switch (answer.outcome) {
    case 'DONE':
      return { status: 'DONE', bankTransaction: answer.bankTransaction, bankCode: answer.bankCode };
    case 'REFUSED': {
      const { bankCode, reason, bankTransaction } = answer;
      return { status: 'REFUSED', bankCode, reason, bankTransaction };
    }
    case 'NOT_SENT':
      return { status: 'FAILED', bankCode: null, reason: answer.reason };
    case 'UNKNOWN': {
      const { bankCode, reason, bankTransaction } = answer;
      const asked = { asks: 0, nextAskAt: now + firstAskMs, notShownAt: null };
      return { status: 'UNKNOWN', bankCode, reason, bankTransaction, ...asked };
    }
  }
}

async function answerOf(services: Services, operation: PaymentOperation, replayed: boolean): Promise<OperatedPayment> {
  switch (operation.status) {
    case 'SENDING':
      throw new OperationInProgressError('This operation is on its way to the bank.');
    case 'UNKNOWN':
    case 'NEEDS_REVIEW':
      throw new OutcomeUnknownError(operation);
    case 'FAILED':
      throw new ProviderUnavailableError(`Nothing was changed at the bank: ${operation.reason ?? 'not reached'}.`);
    case 'DONE':
    case 'REFUSED': {
      const payment = await services.store.paymentById(operation.paymentId);
      if (payment === null) throw new Error('a payment with an operation is there');
      return { payment, operation, replayed };
    }
  }
}
