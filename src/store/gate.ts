export type Gate = {
  /** @throws where the store is closed. */
  readonly pass: <T>(run: () => Promise<T>) => Promise<T>;
  /** Lets nobody in any more, and resolves when the last one is out. */
  readonly close: () => Promise<void>;
};

/** What a store is asked goes through its gate, so that it can finish what it began before its connections go. */
export function createGate(): Gate {
  let running = 0;
  let isClosed = false;
  let onEmpty = (): void => undefined;
  return {
    pass: async (run) => {
      if (isClosed) throw new Error('the store is closed');
      running++;
      try {
        return await run();
      } finally {
        running--;
        if (running === 0) onEmpty();
      }
    },
    close: async () => {
      isClosed = true;
      if (running > 0) {
        await new Promise<void>((resolve) => {
          onEmpty = resolve;
        });
      }
    },
  };
}
