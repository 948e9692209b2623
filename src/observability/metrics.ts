import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ConnectionCounts } from '../http/connection-shares.ts';
import { type NotificationOutcomeKind, notificationOutcome } from '../modules/payments/notifications/notification.ts';
import { type BankCall, NotSentError } from '../modules/payments/operations/bank-operation.ts';
import type { InitiationCount } from '../modules/payments/ports.ts';
import { type HostedTarget, hostedTargets } from '../modules/payments/provider.ts';
import type { Retired } from '../modules/privacy/apply-retention.ts';
import type { WebhookCount } from '../modules/webhooks/deliver-webhook.ts';
import type { StreamRefusal } from '../pages/stream-shares.ts';
import type { LegacyCount } from '../rest/routes/exchange.ts';
import { watchConnections } from './connection-metrics.ts';
import {
  createCount,
  createForeignHostCount,
  createRefusedStreamCount,
  createSignInCount,
  type SignInOutcome,
} from './guard-metrics.ts';
import { type Collection, type CollectionTimes, createCollection } from './metrics-collection.ts';
import { knownMethods, routeTemplateOf } from './route-template.ts';
import {
  createReadState,
  type OpenCases,
  type ReadState,
  type WebhookBacklogReading,
  watchDatabase,
  watchFollowers,
  watchMemory,
  watchOpenCases,
  watchWebhooks,
} from './state-gauges.ts';

export type NotificationCount = {
  readonly target: HostedTarget;
  readonly outcome: NotificationOutcomeKind;
};

export type MetricsOptions = {
  readonly version: string;
  readonly configDigest: () => string;
  /** Whether the database answers and takes writes. */
  readonly isStoreReady: () => Promise<boolean>;
} & CollectionTimes;

type TimeRequests = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export type Metrics = {
  readonly collection: Collection;
  /** Times every request that passes it. */
  readonly timeRequests: TimeRequests;
  readonly countLegacyRequest: (request: LegacyCount) => void;
  /** A payment that is new: not one that was found again. */
  readonly countInitiation: (initiation: InitiationCount) => void;
  readonly countNotification: (notification: NotificationCount) => void;
  /** A message whose card brand is not known. */
  readonly countUnknownCardBrand: (target: NotificationCount['target']) => void;
  /** A contradiction in the story of a payment. */
  readonly countContradiction: (target: NotificationCount['target']) => void;
  /** A payment that a message reported as paid, and that its bank does not confirm. */
  readonly countUnconfirmed: () => void;
  /** Times each call to a bank. */
  readonly watchBankCall: (call: BankCall) => BankCall;
  /** Until when (milliseconds since the epoch) the event log is anchored. */
  readonly eventLogAnchored: (until: number) => void;
  /** Data removed after its retention period. */
  readonly countRetired: (retired: Retired) => void;
  /** A stream of events that a customer's page did not get. */
  readonly countRefusedStream: (reason: StreamRefusal) => void;
  /** A try to deliver a webhook. */
  readonly countWebhook: (webhook: WebhookCount) => void;
  /** A try to sign in to the console, or to prove again who one is. */
  readonly countSignIn: (outcome: SignInOutcome) => void;
  /** A request for a host that is not accepted. */
  readonly countForeignHost: (outcome: 'refused' | 'served') => void;
  /** Reads each endpoint's backlog at each scrape. */
  readonly watchWebhooks: (readBacklogs: () => Promise<readonly WebhookBacklogReading[]>) => void;
  /** Reads the number of followers in this process at each scrape. */
  readonly watchFollowers: (count: () => number) => void;
  /** Reads the server's counts of connections at each scrape. */
  readonly watchConnections: (counts: ConnectionCounts) => void;
  /** Reads the number of open cases for a person at each scrape. */
  readonly watchOpenCases: (cases: OpenCases) => void;
};

/**
 * The metrics of `docs/reference/metrics.md`, which is written from them. Labels are closed sets, names of the config's clients and route
 * templates: never text of a request, and nothing about a person.
 */
