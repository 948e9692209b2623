import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { OutgoingMessage } from '../payments/events/outgoing-message.ts';
import type { VisibleTo } from '../payments/may-see.ts';
import type { OutboxWrites } from '../payments/ports.ts';

/** One message to one endpoint, its tries, and how the endpoint is doing. Times are milliseconds since the epoch, UTC. */

export const webhookDeliveryStatus = closedSet('WebhookDeliveryStatus', 'How far a webhook has come.', {
  WAITING: 'It will be tried, for the first time or again.',
  DELIVERED: 'The endpoint took it, by an answer of 200 to 299.',
  DEAD: 'Given up. It can be replayed.',
});
export type WebhookDeliveryStatus = NameOf<typeof webhookDeliveryStatus>;

export const webhookOutcome = closedSet('WebhookOutcome', 'The outcome of a try.', {
  SENDING: 'Under way; or the gateway stopped before it knew, and the message was sent again.',
  DELIVERED: 'The endpoint answered 200 to 299.',
  REFUSED: 'The endpoint answered something else.',
  REDIRECTED: 'The endpoint answered with a redirect, which is not followed: write the final address into the config.',
  GONE: 'The endpoint answered 410: it is sent nothing any more until its address changes in the config, it takes a ping, or a message is replayed.',
  TIMED_OUT: 'No answer within the deadline.',
  NO_CONNECTION: 'No connection: no server listens, the name is unknown, or the certificate is not trusted.',
  NO_ANSWER: 'The connection broke, or the answer is not HTTP.',
  ADDRESS_REFUSED:
    'The address is one to which webhooks may not go: private, local, or of the network itself. With a `detail` it could not be checked, and the try does not count.',
});
export type WebhookOutcome = NameOf<typeof webhookOutcome>;

export type WebhookAnswer = {
  readonly outcome: Exclude<WebhookOutcome, 'SENDING'>;
  readonly statusCode: number | null;
  /** A code of the system or of TLS (`ECONNREFUSED`, `CERT_HAS_EXPIRED`), never a text of the other side. */
  readonly detail: string | null;
  /** Until when the endpoint asked to be left alone. */
  readonly retryAt: number | null;
  readonly durationMs: number;
};

export type WebhookDelivery = Omit<OutgoingMessage, 'expiresAt'> & {
  readonly status: WebhookDeliveryStatus;
  /** All tries ever. */
  readonly attempts: number;
  /** Tries since it was written or last replayed: its place in the schedule. */
  readonly tries: number;
  /** While it waits: when it is due. While a try is under way: when that is taken to be lost. */
  readonly nextAttemptAt: number | null;
  /** Until when the process that is trying has it for itself. */
  readonly claimedUntil: number | null;
  /** From then on it is given up where its endpoint cannot be tried. */
  readonly expiresAt: number | null;
  /** When it was delivered or given up. */
  readonly settledAt: number | null;
};

export type WebhookAttempt = {
  readonly number: number;
  readonly at: number;
  readonly outcome: WebhookOutcome;
  readonly statusCode: number | null;
  readonly detail: string | null;
  readonly durationMs: number | null;
};

export type EndpointName = { readonly client: string; readonly endpoint: string };

export type EndpointHealth = {
  readonly lastSuccessAt: number | null;
  readonly lastFailureAt: number | null;
  /** The first failure since the last success. */
  readonly failingSince: number | null;
  readonly failuresInARow: number;
  readonly pausedUntil: number | null;
  /** SHA-256 of the address that is left alone. Null for pauses that an older gateway wrote: any. */
  readonly pausedUrlDigest: string | null;
  /** SHA-256 of the address that answered 410; another address is another endpoint. */
  readonly goneUrlDigest: string | null;
};

export const healthyEndpoint: EndpointHealth = {
  lastSuccessAt: null,
  lastFailureAt: null,
  failingSince: null,
  failuresInARow: 0,
  pausedUntil: null,
  pausedUrlDigest: null,
  goneUrlDigest: null,
};

export type WebhookQuery = {
  readonly client: string;
  /** Null: any. */
  readonly endpoint: string | null;
  readonly statuses: readonly WebhookDeliveryStatus[] | null;
  readonly subject: string | null;
  /** `payment.paid`; left out: any. */
  readonly type?: string | null;
  /** Of one event of the subject. Left out: of any. */
  readonly eventId?: string | null;
  /** Only those about payments that are seen. Null or left out: about any. */
  readonly visibleTo?: VisibleTo | null;
  readonly beforeId: string | null;
  readonly limit: number;
};

export type WebhookBacklog = { readonly waiting: number; readonly oldestWaitingAt: number | null };

