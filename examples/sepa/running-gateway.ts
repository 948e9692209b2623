import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createGateway } from '../../src/app/app.ts';
import { openStore } from '../../src/app/store.ts';
import { readConfig } from '../../src/config/config.ts';
import { developmentSocietes } from '../../src/config/development.ts';
import { createIdentifiers } from '../../src/kernel/identifiers.ts';
import type { Societe } from '../../src/kernel/merchant.ts';
import { createLogger } from '../../src/observability/logging.ts';
import { schema } from '../../src/schema/index.ts';
import { serving } from '../serving.ts';
import { patientFetch } from './patient-fetch.ts';

export type RunningGateway = {
  readonly url: string;
  readonly databaseUrl: string;
  /** The folder that it watches for files of the bank. */
  readonly watchedFolder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** It is nine in the morning in Paris of this day, in winter. */
  readonly wakeUpOn: (day: string) => void;
  readonly letPass: (ms: number) => void;
  /** One round of a background worker. */
  readonly runWorker: (name: string) => Promise<void>;
  /** A GraphQL operation, over HTTP. */
  readonly execute: <Result, Variables>(
    operation: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ) => Promise<Result>;
  /** Any other path, over HTTP. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
};

/** The whole gateway and the banks' simulators on a port of their own, with a clock that is set by hand. */
export async function runGateway(options: {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly startsOn: string;
  readonly schemaFolder: string | null;
}): Promise<RunningGateway> {
  const server = createServer();
  const { url, close } = await serving(server);
  const watchedFolder = path.join(options.folder, 'watched');
  await mkdir(watchedFolder, { recursive: true });
  const read = readConfig({ LOG_LEVEL: 'error', DATABASE_URL: options.databaseUrl });
  const { bankFiles } = read;
  const config = {
    ...read,
    societes: demoSocietes(url),
    bankFiles: { ...bankFiles, folder: watchedFolder, schemaFolder: options.schemaFolder },
  };
  let now = morningOf(options.startsOn);
  const store = await openStore({ databaseUrl: options.databaseUrl });
  await store.migrate();
  const gateway = await createGateway({
    ...{ config, store, schema, publicUrl: url, workers: 'BY_HAND' },
    sandboxFolder: path.join(options.folder, 'sandbox'),
    clock: () => now,
    identifiers: createIdentifiers(() => now),
    logger: createLogger({ level: 'error', maskingKey: randomBytes(32), destination: process.stdout }),
  });
  server.on('request', gateway.app);
  return {
    url,
    databaseUrl: options.databaseUrl,
    watchedFolder,
    now: () => now,
    wakeUpOn: (day) => {
      now = Math.max(now, morningOf(day));
    },
    letPass: (ms) => {
      now += ms;
    },
    runWorker: async (name) => void (await gateway.workers.runNow(name)),
    execute: async (operation, variables) => {
      const response = await patientFetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({ query: print(operation), variables }),
      });
      const { data, errors } = (await response.json()) as { data: never; errors?: readonly { message: string }[] };
      if (errors) throw new Error(`the gateway answered ${errors.map(({ message }) => message).join('; ')}`);
      return data;
    },
    fetch: (target, init) => patientFetch(new URL(target, url), { redirect: 'manual', ...init }),
    close: async () => {
      await close();
      await gateway.close();
      await store.close();
    },
  };
}

const morningOf = (day: string): number => Date.parse(`${day}T08:00:00Z`);

/** The built-in sociétés; the third one has another contract with its bank, so that both kinds are tried. */
export function demoSocietes(publicUrl: string): ReadonlyMap<string, Societe> {
  const societes = new Map(developmentSocietes(publicUrl));
  const third = societes.get('3');
  const account = third?.accounts.MILLIET?.TEST;
  if (!third || !account?.directDebit) throw new Error('the built-in société 3 takes direct debits');
  const directDebit = { ...account.directDebit, painVersion: '02', batchBooking: false } as const;
  return societes.set('3', { ...third, accounts: { MILLIET: { TEST: { ...account, directDebit } } } });
}
