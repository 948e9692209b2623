import type { Caller } from '../domain/caller.ts';
import { allowedCombinations, flowOf, type PaymentFlow } from '../domain/capabilities.ts';
import {
  InvalidInputError,
  NotAllowedError,
  ProviderUnavailableError,
  UnsupportedPaymentError,
} from '../domain/errors.ts';
import type { Initiation } from '../domain/initiation.ts';
import { accountingRulesOf, type Societe } from '../domain/merchant.ts';
import { maximumSepaCents } from '../domain/money.ts';
import { accountOf } from '../domain/provider.ts';
import type { EffectiveRunMode } from '../domain/vocabulary.ts';
import { noAccounting, type ProposedAccounting, proposeAccounting } from './payment-accounting.ts';
import { chooseRunMode } from './run-mode.ts';
import type { HostedTarget, Services } from './services.ts';

/** A request that passed every rule, with what was found out on the way. */
export type InitiationPlan = {
  readonly initiation: Initiation;
  readonly caller: Caller;
  readonly effectiveRunMode: EffectiveRunMode;
  readonly flow: PaymentFlow;
  /** What accounting says of a payment that it records; null for all others. */
  readonly accounting: ProposedAccounting | null;
  /** Caller, operation and effective run mode: the same through both doors. */
  readonly scope: string;
  readonly societe: Societe;
};

/**
 * Every rule that can refuse, before anything is written.
 * @throws NotAllowedError, InvalidInputError, UnsupportedPaymentError, ProviderUnavailableError
 */
export function planInitiation(services: Services, caller: Caller, initiation: Initiation): InitiationPlan {
  checkScope(caller);
  const effectiveRunMode = chooseRunMode(services, caller, initiation.paymentRunMode, 'paymentRunMode');
  const societe = allowedSociete(services, caller, initiation);
  const { paymentTarget, paymentType, typePaiement } = initiation;
  if (typePaiement !== paymentType && paymentType !== 'COMPTABILITE' && !services.settings.acceptsAnyTypePaiement) {
    throw invalid('typePaiement', `typePaiement must be ${paymentType}, the same as paymentType.`);
  }
  const flow = flowOf(paymentTarget, paymentType);
  if (flow === null) {
    throw new UnsupportedPaymentError(
      `${paymentTarget} does not take ${paymentType}. Allowed: ${allowedCombinations}.`,
      ['paymentType'],
    );
  }
  if (accountOf(societe, paymentTarget, effectiveRunMode) === null) {
    throw new UnsupportedPaymentError(
      `Société ${societe.id} has no ${paymentTarget} account for ${effectiveRunMode}.`,
      ['paymentTarget'],
    );
  }
  checkBooking(caller, flow);
  const accounting =
    flow === 'BOOKING'
      ? proposeAccounting(accountingRulesOf(societe, effectiveRunMode), initiation, caller, services.clock())
      : noAccounting(initiation);
  checkReturnUrl(caller, initiation.returnUrl ?? null);
  if (initiation.capture === 'LATER' && flow !== 'HOSTED_PAGE') {
    throw invalid('capture', "capture can be LATER for a card payment on a bank's page alone.");
  }
  if ((flow === 'BANK_TRANSFER' || flow === 'DIRECT_DEBIT') && initiation.amount > maximumSepaCents) {
    throw invalid('amount', 'amount is more than a SEPA payment can carry: 999999999.99 EUR.');
  }
  if (flow === 'HOSTED_PAGE' || flow === 'HOSTED_PAGE_MANDATE')
    checkHostedPage(services, societe, initiation, effectiveRunMode);
  const scope = keyScope(caller, effectiveRunMode);
  return { initiation, caller, effectiveRunMode, flow, accounting, scope, societe };
}

/** Within which a key means one request: the same through both doors. */
export const keyScope = ({ client }: Pick<Caller, 'client'>, runMode: EffectiveRunMode): string =>
  `${client} initiatePayment ${runMode}`;

function checkScope({ scopes }: Caller): void {
  if (!scopes.has('initiate')) throw new NotAllowedError('This client may not initiate payments.');
}

function allowedSociete(
  { societes }: Services,
  caller: Caller,
  { idSociete, idOrigin, paymentTarget }: Initiation,
): Societe {
  if (caller.origins !== null && !caller.origins.has(idOrigin)) {
    throw new NotAllowedError('This client may not use this idOrigin.', ['idOrigin']);
  }
  if (caller.societes !== null && !caller.societes.has(idSociete)) {
    throw new NotAllowedError('This client may not use this idSociete.', ['idSociete']);
  }
  if (caller.targets !== null && !caller.targets.has(paymentTarget)) {
    throw new NotAllowedError('This client may not use this paymentTarget.', ['paymentTarget']);
  }
  const societe = societes.get(idSociete);
  if (!societe)
    throw invalid('idSociete', `idSociete is not a société of this gateway: ${[...societes.keys()].join(', ')}.`);
  return societe;
}

/** A booking is paid at once, on the caller's word alone. */
function checkBooking({ scopes }: Caller, flow: PaymentFlow): void {
  if (flow === 'BOOKING' && !scopes.has('operations')) {
    throw new NotAllowedError('This client may not book payments: that takes the scope operations.', ['paymentType']);
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

function checkHostedPage(
  { providers, isDown }: Services,
  societe: Societe,
  { paymentTarget, email, amount }: Initiation,
  runMode: EffectiveRunMode,
): void {
  const provider = providers[paymentTarget as HostedTarget];
  const [first, ...rest] = provider.refusals({ email, amountCents: amount });
  if (first) throw new InvalidInputError([first, ...rest]);
  if (isDown(paymentTarget, societe.id, runMode)) {
    throw new ProviderUnavailableError(
      `The payment page of ${paymentTarget} does not answer at the moment. Nothing was recorded.`,
    );
  }
}

const invalid = (field: string, message: string): InvalidInputError =>
  new InvalidInputError([{ path: [field], message }]);
