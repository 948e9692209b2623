import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { hostname } from 'node:os';
import { createHostCheck } from '../config/accepted-hosts.ts';
import { createAuthenticate } from '../config/authenticate.ts';
import { developmentSocietes, houseBankAccounts, sandboxShops } from '../config/development.ts';
import { createConfigDigest } from '../config/digest.ts';
import { isLoopback } from '../config/networks.ts';
import { type ConnectionCounts, newConnectionCounts } from '../http/connection-shares.ts';
import type { FrontGuard } from '../http/front-guard.ts';
import type { ReachCrashPoint } from '../kernel/crash-point.ts';
import { createLanguageOf } from '../kernel/locale/language.ts';
import type { Societe } from '../kernel/merchant.ts';
import { parisDateOf } from '../kernel/sepa/target-calendar.ts';
import { createJournalWorker } from '../modules/accounting/worker.ts';
import { anchorAuditLog } from '../modules/audit-log/anchor-audit-log.ts';
import { createBankFileWorkers } from '../modules/bank-statements/import/worker.ts';
import { createDebitReview } from '../modules/direct-debits/batches/worker.ts';
import { createMandateExpiry } from '../modules/direct-debits/mandates/worker.ts';
import { createAnchoring } from '../modules/event-log/worker.ts';
import { createPaymentListWorker } from '../modules/payment-lists/worker.ts';
import { createTransferReminders } from '../modules/payments/initiation/transfers-worker.ts';
import { createResolver } from '../modules/payments/inquiry/worker.ts';
import { createConfirming } from '../modules/payments/notifications/confirming.ts';
import { createInbox } from '../modules/payments/notifications/worker.ts';
import { retentionPeriods } from '../modules/privacy/retention.ts';
import { createRetention } from '../modules/privacy/worker.ts';
import { createSearchWorker } from '../modules/search/worker.ts';
import { createHealth } from '../observability/health.ts';
import { createMetrics, type Metrics } from '../observability/metrics.ts';
import { createMetricsDoor } from '../observability/metrics-door.ts';
import { notingClients } from '../observability/request-log.ts';
import type { ShopCalls } from '../sandbox/deliver.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { type Availability, createAvailability } from '../workers/availability.ts';
import { createWorkers, type Workers } from '../workers/workers.ts';
import { createCrashPoints } from './crash-points.ts';
import type { RouteOptions } from './route-parts.ts';
import { createFront, openRoutes } from './routes.ts';
import { createServices, type GatewayServices, type ServicesOptions } from './services.ts';
import type { Store } from './store.ts';
import { createWebhooks } from './webhook-wiring.ts';

export type GatewayOptions = {
  readonly store: Store;
  /** Where the sandbox banks keep their state. */
  readonly sandboxFolder: string;
  readonly clock: () => number;
  /** The program's version. */
  readonly version?: string;
  /** Left out: a second. */
  readonly collectMetricsEveryMs?: number;
  /** How long a round of webhooks waits for slow endpoints. Left out: a second. */
  readonly webhookPatienceMs?: number;
  /** The server's counts of connections. Left out: not counted. */
  readonly connections?: ConnectionCounts;
  /** Called at each named moment at which a process may die. Left out: no such hooks. */
  readonly reachCrashPoint?: ReachCrashPoint;
  /** `BY_HAND`: the workers' rounds run only on request. */
  readonly workers?: 'RUNNING' | 'BY_HAND';
} & RouteOptions &
  Pick<ServicesOptions, 'bankCallLimits' | 'exampleReceiver'>;

export type Gateway = {
  readonly app: RequestListener;
  /** For the address that the metrics have of their own, where there is one. */
  readonly metricsApp: RequestListener;
  /** Loads the pages, which the first request for one does otherwise. A fault is logged. */
  readonly loadPages: () => Promise<void>;
  readonly workers: Workers;
  readonly openResponses: FrontGuard['openResponses'];
  /** Not ready any more: load balancers stop sending. */
  readonly drain: () => void;
  readonly close: () => Promise<void>;
};

