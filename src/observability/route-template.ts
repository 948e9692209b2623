import type { Request } from 'express';

const graphql = /^(\/(?:console\/)?graphql)(?:[/?]|$)/;

/** Templates of the paths that no Express route serves. */
const otherRoutes: readonly (readonly [pattern: RegExp, template: string])[] = [
  [/^\/+payment_initiate(?:[/.?]|$)/i, '/payment_initiate'],
  [/^\/+payment_status(?:[/.?]|$)/i, '/payment_status/:reference'],
  [/^\/+(?:json|xml|jsv|csv|html|jsonl)\/+(?:reply|oneway)\//i, '/{format}/reply/{operation}'],
  [/^\/+api\//i, '/api/{operation}'],
];

/** Of a path that no route serves. */
export const unknownRoute = 'none';

/**
 * The name of a request's address in logs and metrics: a template of a closed set, never the path. The path holds an
 * e-mail address, an amount or a token. `none` for an unknown path.
 */
export function routeTemplateOf(request: Request): string {
  // A page and the door share this path, so that Express joins it to itself.
  const [, door] = graphql.exec(request.originalUrl) ?? [];
  if (door !== undefined) return door;
  const path: unknown = (request.route as { readonly path?: unknown } | undefined)?.path;
  if (typeof path === 'string') return request.baseUrl + path;
  return otherRoutes.find(([pattern]) => pattern.test(request.originalUrl))?.[1] ?? unknownRoute;
}
