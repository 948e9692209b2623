import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { isatty } from 'node:tty';
import { setFlagsFromString } from 'node:v8';
import type { Logger } from 'pino';
import { type Config, ConfigError, readConfig } from '../config/config.ts';
import { answerToArguments } from '../config/program.ts';
import { createReloadableConfig } from '../config/reload.ts';
import { readTracingSettings } from '../config/tracing.ts';
import { newConnectionCounts } from '../http/connection-shares.ts';
import { createIdentifiers } from '../kernel/identifiers.ts';
import { StoreUnavailableError } from '../kernel/store-unavailable.ts';
import { createLogOutput, type LogOutput } from '../observability/log-output.ts';
import { createLogger } from '../observability/logging.ts';
import { readableOutput } from '../observability/readable-log.ts';
import { DatabaseProblem } from '../store/database-problem.ts';
import type { RunningProgram } from './bundle.ts';
import { type Bundle, settledMs } from './compiled-code.ts';
import { AddressProblem, createGatewayServer, createMetricsServer, listen, type WaitingServer } from './listening.ts';
import { startRemarkLog } from './remarks/log-remarks.ts';
import { remarksOn } from './remarks/remarks.ts';

/**
 * The process. It checks the settings and takes its ports before it reads the rest of the program from the disk, which
 * takes most of a start: what is wrong is said at once.
 */

/** As in sysexits.h: a wrong setting needs a person; an unavailable service may come back soon. */
const exitCodes = { failure: 1, unavailable: 69, config: 78 } as const;

/**
 * V8 puts what often outlives two collections of young objects into the old generation at once. What a request waits
 * with for its commit does, and there it keeps all that it refers to until a full collection: 5 KB of each initiation.
 */
export const allocateYoung = '--no-allocation-site-pretenuring';

const sourcesRun =
  'the sources run, which start more slowly: no bundle of them is built, or they changed since; `npm run build:program` builds it';

async function run(program: RunningProgram, keepCompiled: Bundle['keepCompiled']): Promise<void> {
  const { config, reload } = createReloadableConfig(() => readConfig(process.env));
  // Node makes the pipe or the socket non-blocking when it opens `process.stdout`.
  const output = createLogOutput(process.stdout.fd, (lines) => logger.warn({ lines }, 'lines of the log were dropped'));
  process.once('exit', output.flushSync);
  // Filled in when the parts are there that collect traces.
  const tracing: { logFields: () => object } | null = readTracingSettings(process.env) && { logFields: () => ({}) };
  const logger = openLogger(config, output, tracing && (() => tracing.logFields()));
  if (program.kind === 'sources' && !program.isWanted) logger.info(sourcesRun);
  const remarks = startRemarkLog(
    () => remarksOn(config, Date.now()),
    logger,
    (work, everyMs) => setInterval(work, everyMs).unref(),
  );
  process.on('SIGHUP', () => {
    if (reload(logger)) remarks.logAll();
  });
  const identifiers = createIdentifiers(Date.now);
  const newRequestId = (): string => identifiers.newId('req');
  const connections = newConnectionCounts();
  const gatewayServer = createGatewayServer(config, logger, newRequestId, connections);
  await listen(gatewayServer.server, { ...config, setting: 'PORT' });
  const metricsServer = await listenForMetrics(config, newRequestId);
  const { runGateway } = await import('./run-gateway.ts');
  const { loadPages } = await runGateway({
    config,
    logger,
    output,
    identifiers,
    connections,
    gatewayServer,
    metricsServer,
    tracing,
    program,
  });
  // V8 takes compiled code only where its flags are those of then: that of the start is kept before one is set, that of the
  // pages after it. From the first requests on V8 decides what it allocates where.
  await keepCompiled(settledMs);
  setFlagsFromString(allocateYoung);
  // The first page need not wait for them, and the start did not.
  await setTimeout(settledMs, null, { ref: false });
  await loadPages();
}

function openLogger({ logLevel, logFormat }: Config, output: LogOutput, fieldsOf: (() => object) | null): Logger {
  const isTerminal = isatty(1);
  const isReadable = (logFormat ?? (isTerminal ? 'text' : 'json')) === 'text';
  const hasColours = isTerminal && process.stdout.hasColors();
  return createLogger({
    level: logLevel,
    maskingKey: randomBytes(32),
    ...(fieldsOf && { fieldsOf }),
    destination: isReadable ? readableOutput(output, { hasColours }) : output,
  });
}

/** Null where the metrics have no address of their own. */
async function listenForMetrics({ metrics }: Config, newRequestId: () => string): Promise<WaitingServer | null> {
  if (metrics === null || metrics.port === null) return null;
  const { host, port } = metrics;
  const waiting = createMetricsServer(newRequestId);
  await listen(waiting.server, { host, port, setting: 'METRICS_PORT' });
  return waiting;
}

/** Runs until a signal stops the process. What keeps it from starting ends the process with a code of its own. */
export async function runGatewayProcess(program: RunningProgram, keepCompiled: Bundle['keepCompiled']): Promise<void> {
  const answer = await answerToArguments(process.argv.slice(2));
  if (answer === null) return run(program, keepCompiled).catch(endWith);
  (answer.exitCode === 0 ? process.stdout : process.stderr).write(answer.text);
  process.exitCode = answer.exitCode;
}

function endWith(error: unknown): never {
  if (error instanceof ConfigError) {
    console.error(error.printed);
    process.exit(exitCodes.config);
  }
  console.error(error instanceof AddressProblem ? error.message : `The gateway could not start: ${messageOf(error)}`);
  if (error instanceof DatabaseProblem) {
    process.exit(error.kind === 'UNREACHABLE' ? exitCodes.unavailable : exitCodes.config);
  }
  process.exit(error instanceof StoreUnavailableError ? exitCodes.unavailable : exitCodes.failure);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
