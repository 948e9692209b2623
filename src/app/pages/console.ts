import { randomBytes } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Config } from '../../config/config.ts';
import { isConsoleOpen } from '../../config/console.ts';
import { createCountedAddressOf } from '../../config/networks.ts';
import type { NoteRefusedRequest } from '../../console/note-refused-request.ts';
import { customerNetworkOf } from '../../http/address-network.ts';
import type { FrontGuard } from '../../http/front-guard.ts';
import { forRequest } from '../../kernel/audit/record-audit.ts';
import { type Caller, openVisitor } from '../../kernel/caller.ts';
import { createLanguageOf } from '../../kernel/locale/language.ts';
import { downloadBatchFile } from '../../modules/direct-debits/batches/close-batch.ts';
import type { Metrics } from '../../observability/metrics.ts';
import { notingClients } from '../../observability/request-log.ts';
import { createGraphqlDoor } from '../../schema/server/graphql-door.ts';
import { defaultDocumentLimits } from '../../schema/server/guard/limits.ts';
import type { RouteOptions, RouteParts } from '../route-parts.ts';

type Options = Pick<RouteOptions, 'config' | 'schema' | 'publicUrl' | 'logger' | 'tracing' | 'consoleDocuments'> &
  Pick<RouteParts, 'services'> &
  Pick<Metrics, 'countSignIn'> &
  Pick<FrontGuard, 'countOperation'>;

const consolePath = /^\/console(?:[/?]|$)/;

/** The console, loaded when a request first asks for it, so that a start and a payment cost nothing of it. */
export function lazyConsole(options: Options): RequestHandler {
  let loading: Promise<RequestHandler> | null = null;
  return (request, response, next) => {
    if (!consolePath.test(request.url)) return next();
    loading ??= loadConsole(options);
    loading
      .then((console) => console(request, response, next))
      .catch((error: unknown) => {
        loading = null;
        next(error);
      });
  };
}

async function loadConsole(options: Options): Promise<RequestHandler> {
  const { config, publicUrl, logger, services } = options;
  const [{ createConsole }, { createStartExport }, { createNoteRefusedRequest }] = await Promise.all([
    import('../../console/console.ts'),
    import('../../modules/exports/start-export.ts'),
    import('../../console/note-refused-request.ts'),
  ]);
  const noteRefused = createNoteRefusedRequest(services, logger);
  const graphql = await loadGraphql(options, noteRefused);
  const uploads = await loadUploads(options, noteRefused);
  const countedAddressOf = createCountedAddressOf(config.trustedProxies);
  const console = createConsole({
    ...{ services, publicUrl, logger, countSignIn: options.countSignIn },
    isOpen: () => isConsoleOpen(config),
    ...callersOf(config),
    ...{ startExport: createStartExport(services), noteRefused },
    downloadBatchFile: (caller, id, request) => downloadBatchFile(forRequest(services, request), caller, id),
    deployment: config.deployment,
    saysHowToSetUp: config.deployment === 'development',
    languageOf: createLanguageOf(config.defaultLanguage),
    randomNonce: () => randomBytes(16).toString('base64'),
    addressOf: (request) => customerNetworkOf(countedAddressOf(request) ?? 'unknown'),
  });
  return Router().use(graphql).use('/console', uploads).use('/console', console);
}

const callersOf = (config: Config) => ({
  visitor: () => (isConsoleOpen(config) ? openVisitor : null),
  noteCaller: (request: Request, caller: Caller) => void notingClients(() => caller)(request),
});

/** Files are larger than a request of GraphQL may be. */
async function loadUploads(options: Options, noteRefused: NoteRefusedRequest): Promise<RequestHandler> {
  const { config, services, logger } = options;
  const [guard, bankFiles, { createConsoleFiles }, customerFiles, { createCheckCustomerFile }] = await Promise.all([
    import('../../console/graphql-guard.ts'),
    import('../../console/uploads/bank-file-routes.ts'),
    import('../../modules/bank-statements/import/console-files.ts'),
    import('../../console/uploads/customer-file-routes.ts'),
    import('../../modules/customers/import/check-customer-file.ts'),
  ]);
  const identify = guard.createConsoleIdentify({ services, noteRefused, ...callersOf(config) });
  const shared = { identify, noteRefused, languageOf: createLanguageOf(config.defaultLanguage) };
  return Router()
    .use(bankFiles.createBankFileRoutes({ ...shared, files: createConsoleFiles(services), logger }))
    .use(customerFiles.createCustomerFileRoutes({ ...shared, check: createCheckCustomerFile(services) }));
}

/** The same schema and use cases as at `/graphql`, for the session's person and with the console's own documents. */
async function loadGraphql(options: Options, noteRefused: NoteRefusedRequest): Promise<RequestHandler> {
  const { config, schema, services, logger, tracing, countOperation } = options;
  const [{ createConsoleIdentify, noteRefusals }, { consoleDocuments }] = await Promise.all([
    import('../../console/graphql-guard.ts'),
    import('../../console/generated/documents.ts'),
  ]);
  const documents = new Map(Object.entries(consoleDocuments));
  const registeredDocuments = options.consoleDocuments ?? (() => documents);
  const path = '/console/graphql';
  const identify = createConsoleIdentify({ services, noteRefused, ...callersOf(config) });
  const { route } = createGraphqlDoor({
    ...{ schema, services, logger, path },
    // It is asked in Express alone.
    identify: (request, response) => identify(request as Request, response as Response),
    onlyById: true,
    // Its documents are ours: a page asks for lists in a list.
    limits: { ...defaultDocumentLimits, complexity: 2000 },
    introspection: false,
    isCorsOrigin: () => false,
    languageOf: createLanguageOf(config.defaultLanguage),
    isForPeople: true,
    countOperation,
    registeredDocuments,
    subscriptionsPerClient: config.limits.streams.subscriptionsPerClient,
    compiledOperations: config.graphql.compiledOperations,
    ...(tracing && { traceOperation: tracing.traceOperation }),
  });
  return Router()
    .use(path, noteRefusals(noteRefused))
    .use(route(Router({ caseSensitive: true })));
}
