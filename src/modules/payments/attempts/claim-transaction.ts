import type { Attempt, Payment } from '../payment.ts';
import type { Services, Transaction } from '../ports.ts';
import { accountOfPayment, type HostedTarget } from '../provider.ts';

type Parts = Pick<Services, 'societes' | 'providers' | 'settings'>;

/**
 * Ties a bank's transaction to the attempt that it pays. False where another attempt has it: that is a replay or a fault.
 * The bank counts its transactions for each contract, or in the whole world.
 */
export async function claimTransaction(
  services: Parts,
  transaction: Transaction,
  payment: Payment,
  attempt: Attempt,
  bankTransaction: string,
): Promise<boolean> {
  const { paymentTarget, effectiveRunMode } = payment;
  const claimEverywhere = () =>
    transaction.claimBankTransaction(paymentTarget, effectiveRunMode, bankTransaction, attempt.id);
  const contract = contractOf(services, payment);
  if (contract === null) return (await claimEverywhere()) === attempt.id;
  // Claims of older releases name no contract.
  const older = await transaction.claimantOf(paymentTarget, effectiveRunMode, bankTransaction);
  const isOfAnother = older !== null && older.attemptId !== attempt.id;
  if (isOfAnother && contractOf(services, { ...payment, idSociete: older.idSociete }) === contract) return false;
  const holder = await transaction.claimContractTransaction({ contract, bankTransaction, attemptId: attempt.id });
  // Gateways of the version before look for claims there alone.
  if (older === null) await claimEverywhere();
  return holder === attempt.id;
}

/** The contract under which the bank knows the payment; null where the ids of its transactions are unique everywhere. */
function contractOf(services: Parts, payment: Payment): string | null {
  const { paymentTarget, effectiveRunMode } = payment;
  const account = accountOfPayment(services, payment);
  const contract = account && services.providers[paymentTarget as HostedTarget].contractOf(account);
  return contract && `${paymentTarget} ${effectiveRunMode} ${contract}`;
}
