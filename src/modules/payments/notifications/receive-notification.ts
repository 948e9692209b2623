import type { Services } from '../ports.ts';
import type { HostedTarget, NotificationReading, RawNotification } from '../provider.ts';
import { ringOf } from './keep-unverified.ts';
import type { NotificationOutcome, StoredNotification } from './notification.ts';
import { digestOf, processNotification } from './process-notification.ts';
import { verifyNotification } from './verify-notification.ts';

export type ReceivedNotification = RawNotification & {
  readonly target: HostedTarget;
  /** The société in the path, if there was one. */
  readonly idSociete: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly source: string;
};

export type Receipt = {
  readonly id: string;
  readonly outcome: NotificationOutcome;
  /** Why it could not be kept (`REJECTED`), or not be applied now (`STORED`: the inbox's worker applies it). */
  readonly fault?: unknown;
};

/**
 * Receives a bank's message: verifies, stores, deduplicates, applies and commits it. The signature decides the answer.
 * A message that does not verify is `REJECTED`, even if the database fails. For an authentic one the answer confirms
 * that it is stored.
 * @throws where an authentic message could not be stored, or the database cannot say which key it needs: the bank has
 * to send it again
 */
export async function receiveNotification(services: Services, received: ReceivedNotification): Promise<Receipt> {
  const reading = await verifyNotification(services, received.target, received);
  return reading.kind === 'REJECTED'
    ? keepRefused(services, received, reading)
    : applyAuthentic(services, received, reading);
}

async function keepRefused(
  services: Services,
  received: ReceivedNotification,
  { reason, idSociete }: Extract<NotificationReading, { kind: 'REJECTED' }>,
): Promise<Receipt> {
  const refused = asStored(services, received, { kind: 'REJECTED', reason, paymentId: null });
  const { id, outcome } = refused;
  try {
    await services.keepUnverified(ringOf(services, received.target, [received.idSociete, idSociete]), refused);
    return { id, outcome };
  } catch (fault) {
    return { id, outcome, fault };
  }
}

async function applyAuthentic(
  services: Services,
  received: ReceivedNotification,
  reading: NotificationReading,
): Promise<Receipt> {
  const stored = asStored(services, received, { kind: 'STORED', reason: null, paymentId: null });
  const { id } = stored;
  await services.store.transact((transaction) => transaction.insertNotification(stored));
  try {
    return { id, outcome: await processNotification(services, stored, reading) };
  } catch (fault) {
    return { id, outcome: stored.outcome, fault };
  }
}

function asStored(
  { identifiers, clock }: Services,
  received: ReceivedNotification,
  outcome: NotificationOutcome,
): StoredNotification {
  const { target, idSociete, method, query, body, headers, source } = received;
  return {
    id: identifiers.newId('ntf'),
    target,
    idSociete,
    method,
    query,
    body,
    headers: JSON.stringify(headers),
    source,
    digest: digestOf({ method, query, body }),
    receivedAt: clock(),
    outcome,
  };
}
