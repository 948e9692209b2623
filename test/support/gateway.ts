import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createGateway, type GatewayOptions } from '../../src/app/app.ts';
import { openStore, type Store } from '../../src/app/store.ts';
import { type Config, readConfig } from '../../src/config/config.ts';
import { createIdentifiers, type Identifiers } from '../../src/kernel/identifiers.ts';
import { createLogger } from '../../src/observability/logging.ts';
import { schema } from '../../src/schema/index.ts';
import { answeringLate } from './console/late-answers.ts';
import type { TestDatabases } from './databases.ts';
import { openDatabase } from './drawn-databases.ts';
import { serving } from './http/serving.ts';

export type TestGateway = AsyncDisposable & {
  readonly url: string;
  readonly store: Store;
  readonly databaseUrl: string;
  readonly folder: string;
  readonly logs: readonly Record<string, unknown>[];
  /** Moves the gateway's clock. */
  readonly advance: (ms: number) => void;
  readonly now: () => number;
  readonly loadPages: () => Promise<void>;
  /** One round of each background worker (or of one); they run by themselves only where `workers` is `RUNNING`. */
  readonly runWorkers: (name?: string) => Promise<void>;
  /** Moves the clock, then one round of a worker, the resolver if left out. */
  readonly pass: (ms: number, worker?: string) => Promise<void>;
  /** Sends a typed operation through HTTP; `headers` as a client would. */
  readonly send: <Result, Variables>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    headers?: Record<string, string>,
  ) => Promise<{
    status: number;
    data: Result | null;
    errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
  }>;
  readonly get: (path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
  /** Closes it and keeps its files, for the gateway that comes after it. */
  readonly end: () => Promise<void>;
};

export type TestGatewayOptions = {
  /** Opens its database, which goes when it is closed. */
  readonly open?: TestDatabases['open'];
  /** Left out: what `open` gives, a SQLite file in `folder`, or a database of the kind that this run is of. */
  readonly databaseUrl?: string;
  readonly config?: Partial<Config>;
  readonly environment?: Record<string, string>;
  readonly identifiers?: Identifiers;
  readonly workers?: 'RUNNING' | 'BY_HAND';
  /** Where its files are; left out: a folder of its own, which goes when it is closed. */
  readonly folder?: string;
  /** Left out: any that is free. */
  readonly port?: number;
  /** How far its clock is ahead from the beginning. */
  readonly aheadMs?: number;
  /** What it has instead of its store. */
  readonly around?: (store: Store) => Store;
} & Pick<
  GatewayOptions,
  'reachCrashPoint' | 'bankCallLimits' | 'exampleReceiver' | 'consoleDocuments' | 'webhookPatienceMs'
>;

/** The whole gateway on a real port and a real database, with a clock that tests move. */
export async function startGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'reglement-')));
  const server = createServer();
  const served = await serving(server, options.port);
  const { url } = served;
  const config = { ...readConfig({ LOG_LEVEL: 'debug', ...options.environment }), ...options.config };
  const { databaseUrl, hasTables, dispose } = await databaseFor(options);
  const opened = await openStore({ databaseUrl });
  const store = options.around?.(opened) ?? opened;
  if (!hasTables) await store.migrate();
  const logs: Record<string, unknown>[] = [];
  let offsetMs = options.aheadMs ?? 0;
  const now = (): number => Date.now() + offsetMs;
  const gateway = await createGateway({
    ...patient,
    ...options,
    ...{ config, store, schema, publicUrl: config.publicUrl ?? url, sandboxFolder: join(folder, 'sandbox') },
    workers: options.workers ?? 'BY_HAND',
    clock: now,
    identifiers: options.identifiers ?? createIdentifiers(now),
    logger: createLogger({
      level: config.logLevel,
      maskingKey: randomBytes(32),
      destination: { write: (line: string) => void logs.push(JSON.parse(line)) },
    }),
  });
  server.on('request', answeringLate(gateway.app));
  const advance = (ms: number): void => {
    offsetMs += ms;
  };
  const runWorkers = async (name?: string): Promise<void> => {
    await gateway.workers.runNow(name);
  };
  const end = async (): Promise<void> => {
    await served.close();
    await gateway.close();
    await store.close();
  };
  const close = async (): Promise<void> => {
    await end();
    await dispose();
    await rm(folder, { recursive: true, force: true });
  };
  return {
    loadPages: gateway.loadPages,
    ...{ url, store, databaseUrl, folder, logs, now, end },
    ...{ advance, runWorkers },
    pass: async (ms, worker = 'resolver') => {
      advance(ms);
      await runWorkers(worker);
    },
    get: (path, init) => fetch(url + path, { redirect: 'manual', ...init }),
    send: async (document, variables, headers) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
        body: JSON.stringify({ query: print(document), variables }),
      });
      return { status: response.status, ...((await response.json()) as { data: never }) };
    },
    ...{ close, [Symbol.asyncDispose]: close },
  };
}

/** Another gateway on the same database, at the same simulators. It closes before the first one. */
export async function startBeside(
  { databaseUrl, folder, url: publicUrl }: TestGateway,
  { config, ...options }: TestGatewayOptions,
): Promise<TestGateway> {
  const beside = await startGateway({ databaseUrl, folder, ...options, config: { ...config, publicUrl } });
  return { ...beside, close: beside.end, [Symbol.asyncDispose]: beside.end };
}

const patient = {
  // A machine that runs other tests too is slow, and that is not what is tested here.
  overload: { eventLoopDelayMs: 60_000, waitingRequests: 10_000, lookEveryMs: 60_000 },
  webhookPatienceMs: 60_000,
  // Tests look again at once.
  collectMetricsEveryMs: 0,
};

/** A database of its own, or the given one, which is not its to remove. */
async function databaseFor({ open, databaseUrl, folder }: TestGatewayOptions) {
  if (databaseUrl === undefined && folder === undefined) return (open ?? openDatabase)();
  return {
    databaseUrl: databaseUrl ?? `sqlite:${join(folder ?? '', 'payments.sqlite')}`,
    ...{ hasTables: false, dispose: () => undefined },
  };
}

/** Tells the simulators of this gateway what they do wrong next. */
export const scriptFault = (gateway: Pick<TestGateway, 'get'>, script: object): Promise<Response> =>
  gateway.get('/sandbox/faults', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(script),
  });