/** The one place where parts are chosen and joined. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { config, clock, logger, tracing, version = 'unknown' } = options;
  const crashPoints = options.reachCrashPoint ? createCrashPoints(options.reachCrashPoint) : null;
  const crashing = crashPoints?.aroundStore(options.store) ?? options.store;
  const store: Store = tracing
    ? {
        ...crashing,
        transact: (work) => tracing.traceTransaction(() => crashing.transact(work)),
        recordInitiation: (record) => tracing.traceTransaction(() => crashing.recordInitiation(record)),
      }
    : crashing;
  const sandbox = config.deployment === 'development' ? await openSandbox(options, () => services.societes) : null;
  const availability = createAvailability({ pages: () => config.availabilityUrls, logger });
  const configDigest = createConfigDigest(config);
  const { collectMetricsEveryMs: collectEveryMs } = options;
  const health = createHealth({ store, version, configDigest });
  const { isStoreReady } = health;
  const monotonicMs = (): number => performance.now();
  const metrics = createMetrics({ monotonicMs, collectEveryMs, version, configDigest, isStoreReady });
  const metricsDoor = createMetricsDoor(config, metrics.collection);
  const services = createGatewayServices(options, {
    ...{ store, metrics, availability, sandbox, crashPoints },
    announceWebhooks: () => workers.wake('webhooks'),
    health: health.report,
  });
  watchState(options, { store, metrics, services });
  const webhooks = createWebhooks({ config, services, metrics, logger, patienceMs: options.webhookPatienceMs });
  const workers = createAllWorkers(options, { services, metrics, webhooks, store });
  const isAccepted = createHostCheck(config, options.publicUrl);
  const authenticate = notingClients(createAuthenticate(config, clock, isAccepted));
  const front = await createFront(options, metrics, authenticate);
  const aroundAnswer = crashPoints?.aroundAnswer('notification');
  const confirming = createConfirming(services, logger);
  const { app, loadPages } = openRoutes(options, {
    services,
    metrics,
    authenticate,
    front,
    plainRoutes: [...health.routes, metricsDoor.route],
    version,
    sandbox,
    aroundAnswer,
    confirm: confirming.start,
  });

  health.ready();
  availability.start();
  if (options.workers !== 'BY_HAND') {
    workers.start();
    // Messages that the last process left unapplied are applied now, or where it was killed when its lease has ended.
    workers.wake('inbox');
  }
  return {
    app,
    metricsApp: metricsDoor.app,
    loadPages,
    workers,
    openResponses: front.openResponses,
    drain: health.drain,
    close: async () => {
      availability.stop();
      options.exampleReceiver?.close();
      await workers.stop();
      await confirming.close();
      await webhooks.close();
      await front.close();
      await sandbox?.close();
    },
  };
}

type ServiceParts = Pick<ServicesOptions, 'store' | 'crashPoints' | 'announceWebhooks' | 'health'> & {
  readonly metrics: Metrics;
  readonly availability: Availability;
  readonly sandbox: Sandbox | null;
};

function createGatewayServices(
  { config, clock, identifiers, logger, tracing, publicUrl, bankCallLimits, exampleReceiver = null }: GatewayOptions,
  { store, metrics, availability, sandbox, crashPoints, announceWebhooks, health }: ServiceParts,
): GatewayServices {
  return createServices({
    ...{ config, store, clock, identifiers, publicUrl },
    isDown: availability.isDown,
    usesBackupPage: availability.usesBackupPage,
    countInitiation: metrics.countInitiation,
    alerts: {
      countUnknownCardBrand: metrics.countUnknownCardBrand,
      alertContradiction: (contradiction) => {
        metrics.countContradiction(contradiction.target);
        logger.error(contradiction, 'what a bank says contradicts the record of a payment');
      },
      alertUnconfirmed: (payment) => {
        metrics.countUnconfirmed();
        logger.error(
          { payment },
          'a message reported that a payment was paid, or not paid after all, and the bank does not confirm it',
        );
      },
      numbersUsedUp: (account) => logger.error(account, "the account's transaction numbers of the day are used up"),
      refundOverCeiling: (refused) =>
        logger.warn(refused, 'a refund was refused: it is over the ceiling of its client'),
    },
    watchBankCall: (call) => metrics.watchBankCall(tracing?.traceBankCall(call) ?? call),
    builtInSocietes: sandbox && (() => developmentSocietes(publicUrl, sandbox.payboxPublicKeyPem)),
    announceWebhooks,
    ...{ crashPoints, bankCallLimits, exampleReceiver, ...(health && { health }) },
  });
}

/** The values that metrics read from the gateway at each collection. */
function watchState(
  { clock, connections }: GatewayOptions,
  { store, metrics, services }: Pick<WorkerParts, 'store' | 'metrics' | 'services'>,
): void {
  metrics.watchFollowers(services.listeners.size);
  metrics.watchConnections(connections ?? newConnectionCounts());
  metrics.watchOpenCases({
    paymentsInReview: (runMode) => store.paymentsInReview(runMode),
    overdueDebits: (runMode) => store.overdueDebits({ runMode, today: parisDateOf(clock()) }),
    unconfirmedBankFiles: (runMode) => store.countUnconfirmedBankFiles(runMode),
  });
}

