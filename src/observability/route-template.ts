import type { Request } from 'express';

/** What stands for the paths that are not served by a route of Express. */
const otherRoutes: readonly (readonly [pattern: RegExp, template: string])[] = [
  [/^\/+payment_initiate(?:[/.?]|$)/i, '/payment_initiate'],
  [/^\/+payment_status(?:[/.?]|$)/i, '/payment_status/:reference'],
  [/^\/+(?:json|xml|jsv|csv|html|jsonl)\/+(?:reply|oneway)\//i, '/{format}/reply/{operation}'],
  [/^\/+api\//i, '/api/{operation}'],
  [/^\/graphql(?:[/?]|$)/, '/graphql'],
];

/**
 * What a log or a metric calls the address of a request that was answered: a template out of a closed set, never the
 * path, which holds an e-mail address, an amount or a token. `none` where nobody serves the path.
 */
export function routeTemplateOf(request: Request): string {
  const path: unknown = (request.route as { readonly path?: unknown } | undefined)?.path;
  if (typeof path === 'string') return request.baseUrl + path;
  return otherRoutes.find(([pattern]) => pattern.test(request.originalUrl))?.[1] ?? 'none';
}
