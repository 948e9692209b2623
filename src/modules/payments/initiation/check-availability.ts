import { InvalidInputError, type Issue, ProviderUnavailableError } from '../../../kernel/errors.ts';
import type { Societe } from '../../../kernel/merchant.ts';
import { isHosted } from '../capabilities.ts';
import { allowedAt } from '../capabilities-of-societe.ts';
import type { Payment } from '../payment.ts';
import { UnsupportedPaymentError } from '../payment-errors.ts';
import type { Services } from '../ports.ts';
import { accountOf } from '../provider.ts';

type Asked = Pick<Payment, 'idSociete' | 'paymentTarget' | 'flow' | 'effectiveRunMode'>;

/**
 * The société, if it has the account and the bank's page answers. Called before anything new is paid: a payment or an
 * attempt. Awaits nothing, because it runs within a unit of work.
 * @throws InvalidInputError, UnsupportedPaymentError, ProviderUnavailableError
 */
export function payableSociete(services: Services, asked: Asked): Societe {
  const { paymentTarget, flow, effectiveRunMode } = asked;
  const societe = knownSociete(services, asked);
  if (accountOf(societe, paymentTarget, effectiveRunMode) === null) {
    throw new UnsupportedPaymentError(
      `Société ${societe.id} has no ${paymentTarget} account for ${effectiveRunMode}.`,
      ['paymentTarget'],
      allowedAt(services, societe),
    );
  }
  if (isHosted(flow) && services.isDown(paymentTarget, societe.id, effectiveRunMode)) {
    throw new ProviderUnavailableError(
      `The payment page of ${paymentTarget} does not answer at the moment. Nothing was recorded.`,
    );
  }
  return societe;
}

export function knownSociete(services: Pick<Services, 'societes'>, { idSociete }: Pick<Payment, 'idSociete'>): Societe {
  const societe = services.societes.get(idSociete);
  if (societe) return societe;
  throw new InvalidInputError([problemOfSociete(services)]);
}

/** What is wrong with the société of a request, where the gateway does not have it. */
export const problemOfSociete = ({ societes }: Pick<Services, 'societes'>): Issue => ({
  path: ['idSociete'],
  message: `idSociete is not a société of this gateway: ${[...societes.keys()].join(', ')}.`,
});
