import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import express, { type Express, type RequestHandler, type Router } from 'express';
import type { GraphQLSchema } from 'graphql';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { createBankUploads } from './bank-uploads/bank-uploads.ts';
import { type Authenticate, createAuthenticate } from './config/authenticate.ts';
import type { Config } from './config/config.ts';
import { developmentSocietes, houseBankAccounts, sandboxShops } from './config/development.ts';
import { createConfigDigest } from './config/digest.ts';
import { createAddressOf } from './config/networks.ts';
import { createCrashPoints } from './crash-points.ts';
import type { ReachCrashPoint } from './domain/crash-point.ts';
import type { Identifiers } from './domain/identifiers.ts';
import type { Societe } from './domain/merchant.ts';
import { retentionPeriods } from './domain/retention.ts';
import type { Store } from './domain/store.ts';
import { createDownloads } from './downloads/downloads.ts';
import { createHealth } from './health.ts';
import { createFrontGuard, type FrontGuard, type FrontGuardOptions } from './http/front-guard.ts';
import { defaultRates, openRateCounter } from './http/rates.ts';
import { createWebhooks } from './join-webhooks.ts';
import { largeBodies } from './large-bodies.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createNotifications } from './notifications/notifications.ts';
import { createMandateForm } from './pages/mandate-form.ts';
import { createPages } from './pages/pages.ts';
import { createProblemHandlers } from './problems.ts';
import { createRequestLog } from './request-log.ts';
import { createDocumentation } from './rest/documentation/documentation.ts';
import { createLegacyDoor } from './rest/legacy-door.ts';
import { createEarlyRefusals } from './rest/refuse-early.ts';
import { createSandbox, type Sandbox } from './sandbox/sandbox.ts';
import { createExecute } from './schema/execute.ts';
import { createGraphqlDoor } from './schema/graphql-door.ts';
import { createServices, type GatewayServices, type ServicesOptions } from './services.ts';
import type { Tracing } from './tracing/tracing.ts';
import { downloadBatchFile } from './use-cases/close-batch.ts';
import { followPayment } from './use-cases/follow-payment.ts';
import { openAttempt } from './use-cases/open-attempt.ts';
import { viewPayment } from './use-cases/read-payments.ts';
import { rulesOf } from './use-cases/services.ts';
import { viewMandate } from './use-cases/view-mandate.ts';
import { createAnchoring } from './workers/anchoring.ts';
import { createAvailability } from './workers/availability.ts';
import { createBankFileWorkers } from './workers/bank-files.ts';
import { createInbox } from './workers/inbox.ts';
import { createJournalWorker } from './workers/journal.ts';
import { createMandateExpiry } from './workers/mandates.ts';
import { createResolver } from './workers/resolver.ts';
import { createRetention } from './workers/retention.ts';
import { createTransferReminders } from './workers/transfers.ts';
import { createWorkers, type Workers } from './workers/workers.ts';

export type GatewayOptions = {
  readonly config: Config;
  readonly store: Store;
  readonly schema: GraphQLSchema;
  /** Where the customer, the banks and the old systems reach this gateway. No trailing slash. */
  readonly publicUrl: string;
  /** Where the sandbox banks keep their state. */
  readonly sandboxFolder: string;
  readonly clock: () => number;
  readonly identifiers: Identifiers;
  readonly logger: Logger;
  /** Of the program, for whoever asks a gateway what it is. */
  readonly version?: string;
  /** Left out: nothing is traced. */
  readonly tracing?: Tracing;
  /** Told of each named moment at which a process may die. Left out: nothing of it is in the way. */
  readonly reachCrashPoint?: ReachCrashPoint;
  /** `BY_HAND`: the workers' rounds run only when they are told to. */
  readonly workers?: 'RUNNING' | 'BY_HAND';
} & Pick<ServicesOptions, 'bankCallLimits'> &
  Pick<FrontGuardOptions, 'overload'>;

export type Gateway = {
  readonly app: Express;
  readonly workers: Workers;
  /** Not ready any more: load balancers stop sending. */
  readonly drain: () => void;
  readonly close: () => Promise<void>;
};

