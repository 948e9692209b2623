import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import closeWithGrace from 'close-with-grace';
import type { Logger } from 'pino';
import { createGateway, type Gateway } from './app/app.ts';
import { remarksOn } from './app/remarks/remarks.ts';
import { startupBanner } from './app/startup-banner.ts';
import { openStore } from './app/store.ts';
import { uploadLimits } from './app/upload-limits.ts';
import { type Config, ConfigError, readConfig } from './config/config.ts';
import type { CrashAt } from './config/crash-at.ts';
import { sandboxFolderOf } from './config/development.ts';
import { createNetworkCheck } from './config/networks.ts';
import { createReloadableConfig } from './config/reload.ts';
import { readTracingSettings } from './config/tracing.ts';
import { type ConnectionCounts, newConnectionCounts } from './http/connection-shares.ts';
import { createLimitedServer, defaultServerLimits } from './http/server.ts';
import { createStopping } from './http/stopping.ts';
import type { ReachCrashPoint } from './kernel/crash-point.ts';
import { createIdentifiers } from './kernel/identifiers.ts';
import { StoreUnavailableError } from './kernel/store-unavailable.ts';
import { createLogger } from './observability/logging.ts';
import { routeTemplateOf } from './observability/route-template.ts';
import type { Tracing } from './observability/tracing/tracing.ts';
import { payboxPublicKey } from './providers/paybox/messages.ts';
import { schema } from './schema/index.ts';
import { DatabaseProblem } from './store/database-problem.ts';

/** The process: start, listen, stop cleanly. */

/** As in sysexits.h: a wrong setting needs a person; an unavailable service may come back soon. */
const exitCodes = { failure: 1, unavailable: 69, config: 78 } as const;

async function main(): Promise<void> {
  const { config, reload } = createReloadableConfig(() => readConfig(process.env, [payboxPublicKey]));
  const version = await readVersion();
  const tracing = await startTracing(config, version, (reason) =>
    logger.warn({ fault: reason }, 'traces could not be sent, and are lost'),
  );
  const logger = createLogger({
    level: config.logLevel,
    maskingKey: randomBytes(32),
    ...(tracing && { fieldsOf: tracing.logFields }),
  });
  for (const remark of remarksOn(config, Date.now())) logger.warn({ remark }, 'a setting deserves a look');
  process.on('SIGHUP', () => reload(logger));
  const identifiers = createIdentifiers(Date.now);
  const newRequestId = (): string => identifiers.newId('req');
  const connections = newConnectionCounts();
  const server = createServer(config, logger, newRequestId, connections);
  const answerNotYet = notYet(newRequestId);
  server.on('request', answerNotYet);
  await listen(server, config);
  const publicUrl = config.publicUrl ?? urlOf(server.address() as AddressInfo);
  const store = await openStore({ databaseUrl: config.databaseUrl, limits: config.database, logger });
  await store.migrate();
  const gateway = await createGateway({
    config,
    store,
    schema,
    publicUrl,
    sandboxFolder: sandboxFolderOf(config.databaseUrl, await store.madeAt()),
    clock: Date.now,
    identifiers,
    logger,
    version,
    connections,
    ...(tracing && { tracing }),
    ...(config.crashAt && { reachCrashPoint: dieAt(config.crashAt) }),
  });
  const metricsServer = await listenForMetrics(config, gateway.metricsApp);
  server.off('request', answerNotYet);
  server.on('request', gateway.app);
  logger.info({ readyAfterMs: Math.round(performance.now()), deployment: config.deployment }, 'ready');
  if (config.deployment === 'development') {
    console.log(startupBanner(config, publicUrl, { restarts: process.env.npm_lifecycle_event === 'dev' }));
  }

  stopOnSignal({ config, logger, server, gateway, store, metricsServer, tracing });
}

function createServer(config: Config, logger: Logger, newRequestId: () => string, counts: ConnectionCounts): Server {
  const { connections, connectionsPerAddress, connectionsPerNetwork } = config.limits;
  const limits = {
    ...{ ...defaultServerLimits, connections, connectionsPerAddress, connectionsPerNetwork },
    isProxy: createNetworkCheck(config.trustedProxies),
    keepAliveTimeoutMs: config.limits.keepAliveSeconds * 1000,
    isUpload: (path: string) => uploadLimits(config)(path) !== null,
  };
  const unreadable = {
    newRequestId,
    onRefused: (refused: object) => logger.info(refused, 'what came is not HTTP, and was refused'),
  };
  return createLimitedServer(limits, unreadable, counts);
}

