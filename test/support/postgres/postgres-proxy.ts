import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { inject } from 'vitest';

/** Stands between a store and the test's PostgreSQL: `join` is given both ends of each connection, and passes on what it likes. */
export async function startPostgresProxy(join: (near: Socket, far: Socket) => void) {
  const { hostname, port } = new URL(inject('postgresUrl'));
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    join(near, far);
    near.on('close', () => far.destroy());
    for (const socket of [near, far]) socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.close();
    await once(server, 'close');
  };
  return {
    url: (databaseUrl: string): string =>
      Object.assign(new URL(databaseUrl), { port: String((server.address() as AddressInfo).port) }).href,
    ...{ close, [Symbol.asyncDispose]: close },
  };
}
