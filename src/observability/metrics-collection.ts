import { collectDefaultMetrics, type Registry } from 'prom-client';

export type Collection = {
  readonly contentType: string;
  /** What all metrics say. */
  readonly collect: () => Promise<string>;
};

export type CollectionTimes = {
  /** Milliseconds from any beginning, never going back. */
  readonly monotonicMs: () => number;
  /** For how long the text of one collection is the answer to every scrape. */
  readonly collectEveryMs?: number;
};

/**
 * Collects at most once a second, for a collection asks the database. Scrapes that come meanwhile wait for the same
 * collection; those that come within a second after it get the same text.
 */
export function createCollection(
  registry: Registry,
  { monotonicMs, collectEveryMs = 1000 }: CollectionTimes,
): Collection {
  let collectsProcess = false;
  let running: Promise<string> | null = null;
  let last: { readonly text: string; readonly at: number } | null = null;
  const collectNow = async (): Promise<string> => {
    // Watching the event loop and the garbage collector costs, and cannot be stopped: only where somebody looks.
    if (!collectsProcess) collectDefaultMetrics({ register: registry });
    collectsProcess = true;
    try {
      const text = await registry.metrics();
      last = { text, at: monotonicMs() };
      return text;
    } finally {
      running = null;
    }
  };
  return {
    contentType: registry.contentType,
    collect: async () => {
      if (running === null && last !== null && monotonicMs() - last.at < collectEveryMs) return last.text;
      running ??= collectNow();
      return running;
    },
  };
}
