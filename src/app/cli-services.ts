import type { Config } from '../config/config.ts';
import { developmentSocietes, sandboxFolderOf } from '../config/development.ts';
import type { Caller } from '../kernel/caller.ts';
import { createIdentifiers } from '../kernel/identifiers.ts';
import { type ExplainedRequest, type Explanation, explainRequest } from '../rest/routes/explain.ts';
import { platformKey } from '../sandbox/platform-key.ts';
import { schema } from '../schema/index.ts';
import { createPlainExecutor } from '../schema/server/compiled-operations/compiled-executor.ts';
import { createExecute } from '../schema/server/execute.ts';
import { createServices, type GatewayServices } from './services.ts';
import type { Store } from './store.ts';
import { withoutCommits } from './without-commits.ts';

export type CommandContext = {
  readonly config: Config;
  readonly store: Store;
  readonly clock: () => number;
};

/** The services of a command, which runs beside the gateway: the same database, the same banks. */
export async function createCliServices(options: CommandContext): Promise<GatewayServices> {
  const { config, store, clock } = options;
  const publicUrl =
    config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`;
  const isOnSandbox = config.deployment === 'development' && config.societes === null;
  const sandboxKey = isOnSandbox ? await platformKey(sandboxFolderOf(config.databaseUrl, await store.madeAt())) : null;
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
  options: CommandContext,
  caller: Caller | null,
  request: ExplainedRequest,
): Promise<Explanation> {
  const store = withoutCommits(options.store);
  const services = { ...(await createCliServices({ ...options, store })), announce: () => undefined };
  return explainRequest(
    { execute: createExecute(createPlainExecutor(schema), services), caller, maximumBodyBytes: 16_384 },
    request,
  );
}
