import type { ServerResponse } from 'node:http';
import { type PlainRoute, plainRoute, sendJson } from '../http/plain-route.ts';
import { StoreUnavailableError, storeFault, storeRestSeconds } from '../kernel/store-unavailable.ts';

export type HealthOptions = {
  readonly store: { readonly ping: () => Promise<void> };
  /** The program's version, and a digest of the settings in force: see `createConfigDigest`. */
  readonly version: string;
  readonly configDigest: () => string;
};

export type HealthReport = {
  /** Why the gateway takes no requests; null where it does. */
  readonly reason: string | null;
  readonly version: string;
  readonly configDigest: string;
};

/** Each check writes to the disk, so concurrent and repeated requests share one. */
const sharedForMs = 250;

/** Why the database cannot be worked on; null where it can. */
function createStoreCheck(store: HealthOptions['store']): () => Promise<string | null> {
  let look: { readonly from: number; readonly problem: Promise<string | null> } | null = null;
  return () => {
    const now = performance.now();
    if (look === null || now - look.from > sharedForMs) {
      const problem = store.ping().then(
        () => null,
        (error: unknown) =>
          storeFault.descriptions[error instanceof StoreUnavailableError ? error.fault : 'UNREACHABLE'],
      );
      look = { from: now, problem };
    }
    return look.problem;
  };
}

/**
 * Probes: alive as long as the process answers; ready when the store takes writes, and until the
 * process drains.
 */
export function createHealth({ store, version, configDigest }: HealthOptions): {
  readonly routes: readonly PlainRoute[];
  /** What `/health/ready` answers. */
  readonly report: () => Promise<HealthReport>;
  /** Whether the database answers and takes writes. */
  readonly isStoreReady: () => Promise<boolean>;
  readonly ready: () => void;
  readonly drain: () => void;
} {
  let state: 'STARTING' | 'READY' | 'STOPPING' = 'STARTING';
  const problemOfStore = createStoreCheck(store);
  const report = async (): Promise<HealthReport> => {
    const reason = state === 'READY' ? await problemOfStore() : state.toLowerCase();
    return { reason, version, configDigest: configDigest() };
  };
  const answerReady = async (_request: unknown, response: ServerResponse): Promise<void> => {
    const { reason, configDigest: config } = await report();
    response.setHeader('Cache-Control', 'no-store');
    if (reason !== null) response.setHeader('Retry-After', String(storeRestSeconds));
    sendJson(response, reason === null ? 200 : 503, {
      status: reason === null ? 'ready' : 'not ready',
      ...(reason === null ? {} : { reason }),
      version,
      config,
    });
  };
  const routes = [
    plainRoute('/health/live', (_request, response) => {
      response.setHeader('Cache-Control', 'no-store');
      sendJson(response, 200, { status: 'live' });
    }),
    plainRoute('/health', answerReady),
    plainRoute('/health/ready', answerReady),
  ];
  return {
    ...{ routes, report },
    isStoreReady: async () => (await problemOfStore()) === null,
    ready: () => {
      state = 'READY';
    },
    drain: () => {
      state = 'STOPPING';
    },
  };
}