/** Which of the due messages have half of the places, before the longest due; null: none. */
export type FirstDue = 'NEWEST_UNTRIED' | 'TRIED' | null;

export type ExpiredPage = {
  readonly now: number;
  /** The last message that was read; '' and '' at the beginning. */
  readonly after: { readonly client: string; readonly id: string };
  readonly limit: number;
};

export type WebhookReads = {
  webhookDelivery(id: string): Promise<WebhookDelivery | null>;
  /** Newest first. */
  webhookDeliveries(query: WebhookQuery): Promise<readonly WebhookDelivery[]>;
  /** The newest ones about each payment, newest first. */
  webhooksOfPayments(
    paymentIds: readonly string[],
    /** Null: of every client. */
    client: string | null,
    limitOfEach: number,
  ): Promise<readonly WebhookDelivery[]>;
  /** In order. */
  webhookAttempts(deliveryId: string): Promise<readonly WebhookAttempt[]>;
  /**
   * Those of the endpoint that are due, or that a wrong clock put off, each the oldest of its subject that waits; the
   * longest due first, or before them, in half of the places, the newest that were never tried or the longest due that were.
   */
  dueWebhooks(
    endpoint: EndpointName & { readonly now: number; readonly limit: number; readonly first: FirstDue },
  ): Promise<readonly WebhookDelivery[]>;
  /** Those that wait and have expired, the oldest of each client first. */
  expiredWebhooks(page: ExpiredPage): Promise<readonly WebhookDelivery[]>;
  endpointHealth(endpoint: EndpointName): Promise<EndpointHealth | null>;
  webhookBacklog(endpoint: EndpointName): Promise<WebhookBacklog>;
  /** Every endpoint that has messages, whether the config names it or not. */
  endpointsWithWebhooks(): Promise<readonly EndpointName[]>;
};

export type WebhookWrites = OutboxWrites & {
  /**
   * Takes a message for one try, and answers what that try counts: a replay may have come since the row was read. Null where
   * another process was faster, or it does not wait any more.
   */
  claimWebhook(claim: {
    readonly id: string;
    /** The number of attempts when the row was read: compare-and-set. */
    readonly attempts: number;
    readonly now: number;
    readonly until: number;
  }): Promise<Pick<WebhookDelivery, 'tries' | 'expiresAt'> | null>;
  insertWebhookAttempt(deliveryId: string, attempt: WebhookAttempt): Promise<void>;
  updateWebhookAttempt(
    deliveryId: string,
    number: number,
    result: Pick<WebhookAttempt, 'outcome' | 'statusCode' | 'detail' | 'durationMs'>,
  ): Promise<void>;
  /** Writes the result of a try. False where another try of the same message began since. */
  settleWebhook(
    id: string,
    attempts: number,
    change: Pick<WebhookDelivery, 'status' | 'nextAttemptAt' | 'expiresAt' | 'settledAt'>,
  ): Promise<boolean>;
  /** Takes back a try that the endpoint did not see: the message is due then, in the same place of the schedule. */
  releaseWebhook(id: string, claimed: { readonly attempts: number; readonly dueAt: number }): Promise<void>;
  /** A message that expired is dead. False where it was tried, or is to be sent again, since it was read. */
  giveUpWebhook(id: string, read: { readonly attempts: number; readonly now: number }): Promise<boolean>;
  /** The untried messages of the same subject after `sequence` become due at `dueAt`; null: as when they were written. */
  moveFollowers(
    delivery: Pick<WebhookDelivery, 'client' | 'endpoint' | 'subject' | 'sequence'>,
    dueAt: number | null,
  ): Promise<void>;
  /** Makes some that wait for the endpoint due, but what is being tried. */
  makeWebhooksDue(some: EndpointName & { readonly now: number; readonly limit: number }): Promise<void>;
  setEndpointHealth(endpoint: EndpointName, health: EndpointHealth): Promise<void>;
  /** Sends again, from the beginning of the schedule: false while a try is under way. */
  replayWebhook(id: string, replay: WebhookReplay): Promise<boolean>;
  /** The same for the first `limit` of a status with ids from `fromId` to before `toId`; answers where the others begin. */
  replayWebhooks(
    range: EndpointName & {
      readonly status: WebhookDeliveryStatus;
      readonly fromId: string;
      readonly toId: string;
      readonly limit: number;
    },
    replay: WebhookReplay,
  ): Promise<{ readonly replayed: number; readonly nextId: string | null }>;
  /** Removes those that were settled before, `limit` at most, with their tries; answers how many. */
  deleteSettledWebhooks(settledBefore: number, limit: number): Promise<number>;
};

export type WebhookReplay = { readonly now: number; readonly expiresAt: number };