type Running = {
  readonly config: Config;
  readonly logger: Logger;
  readonly server: Server;
  readonly gateway: Gateway;
  readonly store: Awaited<ReturnType<typeof openStore>>;
  readonly metricsServer: Server | null;
  readonly tracing: Tracing | null;
};

function stopOnSignal({ config, logger, server, gateway, store, metricsServer, tracing }: Running): void {
  const stopServer = createStopping(server, gateway.openResponses);
  const { graceSeconds, finishSeconds } = config.stop;
  closeWithGrace(
    {
      delay: (graceSeconds + finishSeconds) * 1000 + closingMs,
      skip: ['SIGHUP'],
      logger: { error: (fault: unknown) => logger.fatal({ fault: String(fault) }, 'stopping after a fault') },
    },
    async ({ err, signal }) => {
      if (err) logger.fatal({ fault: err.name, stack: err.stack }, 'a fault that nobody expected');
      gateway.drain();
      // Only an orderly stop gives a load balancer time to send requests elsewhere.
      const graceMs = signal === 'SIGTERM' ? graceSeconds * 1000 : 0;
      logger.info({ graceMs }, 'stopping');
      await stopServer({ graceMs, finishMs: finishSeconds * 1000 });
      await gateway.close();
      await store.close();
      metricsServer?.close();
      metricsServer?.closeAllConnections();
      await tracing?.close();
      logger.info('stopped');
    },
  );
}

/** Null where the metrics have no address of their own. They are there until the end of the stop. */
async function listenForMetrics({ metrics }: Config, app: Gateway['metricsApp']): Promise<Server | null> {
  if (metrics === null || metrics.port === null) return null;
  const server = createLimitedServer({ ...defaultServerLimits, connections: 64 }).on('request', app);
  await listen(server, { host: metrics.host, port: metrics.port });
  return server;
}

/** Like a power cut: nothing is finished or announced. */
function dieAt({ point, time }: CrashAt): ReachCrashPoint {
  let times = 0;
  return async (reached) => {
    if (reached !== point) return;
    times++;
    if (times === time) process.kill(process.pid, 'SIGKILL');
  };
}

/** For the workers' rounds and the database, once the last request is answered. */
const closingMs = 10_000;

/**
 * While the gateway starts, for instance during a migration, requests get 503 with `Retry-After`. The liveness probe
 * succeeds.
 */
function notYet(newRequestId: () => string) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const isProbe = request.url === '/health/live';
    response.writeHead(isProbe ? 200 : 503, {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Request-Id': newRequestId(),
      ...(isProbe ? {} : { 'Retry-After': '1' }),
    });
    response.end(JSON.stringify(isProbe ? { status: 'live' } : { status: 'not ready', reason: 'starting' }));
  };
}

async function readVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  return version;
}

/** Loads OpenTelemetry only if traces are configured. */
async function startTracing(
  { databaseUrl }: Config,
  version: string,
  onFault: (reason: string) => void,
): Promise<Tracing | null> {
  const settings = readTracingSettings(process.env);
  if (settings === null) return null;
  const { openTracing } = await import('./observability/tracing/open-tracing.ts');
  return openTracing({
    ...settings,
    version,
    instance: `${hostname()}-${process.pid}`,
    databaseKind: databaseUrl.startsWith('sqlite:') ? 'sqlite' : 'postgresql',
    routeOf: routeTemplateOf,
    monotonicMs: () => performance.now(),
    onFault,
  });
}

async function listen(server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  // Node accepts one connection in each turn of the event loop: those that come at once wait here.
  server.listen({ port, host, backlog: 4096 });
  await once(server, 'listening');
}

function urlOf({ address, family, port }: AddressInfo): string {
  const host = family === 'IPv6' ? `[${address}]` : address;
  return `http://${host === '0.0.0.0' || host === '[::]' ? 'localhost' : host}:${port}`;
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) {
    console.error(['The configuration cannot be used:', ...error.lines.map((line) => `  ${line}`)].join('\n'));
    process.exit(exitCodes.config);
  }
  if (error instanceof DatabaseProblem) {
    console.error(`The gateway could not start: ${error.message}`);
    process.exit(error.kind === 'UNREACHABLE' ? exitCodes.unavailable : exitCodes.config);
  }
  if (error instanceof StoreUnavailableError) {
    console.error(`The gateway could not start: ${error.message}`);
    process.exit(exitCodes.unavailable);
  }
  const { code, message, port } = error as NodeJS.ErrnoException & { readonly port?: number };
  console.error(
    code === 'EADDRINUSE'
      ? `The port ${port} is taken: choose another with PORT=…, or METRICS_PORT=… for the metrics.`
      : `The gateway could not start: ${message}`,
  );
  process.exit(exitCodes.failure);
});
