import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { createGateway } from '../../src/app/app.ts';
import { createCliServices } from '../../src/app/cli-services.ts';
import type { GatewayServices } from '../../src/app/services.ts';
import { openStore } from '../../src/app/store.ts';
import type { Client } from '../../src/config/clients.ts';
import { type Config, readConfig } from '../../src/config/config.ts';
import { sandboxFolderOf } from '../../src/config/development.ts';
import { anonymous, type Caller } from '../../src/kernel/caller.ts';
import { createIdentifiers } from '../../src/kernel/identifiers.ts';
import type { WebhookEndpoint } from '../../src/modules/webhooks/webhook.ts';
import { createLogger } from '../../src/observability/logging.ts';
import { schema } from '../../src/schema/index.ts';
import { createOperationExecutor } from '../../src/schema/server/compiled-operations/compiled-executor.ts';
import { createExecute } from '../../src/schema/server/execute.ts';
import { serving } from '../serving.ts';

export type DemoGateway = {
  /** Of the simulators: the customers' browsers and the bank are there. */
  readonly url: string;
  readonly services: GatewayServices;
  readonly clock: DemoClock;
  /** A GraphQL operation in the name of `caller`, by the resolvers of the gateway. */
  readonly execute: <Result, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    caller?: Caller,
  ) => Promise<Result>;
  /** One round of each of these workers. */
  readonly work: (...names: readonly string[]) => Promise<void>;
  /** From now on webhooks are sent there. */
  readonly sendWebhooksTo: (endpoints: readonly WebhookEndpoint[]) => void;
  readonly close: () => Promise<void>;
};

export type DemoClock = {
  readonly now: () => number;
  /** Never goes back. */
  readonly reach: (at: number) => void;
  readonly wait: (ms: number) => void;
};

/** A clock that is moved through the months. It ticks when it is read, so that no two events have the same moment. */
export function createClock(startsAt: number): DemoClock {
  const tickMs = 7;
  let now = startsAt;
  return {
    now: () => {
      now += tickMs;
      return now;
    },
    reach: (at) => {
      now = Math.max(now, at);
    },
    wait: (ms) => {
      now += ms;
    },
  };
}

/** The whole gateway, with the simulators of the banks, on a port of its own. Workers run on request. */
export async function openGateway(databaseUrl: string, clock: DemoClock): Promise<DemoGateway> {
  const server = createServer();
  const { url, close: closeServer } = await serving(server);
  try {
    const running = await joinParts(databaseUrl, url, clock);
    server.on('request', running.app);
    const { app: _app, close, ...gateway } = running;
    return { ...gateway, url, close: () => closeServer().then(close) };
  } catch (error) {
    await closeServer();
    throw error;
  }
}

async function joinParts(databaseUrl: string, url: string, clock: DemoClock) {
  let clients: readonly Client[] = [];
  const read = readConfig({ DATABASE_URL: databaseUrl, PUBLIC_URL: url, LOG_LEVEL: 'fatal' });
  const config: Config = Object.defineProperty({ ...read }, 'clients', { get: () => clients, enumerable: true });
  const store = await openStore({ databaseUrl, limits: config.database });
  await store.migrate();
  const { now } = clock;
  const gateway = await createGateway({
    ...{ config, store, schema, publicUrl: url, clock: now, workers: 'BY_HAND' },
    sandboxFolder: sandboxFolderOf(databaseUrl, await store.madeAt()),
    identifiers: createIdentifiers(now),
    logger: createLogger({ level: 'fatal', maskingKey: randomBytes(32), destination: process.stderr }),
    // This process does the work of all customers too, so that it is always busy.
    overload: { eventLoopDelayMs: 600_000, waitingRequests: 100_000, lookEveryMs: 60_000 },
  });
  const services = await createCliServices({ config, store, clock: now });
  const run = createExecute(createOperationExecutor(schema), services);
  const execute: DemoGateway['execute'] = (document, variables, caller = anonymous) => {
    const requestId = services.identifiers.newId('req');
    return run(document, variables, { caller, requestId, door: 'graphql', language: 'fr' });
  };
  return {
    ...{ services, clock, execute, app: gateway.app },
    work: async (...names: readonly string[]) => {
      for (const name of names) await gateway.workers.runNow(name);
    },
    sendWebhooksTo: (webhooks: readonly WebhookEndpoint[]) => {
      clients = [{ caller: anonymous, keyHashes: [], networks: ['127.0.0.0/8'], webhooks }];
    },
    close: async () => {
      await gateway.close();
      await services.closeWebhooks();
      await store.close();
    },
  };
}