export function createMetrics(
  { monotonicMs, collectEveryMs, version, configDigest, isStoreReady }: MetricsOptions,
  registry = new Registry(),
): Metrics {
  const registers = [registry];
  const legacyRequests = new Counter({
    name: 'reglement_legacy_requests_total',
    help: 'Answers of the legacy door. client: its name, anonymous or unknown. format: json, xml, jsv, csv, html, jsonl, jsonp or none. outcome: initiated, replayed, shown (a status), an error code, not_found, unintended (a link preview) or preflight.',
    labelNames: ['client', 'format', 'outcome'],
    registers,
  });
  const initiations = new Counter({
    name: 'reglement_payments_initiated_total',
    help: 'New payments, by effective run mode and door (graphql, legacy).',
    labelNames: ['target', 'type', 'mode', 'door'],
    registers,
  });
  const anchoredUntil = new Gauge({
    name: 'reglement_ledger_anchored_until_seconds',
    help: 'Unix time until which this process anchored events (0: never). Take the maximum.',
    registers,
  });
  new Gauge({
    name: 'reglement_info',
    help: 'Always 1: the program, and the digest of its settings.',
    labelNames: ['version', 'config'],
    registers,
    collect() {
      this.reset();
      this.set({ version, config: configDigest() }, 1);
    },
  });
  watchDatabase(registry, isStoreReady);
  watchMemory(registry);
  const readState = createReadState(isStoreReady);
  return {
    collection: createCollection(registry, { monotonicMs, collectEveryMs }),
    timeRequests: createTimer(registry, monotonicMs),
    countLegacyRequest: ({ client, format, outcome }) => legacyRequests.inc({ client, format, outcome }),
    countInitiation: ({ target, type, mode, door }) => initiations.inc({ target, type, mode, door }),
    ...createNotificationMetrics(registry),
    watchBankCall: createBankTimer(registry, monotonicMs),
    eventLogAnchored: (until) => anchoredUntil.set(until / 1000),
    countRetired: createRetiredCount(registry),
    countForeignHost: createForeignHostCount(registry),
    countSignIn: createSignInCount(registry),
    countRefusedStream: createRefusedStreamCount(registry),
    ...createWebhookMetrics(registry, readState),
    watchFollowers: (count) => watchFollowers(registry, count),
    watchConnections: (counts) => watchConnections(registry, counts),
    watchOpenCases: (cases) => watchOpenCases(registry, readState, cases),
  };
}

function createNotificationMetrics(
  registry: Registry,
): Pick<Metrics, 'countNotification' | 'countContradiction' | 'countUnconfirmed' | 'countUnknownCardBrand'> {
  const registers = [registry];
  const notifications = new Counter({
    name: 'reglement_notifications_total',
    help: 'Bank messages, by NotificationOutcome.',
    labelNames: ['target', 'outcome'],
    registers,
  });
  const countUnknownCardBrand = createCount(registry, 'target', hostedTargets, {
    name: 'reglement_unknown_card_brands_total',
    help: 'Bank messages with an unknown card brand; the brand decides nothing.',
  });
  const countContradiction = createCount(registry, 'target', hostedTargets, {
    name: 'reglement_contradictions_total',
    help: 'CONTRADICTION events, by a message or an answer of the bank: a person has to look.',
  });
  const unconfirmed = new Counter({
    name: 'reglement_payments_unconfirmed_total',
    help: 'LIVE payments that Paybox reported and did not confirm in time: a person has to look.',
    registers,
  });
  for (const target of hostedTargets) {
    // From the start, so that the first rejected message is a rise and not only a beginning.
    for (const outcome of notificationOutcome.names) notifications.inc({ target, outcome }, 0);
  }
  return {
    countNotification: ({ target, outcome }) => notifications.inc({ target, outcome }),
    countContradiction,
    countUnconfirmed: () => unconfirmed.inc(),
    countUnknownCardBrand,
  };
}

