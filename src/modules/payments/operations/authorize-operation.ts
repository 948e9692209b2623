import { type Caller, holds, owningClient, requireMoneyRight, type Scope } from '../../../kernel/caller.ts';
import { NotAllowedError, refuseInput } from '../../../kernel/errors.ts';
import { isIdOf } from '../../../kernel/identifiers.ts';
import { isCopied } from '../initiation/run-mode.ts';
import { maySee } from '../may-see.ts';
import type { Payment } from '../payment.ts';
import type { Services } from '../ports.ts';
import { accountOfPayment, type HostedAccount, isHostedTarget } from '../provider.ts';

type Reading = Pick<Services, 'store' | 'settings'>;

/** @throws NotAllowedError for a caller that has none of these scopes */
export function requirePower(caller: Caller, powers: readonly Scope[]): void {
  if (powers.some((power) => holds(caller, power))) return;
  throw new NotAllowedError(`This client may not do that: it takes the scope ${powers.join(' or ')}.`);
}

/**
 * A payment on which the caller may act with one of `powers`, in the payment's own run mode.
 * @throws NotAllowedError; InvalidInputError for an unknown payment and for one that it may not see: the two look
 * alike.
 */
export async function readPaymentForOperation(
  services: Reading,
  caller: Caller,
  id: string,
  powers: readonly Scope[],
): Promise<Payment> {
  requirePower(caller, powers);
  const payment = isIdOf('pay', id) ? await services.store.paymentById(id) : null;
  if (payment === null || !maySee(services, caller, payment)) {
    refuseInput('id', 'There is no such payment.');
  }
  requireRunMode(services, caller, payment);
  // A question to the bank moves nothing.
  if (!powers.includes('refresh')) requireMoneyRight(caller, payment.effectiveRunMode);
  return payment;
}

/** @throws NotAllowedError for a payment of a run mode that the caller may not change */
export function requireRunMode(services: Pick<Services, 'settings'>, caller: Caller, payment: Payment): void {
  const { paymentRunMode, effectiveRunMode } = payment;
  const needed = paymentRunMode === 'FORCE_LIVE' ? 'FORCE_LIVE' : effectiveRunMode;
  if (isCopied(services, payment) || !caller.runModes.has(needed)) {
    throw new NotAllowedError(`This client may not touch ${effectiveRunMode} payments.`, ['id']);
  }
}

/**
 * The same for operations that take, return or give up money: only the client that created the payment may do them.
 * @throws NotAllowedError for a payment of another client that it sees, without the scope `allPayments`
 */
export async function readOwnPayment(
  services: Reading,
  caller: Caller,
  id: string,
  powers: readonly Scope[],
): Promise<Payment> {
  const payment = await readPaymentForOperation(services, caller, id, powers);
  if (payment.client !== owningClient(caller) && !holds(caller, 'allPayments')) {
    throw new NotAllowedError('This payment is of another client: that takes the scope allPayments.', ['id']);
  }
  return payment;
}

/** The account of the payment's bank page, if the bank can be called with it server to server; else null. */
export function callableAccount(
  services: Pick<Services, 'societes' | 'providers' | 'settings'>,
  payment: Payment,
): HostedAccount | null {
  const { paymentTarget } = payment;
  const account = accountOfPayment(services, payment);
  if (!account || !isHostedTarget(paymentTarget)) return null;
  return services.providers[paymentTarget].whyNotAsked(account) === null ? account : null;
}
