import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import express, { type Express, type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Logger } from 'pino';
import { createHostCheck } from '../config/accepted-hosts.ts';
import type { Authenticate } from '../config/authenticate.ts';
import { createAddressOf, createCountedAddressOf, createNetworkCheck, plainAddress } from '../config/networks.ts';
import { shownBy } from '../config/shown.ts';
import { customerNetworkOf } from '../http/address-network.ts';
import { createFrontGuard, type FrontGuard } from '../http/front-guard.ts';
import { createForeignHostLog, createHostGuard, type HostGuardOptions } from '../http/host-guard.ts';
import { createProblemHandlers } from '../http/problems.ts';
import { openRateCounter } from '../http/rates.ts';
import { takePath } from '../http/request-target.ts';
import { forRequest } from '../kernel/audit/record-audit.ts';
import { createLanguageOf } from '../kernel/locale/language.ts';
import { createBankUploads } from '../modules/bank-statements/import/bank-uploads.ts';
import { downloadBatchFile } from '../modules/direct-debits/batches/close-batch.ts';
import { createDownloads } from '../modules/direct-debits/batches/downloads.ts';
import { viewMandate } from '../modules/direct-debits/mandates/view-mandate.ts';
import { viewPayment } from '../modules/payments/attempts/customer-view.ts';
import { openAttempt } from '../modules/payments/attempts/open-attempt.ts';
import { tryAgain } from '../modules/payments/attempts/try-again.ts';
import { followPayment } from '../modules/payments/follow-payment.ts';
import { createNotifications } from '../modules/payments/notifications/notifications.ts';
import type { Metrics } from '../observability/metrics.ts';
import { routeTemplateOf } from '../observability/route-template.ts';
import { createHomePage } from '../pages/home-page.ts';
import type { Place } from '../pages/home-texts.ts';
import { createMandateForm } from '../pages/mandate-form.ts';
import { createPages } from '../pages/pages.ts';
import { createDocumentation } from '../rest/documentation/documentation.ts';
import { createEarlyRefusals } from '../rest/request/refuse-early.ts';
import { createReference } from '../schema/reference/reference.ts';
import { inOrder } from '../schema/server/in-order.ts';
import { lazyConsole } from './console.ts';
import { beforeDoors, onPath, openGraphqlDoor, openLegacyDoor } from './payment-doors.ts';
import { corsRule, legacySettings, type RouteOptions, type RouteParts, securityHeaders } from './route-parts.ts';
import type { GatewayServices } from './services.ts';
import { uploadLimits } from './upload-limits.ts';

/**
 * Every way in, in the order in which a request passes them. The doors of payments come before Express, whose routing
 * takes a fifth of the time of a small read. What they do not serve goes on to it, and so does a fault, for its page.
 */
export function openRoutes(options: RouteOptions, parts: RouteParts): RequestListener {
  const graphql = openGraphqlDoor(options, parts);
  const app = openPages(options, parts, graphql.router);
  const serve = inOrder(...beforeDoors(options, parts), onPath('/graphql', graphql), openLegacyDoor(options, parts));
  return (request, response) => {
    takePath(request);
    serve(request, response, (fault) => {
      if (fault) faults.set(request, fault);
      app(request as Request, response as Response);
    });
  };
}

/** Why a request failed before Express. */
const faults = new WeakMap<IncomingMessage, unknown>();

function openPages(options: RouteOptions, parts: RouteParts, graphql: Router): Express {
  const { services, metrics, metricsRouter, authenticate, front, health, sandbox, aroundAnswer, confirm } = parts;
  const { logger } = options;
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use((request, _response, next) => next(faults.get(request)));
  app.use('/graphql', securityHeaders() as RequestHandler);
  app.use(graphql);
  app.use(health.router, metricsRouter);
  app.use(createBankUploads({ services, authenticate, logger }));
  app.use(
    createNotifications({
      ...{ services, logger, confirm, count: metrics.countNotification },
      addressOf: createAddressOf(options.config.trustedProxies),
      ...(aroundAnswer && { aroundAnswer }),
    }),
  );
  app.use(securityHeaders() as RequestHandler);
  app.get('/robots.txt', forbidCrawlers);
  app.use(
    lazyConsole({ ...options, services, countOperation: front.countOperation, countSignIn: metrics.countSignIn }),
  );
  app.use(createDocumentationPages(options, parts));
  app.use(bankDownloads(services, authenticate));
  app.use(...customerPages(options, parts));
  if (sandbox) app.use('/sandbox', sandbox.router);
  app.use(...createProblemHandlers(logger, createLanguageOf(options.config.defaultLanguage)));
  return app;
}

/** No address is for a crawler: an old one asks for a payment by GET. */
const forbidCrawlers: RequestHandler = (_request, response) => {
  response.type('text/plain').set('Cache-Control', 'public, max-age=86400').send('User-agent: *\nDisallow: /\n');
};

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
    const line = { host, outcome, method: request.method, route: routeTemplateOf(request) };
    if (deservesLine(host)) logger.warn(line, 'a request was for a host that is not in acceptedHosts');
  };
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
    downloadBatchFile: (caller, id, request) => downloadBatchFile(forRequest(services, request), caller, id),
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