function createWebhookMetrics(
  registry: Registry,
  readState: ReadState,
): Pick<Metrics, 'countWebhook' | 'watchWebhooks'> {
  const registers = [registry];
  const tries = new Counter({
    name: 'reglement_webhook_tries_total',
    help: 'Tries to deliver a webhook: delivered, failed (tried again) or dead.',
    labelNames: ['client', 'endpoint', 'outcome'],
    registers,
  });
  return {
    countWebhook: ({ client, endpoint, outcome }) => tries.inc({ client, endpoint, outcome }),
    watchWebhooks: (readBacklogs) => {
      watchWebhooks(registry, async () => {
        const readings = (await readState(readBacklogs)) ?? [];
        for (const { client, endpoint } of readings) {
          // Before the first webhook that is given up, so that it is a rise and not only a beginning.
          for (const outcome of ['delivered', 'failed', 'dead']) tries.inc({ client, endpoint, outcome }, 0);
        }
        return readings;
      });
    },
  };
}

const retiredKinds: Readonly<Record<keyof Retired, string>> = {
  ...{ notifications: 'notification', payers: 'payer', debtors: 'debtor', operators: 'operator' },
  ...{ bankExceptions: 'bank_exception', bankFiles: 'bank_file', idempotencyKeys: 'idempotency_key' },
  auditEntries: 'audit_entry',
};

function createRetiredCount(registry: Registry): Metrics['countRetired'] {
  const retired = new Counter({
    name: 'reglement_retention_removed_total',
    help: 'Data that was removed after its period. kind: notification, payer, debtor, bank_exception, bank_file, operator, audit_entry or idempotency_key.',
    labelNames: ['kind'],
    registers: [registry],
  });
  for (const kind of Object.values(retiredKinds)) retired.inc({ kind }, 0);
  return (counted) => {
    for (const [name, kind] of Object.entries(retiredKinds)) retired.inc({ kind }, counted[name as keyof Retired]);
  };
}

function createTimer(registry: Registry, monotonicMs: () => number): TimeRequests {
  const durations = new Histogram({
    name: 'reglement_http_request_duration_seconds',
    help: 'Answered requests, by route template (none: no route). status aborted: the caller left. Streams do not count.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  type Series = ReturnType<typeof durations.labels>;
  // One entry for each route and status. Looking a series up by its labels costs as much as counting.
  const found = new Map<string, Series>();
  const seriesOf = (method: string, route: string, status: string): Series => {
    const key = `${method} ${status} ${route}`;
    const series = found.get(key) ?? durations.labels({ method, route, status });
    found.set(key, series);
    return series;
  };
  return (request, response, next) => {
    const startedAt = monotonicMs();
    response.on('close', () => {
      if (isStream(response)) return;
      const { method: given = '' } = request;
      const method = knownMethods.has(given) ? given : 'other';
      const status = response.writableFinished ? String(response.statusCode) : 'aborted';
      seriesOf(method, routeTemplateOf(request), status).observe((monotonicMs() - startedAt) / 1000);
    });
    next();
  };
}

/** The result of a call is known only if the bank answered, in whatever way. */
function createBankTimer(registry: Registry, monotonicMs: () => number): Metrics['watchBankCall'] {
  const durations = new Histogram({
    name: 'reglement_bank_call_duration_seconds',
    help: 'Calls to a bank: answered, not_sent (no connection) or lost (outcome unknown).',
    labelNames: ['host', 'outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15],
    registers: [registry],
  });
  return (call) => async (request) => {
    const startedAt = monotonicMs();
    let outcome = 'answered';
    try {
      return await call(request);
    } catch (error) {
      outcome = error instanceof NotSentError ? 'not_sent' : 'lost';
      throw error;
    } finally {
      const { host } = new URL(request.url);
      durations.observe({ host, outcome }, (monotonicMs() - startedAt) / 1000);
    }
  };
}

const isStream = (response: ServerResponse): boolean =>
  String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream');
