import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import express, { type Express, type RequestHandler, Router } from 'express';
import type { Authenticate } from '../../config/authenticate.ts';
import { createAddressOf, createCountedAddressOf } from '../../config/networks.ts';
import { hasOwnHost } from '../../config/public-url.ts';
import { shownBy } from '../../config/shown.ts';
import { customerNetworkOf } from '../../http/address-network.ts';
import { createProblemHandlers } from '../../http/problems.ts';
import { forRequest } from '../../kernel/audit/record-audit.ts';
import { createLanguageOf } from '../../kernel/locale/language.ts';
import { createBankUploads } from '../../modules/bank-statements/import/bank-uploads.ts';
import { downloadBatchFile } from '../../modules/direct-debits/batches/close-batch.ts';
import { createDownloads } from '../../modules/direct-debits/batches/downloads.ts';
import { viewMandate } from '../../modules/direct-debits/mandates/view-mandate.ts';
import { viewPayment } from '../../modules/payments/attempts/customer-view.ts';
import { openAttempt } from '../../modules/payments/attempts/open-attempt.ts';
import { tryAgain } from '../../modules/payments/attempts/try-again.ts';
import { useUpForm } from '../../modules/payments/attempts/use-up-form.ts';
import { followPayment } from '../../modules/payments/follow-payment.ts';
import { createNotifications } from '../../modules/payments/notifications/notifications.ts';
import { createHomePage } from '../../pages/home-page.ts';
import type { Place } from '../../pages/home-texts.ts';
import { createMandateForm } from '../../pages/mandate-form.ts';
import { createPages } from '../../pages/pages.ts';
import { createDocumentation } from '../../rest/documentation/documentation.ts';
import { createReference } from '../../schema/reference/reference.ts';
import type { GraphqlDoor } from '../../schema/server/graphql-door.ts';
import { legacySettings, type RouteOptions, type RouteParts, securityHeaders } from '../route-parts.ts';
import type { GatewayServices } from '../services.ts';
import { lazyConsole } from './console.ts';

type BeforePages = {
  /** Adds the GraphQL door, for what comes to it in other ways than a plain POST. */
  readonly graphql: GraphqlDoor['route'];
  /** Why a request failed before Express; undefined where it did not. */
  readonly faultOf: (request: IncomingMessage) => unknown;
};

/** What a browser, a bank and accounting reach: everything but the doors of payments. */
export async function openPages(
  options: RouteOptions,
  parts: RouteParts,
  { graphql, faultOf }: BeforePages,
): Promise<Express> {
  const { services, metrics, authenticate, front, sandbox, aroundAnswer, confirm } = parts;
  const { logger } = options;
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use((request, _response, next) => next(faultOf(request)));
  app.use('/graphql', securityHeaders('data') as RequestHandler);
  app.get('/graphql', securityHeaders() as RequestHandler);
  // Yoga would answer a path in another case with an empty 404.
  app.use(graphql(Router({ caseSensitive: true })));
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
  if (sandbox) app.use('/sandbox', await sandbox.openRouter());
  app.use(...createProblemHandlers(logger, createLanguageOf(options.config.defaultLanguage)));
  return app;
}

/** No address is for a crawler: an old one asks for a payment by GET. */
const forbidCrawlers: RequestHandler = (_request, response) => {
  response.type('text/plain').set('Cache-Control', 'public, max-age=86400').send('User-agent: *\nDisallow: /\n');
};

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
    ...(hasOwnHost(publicUrl) ? ['console' as const] : []),
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
    useUpForm: (payment, outcome) => useUpForm(services, payment, outcome),
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
