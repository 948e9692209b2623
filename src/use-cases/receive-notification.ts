import { createHash } from 'node:crypto';
import type { BankNews, NotificationReading, RawNotification } from '../domain/provider.ts';
import type { NotificationOutcome, StoredNotification } from '../domain/store.ts';
import { applyNews } from './apply-news.ts';
import { untilFresh } from './change-payment.ts';
import { type HostedTarget, knownAccounts, type Services } from './services.ts';

export type ReceivedNotification = RawNotification & {
  readonly target: HostedTarget;
  /** The société in the path, if there was one. */
  readonly idSociete: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly source: string;
};

/**
 * A bank's message: stored raw, verified, deduplicated, applied, committed. Once it is stored the answer only says
 * whether the signature was good; what happened to the payment is in the outcome.
 * @throws where storing failed: the bank is to send it again.
 */
export async function receiveNotification(
  services: Services,
  received: ReceivedNotification,
): Promise<{ readonly id: string; readonly outcome: NotificationOutcome }> {
  const stored = asStored(services, received);
  await services.store.transact((transaction) => transaction.insertNotification(stored));
  return { id: stored.id, outcome: await processNotification(services, stored) };
}

/** Reads a stored message and applies it; repeating that changes nothing. */
async function processNotification(services: Services, stored: StoredNotification): Promise<NotificationOutcome> {
  const reading = read(services, stored);
  if (reading.kind === 'REJECTED') {
    const rejected: NotificationOutcome = { kind: 'REJECTED', reason: reading.reason, paymentId: null };
    await services.store.transact((transaction) => transaction.updateNotification(stored.id, rejected));
    return rejected;
  }
  const outcome = await untilFresh(() =>
    services.store.transact((transaction) => applyOnce(services, transaction, stored, reading.news)),
  );
  if (outcome.paymentId) services.announce(outcome.paymentId);
  return outcome;
}

async function applyOnce(
  services: Services,
  transaction: Parameters<Parameters<Services['store']['transact']>[0]>[0],
  stored: StoredNotification,
  news: BankNews,
): Promise<NotificationOutcome> {
  const isNew = await transaction.claimNews(stored.target, news.deduplicationKey, stored.id, services.clock());
  const outcome: NotificationOutcome = isNew
    ? await applyNews(services, transaction, stored.target as HostedTarget, news, { idSocieteOfPath: stored.idSociete })
    : { kind: 'DUPLICATE', reason: 'the same news was applied before', paymentId: null };
  await transaction.updateNotification(stored.id, outcome);
  return outcome;
}

function read({ providers, societes }: Services, stored: StoredNotification): NotificationReading {
  return stored.target === 'PAYBOX'
    ? providers.PAYBOX.readNotification(stored, knownAccounts(societes, 'PAYBOX'))
    : providers.LABANQUEPOSTALE.readNotification(stored, knownAccounts(societes, 'LABANQUEPOSTALE'));
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
    digest: createHash('sha256').update(`${method} ${query}\n`).update(body).digest('hex'),
    receivedAt: clock(),
    outcome: { kind: 'STORED', reason: null, paymentId: null },
  };
}
