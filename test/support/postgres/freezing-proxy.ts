import { startPostgresProxy } from './postgres-proxy.ts';

/** Frozen, it takes everything, new connections too, and answers nothing. */
export async function startFreezingProxy() {
  let isFrozen = false;
  const proxy = await startPostgresProxy((near, far) => {
    near.on('data', (chunk) => void (isFrozen || far.write(chunk)));
    far.on('data', (chunk) => void (isFrozen || near.write(chunk)));
  });
  return {
    ...proxy,
    freeze: (): void => {
      isFrozen = true;
    },
  };
}
