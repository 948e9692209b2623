import { actingName, type Caller, holds, requireMoneyRight } from '../../../kernel/caller.ts';
import { InvalidInputError, NotAllowedError } from '../../../kernel/errors.ts';
import { maximumSepaCents } from '../../../kernel/money.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import { combinationsOf, flowOf, isHosted, type PaymentFlow } from '../capabilities.ts';
import { allowedAt } from '../capabilities-of-societe.ts';
import { UnsupportedPaymentError } from '../payment-errors.ts';
import type { Services } from '../ports.ts';
import type { HostedTarget } from '../provider.ts';
import { refuseAccounting } from './booking.ts';
import { knownSociete } from './check-availability.ts';
import type { Initiation } from './initiation.ts';
import { chooseRunMode } from './run-mode.ts';

/** A request that passed its own rules, with the values found on the way. */
export type InitiationPlan = {
  readonly initiation: Initiation;
  readonly caller: Caller;
  readonly effectiveRunMode: EffectiveRunMode;
  readonly flow: PaymentFlow;
  /** Caller, operation and effective run mode: the same through both doors. */
  readonly scope: string;
};

/**
 * Checks every rule about the caller and the request, before any read or write. Momentary rules
 * (`check-availability.ts`) are not checked here: an existing payment is shown even if its bank is down.
 * @throws NotAllowedError, InvalidInputError, UnsupportedPaymentError
 */
export function planInitiation(services: Services, caller: Caller, initiation: Initiation): InitiationPlan {
  checkScope(caller);
  const effectiveRunMode = chooseRunMode(services, caller, initiation.paymentRunMode, 'paymentRunMode');
  checkAllowed(caller, initiation);
  const { paymentTarget, paymentType, typePaiement } = initiation;
  if (typePaiement !== paymentType && paymentType !== 'COMPTABILITE' && !services.settings.acceptsAnyTypePaiement) {
    throw invalid('typePaiement', `typePaiement must be ${paymentType}, the same as paymentType.`);
  }
  const flow = flowOf(paymentTarget, paymentType);
  if (flow === null) {
    const allowed = allowedAt(knownSociete(services, initiation));
    throw new UnsupportedPaymentError(
      `${paymentTarget} does not take ${paymentType}. Allowed: ${combinationsOf(allowed)}.`,
      ['paymentType'],
      allowed,
    );
  }
  if (flow === 'BOOKING' || flow === 'DIRECT_DEBIT') requireMoneyRight(caller, effectiveRunMode);
  if (flow === 'BOOKING') checkBooking(caller);
  else refuseAccounting(initiation);
  checkReturnUrl(caller, initiation.returnUrl ?? null);
  if (initiation.capture === 'LATER' && flow !== 'HOSTED_PAGE') {
    throw invalid('capture', "capture can be LATER for a card payment on a bank's page alone.");
  }
  if ((flow === 'BANK_TRANSFER' || flow === 'DIRECT_DEBIT') && initiation.amount > maximumSepaCents) {
    throw invalid('amount', 'amount is more than a SEPA payment can carry: 999999999.99 EUR.');
  }
  if (isHosted(flow)) checkHostedPage(services, initiation);
  const scope = keyScope(caller, effectiveRunMode);
  return { initiation, caller, effectiveRunMode, flow, scope };
}

/** Within which a key means one request: the same through both doors. */
export const keyScope = (caller: Pick<Caller, 'client' | 'person'>, runMode: EffectiveRunMode): string =>
  `${actingName(caller)} initiatePayment ${runMode}`;

function checkScope({ scopes }: Caller): void {
  if (!scopes.has('initiate')) throw new NotAllowedError('This client may not initiate payments.');
}

function checkAllowed(caller: Caller, { idSociete, idOrigin, paymentTarget }: Initiation): void {
  if (caller.origins !== null && !caller.origins.has(idOrigin)) {
    throw new NotAllowedError('This client may not use this idOrigin.', ['idOrigin']);
  }
  if (caller.societes !== null && !caller.societes.has(idSociete)) {
    throw new NotAllowedError('This client may not use this idSociete.', ['idSociete']);
  }
  if (caller.targets !== null && !caller.targets.has(paymentTarget)) {
    throw new NotAllowedError('This client may not use this paymentTarget.', ['paymentTarget']);
  }
}

/** A booking is paid at once, on the caller's word alone. */
function checkBooking(caller: Caller): void {
  if (!holds(caller, 'book')) {
    throw new NotAllowedError('This client may not book payments: that takes the scope book.', ['paymentType']);
  }
}

function checkReturnUrl(caller: Caller, returnUrl: string | null): void {
  if (returnUrl === null) return;
  const { origin, protocol, hostname } = new URL(returnUrl);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
  const allowed =
    isLoopback && caller.returnsToLoopback ? true : protocol === 'https:' && caller.returnOrigins.has(origin);
  if (!allowed) throw invalid('returnUrl', 'returnUrl must lead to an origin that the client registered.');
}

function checkHostedPage({ providers }: Services, { paymentTarget, email, amount }: Initiation): void {
  const [first, ...rest] = providers[paymentTarget as HostedTarget].refusals({ email, amountCents: amount });
  if (first) throw new InvalidInputError([first, ...rest]);
}

const invalid = (field: string, message: string): InvalidInputError =>
  new InvalidInputError([{ path: [field], message }]);
