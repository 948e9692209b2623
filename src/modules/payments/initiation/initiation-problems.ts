import type { Caller } from '../../../kernel/caller.ts';
import type { Issue } from '../../../kernel/errors.ts';
import { accountingRulesOf } from '../../../kernel/merchant.ts';
import { maximumSepaCents } from '../../../kernel/money.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import { isHosted, type PaymentFlow } from '../capabilities.ts';
import type { Services } from '../ports.ts';
import { accountOf, type HostedTarget } from '../provider.ts';
import { problemsOfAccounting } from './booking.ts';
import { problemOfSociete } from './check-availability.ts';
import type { Initiation } from './initiation.ts';

/**
 * What is wrong with a request whose fields are each well formed. Every rule is asked, so that a caller learns all of it
 * at once. The fields that cannot be used are absent, and a rule that needs one finds nothing.
 */
export type Sent = Partial<Initiation>;

export function problemOfTypePaiement({ settings }: Services, { typePaiement, paymentType }: Sent): Issue[] {
  const isAllowed =
    typePaiement === paymentType ||
    !typePaiement ||
    !paymentType ||
    paymentType === 'COMPTABILITE' ||
    settings.acceptsAnyTypePaiement;
  return isAllowed ? [] : problem('typePaiement', `typePaiement must be ${paymentType}, the same as paymentType.`);
}

/** @param flow how the payment is made; null where that is not known */
export function problemsOfRequest(
  { providers }: Services,
  caller: Caller,
  sent: Sent,
  flow: PaymentFlow | null,
): readonly Issue[] {
  const { accounting, returnUrl, capture, amount, email, paymentTarget } = sent;
  const isSepa = flow === 'BANK_TRANSFER' || flow === 'DIRECT_DEBIT';
  const found: Issue[] = [];
  if (accounting && flow !== 'BOOKING' && flow !== null)
    found.push(...problem('accounting', 'accounting goes with the payment type COMPTABILITE alone.'));
  if (returnUrl && !mayReturnTo(caller, returnUrl))
    found.push(
      ...problem('returnUrl', "returnUrl must lead to an origin of the client's returnOrigins in the config."),
    );
  if (capture === 'LATER' && flow !== 'HOSTED_PAGE' && flow !== null)
    found.push(...problem('capture', "capture can be LATER for a card payment on a bank's page alone."));
  if (isSepa && amount !== undefined && amount > maximumSepaCents)
    found.push(...problem('amount', 'amount is more than a SEPA payment can carry: 999999999.99 EUR.'));
  if (flow && isHosted(flow))
    found.push(...providers[paymentTarget as HostedTarget].refusals({ email, amountCents: amount }));
  return found;
}

/**
 * What the société does not have, or does not allow now. Asked only of a request that is refused anyway: a good one may
 * be a repetition, which shows the payment even if the société changed since.
 */
export function problemsAtSociete(
  services: Services,
  sent: Sent,
  {
    flow,
    effectiveRunMode: runMode,
  }: { readonly flow: PaymentFlow | null; readonly effectiveRunMode: EffectiveRunMode | null },
  known: readonly Issue[],
): readonly Issue[] {
  const { idSociete, paymentTarget } = sent;
  if (idSociete === undefined || known.some(({ path }) => path[0] === 'idSociete')) return [];
  const societe = services.societes.get(idSociete);
  if (!societe) return [problemOfSociete(services)];
  if (flow === null || runMode === null || paymentTarget === undefined) return [];
  if (accountOf(societe, paymentTarget, runMode) === null) {
    return problem('paymentTarget', `Société ${idSociete} has no ${paymentTarget} account for ${runMode}.`);
  }
  return flow === 'BOOKING' ? problemsOfAccounting(accountingRulesOf(societe, runMode), sent, services.clock()) : [];
}

function mayReturnTo(caller: Caller, returnUrl: string): boolean {
  const { origin, protocol, hostname } = new URL(returnUrl);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
  return isLoopback && caller.returnsToLoopback ? true : protocol === 'https:' && caller.returnOrigins.has(origin);
}

const problem = (field: string, message: string): Issue[] => [{ path: [field], message }];
