import { Router } from 'express';
import type { Store } from './domain/store.ts';

export type HealthOptions = {
  readonly store: Pick<Store, 'ping'>;
  /** Of the program; and which settings are in force, see `createConfigDigest`. */
  readonly version: string;
  readonly configDigest: () => string;
};

/** Probes: alive as long as the process answers; ready when the store does, and until the process drains. */
export function createHealth({ store, version, configDigest }: HealthOptions): {
  readonly router: Router;
  readonly ready: () => void;
  readonly drain: () => void;
} {
  let state: 'STARTING' | 'READY' | 'STOPPING' = 'STARTING';
  const router = Router();
  router.get('/health/live', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'live' });
  });
  router.get('/health/ready', async (_request, response) => {
    const answers =
      state === 'READY' &&
      (await store.ping().then(
        () => true,
        () => false,
      ));
    response
      .set('Cache-Control', 'no-store')
      .status(answers ? 200 : 503)
      .json({
        status: answers ? 'ready' : 'not ready',
        ...(answers ? {} : { reason: state === 'READY' ? 'the database does not answer' : state.toLowerCase() }),
        version,
        config: configDigest(),
      });
  });
  return {
    router,
    ready: () => {
      state = 'READY';
    },
    drain: () => {
      state = 'STOPPING';
    },
  };
}