type WorkerParts = {
  readonly services: GatewayServices;
  readonly metrics: Metrics;
  readonly webhooks: ReturnType<typeof createWebhooks>;
  readonly store: Store;
};

/** Everything that happens by the clock. */
function createAllWorkers(
  { config, clock, logger }: GatewayOptions,
  { services, metrics, webhooks, store }: WorkerParts,
): Workers {
  const holder = `${hostname()} ${process.pid} ${randomBytes(6).toString('hex')}`;
  return createWorkers({ store, clock, holder, logger }, [
    createResolver(services, logger),
    createDebitReview(services, logger),
    ...webhooks.workers,
    createInbox({ services, logger, count: metrics.countNotification }),
    createAnchoring({
      ...{ store, clock, onAnchored: metrics.eventLogAnchored },
      also: (keepsLease) => anchorAuditLog({ store, clock }, keepsLease),
    }),
    createSearchWorker({ store, clock, logger }),
    createPaymentListWorker({ store, clock, logger }),
    createRetention({
      services,
      periods: () => retentionPeriods(config.retention),
      unverified: () => config.notifications.unverified,
      count: metrics.countRetired,
      logger,
    }),
    createMandateExpiry(services, logger),
    ...createBankFileWorkers({ services, folder: () => config.bankFiles.folder, logger }),
    createTransferReminders(services, logger),
    createJournalWorker(services, logger),
  ]);
}

/** The HTTP client is loaded with the first call. */
function openSandboxCalls(ownUrl: string): ShopCalls {
  let opened: Promise<ShopCalls> | null = null;
  const calls = (): Promise<ShopCalls> => {
    opened ??= import('../http/outgoing/sandbox-calls.ts').then(({ createSandboxCalls }) =>
      createSandboxCalls({ ownUrl, mayCall: isLoopback }),
    );
    return opened;
  };
  return {
    mayCall: async (url) => (await calls()).mayCall(url),
    send: async (request) => (await calls()).send(request),
    close: async () => (await opened)?.close(),
  };
}

/** Loaded on a development deployment alone. */
async function openSandbox(options: GatewayOptions, societes: () => ReadonlyMap<string, Societe>): Promise<Sandbox> {
  const { config, publicUrl, sandboxFolder, clock, logger } = options;
  const { createSandbox } = await import('../sandbox/sandbox.ts');
  return createSandbox({
    dataFolder: sandboxFolder,
    ...sandboxShops(),
    houseBank: {
      accounts: () => houseBankAccounts(societes()),
      schemaFolder: () => config.bankFiles.schemaFolder,
      ways: { bankFilesUrl: `${publicUrl}/bank-files`, folder: () => config.bankFiles.folder },
    },
    calls: openSandboxCalls(publicUrl),
    clock,
    languageOf: createLanguageOf(config.defaultLanguage),
    log: (line) => logger.info(line, 'sandbox'),
  });
}
