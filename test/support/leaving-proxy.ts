import type { Socket } from 'node:net';
import { startPostgresProxy } from './postgres/postgres-proxy.ts';

/** Like a server that is gone: it breaks every connection, and each new one, until it is back. */
export async function startLeavingProxy() {
  let isGone = false;
  const open = new Set<Socket>();
  const proxy = await startPostgresProxy((near, far) => {
    if (isGone) {
      near.destroy();
      return;
    }
    open.add(near);
    near.on('close', () => open.delete(near));
    near.pipe(far).pipe(near);
  });
  return {
    ...proxy,
    leave: (): void => {
      isGone = true;
      for (const socket of open) socket.destroy();
    },
    comeBack: (): void => {
      isGone = false;
    },
  };
}