/** The one place where parts are chosen and joined. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { config, clock, identifiers, logger, tracing, version = 'unknown' } = options;
  const crashPoints = options.reachCrashPoint ? createCrashPoints(options.reachCrashPoint) : null;
  const crashing = crashPoints?.aroundStore(options.store) ?? options.store;
  const store = tracing?.traceStore(crashing) ?? crashing;
  const sandbox = config.deployment === 'development' ? await openSandbox(options, () => services.societes) : null;
  const availability = createAvailability({ urls: config.availabilityUrls, logger });
  const configDigest = createConfigDigest(config);
  const metrics = createMetrics({ monotonicMs: () => performance.now(), version, configDigest });
  const services: GatewayServices = createServices({
    ...{ config, store, clock, identifiers, publicUrl: options.publicUrl },
    isDown: availability.isDown,
    countInitiation: metrics.countInitiation,
    watchBankCall: (call) => metrics.watchBankCall(tracing?.traceBankCall(call) ?? call),
    builtInSocietes: sandbox && (() => developmentSocietes(options.publicUrl, sandbox.payboxPublicKeyPem)),
    announceWebhooks: () => workers.wake('webhooks'),
    ...{ crashPoints, bankCallLimits: options.bankCallLimits },
  });
  metrics.watchFollowers(services.listeners.size);
  const webhooks = createWebhooks({ config, services, metrics, logger });
  const holder = `${hostname()} ${process.pid} ${randomBytes(6).toString('hex')}`;
  const workers: Workers = createWorkers({ store, clock, holder, logger }, [
    createResolver(services, logger),
    ...webhooks.workers,
    createInbox({ services, logger, count: metrics.countNotification }),
    createAnchoring({ store, clock, onAnchored: metrics.ledgerAnchored }),
    createRetention({
      services,
      periods: () => retentionPeriods(config.retention),
      count: metrics.countRetired,
      logger,
    }),
    createMandateExpiry(services),
    ...createBankFileWorkers({ services, folder: () => config.bankFiles.folder, logger }),
    createTransferReminders(services),
    createJournalWorker({ store, clock, rulesOf: rulesOf(services) }),
  ]);
  const health = createHealth({ store, version, configDigest });
  const authenticate = createAuthenticate(config, clock);
  const front = await createFront(options, metrics, authenticate);

  const app = createApp(options, metrics, front);
  // First what is asked for most: each part in front of a door is passed by every request.
  openDoors(app, options, { services, metrics, authenticate, countOperation: front.countOperation });
  app.use(health.router, metrics.router);
  app.use(createBankUploads({ services, authenticate, logger }));
  const aroundAnswer = crashPoints?.aroundAnswer('notification');
  app.use(
    createNotifications({ services, logger, count: metrics.countNotification, ...(aroundAnswer && { aroundAnswer }) }),
  );
  app.use(securityHeaders());
  app.use(createDocumentationPages(options));
  app.use(bankDownloads(services, authenticate));
  app.use(...customerPages(services));
  if (sandbox) app.use('/sandbox', sandbox.router);
  app.use(...createProblemHandlers(logger));

  health.ready();
  availability.start();
  if (options.workers !== 'BY_HAND') {
    workers.start();
    // What the process before this one left behind waits long enough.
    workers.wake('inbox');
  }
  return {
    app,
    workers,
    drain: health.drain,
    close: async () => {
      availability.stop();
      await workers.stop();
      await webhooks.close();
      await front.close();
      await sandbox?.close();
    },
  };
}

type DoorParts = {
  readonly services: GatewayServices;
  readonly metrics: Metrics;
  readonly authenticate: Authenticate;
  readonly countOperation: FrontGuard['countOperation'];
};

/** With what every request passes. */
function createApp({ identifiers, logger, tracing }: GatewayOptions, metrics: Metrics, front: FrontGuard): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use((_request, response, next) => {
    response.setHeader('X-Request-Id', identifiers.newId('req'));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    next();
  });
  if (tracing) app.use(tracing.traceRequests);
  app.use(createRequestLog(logger, () => performance.now()));
  app.use(metrics.timeRequests, front.handler);
  return app;
}

/** In front of every door; what it refuses of the old one's requests is said as the old one says things. */
async function createFront(
  { config, publicUrl, logger, overload }: GatewayOptions,
  { countLegacyRequest: count }: Metrics,
  authenticate: Authenticate,
): Promise<FrontGuard> {
  const isOpen = config.deployment !== 'production';
  const settings = legacySettings({ config, publicUrl });
  return createFrontGuard({
    ...(overload && { overload }),
    rates: await openRateCounter(isOpen ? null : defaultRates, config.databaseUrl),
    addressOf: createAddressOf(config.trustedProxies),
    authenticate,
    largeBodies: largeBodies(config),
    refuseInForm: createEarlyRefusals({ settings, logger, count, isCorsOrigin: corsRule(config) }),
  });
}

