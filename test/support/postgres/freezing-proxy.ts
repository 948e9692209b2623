import type { Socket } from 'node:net';
import { startPostgresProxy } from './postgres-proxy.ts';

/**
 * Frozen, it takes everything, new connections too, and answers nothing. Close it before the store: its connections end,
 * and the store need not wait for answers that do not come.
 */
export async function startFreezingProxy() {
  let isFrozen = false;
  const connections = new Set<Socket>();
  const proxy = await startPostgresProxy((near, far) => {
    connections.add(near.on('close', () => connections.delete(near)));
    near.on('data', (chunk) => void (isFrozen || far.write(chunk)));
    far.on('data', (chunk) => void (isFrozen || near.write(chunk)));
  });
  const close = async (): Promise<void> => {
    for (const connection of connections) connection.destroy();
    await proxy.close();
  };
  return {
    freeze: (): void => {
      isFrozen = true;
    },
    ...{ url: proxy.url, close, [Symbol.asyncDispose]: close },
  };
}
