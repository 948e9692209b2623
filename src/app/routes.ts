import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import express, { type Express, type Request, type RequestHandler, type Router } from 'express';
import type { GraphQLSchema } from 'graphql';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { createHostCheck } from '../config/accepted-hosts.ts';
import type { Authenticate } from '../config/authenticate.ts';
import type { Config } from '../config/config.ts';
import { createAddressOf, createCountedAddressOf, createNetworkCheck, plainAddress } from '../config/networks.ts';
import { shownBy } from '../config/shown.ts';
import { customerNetworkOf } from '../http/address-network.ts';
import { createFrontGuard, type FrontGuard, type FrontGuardOptions } from '../http/front-guard.ts';
import { createForeignHostLog, createHostGuard, type HostGuardOptions } from '../http/host-guard.ts';
import { createProblemHandlers } from '../http/problems.ts';
import { openRateCounter } from '../http/rates.ts';
import { takePath } from '../http/request-target.ts';
import type { Identifiers } from '../kernel/identifiers.ts';
import { createLanguageOf } from '../kernel/locale/language.ts';
import { createBankUploads } from '../modules/bank-statements/import/bank-uploads.ts';
import { downloadBatchFile } from '../modules/direct-debits/batches/close-batch.ts';
import { createDownloads } from '../modules/direct-debits/batches/downloads.ts';
import { viewMandate } from '../modules/direct-debits/mandates/view-mandate.ts';
import { viewPayment } from '../modules/payments/attempts/customer-view.ts';
import { openAttempt } from '../modules/payments/attempts/open-attempt.ts';
import { tryAgain } from '../modules/payments/attempts/try-again.ts';
import { followPayment } from '../modules/payments/follow-payment.ts';
import { createNotifications, type NotificationsOptions } from '../modules/payments/notifications/notifications.ts';
import type { createHealth } from '../observability/health.ts';
import type { Metrics } from '../observability/metrics.ts';
import { createRequestLog } from '../observability/request-log.ts';
import { routeTemplateOf } from '../observability/route-template.ts';
import type { Tracing } from '../observability/tracing/tracing.ts';
import { createHomePage } from '../pages/home-page.ts';
import type { Place } from '../pages/home-texts.ts';
import { createMandateForm } from '../pages/mandate-form.ts';
import { createPages } from '../pages/pages.ts';
import { createDocumentation } from '../rest/documentation/documentation.ts';
import { createEarlyRefusals } from '../rest/request/refuse-early.ts';
import { createLegacyDoor } from '../rest/routes/legacy-door.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { createReference } from '../schema/reference/reference.ts';
import { createExecute } from '../schema/server/execute.ts';
import { createGraphqlDoor, identifyByKey } from '../schema/server/graphql-door.ts';
import { inOrder } from '../schema/server/in-order.ts';
import { lazyConsole } from './console.ts';
import type { GatewayServices } from './services.ts';
import { uploadLimits } from './upload-limits.ts';

export type RouteOptions = {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  /** Where the customer, the banks and the old systems reach this gateway. No trailing slash. */
  readonly publicUrl: string;
  readonly identifiers: Identifiers;
  readonly logger: Logger;
  /** Left out: nothing is traced. */
  readonly tracing?: Tracing;
  /** What the console may send. Left out: the documents that are shipped with it. */
  readonly consoleDocuments?: () => ReadonlyMap<string, string>;
} & Pick<FrontGuardOptions, 'overload'>;

export type RouteParts = {
  readonly services: GatewayServices;
  readonly metrics: Metrics;
  readonly metricsRouter: Router;
  readonly authenticate: Authenticate;
  readonly front: FrontGuard;
  readonly health: Pick<ReturnType<typeof createHealth>, 'router'>;
  /** Of the program. */
  readonly version: string;
  /** Null on a production deployment. */
  readonly sandbox: Sandbox | null;
  /** Laid around the moment in which a bank's message is answered. */
  readonly aroundAnswer: NotificationsOptions['aroundAnswer'];
  readonly confirm: NotificationsOptions['confirm'];
};

/** Every way in, in the order in which a request passes them. */
export function openRoutes(options: RouteOptions, parts: RouteParts): RequestListener {
  const { services, metrics, metricsRouter, authenticate, front, health, sandbox, aroundAnswer, confirm } = parts;
  const { logger } = options;
  const app = createApp(options, metrics, front);
  // The most frequent paths first, because each request passes all parts before its door.
  openPaymentDoors(app, options, parts);
  app.use(health.router, metricsRouter);
  app.use(createBankUploads({ services, authenticate, logger }));
  app.use(
    createNotifications({
      ...{ services, logger, confirm, count: metrics.countNotification },
      addressOf: createAddressOf(options.config.trustedProxies),
      ...(aroundAnswer && { aroundAnswer }),
    }),
  );
  app.use(securityHeaders());
  app.use(
    lazyConsole({ ...options, services, countOperation: front.countOperation, countSignIn: metrics.countSignIn }),
  );
  app.use(createDocumentationPages(options, parts));
  app.use(bankDownloads(services, authenticate));
  app.use(...customerPages(options, parts));
  if (sandbox) app.use('/sandbox', sandbox.router);
  app.use(...createProblemHandlers(logger, createLanguageOf(options.config.defaultLanguage)));
  return (request, response) => {
    takePath(request);
    app(request, response);
  };
}

/** The parts that every request passes. */
function createApp({ identifiers, logger, tracing }: RouteOptions, metrics: Metrics, front: FrontGuard): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  const name: RequestHandler = (_request, response, next) => {
    response.setHeader('X-Request-Id', identifiers.newId('req'));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    next();
  };
  const log = createRequestLog(logger, () => performance.now());
  app.use(inOrder(name, ...(tracing ? [tracing.traceRequests] : []), log, metrics.timeRequests, front.handler));
  return app;
}

