export type Gate = {
  /** @throws where the store is closed. */
  readonly pass: <T>(run: () => Promise<T>) => Promise<T>;
  /** Refuses new work, and resolves when the running work has ended. */
  readonly close: () => Promise<void>;
};

/** Every call of a store passes its gate, so that running calls can end before the connections close. */
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
