import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/**
 * One line for each request: its template instead of its address, for the addresses of the old door and of the pay
 * page hold what nobody may read. Behind the handler that sets `X-Request-Id`, in front of every door.
 * @param monotonicMs a clock that never goes back
 */
export function createRequestLog(logger: Logger, monotonicMs: () => number = () => performance.now()): RequestHandler {
  return (request, response, next) => {
    const startedMs = monotonicMs();
    const { method, headers } = request;
    const route = routeTemplateOf(request.url);
    response.once('close', () => {
      const { statusCode } = response;
      const level = statusCode >= 500 ? 'warn' : probes.has(route) ? 'debug' : 'info';
      logger[level](
        {
          request: response.getHeader('X-Request-Id'),
          clientRequest: cleanRequestId(headers['x-request-id']),
          method,
          route,
          status: statusCode,
          isAborted: response.writableFinished ? undefined : true,
          durationMs: Math.round(monotonicMs() - startedMs),
        },
        'request',
      );
    });
    next();
  };
}

const probes: ReadonlySet<string> = new Set(['/health/live', '/health/ready', '/metrics']);

/** The id that a client gave its request, kept beside ours: it may be anything, so that only a plain one is written. */
function cleanRequestId(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(header) ? header : undefined;
}

type Template = readonly [pattern: RegExp, template: string];

const templates: readonly Template[] = [
  [/^\/payment_initiate(?:[/.]|$)/i, '/payment_initiate/…'],
  [/^\/(?:json|jsv|xml|csv|html)\/(?:reply|oneway)\//i, '/{format}/reply/{operation}'],
  [/^\/api\//i, '/api/{operation}'],
  [/^\/graphql$/, '/graphql'],
  [/^\/pay\/[^/]+$/, '/pay/{token}'],
  [/^\/pay\/[^/]+\/events$/, '/pay/{token}/events'],
  [/^\/pay\/[^/]+\/return\/[^/]+$/, '/pay/{token}/return/{outcome}'],
  [/^\/notify\/paybox(?:\/|$)/, '/notify/paybox'],
  [/^\/notify\/labanquepostale(?:\/|$)/, '/notify/labanquepostale'],
  [/^\/sandbox(?:\/|$)/, '/sandbox/…'],
  [/^\/console(?:\/|$)/, '/console/…'],
  [/^\/docs(?:\/|$)/, '/docs/…'],
];

const plainPaths: ReadonlySet<string> = new Set([...probes, '/', '/metadata', '/openapi.json', '/favicon.ico']);

/** One of a fixed set of names, for logs and metrics; nothing of the address is in it. */
export function routeTemplateOf(target: string): string {
  const [path = ''] = target.split('?', 1);
  if (plainPaths.has(path)) return path;
  return templates.find(([pattern]) => pattern.test(path))?.[1] ?? 'unknown';
}
