import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Caller } from '../kernel/caller.ts';
import { requestIdOf } from '../kernel/identifiers.ts';
import type { RecentRequests } from './recent-requests.ts';
import { probes, routeTemplateOf } from './route-template.ts';

/**
 * One line for each request, with its route's template instead of its address: addresses of the legacy door and of the
 * pay page hold secrets and personal data. Runs after the handler that sets `X-Request-Id`, and before every door.
 * @param monotonicMs a clock that never goes back
 */
export function createRequestLog(
  logger: Logger,
  monotonicMs: () => number,
  keep: { readonly clock: () => number; readonly add: RecentRequests['add'] } | null = null,
) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const startedMs = monotonicMs();
    response.on('close', () => {
      const status = response.statusCode;
      const route = routeTemplateOf(request);
      const isProbe = probes.has(route);
      const durationMs = Math.round(monotonicMs() - startedMs);
      if (keep && !isProbe && route !== consoleFiles) {
        keep.add({
          id: requestIdOf(response),
          at: keep.clock() - durationMs,
          method: request.method ?? '',
          route,
          client: (request as Noted)[clientName] ?? null,
          status,
          isAborted: !response.writableFinished,
          durationMs,
        });
      }
      const level = status >= 500 ? 'warn' : isProbe ? 'debug' : 'info';
      if (!logger.isLevelEnabled(level)) return;
      logger[level](
        {
          request: response.getHeader('X-Request-Id'),
          // Where traces are collected.
          traceId: (request as Noted)[traceId],
          clientRequest: cleanRequestId(request.headers['x-request-id']),
          method: request.method,
          route,
          client: (request as Noted)[clientName],
          status,
          aborted: response.writableFinished ? undefined : true,
          durationMs,
        },
        'request',
      );
    });
    next();
  };
}

const clientName = Symbol('client');
const traceId = Symbol('trace');
type Noted = { [clientName]?: string; [traceId]?: string };

/** Notes the trace of a request: its line in the log is written outside of the trace. */
export function noteTrace(request: IncomingMessage, id: string): void {
  (request as Noted)[traceId] = id;
}

/** Notes the client on the request, for its line in the log. */
export function notingClients<Asked extends object>(
  authenticate: (request: Asked) => Caller,
): (request: Asked) => Caller {
  return (request) => {
    const caller = authenticate(request);
    (request as Noted)[clientName] = caller.client;
    return caller;
  };
}

/** A page of the console asks for twenty files, which would displace what people look for. */
const consoleFiles = '/console/assets';

/** The id that a client gave its request, kept beside ours: it may be anything, so that only a plain one is written. */
function cleanRequestId(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(header) ? header : undefined;
}