/** Looked at for each request, for the config may be read again. */
function legacySettings({ config, publicUrl }: Pick<GatewayOptions, 'config' | 'publicUrl'>) {
  const isOpen = config.deployment !== 'production';
  return {
    publicUrl,
    maximumBodyBytes: 16_384,
    identifiesCallers: config.clients.length > 0 || !isOpen,
    get isDocumented() {
      return config.rest.documentation ?? isOpen;
    },
    get envelopeCasing() {
      return config.rest.envelopeCasing;
    },
  };
}

/** The legacy door and the GraphQL door. */
function openDoors(app: Express, options: GatewayOptions, parts: DoorParts): void {
  const { services, metrics, authenticate, countOperation } = parts;
  const { config, schema, logger } = options;
  const isOpen = config.deployment !== 'production';
  const settings = legacySettings(options);
  app.use(
    createLegacyDoor({
      execute: createExecute(schema, services, options.tracing?.traceOperation),
      authenticate,
      logger,
      count: metrics.countLegacyRequest,
      isCorsOrigin: corsRule(config),
      settings,
    }),
  );
  app.use('/graphql', securityHeaders());
  app.use(
    createGraphqlDoor({
      schema,
      services,
      authenticate,
      graphiql: config.graphql.graphiql ?? isOpen,
      isCorsOrigin: corsRule(config),
      introspection: config.graphql.introspection,
      countOperation,
      ...(options.tracing && { traceOperation: options.tracing.traceOperation }),
      logger,
    }),
  );
}

function createDocumentationPages(options: GatewayOptions): RequestHandler {
  const settings = legacySettings(options);
  const documentation = createDocumentation({ settings, randomNonce });
  documentation.get('/', (_request, response) => response.redirect(302, '/metadata'));
  return (request, response, next) => (settings.isDocumented ? documentation(request, response, next) : next());
}

function bankDownloads(services: GatewayServices, authenticate: Authenticate): Router {
  return createDownloads({
    authenticate,
    downloadBatchFile: (caller, id) => downloadBatchFile(services, caller, id),
  });
}

function customerPages(services: GatewayServices): [Router, Router] {
  const mandateForm = createMandateForm({ viewMandate: (token) => viewMandate(services, token), randomNonce });
  const pages = createPages({
    viewPayment: (token) => viewPayment(services, token),
    openAttempt: (token, language) => openAttempt(services, token, language),
    followPayment: (paymentId, afterSequence) => followPayment(services, paymentId, afterSequence),
    randomNonce,
  });
  return [pages, mandateForm];
}

const randomNonce = (): string => randomBytes(16).toString('base64');

function openSandbox(options: GatewayOptions, societes: () => ReadonlyMap<string, Societe>): Promise<Sandbox> {
  const { config, publicUrl, sandboxFolder, clock, logger } = options;
  return createSandbox({
    dataFolder: sandboxFolder,
    ...sandboxShops(),
    houseBank: {
      accounts: () => houseBankAccounts(societes()),
      schemaFolder: () => config.bankFiles.schemaFolder,
      ways: { bankFilesUrl: `${publicUrl}/bank-files`, folder: () => config.bankFiles.folder },
    },
    clock,
    randomBytes,
    log: (line) => logger.info(line, 'sandbox'),
  });
}

/** Pages that need a looser or stricter policy than this set their own. Helmet is asked once, for it always says the same. */
function securityHeaders(): RequestHandler {
  const headers = new Map<string, string>();
  const secure = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xPoweredBy: false,
  });
  const listener = { setHeader: (name: string, value: string) => headers.set(name, value) };
  secure({} as never, listener as never, (fault?: unknown) => {
    if (fault) throw fault;
  });
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

function corsRule({ deployment, graphql }: Config): (origin: string) => boolean {
  const allowed = new Set(graphql.corsOrigins);
  const isLoopback = /^http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/;
  return (origin) => allowed.has(origin) || (deployment === 'development' && isLoopback.test(origin));
}
