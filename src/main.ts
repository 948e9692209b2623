import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import closeWithGrace from 'close-with-grace';
import { createGateway } from './app.ts';
import { type Config, ConfigError, readConfig } from './config/config.ts';
import { createReloadableConfig } from './config/reload.ts';
import { createIdentifiers } from './domain/identifiers.ts';
import { createLimitedServer } from './http/server.ts';
import { createLogger } from './logging.ts';
import { payboxPublicKey } from './providers/paybox/messages.ts';
import { schema } from './schema/index.ts';
import { openStore } from './store/open-store.ts';

/** The process: start, listen, stop cleanly. */

const startedAt = performance.now();
const configExitCode = 78;

async function main(): Promise<void> {
  const { config, reload } = createReloadableConfig(() => readConfig(process.env, [payboxPublicKey]));
  const logger = createLogger({ level: config.logLevel, maskingKey: randomBytes(32) });
  process.on('SIGHUP', () => reload(logger));
  const server = createLimitedServer();
  // Until the gateway stands, whoever asks is told to come back.
  const notYet = (_request: unknown, response: import('node:http').ServerResponse): void => {
    response.writeHead(503, { 'Retry-After': '1' }).end();
  };
  server.on('request', notYet);
  await listen(server, config);
  const publicUrl = config.publicUrl ?? urlOf(server.address() as AddressInfo);
  const store = await openStore({ databaseUrl: config.databaseUrl, logger });
  await store.migrate();
  const gateway = await createGateway({
    config,
    store,
    schema,
    publicUrl,
    sandboxFolder: sandboxFolderOf(config.databaseUrl),
    clock: Date.now,
    identifiers: createIdentifiers(Date.now),
    logger,
  });
  server.off('request', notYet);
  server.on('request', gateway.app);
  logger.info({ readyAfterMs: Math.round(performance.now() - startedAt), deployment: config.deployment }, 'ready');
  if (config.deployment === 'development') greet(publicUrl);

  closeWithGrace(
    {
      delay: 10_000,
      skip: ['SIGHUP'],
      logger: { error: (fault: unknown) => logger.fatal({ fault: String(fault) }, 'stopping after a fault') },
    },
    async ({ err }) => {
      if (err) logger.fatal({ fault: err.name, stack: err.stack }, 'a fault that nobody expected');
      gateway.drain();
      await closeServer(server);
      await gateway.close();
      await store.close();
      logger.info('stopped');
    },
  );
}

async function listen(server: Server, { host, port }: Config): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}

/** Idle connections are closed at once, streams after a moment; requests under way are finished. */
async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(patience);
}

function urlOf({ address, family, port }: AddressInfo): string {
  const host = family === 'IPv6' ? `[${address}]` : address;
  return `http://${host === '0.0.0.0' || host === '[::]' ? 'localhost' : host}:${port}`;
}

/** Beside the SQLite file; under `data/` where the gateway keeps its payments on a server. */
function sandboxFolderOf(databaseUrl: string): string {
  return join(databaseUrl.startsWith('sqlite:') ? dirname(databaseUrl.slice('sqlite:'.length)) : 'data', 'sandbox');
}

function greet(publicUrl: string): void {
  const legacyUrl = `${publicUrl}/payment_initiate/PAYBOX/TEST/CB/web/1/2263/45012/CB/1250/client@example.fr`;
  console.log(
    [
      '',
      `  Règlement takes payments at ${publicUrl}, on the sandbox banks: no real money moves.`,
      '',
      `  GraphiQL         ${publicUrl}/graphql`,
      `  a legacy URL     ${legacyUrl}`,
      `  the banks' twins ${publicUrl}/sandbox`,
      '',
    ].join('\n'),
  );
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) {
    console.error(['The configuration cannot be used:', ...error.lines.map((line) => `  ${line}`)].join('\n'));
    process.exit(configExitCode);
  }
  const { code, message } = error as NodeJS.ErrnoException;
  console.error(
    code === 'EADDRINUSE'
      ? 'The port is taken: choose another with PORT=….'
      : `The gateway could not start: ${message}`,
  );
  process.exit(1);
});
