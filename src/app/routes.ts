import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Express, Request, Response } from 'express';
import type { Logger } from 'pino';
import { createHostCheck } from '../config/accepted-hosts.ts';
import type { Authenticate } from '../config/authenticate.ts';
import { createCountedAddressOf, createNetworkCheck, plainAddress } from '../config/networks.ts';
import { createFrontGuard, type FrontGuard } from '../http/front-guard.ts';
import { createForeignHostLog, createHostGuard, type HostGuardOptions } from '../http/host-guard.ts';
import { sendJson } from '../http/plain-route.ts';
import { openRateCounter } from '../http/rates.ts';
import { isGraphql } from '../http/refuse.ts';
import { takePath } from '../http/request-target.ts';
import { requestIdOf } from '../kernel/identifiers.ts';
import type { Metrics } from '../observability/metrics.ts';
import { routeTemplateOf } from '../observability/route-template.ts';
import { exposeToOrigin } from '../schema/server/guard/origins.ts';
import { inOrder } from '../schema/server/in-order.ts';
import { reportRarely } from '../workers/report-rarely.ts';
import { beforeDoors, onPath, openEarlyRefusals, openGraphqlDoor, openLegacyDoor } from './payment-doors.ts';
import { corsRule, type RouteOptions, type RouteParts } from './route-parts.ts';
import { uploadLimits } from './upload-limits.ts';

export type Routes = {
  readonly app: RequestListener;
  /** Loads the pages, which the first request for one does otherwise. A fault is logged. */
  readonly loadPages: () => Promise<void>;
};

/**
 * Every way in, in the order in which a request passes them. The doors of payments come before Express, whose routing
 * takes a fifth of the time of a small read. What they do not serve goes on to it, and so does a fault, for its page.
 * A start does not wait for Express and the pages, whose code is a third of the gateway's.
 */
export function openRoutes(options: RouteOptions, parts: RouteParts): Routes {
  const graphql = openGraphqlDoor(options, parts);
  const doors = [onPath('/graphql', graphql), openLegacyDoor(options, parts)];
  const serve = inOrder(...beforeDoors(options, parts), ...doors, ...parts.plainRoutes);
  const faults = new WeakMap<IncomingMessage, unknown>();
  const pages = createLazyPages(async () => {
    const { openPages } = await import('./pages/pages.ts');
    return openPages(options, parts, { graphql: graphql.route, faultOf: (request) => faults.get(request) });
  }, options.logger);
  return {
    app: (request, response) => {
      takePath(request);
      serve(request, response, (fault) => {
        if (fault) faults.set(request, fault);
        pages.serve(request, response);
      });
    },
    loadPages: pages.load,
  };
}

/** Requests that come before the pages wait for them. A load that failed is tried again. */
function createLazyPages(open: () => Promise<Express>, logger: Logger) {
  let opened: Express | null = null;
  let opening: Promise<Express> | null = null;
  const load = async (): Promise<Express> => {
    opening ??= open();
    try {
      opened = await opening;
      return opened;
    } catch (error) {
      opening = null;
      const fault = error instanceof Error ? { fault: error.name, stack: error.stack } : { fault: typeof error };
      logger.error(fault, 'the pages could not be loaded');
      throw error;
    }
  };
  return {
    load: async (): Promise<void> => void (await load()),
    serve: (request: IncomingMessage, response: ServerResponse): void => {
      const answer = (app: Express): void => app(request as Request, response as Response);
      const fail = (): void => {
        const requestId = requestIdOf(response);
        sendJson(response, 500, { error: { status: 500, requestId } });
      };
      if (opened) answer(opened);
      else load().then(answer, fail);
    },
  };
}

/**
 * The guard before every door. It refuses requests of the legacy door in that door's format. At both doors, a page of an
 * allowed origin can read the refusal.
 */
export async function createFront(
  { config, publicUrl, logger, overload }: RouteOptions,
  { countLegacyRequest, countForeignHost }: Metrics,
  authenticate: Authenticate,
): Promise<FrontGuard> {
  const isProxy = createNetworkCheck(config.trustedProxies);
  const isCorsOrigin = corsRule(config);
  const refuseAtLegacyDoor = openEarlyRefusals({ config, publicUrl, logger }, countLegacyRequest);
  return createFrontGuard({
    ...(overload && { overload }),
    rates: await openRateCounter(config.limits.rates, config.databaseUrl),
    addressOf: createCountedAddressOf(config.trustedProxies, createUnreadableReport(logger)),
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
    refuseInForm: (request, response, refusal) => {
      if (isGraphql(request)) exposeToOrigin(request, response, isCorsOrigin);
      return refuseAtLegacyDoor(request, response, refusal);
    },
  });
}

function createUnreadableReport(logger: Logger): (proxy: string) => void {
  const report = reportRarely(
    () => performance.now(),
    (proxy) => logger.warn({ proxy }, 'a trusted proxy sends X-Forwarded-For with a hop that is no address'),
  );
  return (proxy) => report(proxy, null);
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
