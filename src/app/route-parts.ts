import type { GraphQLSchema } from 'graphql';
import helmet, { type HelmetOptions } from 'helmet';
import type { Logger } from 'pino';
import type { Authenticate } from '../config/authenticate.ts';
import type { Config } from '../config/config.ts';
import { shownBy } from '../config/shown.ts';
import type { FrontGuard, FrontGuardOptions } from '../http/front-guard.ts';
import type { PlainRoute } from '../http/plain-route.ts';
import type { Identifiers } from '../kernel/identifiers.ts';
import { createLanguageOf } from '../kernel/locale/language.ts';
import type { NotificationsOptions } from '../modules/payments/notifications/notifications.ts';
import type { Metrics } from '../observability/metrics.ts';
import type { Tracing } from '../observability/tracing/tracing.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Handler } from '../schema/server/in-order.ts';
import type { GatewayServices } from './services.ts';

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
  /** Probes and metrics. */
  readonly plainRoutes: readonly PlainRoute[];
  readonly authenticate: Authenticate;
  readonly front: FrontGuard;
  /** Of the program. */
  readonly version: string;
  /** Null on a production deployment. */
  readonly sandbox: Sandbox | null;
  /** Laid around the moment in which a bank's message is answered. */
  readonly aroundAnswer: NotificationsOptions['aroundAnswer'];
  readonly confirm: NotificationsOptions['confirm'];
};

/** Read for each request, because the config may be reloaded. */
export function legacySettings({ config, publicUrl }: Pick<RouteOptions, 'config' | 'publicUrl'>) {
  return {
    publicUrl,
    publicPath: new URL(publicUrl).pathname.replace(/\/$/, ''),
    maximumBodyBytes: 16_384,
    languageOf: createLanguageOf(config.defaultLanguage),
    get identifiesCallers() {
      return config.clients.length > 0 || config.deployment === 'production';
    },
    get isDocumented() {
      return shownBy(config).documentation;
    },
    get envelopeCasing() {
      return config.rest.envelopeCasing;
    },
  };
}

/** What browsers heed for documents alone: answers of data go without it, because each header costs time. */
const forDocuments: readonly (keyof HelmetOptions)[] = [
  'crossOriginOpenerPolicy',
  'originAgentCluster',
  'xDnsPrefetchControl',
  'xDownloadOptions',
  'xPermittedCrossDomainPolicies',
  'xXssProtection',
];

/** Pages that need another policy set their own. Helmet's headers never change, so it runs once. */
export function securityHeaders(answers: 'documents' | 'data' = 'documents'): Handler {
  const headers = new Map<string, string>();
  const secure = helmet({
    ...(answers === 'data' && Object.fromEntries(forDocuments.map((name) => [name, false]))),
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
  const entries = [...headers];
  return (_request, response, next) => {
    for (const [name, value] of entries) response.setHeader(name, value);
    next();
  };
}

export function corsRule({ deployment, graphql }: Config): (origin: string) => boolean {
  const allowed = new Set(graphql.corsOrigins);
  const isLoopback = /^http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/;
  return (origin) => allowed.has(origin) || (deployment === 'development' && isLoopback.test(origin));
}
