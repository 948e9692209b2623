import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { createNetworkCheck } from '../config/networks.ts';
import type { ConnectionCounts } from '../http/connection-shares.ts';
import { createLimitedServer, defaultServerLimits } from '../http/server.ts';
import { createStartingAnswer } from './starting-answer.ts';
import { uploadLimits } from './upload-limits.ts';

/** An address that the gateway cannot listen on. The message says what to change. */
export class AddressProblem extends Error {
  override readonly name = 'AddressProblem';
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that answers 503 until the gateway stands and takes the requests. */
export type WaitingServer = {
  readonly server: Server;
  /** From now on, in place of the last answer. */
  readonly answerWith: (answer: Answer) => void;
};

export function createGatewayServer(
  config: Config,
  logger: Logger,
  newRequestId: () => string,
  counts: ConnectionCounts,
): WaitingServer {
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
  return waiting(createLimitedServer(limits, unreadable, counts), newRequestId);
}

export const createMetricsServer = (newRequestId: () => string): WaitingServer =>
  waiting(createLimitedServer({ ...defaultServerLimits, connections: 64 }), newRequestId);

function waiting(server: Server, newRequestId: () => string): WaitingServer {
  let answer: Answer = createStartingAnswer(newRequestId);
  server.on('request', answer);
  return {
    server,
    answerWith: (next) => {
      server.off('request', answer).on('request', next);
      answer = next;
    },
  };
}

/** @throws AddressProblem naming the port or the host, and `setting`, which chooses it. */
export async function listen(
  server: Server,
  { host, port, setting }: { readonly host: string; readonly port: number; readonly setting: string },
): Promise<void> {
  // Node accepts one connection in each turn of the event loop: those that come at once wait here.
  server.listen({ port, host, backlog: 4096 });
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new AddressProblem(reasons[code]?.({ host, port, setting }) ?? message);
  }
}

type Wanted = { readonly host: string; readonly port: number; readonly setting: string };
const reasons: Readonly<Record<string, (wanted: Wanted) => string>> = {
  EADDRINUSE: ({ port, setting }) => `Port ${port} is taken by another program: set ${setting}=… to a free one.`,
  EACCES: ({ port, setting }) =>
    `Port ${port} needs rights that this user does not have: set ${setting}=… to a port above 1023.`,
  EADDRNOTAVAIL: ({ host, setting }) =>
    `${host} is no address of this machine: set ${setting === 'PORT' ? 'HOST' : 'metrics.host'} to one, or to 127.0.0.1.`,
  ENOTFOUND: ({ host }) => `The host name ${host} has no address.`,
};

export function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  return `http://${host === '0.0.0.0' || host === '[::]' ? 'localhost' : host}:${port}`;
}
