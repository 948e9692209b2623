import type { Unread } from '../../../kernel/aged.ts';
import { type Caller, holds } from '../../../kernel/caller.ts';
import { closedSet, type NameOf } from '../../../kernel/closed-set.ts';
import type { PaymentTarget } from '../../../kernel/vocabulary.ts';
import { maySee, type VisibleTo } from '../may-see.ts';
import type { Payment } from '../payment.ts';

/** The banks' messages, as people look at them later. */

export const notificationOutcome = closedSet('NotificationOutcome', "The outcome of a bank's message.", {
  STORED: 'It is kept and was not read yet.',
  REJECTED: 'Its signature or its form is bad.',
  QUARANTINED: 'It is authentic, and about no payment of ours.',
  DUPLICATE: 'The same message came before.',
  APPLIED: 'It changed its payment.',
  UNCONFIRMED: 'It says that a payment was made, and does not prove for whom: it counts once the bank confirms it.',
  IGNORED: 'It is authentic, and there was nothing to change.',
  WRONG_MODE: 'It is of the other mode than its payment, TEST or LIVE: nothing was changed, and a person has to look.',
  CONTRADICTION: 'It contradicts what we recorded: a person has to look.',
});
export type NotificationOutcomeKind = NameOf<typeof notificationOutcome>;

/** A bank's message, as it came and before anything was believed. */
export type StoredNotification = {
  readonly id: string;
  readonly target: PaymentTarget;
  /** The société in the path, if there was one. */
  readonly idSociete: string | null;
  readonly method: 'GET' | 'POST';
  readonly query: string;
  readonly body: Buffer;
  /** The headers that matter, as JSON. */
  readonly headers: string;
  readonly source: string;
  /** SHA-256 over method, query and body. */
  readonly digest: string;
  readonly receivedAt: number;
  readonly outcome: NotificationOutcome;
};

export type NotificationOutcome = {
  /** `STORED` until it was read. */
  readonly kind: NotificationOutcomeKind;
  readonly reason: string | null;
  readonly paymentId: string | null;
};

/** What is left of a message's content. */
export const erasedContent = Buffer.from('erased');

/** Without the message itself, which holds personal data. */
export type BankNotification = Omit<StoredNotification, 'query' | 'body' | 'headers' | 'source'>;

/** Whether reading it again can lead to something: it has not been applied. */
export const isUnsettled = ({ kind }: NotificationOutcome): boolean =>
  kind === 'STORED' || kind === 'REJECTED' || kind === 'QUARANTINED';

export type NotificationQuery = {
  readonly limit: number;
  readonly beforeId: string | null;
  readonly outcome: NotificationOutcomeKind | null;
  readonly paymentTarget: PaymentTarget | null;
  /** The société in the path that it came to. */
  readonly idSociete: string | null;
  readonly paymentId: string | null;
  /** What the caller may see, by the rule of `maySeeNotification`; null: everything. */
  readonly visibleTo:
    | (VisibleTo & {
        /** Those that came to a path without a société and are about no payment. */
        readonly seesUnassigned: boolean;
      })
    | null;
};

export type NotificationReads = {
  /** Newest first. */
  notifications(query: NotificationQuery): Promise<readonly BankNotification[]>;
  /** The newest ones of each payment, newest first. */
  notificationsOfPayments(paymentIds: readonly string[], limitOfEach: number): Promise<readonly BankNotification[]>;
  /** With what they said. */
  wholeNotifications(ids: readonly string[]): Promise<readonly StoredNotification[]>;
  /** Those that were not read yet, in the order in which they came; between the two ids, `limit` at most. */
  storedNotifications(afterId: string, beforeId: string, limit: number): Promise<readonly Unread<StoredNotification>[]>;
};

/**
 * Whether the caller may see a bank's message. The message of a payment follows the payment; any other follows its
 * target and société. A message without a société is for callers that may see all of them.
 */
export function maySeeNotification(
  services: Parameters<typeof maySee>[0] & { readonly societes: ReadonlyMap<string, unknown> },
  caller: Caller,
  { target, idSociete }: Pick<StoredNotification, 'target' | 'idSociete'>,
  payment: Payment | null,
): boolean {
  if (!holds(caller, 'replay')) return false;
  if (payment !== null) return maySee(services, caller, payment);
  if (!holds(caller, 'read') || (caller.targets !== null && !caller.targets.has(target))) return false;
  if (caller.societes === null) return true;
  return idSociete === null ? seesAll(caller, services.societes.keys()) : caller.societes.has(idSociete);
}

export const seesAll = ({ societes }: Pick<Caller, 'societes'>, all: Iterable<string>): boolean =>
  societes === null || [...all].every((id) => societes.has(id));
