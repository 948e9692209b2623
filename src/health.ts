import { Router } from 'express';
import type { Store } from './domain/store.ts';

/** Probes: alive as long as the process answers; ready when the store does, and until the process drains. */
export function createHealth(store: Store): {
  readonly router: Router;
  readonly ready: () => void;
  readonly drain: () => void;
} {
  let isReady = false;
  const router = Router();
  router.get('/health/live', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'live' });
  });
  router.get('/health/ready', async (_request, response) => {
    const answers =
      isReady &&
      (await store.ping().then(
        () => true,
        () => false,
      ));
    response
      .set('Cache-Control', 'no-store')
      .status(answers ? 200 : 503)
      .json({ status: answers ? 'ready' : 'not ready' });
  });
  return {
    router,
    ready: () => {
      isReady = true;
    },
    drain: () => {
      isReady = false;
    },
  };
}
