import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { StaleVersionError } from '../../../kernel/until-fresh.ts';
import { applyProviderUpdate, wrongSociete } from '../apply-provider-update.ts';
import type { Services, Transaction } from '../ports.ts';
import type { HostedTarget, NotificationReading, ProviderUpdate, RawNotification } from '../provider.ts';
import { alertingContradictions } from './alert-contradictions.ts';
import { askOfRepeated } from './ask-of-repeated.ts';
import { forgetContent } from './forget-content.ts';
import { isUnsettled, type NotificationOutcome, type StoredNotification } from './notification.ts';
import { verifyNotification } from './verify-notification.ts';

/**
 * Applies a stored message, in one transaction with its outcome. Running it twice changes nothing if it was applied. A
 * message that was refused, or matched no payment, is tried again.
 * @param verified what it says; left out, its bytes are verified again
 */
export async function processNotification(
  services: Services,
  stored: StoredNotification,
  verified?: NotificationReading,
): Promise<NotificationOutcome> {
  const reading = verified ?? (await verifyStored(services, stored));
  const outcome = await alertingContradictions(services, (noting, transaction) =>
    reading.kind === 'REJECTED'
      ? reject(transaction, stored.id, reading.reason)
      : applyOnce(noting, transaction, stored, reading),
  );
  if (outcome.paymentId) services.announce(outcome.paymentId);
  // With a reason: the bank cannot be asked.
  if (outcome.kind === 'UNCONFIRMED' && outcome.reason && outcome.paymentId)
    services.alertUnconfirmed?.(outcome.paymentId);
  const isCounted = reading.kind === 'AUTHENTIC' && reading.hasUnknownCardBrand && outcome.kind !== 'DUPLICATE';
  if (isCounted) services.countUnknownCardBrand?.(stored.target as HostedTarget);
  return outcome;
}

/** A message may list a refund before the payment that it gives back. */
const paymentsFirst = (all: readonly ProviderUpdate[]): readonly ProviderUpdate[] => {
  const [debits, others] = [all.filter(isDebit), all.filter((update) => !isDebit(update))];
  return [...debits, ...others];
};
const isDebit = ({ operation }: ProviderUpdate): boolean => operation === 'DEBIT';

async function reject(transaction: Transaction, id: string, reason: string): Promise<NotificationOutcome> {
  const current = await outcomeOf(transaction, id);
  return isUnsettled(current)
    ? settle(transaction, id, current, { kind: 'REJECTED', reason, paymentId: null })
    : current;
}

async function applyOnce(
  services: Services,
  transaction: Transaction,
  stored: StoredNotification,
  { update: first, others = [] }: Extract<NotificationReading, { kind: 'AUTHENTIC' }>,
): Promise<NotificationOutcome> {
  const all = paymentsFirst([first, ...others]);
  const { id, target, idSociete, source } = stored;
  const claims: (string | null)[] = [];
  for (const { deduplicationKey } of all) {
    claims.push(await transaction.claimUpdate(target, deduplicationKey, id, services.clock()));
  }
  const current = claims.every((holderId) => holderId === null) ? stored.outcome : await outcomeOf(transaction, id);
  if (!isUnsettled(current)) return current;
  const outcomes: NotificationOutcome[] = [];
  for (const [index, update] of all.entries()) {
    const holderId = claims[index] ?? null;
    // An update that another message claimed first counts if that message was applied.
    const isApplied = holderId !== null && holderId !== id && !(await isOpen(transaction, holderId, stored));
    const isDone = isApplied && !(await askOfRepeated(services, transaction, target as HostedTarget, update));
    outcomes.push(
      isDone
        ? { kind: 'DUPLICATE', reason: 'the same message was applied before', paymentId: null }
        : await applyProviderUpdate(services, transaction, target as HostedTarget, update, {
            idSocieteOfPath: idSociete,
            source,
            askedAt: null,
          }),
    );
  }
  const outcome = gravest(outcomes);
  // All that it says is about one order.
  await forgetContent(services, transaction, stored, first, outcome);
  return settle(transaction, id, current, outcome);
}

/** From what a person has to look at, down to what changed nothing. */
const gravity = [
  'CONTRADICTION',
  'WRONG_MODE',
  'REJECTED',
  'QUARANTINED',
  'UNCONFIRMED',
  'APPLIED',
  'IGNORED',
  'DUPLICATE',
];

function gravest(outcomes: readonly NotificationOutcome[]): NotificationOutcome {
  const [first] = outcomes.toSorted((a, b) => gravity.indexOf(a.kind) - gravity.indexOf(b.kind));
  assert(first, 'a message says something');
  return first;
}

/**
 * False if the message is gone: its result is stored anyway. A message in the wrong mode, not confirmed, or sent to
 * another société's path must not block the right one. The sender chooses the path, which is not signed.
 */
async function isOpen(transaction: Transaction, id: string, { idSociete }: StoredNotification): Promise<boolean> {
  const holder = await transaction.notification(id);
  if (holder === null) return false;
  const { kind, reason } = holder.outcome;
  const isMisdirected = kind === 'CONTRADICTION' && reason === wrongSociete && holder.idSociete !== idSociete;
  return isUnsettled(holder.outcome) || repeatable.has(kind) || isMisdirected;
}

const repeatable: ReadonlySet<NotificationOutcome['kind']> = new Set(['WRONG_MODE', 'UNCONFIRMED']);

async function outcomeOf(transaction: Transaction, id: string): Promise<NotificationOutcome> {
  const notification = await transaction.notification(id);
  assert(notification, 'the notification that is read is there');
  return notification.outcome;
}

/** Of two processes that read the same message at once, the second starts again and keeps none of its work. */
async function settle(
  transaction: Transaction,
  id: string,
  current: NotificationOutcome,
  outcome: NotificationOutcome,
): Promise<NotificationOutcome> {
  if (await transaction.updateNotification(id, current.kind, outcome)) return outcome;
  throw new StaleVersionError(`notification ${id} is not ${current.kind} any more`);
}

export async function verifyStored(services: Services, stored: StoredNotification): Promise<NotificationReading> {
  if (!isWhatCame(stored)) return { kind: 'REJECTED', reason: 'its content is not what came any more' };
  return verifyNotification(services, stored.target as HostedTarget, stored);
}

export const digestOf = ({ method, query, body }: RawNotification): string =>
  createHash('sha256').update(`${method} ${query}\n`).update(body).digest('hex');

/** False after an erasure, or if the stored bytes were changed. */
export const isWhatCame = (stored: StoredNotification): boolean => digestOf(stored) === stored.digest;
