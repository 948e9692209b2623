import type { IncomingMessage } from 'node:http';

const graphql = /^(\/(?:console\/)?graphql)(?:[/?]|$)/;

/** Templates of the paths that no Express route serves, or one without a template. */
const otherRoutes: readonly (readonly [pattern: RegExp, template: string])[] = [
  [/^\/+payment_initiate(?:[/.?]|$)/i, '/payment_initiate'],
  [/^\/+payment_status(?:[/.?]|$)/i, '/payment_status/:reference'],
  [/^\/+(?:json|xml|jsv|csv|html|jsonl)\/+(?:reply|oneway)\//i, '/{format}/reply/{operation}'],
  [/^\/+api\//i, '/api/{operation}'],
  [/^\/console\/assets\//, '/console/assets'],
  [/^\/console(?:[/?]|$)/, '/console'],
];

/** A request, with what Express adds where a route of its own serves it. */
export type Routed = IncomingMessage & {
  readonly originalUrl?: string;
  readonly baseUrl?: string;
  readonly route?: { readonly path?: unknown };
};

/** Others are counted and traced as one. */
export const knownMethods: ReadonlySet<string> = new Set(['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']);

/** Routes that machines ask every few seconds: not traced, and not logged but for debugging. */
export const probes: ReadonlySet<string> = new Set(['/health', '/health/live', '/health/ready', '/metrics']);

/** Of a path that no route serves. */
export const unknownRoute = 'none';

/**
 * The name of a request's address in logs and metrics: a template of a closed set, never the path. The path holds an
 * e-mail address, an amount or a token. `none` for an unknown path.
 */
export function routeTemplateOf(request: Routed): string {
  const { originalUrl = request.url ?? '' } = request;
  // A page and the door share this path, so that Express joins it to itself.
  const [, door] = graphql.exec(originalUrl) ?? [];
  if (door !== undefined) return door;
  const path = request.route?.path;
  if (typeof path === 'string') return `${request.baseUrl ?? ''}${path}`;
  return otherRoutes.find(([pattern]) => pattern.test(originalUrl))?.[1] ?? unknownRoute;
}
