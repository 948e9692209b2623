import { collectDefaultMetrics, type Registry } from 'prom-client';

export type Collection = {
  readonly contentType: string;
  /** The text of all metrics. */
  readonly collect: () => Promise<string>;
};

export type CollectionTimes = {
  /** Milliseconds from any beginning, never going back. */
  readonly monotonicMs: () => number;
  /** For how long the text of one collection is the answer to every scrape. */
  readonly collectEveryMs?: number;
};

/**
 * Collects at most once a second, because a collection queries the database. Concurrent scrapes share one collection;
 * scrapes within a second after it get the same text.
 */
export function createCollection(
  registry: Registry,
  { monotonicMs, collectEveryMs = 1000 }: CollectionTimes,
): Collection {
  let collectsProcess = false;
  let running: Promise<string> | null = null;
  let last: { readonly text: string; readonly at: number } | null = null;
  const collectNow = async (): Promise<string> => {
    // Watching the event loop and the garbage collector costs CPU and cannot be stopped, so it starts with the first
    // scrape.
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
