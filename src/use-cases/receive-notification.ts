import type { RawNotification } from '../domain/provider.ts';
import type { NotificationOutcome, StoredNotification } from '../domain/store.ts';
import { digestOf, processNotification } from './process-notification.ts';
import type { HostedTarget, Services } from './services.ts';

export type ReceivedNotification = RawNotification & {
  readonly target: HostedTarget;
  /** The société in the path, if there was one. */
  readonly idSociete: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly source: string;
};

/**
 * A bank's message: stored raw, verified, deduplicated, applied, committed. Once it is stored the answer only says
 * whether the signature was good; what happened to the payment is in the outcome. `fault` is why it could not be applied
 * now: it stays `STORED`, and the inbox's worker applies it.
 * @throws where storing failed: the bank is to send it again.
 */
export async function receiveNotification(
  services: Services,
  received: ReceivedNotification,
): Promise<{ readonly id: string; readonly outcome: NotificationOutcome; readonly fault?: unknown }> {
  const stored = asStored(services, received);
  const { id } = stored;
  await services.store.transact((transaction) => transaction.insertNotification(stored));
  try {
    return { id, outcome: await processNotification(services, stored) };
  } catch (fault) {
    return { id, outcome: stored.outcome, fault };
  }
}

function asStored({ identifiers, clock }: Services, received: ReceivedNotification): StoredNotification {
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
    outcome: { kind: 'STORED', reason: null, paymentId: null },
  };
}
