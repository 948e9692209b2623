import { actingName, type Caller } from '../../../kernel/caller.ts';
import { ProviderUnavailableError } from '../../../kernel/errors.ts';
import { actingAs } from '../acting-as.ts';
import { allowedAt } from '../capabilities-of-societe.ts';
import { callableAccount, readPaymentForOperation } from '../operations/authorize-operation.ts';
import { whyNotRefresh } from '../operations/available-actions.ts';
import type { Payment } from '../payment.ts';
import { UnsupportedPaymentError } from '../payment-errors.ts';
import type { Services } from '../ports.ts';
import { attemptsToAsk } from './attempts-to-ask.ts';
import { askAbout, type BankAccess } from './provider-inquiry.ts';

/**
 * Asks the bank about a payment and applies the answers like notifications, in case a notification never came. It is
 * asked no more once it says nothing: what it said before that counts.
 * @throws InvalidInputError, NotAllowedError, UnsupportedPaymentError, ProviderUnavailableError
 */
export async function refreshPayment(
  given: Services & BankAccess,
  caller: Caller,
  id: string,
): Promise<{ readonly payment: Payment; readonly changed: boolean }> {
  const services = actingAs(given, actingName(caller));
  const payment = await readPaymentForOperation(services, caller, id, ['refresh']);
  const account = callableAccount(services, payment);
  const reason = whyNotRefresh(services, payment);
  if (reason !== null || !account) {
    const societe = services.societes.get(payment.idSociete);
    const allowed = societe ? allowedAt(services, societe) : [];
    throw new UnsupportedPaymentError(reason?.en ?? 'This société has no account there.', ['id'], allowed);
  }
  let isAnswered = true;
  for (const attempt of attemptsToAsk(services, await services.store.attemptsOf(payment.id))) {
    isAnswered = (await askAbout(services, payment, attempt, account)) !== 'UNKNOWN';
    if (!isAnswered) break;
  }
  const refreshed = (await services.store.paymentById(payment.id)) ?? payment;
  const changed = refreshed.version !== payment.version;
  if (changed || isAnswered) return { payment: refreshed, changed };
  throw new ProviderUnavailableError(
    'The bank did not say how the payment ended. Nothing was changed; ask again later.',
  );
}
