import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { inject } from 'vitest';

/** Stands between a gateway and PostgreSQL; frozen, it takes everything, new connections too, and answers nothing. */
export async function startFreezingProxy() {
  let isFrozen = false;
  const { hostname, port } = new URL(inject('postgresUrl'));
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.on('data', (chunk) => void (isFrozen || far.write(chunk)));
    far.on('data', (chunk) => void (isFrozen || near.write(chunk)));
    near.on('close', () => far.destroy());
    for (const socket of [near, far]) socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: (databaseUrl: string): string =>
      Object.assign(new URL(databaseUrl), { port: String((server.address() as AddressInfo).port) }).href,
    freeze: (): void => {
      isFrozen = true;
    },
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
