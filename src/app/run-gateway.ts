import type { Server } from 'node:http';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { CrashAt } from '../config/crash-at.ts';
import { exampleWebhookOf, sandboxFolderOf } from '../config/development.ts';
import { readVersion } from '../config/program.ts';
import { readTracingSettings } from '../config/tracing.ts';
import type { ConnectionCounts } from '../http/connection-shares.ts';
import { createStopping } from '../http/stopping.ts';
import type { ReachCrashPoint } from '../kernel/crash-point.ts';
import type { Identifiers } from '../kernel/identifiers.ts';
import type { LogOutput } from '../observability/log-output.ts';
import { routeTemplateOf } from '../observability/route-template.ts';
import type { Tracing } from '../observability/tracing/tracing.ts';
import { schema } from '../schema/index.ts';
import { createGateway, type Gateway } from './app.ts';
import type { RunningProgram } from './bundle.ts';
import { watchExampleReceiver } from './example-receiver.ts';
import { urlOf, type WaitingServer } from './listening.ts';
import { openEarlyRefusals } from './payment-doors.ts';
import { createStartingAnswer } from './starting-answer.ts';
import { startupBanner } from './startup-banner.ts';
import { openStore } from './store.ts';

export type Started = {
  readonly config: Config;
  readonly logger: Logger;
  readonly output: LogOutput;
  readonly identifiers: Identifiers;
  readonly connections: ConnectionCounts;
  readonly gatewayServer: WaitingServer;
  readonly metricsServer: WaitingServer | null;
  /** What log lines say of a trace. Null where no traces are collected. */
  readonly tracing: { logFields: () => object } | null;
  readonly program: RunningProgram;
};

/** Opens the database, joins the parts and answers requests, until a signal stops the process. */
export async function runGateway(started: Started): Promise<Pick<Gateway, 'loadPages'>> {
  const { config, logger, output, identifiers, connections, gatewayServer, metricsServer } = started;
  const publicUrl = config.publicUrl ?? urlOf(gatewayServer.server);
  const refuseInForm = openEarlyRefusals({ config, publicUrl, logger }, () => {});
  gatewayServer.answerWith(createStartingAnswer(() => identifiers.newId('req'), refuseInForm));
  const version = await readVersion();
  const tracing = await startTracing(config, version, (reason) =>
    logger.warn({ fault: reason }, 'traces could not be sent, and are lost'),
  );
  if (tracing && started.tracing) started.tracing.logFields = tracing.logFields;
  const store = await openStore({ databaseUrl: config.databaseUrl, limits: config.database, logger });
  await store.migrate();
  const example = exampleWebhookOf(config);
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
    ...(example && { exampleReceiver: watchExampleReceiver(example) }),
    ...(tracing && { tracing }),
    ...(config.crashAt && { reachCrashPoint: dieAt(config.crashAt) }),
  });
  // A supervisor may send a stop as soon as it reads “ready”.
  const server = gatewayServer.server;
  stopOnSignal({ config, logger, output, server, gateway, store, metricsServer: metricsServer?.server, tracing });
  metricsServer?.answerWith(gateway.metricsApp);
  gatewayServer.answerWith(gateway.app);
  const readyAfterMs = Math.round(performance.now());
  logger.info({ readyAfterMs, deployment: config.deployment, program: started.program.kind }, 'ready');
  if (config.deployment === 'development') {
    const restarts = process.env.npm_lifecycle_event === 'dev';
    output.write(`${startupBanner(config, publicUrl, { restarts })}\n`);
  }
  return gateway;
}

type Running = Pick<Started, 'config' | 'logger' | 'output'> & {
  readonly server: Server;
  readonly gateway: Gateway;
  readonly store: Awaited<ReturnType<typeof openStore>>;
  readonly metricsServer: Server | undefined;
  readonly tracing: Tracing | null;
};

function stopOnSignal({ config, logger, output, server, gateway, store, metricsServer, tracing }: Running): void {
  const stopServer = createStopping(server, gateway.openResponses);
  const { graceSeconds, finishSeconds } = config.stop;
  closeWithGrace(
    {
      delay: (graceSeconds + finishSeconds) * 1000 + closingMs,
      skip: ['SIGHUP'],
      logger: { error: (fault: unknown) => logger.fatal({ fault: String(fault) }, 'stopping after a fault') },
    },
    async ({ err, signal }) => {
      if (err) logger.fatal({ fault: err.name, stack: err.stack }, 'an unexpected fault');
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
      await Promise.race([new Promise<void>((resolve) => output.flush(resolve)), setTimeout(flushMs)]);
    },
  );
}

/** For the workers' rounds and the database, once the last request is answered. */
const closingMs = 10_000;
/** For a slow reader of the log. */
const flushMs = 2000;

/** Like a power cut: nothing is finished or announced. */
function dieAt({ point, time }: CrashAt): ReachCrashPoint {
  let times = 0;
  return async (reached) => {
    if (reached !== point) return;
    times++;
    if (times === time) process.kill(process.pid, 'SIGKILL');
  };
}

/** Loads OpenTelemetry only if traces are configured. */
async function startTracing(
  { databaseUrl }: Config,
  version: string,
  onFault: (reason: string) => void,
): Promise<Tracing | null> {
  const settings = readTracingSettings(process.env);
  if (settings === null) return null;
  const { openTracing } = await import('../observability/tracing/open-tracing.ts');
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
