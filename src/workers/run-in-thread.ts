import type { Worker, WorkerOptions } from 'node:worker_threads';

export type ThreadLimits = {
  /** The limit of its JavaScript heap, in megabytes. */
  readonly heapMegabytes: number;
  readonly timeoutMs: number;
};

/** The thread gave no result, and would give none for the same work again. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError';
  readonly reason: 'TIMEOUT' | 'MEMORY' | 'ENDED';
  constructor(reason: ThreadError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * Runs work that would block the event loop in its own thread, and ends the thread afterwards. Its memory is then
 * freed, and a fault is an error here instead of the end of the process. The thread posts its result as its first
 * message. The heap limit is only a safety net, because a burst of large allocations can end the process first. The
 * work itself must bound its memory.
 * @param start makes the thread with these options: `new Worker(new URL('../threads/some-thread.ts', import.meta.url),
 * options)`, which names the file in a way that bundlers understand
 * @throws ThreadError; what the thread throws
 */
export async function runInThread<Result>(
  start: (options: WorkerOptions) => Worker,
  { heapMegabytes, timeoutMs }: ThreadLimits,
): Promise<Result> {
  // Without the parent's own options, such as those of a test runner or a preloaded script.
  const worker = start({ execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } });
  const result = new Promise<Result>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new ThreadError('TIMEOUT', `it took longer than ${timeoutMs / 1000} seconds`)),
      timeoutMs,
    );
    worker
      .once('message', resolve)
      .once('error', (error: NodeJS.ErrnoException) => {
        const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(isMemory ? new ThreadError('MEMORY', `it needed more than ${heapMegabytes} MB of memory`) : error);
      })
      .once('exit', () => {
        clearTimeout(timer);
        reject(new ThreadError('ENDED', 'it ended without a result'));
      });
  });
  try {
    return await result;
  } finally {
    await worker.terminate();
  }
}
