import type { Config } from '../config/config.ts';
import { developmentSocietes, sandboxFolderOf } from '../config/development.ts';
import { createIdentifiers } from '../kernel/identifiers.ts';
import { platformKey } from '../sandbox/platform-key.ts';
import { createServices, type GatewayServices } from './services.ts';
import type { Store } from './store.ts';

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
