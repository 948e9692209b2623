import assert from 'node:assert/strict';
import { actingName, type Caller, holds, requireMoneyRight } from '../../../kernel/caller.ts';
import { type Issue, NotAllowedError } from '../../../kernel/errors.ts';
import { judgeInput } from '../../../kernel/parse-input.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import { combinationsOf, type PaymentFlow } from '../capabilities.ts';
import { allowedAt, flowOf } from '../capabilities-of-societe.ts';
import { UnsupportedPaymentError } from '../payment-errors.ts';
import type { Services } from '../ports.ts';
import { problemOfSociete } from './check-availability.ts';
import { compiledInitiationInput, type Initiation, withTypePaiement } from './initiation.ts';
import { problemOfTypePaiement, problemsAtSociete, problemsOfRequest, type Sent } from './initiation-problems.ts';
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
 * Checks every rule about the caller and the request, before any read or write, and names every problem of the input at
 * once. Momentary rules (`check-availability.ts`) are not checked here: an existing payment is shown even if its bank is
 * down.
 * @throws NotAllowedError, InvalidInputError, UnsupportedPaymentError
 */
export function planInitiation(services: Services, caller: Caller, input: unknown): InitiationPlan {
  const { judged } = judgeInput(compiledInitiationInput(), input, (usable, found) =>
    judge(services, caller, withTypePaiement(usable), found),
  );
  const { sent, effectiveRunMode, flow } = judged;
  assert(effectiveRunMode && flow, 'a request without a problem can be planned');
  return { initiation: sent as Initiation, caller, effectiveRunMode, flow, scope: keyScope(caller, effectiveRunMode) };
}

/** Null: the input does not say it, or in a way that cannot be used. */
type Judged = {
  readonly sent: Sent;
  readonly effectiveRunMode: EffectiveRunMode | null;
  readonly flow: PaymentFlow | null;
};

/** Adds what it finds. A caller without the right to send the request learns no more about it. */
function judge(services: Services, caller: Caller, sent: Sent, found: Issue[]): Judged {
  const effectiveRunMode = checkRights(services, caller, sent);
  found.push(...problemOfTypePaiement(services, sent));
  const flow = possibleFlow(services, sent, found);
  if (flow) checkPower(caller, flow, effectiveRunMode);
  found.push(...problemsOfRequest(services, caller, sent, flow));
  if (found.length > 0) found.push(...problemsAtSociete(services, sent, { flow, effectiveRunMode }, found));
  return { sent, effectiveRunMode, flow };
}

/** @throws UnsupportedPaymentError where that is the first problem */
function possibleFlow(services: Services, sent: Sent, found: Issue[]): PaymentFlow | null {
  const { paymentTarget, paymentType, idSociete } = sent;
  if (!paymentTarget || !paymentType) return null;
  const flow = flowOf(services, paymentTarget, paymentType);
  if (flow !== null) return flow;
  const societe = idSociete === undefined ? undefined : services.societes.get(idSociete);
  if (idSociete !== undefined && !societe) found.push(problemOfSociete(services));
  const allowed = societe ? allowedAt(services, societe) : [];
  const message = `${paymentTarget} does not take ${paymentType}.${societe ? ` Allowed: ${combinationsOf(allowed)}.` : ''}`;
  if (found.length === 0) throw new UnsupportedPaymentError(message, ['paymentType'], allowed);
  found.push({ path: ['paymentType'], message });
  return null;
}

/** Within which a key means one request: the same through both doors. */
export const keyScope = (caller: Pick<Caller, 'client' | 'person'>, runMode: EffectiveRunMode): string =>
  `${actingName(caller)} initiatePayment ${runMode}`;

/** The rights that a request needs, as far as it says what it is. @throws NotAllowedError */
function checkRights(services: Services, caller: Caller, sent: Sent): EffectiveRunMode | null {
  if (!caller.scopes.has('initiate')) throw new NotAllowedError('This client may not initiate payments.');
  const { paymentRunMode, idSociete, idOrigin, paymentTarget } = sent;
  const runMode = paymentRunMode ? chooseRunMode(services, caller, paymentRunMode, 'paymentRunMode') : null;
  if (caller.origins !== null && idOrigin !== undefined && !caller.origins.has(idOrigin)) {
    throw new NotAllowedError('This client may not use this idOrigin.', ['idOrigin']);
  }
  if (caller.societes !== null && idSociete !== undefined && !caller.societes.has(idSociete)) {
    throw new NotAllowedError('This client may not use this idSociete.', ['idSociete']);
  }
  if (caller.targets !== null && paymentTarget && !caller.targets.has(paymentTarget)) {
    throw new NotAllowedError('This client may not use this paymentTarget.', ['paymentTarget']);
  }
  return runMode;
}

/** A booking is paid at once, on the caller's word alone. @throws NotAllowedError */
function checkPower(caller: Caller, flow: PaymentFlow, runMode: EffectiveRunMode | null): void {
  if (runMode && (flow === 'BOOKING' || flow === 'DIRECT_DEBIT')) requireMoneyRight(caller, runMode);
  if (flow === 'BOOKING' && !holds(caller, 'book')) {
    throw new NotAllowedError('This client may not book payments: that takes the scope book.', ['paymentType']);
  }
}
