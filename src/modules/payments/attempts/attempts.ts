import assert from 'node:assert/strict';
import { dayMs } from '../../../kernel/durations.ts';
import { ProviderUnavailableError } from '../../../kernel/errors.ts';
import { isHosted } from '../capabilities.ts';
import { changeStatus } from '../change-payment.ts';
import { attemptFactsOf } from '../events/facts.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Services, Transaction } from '../ports.ts';
import { accountOfPayment, type HostedTarget, type SequenceCounter } from '../provider.ts';

/** Tries at the bank's page: each has a reference of its own there. */

/**
 * The reference of the payment's next attempt: at the bank (PBX_CMD, vads_order_id), and in the event that records it.
 */
export function nextName({ reference }: Payment, last: Attempt | null): Pick<Attempt, 'number' | 'reference'> {
  const number = (last?.number ?? 0) + 1;
  return { number, reference: `${reference}-${number}` };
}

/**
 * Writes the payment's next attempt and supersedes the one before; messages about that one still count. The payment is
 * changed first, unless it is new. Of two callers that open an attempt at once the second is stale, and finds the
 * attempt of the first.
 */
export async function addAttempt(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  last: Attempt | null,
  given: 'BY_LINK' | 'IN_ANSWER' | null,
): Promise<Attempt> {
  if (last?.status === 'OPEN') await transaction.updateAttempt(last.id, { status: 'SUPERSEDED' });
  const unnumbered = newAttempt(services, payment, nextName(payment, last), given);
  const counter = counterOf(services, payment, unnumbered.createdAt);
  const attempt = { ...unnumbered, sequence: counter && (await nextNumber(services, transaction, payment, counter)) };
  await transaction.insertAttempt(attempt, payment.paymentTarget);
  return attempt;
}

/** A payment that ended without money waits for its customer again, with another attempt where it is on a bank's page. */
export async function reopenPayment(
  services: Services,
  transaction: Transaction,
  ended: Payment,
  last: Attempt | null,
  { given, expiresAt }: { readonly given: 'BY_LINK' | null; readonly expiresAt: number | null },
): Promise<{ readonly payment: Payment; readonly attempt: Attempt | null }> {
  const next = isHosted(ended.flow) ? nextName(ended, last) : null;
  const payment = await changeStatus(services, transaction, ended, {
    to: 'REQUIRES_ACTION',
    data: { cause: 'RETRY', ...(next && attemptFactsOf(next)) },
    change: { expiresAt },
  });
  return { payment, attempt: next && (await addAttempt(services, transaction, payment, last, given)) };
}

/** The attempt before the bank's number is known. */
export function newAttempt(
  services: Services,
  payment: Payment,
  { number, reference }: Pick<Attempt, 'number' | 'reference'>,
  given: 'BY_LINK' | 'IN_ANSWER' | null,
): Attempt {
  const createdAt = services.clock();
  return {
    id: services.identifiers.newId('att'),
    paymentId: payment.id,
    number,
    reference,
    sequence: null,
    status: 'OPEN',
    bankTransaction: null,
    bankCode: null,
    createdAt,
    openedAt: given === 'BY_LINK' ? createdAt : null,
    formGivenAt: given === 'IN_ANSWER' && isSingleUse(services, payment) ? createdAt : null,
  };
}

/** The counter of the bank's numbers for attempts of this account, if the bank wants numbers. */
export function counterOf(
  services: Pick<Services, 'providers' | 'societes' | 'settings'>,
  payment: Payment,
  now: number,
): SequenceCounter | null {
  const account = accountOfPayment(services, payment);
  assert(account, 'the société of an attempt has an account');
  return services.providers[payment.paymentTarget as HostedTarget].sequenceCounter(account, now);
}

async function nextNumber(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  counter: SequenceCounter,
): Promise<number> {
  const number = await transaction.nextSequence(counter.name, counter.first);
  return number < counter.limit ? number : refuseNumber(services, payment, counter);
}

/** @throws ProviderUnavailableError, because the account has no number left for the day */
export function refuseNumber(
  { numbersUsedUp }: Pick<Services, 'numbersUsedUp'>,
  { paymentTarget, idSociete, effectiveRunMode }: Payment,
  { first, limit }: SequenceCounter,
): never {
  const target = paymentTarget as HostedTarget;
  numbersUsedUp?.({ target, idSociete, runMode: effectiveRunMode });
  throw new ProviderUnavailableError(
    `The account's transaction numbers ${first} to ${limit - 1} at ${target} are used up for today.`,
  );
}

/** The last answer code of the bank to an earlier attempt. A first attempt has none, and reads nothing. */
export async function bankCodeBefore(
  store: Pick<Services['store'], 'attemptsOf'>,
  { paymentId, number }: Attempt,
): Promise<string | null> {
  if (number === 1) return null;
  const answered = (await store.attemptsOf(paymentId)).filter((it) => it.number < number && it.bankCode !== null);
  return answered.at(-1)?.bankCode ?? null;
}

/** Whether the attempt's form can be sent to the bank now. */
export function isUsable(services: Services, payment: Payment, attempt: Attempt, now: number): boolean {
  const { attemptLifetimeMs } = services.providers[payment.paymentTarget as HostedTarget];
  const isUsed = attempt.openedAt !== null && isSingleUse(services, payment);
  return attempt.status === 'OPEN' && now < attempt.createdAt + attemptLifetimeMs && !isUsed;
}

/** Whether the same form is given again. */
export const isReusable = (services: Services, payment: Payment, last: Attempt | null): boolean =>
  last !== null && !isSingleUse(services, payment) && isUsable(services, payment, last, services.clock());

/** A direct debit signed on the bank's page is decided by the bank's statement: five weeks and a few days at most. */
export const lastQuestionMs = 45 * dayMs;

/** Whether the attempt may still bring money. After the last question to the bank nothing is expected. */
export const mayBringMoney = ({ status, createdAt }: Attempt, now: number): boolean =>
  (status === 'PENDING' || status === 'AUTHORIZED') && now < createdAt + lastQuestionMs;

/** Whether the bank accepts an attempt's form only once, even from a customer who gave up. */
export const isSingleUse = ({ providers }: Pick<Services, 'providers'>, { paymentTarget }: Payment): boolean =>
  providers[paymentTarget as HostedTarget].attemptIsSingleUse;