/** The guard before every door. It refuses requests of the legacy door in that door's format. */
export async function createFront(
  { config, publicUrl, logger, overload }: RouteOptions,
  { countLegacyRequest: count, countForeignHost }: Metrics,
  authenticate: Authenticate,
): Promise<FrontGuard> {
  const isOpen = config.deployment !== 'production';
  const isProxy = createNetworkCheck(config.trustedProxies);
  const settings = legacySettings({ config, publicUrl });
  return createFrontGuard({
    ...(overload && { overload }),
    rates: await openRateCounter(isOpen ? null : config.limits.rates, config.databaseUrl),
    addressOf: createCountedAddressOf(config.trustedProxies),
    isFromProxy: ({ socket }) => {
      const address = plainAddress(socket.remoteAddress ?? '');
      return address !== null && isProxy(address);
    },
    authenticate,
    refuseHost: createHostGuard({
      isAccepted: createHostCheck(config, publicUrl),
      isReportOnly: () => config.acceptedHostsMode === 'reportOnly',
      onForeignHost: createForeignHostReport(logger, countForeignHost),
    }),
    uploadLimits: uploadLimits(config),
    refuseInForm: createEarlyRefusals({ settings, logger, count, isCorsOrigin: corsRule(config) }),
  });
}

function createForeignHostReport(
  logger: Logger,
  count: Metrics['countForeignHost'],
): HostGuardOptions['onForeignHost'] {
  const deservesLine = createForeignHostLog(() => performance.now());
  return ({ request, host, outcome }) => {
    count(outcome);
    const line = { host, outcome, method: request.method, route: routeTemplateOf(request as Request) };
    if (deservesLine(host)) logger.warn(line, 'a request was for a host that is not in acceptedHosts');
  };
}

/** Read for each request, because the config may be reloaded. */
function legacySettings({ config, publicUrl }: Pick<RouteOptions, 'config' | 'publicUrl'>) {
  return {
    publicUrl,
    maximumBodyBytes: 16_384,
    identifiesCallers: config.clients.length > 0 || config.deployment === 'production',
    languageOf: createLanguageOf(config.defaultLanguage),
    get isDocumented() {
      return shownBy(config).documentation;
    },
    get envelopeCasing() {
      return config.rest.envelopeCasing;
    },
  };
}

/** The legacy door and the GraphQL door. */
function openPaymentDoors(app: Express, options: RouteOptions, parts: RouteParts): void {
  const { services, metrics, authenticate, front } = parts;
  const { config, schema, logger } = options;
  const settings = legacySettings(options);
  const { documentation, graphiql, introspection, suggestions } = shownBy(config);
  const shows = [...(documentation ? ['documentation' as const] : []), ...(parts.sandbox ? ['sandbox' as const] : [])];
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
      identify: identifyByKey(authenticate),
      graphiql: graphiql ? { shows } : null,
      isCorsOrigin: corsRule(config),
      languageOf: createLanguageOf(config.defaultLanguage),
      introspection,
      suggestions,
      countOperation: front.countOperation,
      registeredDocuments: () => config.documents,
      subscriptionsPerClient: config.limits.streams.subscriptionsPerClient,
      ...(options.tracing && { traceOperation: options.tracing.traceOperation }),
      logger,
    }),
  );
}

function createDocumentationPages(options: RouteOptions, { version, sandbox }: RouteParts): RequestHandler {
  const settings = legacySettings(options);
  const documentation = createDocumentation({ settings, randomNonce });
  documentation.use(createReference({ schema: options.schema, randomNonce, languageOf: settings.languageOf }));
  documentation.use(homePage(options, version, sandbox !== null));
  return (request, response, next) => (settings.isDocumented ? documentation(request, response, next) : next());
}

/** Only where the documentation is shown: in production it names nothing to a stranger. */
function homePage({ config, publicUrl }: RouteOptions, version: string, hasSandbox: boolean): Router {
  const shown = (): readonly Place[] => [
    ...(shownBy(config).graphiql ? ['graphql' as const] : []),
    'console',
    ...(['graphqlReference', 'errors', 'legacy', 'openapi'] as const),
    ...(hasSandbox ? (['sandbox', 'houseBank'] as const) : []),
    'health',
  ];
  const languageOf = createLanguageOf(config.defaultLanguage);
  return createHomePage({ shown, publicUrl, deployment: config.deployment, version, randomNonce, languageOf });
}

function bankDownloads(services: GatewayServices, authenticate: Authenticate): Router {
  return createDownloads({
    authenticate,
    downloadBatchFile: (caller, id) => downloadBatchFile(services, caller, id),
  });
}

function customerPages({ config }: RouteOptions, { services, metrics }: RouteParts): [Router, Router] {
  const addressOf = createCountedAddressOf(config.trustedProxies);
  const languageOf = createLanguageOf(config.defaultLanguage);
  const mandateForm = createMandateForm({
    viewMandate: (token) => viewMandate(services, token),
    randomNonce,
    languageOf,
  });
  const pages = createPages({
    viewPayment: (token) => viewPayment(services, token),
    openAttempt: (token, language) => openAttempt(services, token, language),
    tryAgain: (press) => tryAgain(services, press),
    followPayment: (paymentId, afterSequence) => followPayment(services, paymentId, afterSequence),
    randomNonce,
    languageOf,
    addressOf: (request) => customerNetworkOf(addressOf(request) ?? 'unknown'),
    streamLimits: config.limits.streams,
    countRefusedStream: metrics.countRefusedStream,
  });
  return [pages, mandateForm];
}

const randomNonce = (): string => randomBytes(16).toString('base64');

/** Pages that need another policy set their own. Helmet's headers never change, so it runs once. */
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
