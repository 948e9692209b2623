import type { Config } from '../config/config.ts';
import { developmentSocietes, sandboxFolderOf } from '../config/development.ts';
import type { Caller } from '../kernel/caller.ts';
import { createIdentifiers } from '../kernel/identifiers.ts';
import { type ExplainedRequest, type Explanation, explainRequest } from '../rest/routes/explain.ts';
import { platformKey } from '../sandbox/platform-key.ts';
import { schema } from '../schema/index.ts';
import { createExecute } from '../schema/server/execute.ts';
import { createServices, type GatewayServices } from './services.ts';
import type { Store } from './store.ts';

type CommandServicesOptions = {
  readonly config: Config;
  readonly store: Store;
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Buffer;
};

/** The services of a command, which runs beside the gateway: the same database, the same banks. */
export async function createCliServices(options: CommandServicesOptions): Promise<GatewayServices> {
  const { config, store, clock, randomBytes } = options;
  const publicUrl =
    config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`;
  const isOnSandbox = config.deployment === 'development' && config.societes === null;
  const sandboxKey = isOnSandbox
    ? await platformKey(sandboxFolderOf(config.databaseUrl, await store.madeAt()), randomBytes)
    : null;
  return createServices({
    ...{ config, store, clock, publicUrl },
    identifiers: createIdentifiers(clock),
    isDown: () => false,
    countInitiation: () => undefined,
    // The gateway's own workers deliver the messages that a command leaves in the outbox.
    announceWebhooks: () => undefined,
    builtInSocietes: sandboxKey && (() => developmentSocietes(publicUrl, sandboxKey.publicKeyPem)),
  });
}

/** Runs one operation on the database and then rolls it back. */
export async function explainLegacyRequest(
  options: CommandServicesOptions,
  caller: Caller | null,
  request: ExplainedRequest,
): Promise<Explanation> {
  const store = withoutCommits(options.store);
  const services = { ...(await createCliServices({ ...options, store })), announce: () => undefined };
  return explainRequest({ execute: createExecute(schema, services), caller, maximumBodyBytes: 16_384 }, request);
}

class RolledBack extends Error {
  override readonly name = 'RolledBack';
}

/** Every unit of work runs to its end and is rolled back. */
function withoutCommits(store: Store): Store {
  const transact: Store['transact'] = async (work) => {
    const results: Awaited<ReturnType<typeof work>>[] = [];
    const rolledBack = new RolledBack('nothing is kept of what is only explained');
    try {
      await store.transact(async (transaction) => {
        results.push(await work(transaction));
        throw rolledBack;
      });
    } catch (error) {
      if (error !== rolledBack) throw error;
    }
    return results.at(-1) as Awaited<ReturnType<typeof work>>;
  };
  const recordInitiation: Store['recordInitiation'] = (record) =>
    transact((transaction) => transaction.recordInitiation(record));
  // A copy would lose what the store inherits from the one that it watches.
  return Object.assign(Object.create(store) as Store, { transact, recordInitiation });
}
