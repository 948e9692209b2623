import { knownAccounts, type Services } from '../ports.ts';
import type {
  HostedProviders,
  HostedTarget,
  NotificationReading,
  ProviderUpdate,
  RawNotification,
} from '../provider.ts';

/**
 * Verifies a message of a bank over its bytes, before it is stored. The key has to belong to the account of the
 * message's payment.
 * @throws where the database cannot say whose payment it is
 */
export async function verifyNotification(
  services: Pick<Services, 'providers' | 'societes' | 'store'>,
  target: HostedTarget,
  raw: RawNotification,
): Promise<NotificationReading> {
  const reading = readNotification(services, target, raw);
  if (reading.kind === 'REJECTED') return reading;
  for (const update of [reading.update, ...(reading.others ?? [])]) {
    const stranger = await strangerTo(services, target, update);
    if (stranger !== null) return stranger;
  }
  return reading;
}

function readNotification<Target extends HostedTarget>(
  { providers, societes }: { readonly providers: HostedProviders } & Pick<Services, 'societes'>,
  target: Target,
  raw: RawNotification,
): NotificationReading {
  return providers[target].readNotification(raw, knownAccounts(societes, target));
}

/** A key of another account only, such as a sandbox or another contract, proves nothing about this payment. */
async function strangerTo(
  { store }: Pick<Services, 'store'>,
  target: HostedTarget,
  { signers, attemptReference }: ProviderUpdate,
): Promise<NotificationReading | null> {
  if (signers === undefined) return null;
  const attempt = await store.attemptByReference(target, attemptReference);
  const payment = attempt && (await store.paymentById(attempt.paymentId));
  if (!payment) return null;
  const { idSociete } = payment;
  const isOwn = signers.some((signer) => signer.idSociete === idSociete && signer.runMode === payment.effectiveRunMode);
  return isOwn
    ? null
    : { kind: 'REJECTED', reason: "no key of the payment's own account made this signature", idSociete };
}
