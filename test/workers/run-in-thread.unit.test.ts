import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { runInThread, ThreadError } from '../../src/workers/run-in-thread.ts';

const limits = { heapMegabytes: 32, timeoutMs: 20_000 } as const;

/** Runs this script; answers with the thread as well, to see that it has ended. */
function run(script: string, given = {}) {
  let thread: Worker | null = null;
  const result = runInThread<unknown>(
    (options) => {
      thread = new Worker(script, { ...options, eval: true });
      return thread;
    },
    { ...limits, ...given },
  );
  return { result, hasEnded: () => thread?.threadId === -1 };
}
const post = (result: string): string => `require('node:worker_threads').parentPort.postMessage(${result});`;

describe('work in a thread', () => {
  it('gives its first message as its result, and the thread ends with it', async () => {
    const { result, hasEnded } = run(`${post('{ a: 1 }')}${post('2')}setInterval(() => {}, 1000);`);
    expect(await result).toEqual({ a: 1 });
    expect(hasEnded()).toBe(true);
  });

  it('that throws rejects with what it threw', async () => {
    const { result, hasEnded } = run("throw new RangeError('too far');");
    await expect(result).rejects.toThrow(new RangeError('too far'));
    expect(hasEnded()).toBe(true);
  });

  it.each<[string, string, object, ThreadError['reason'], string]>([
    ['does not end', 'for (;;) {}', { timeoutMs: 200 }, 'TIMEOUT', 'it took longer than 0.2 seconds'],
    [
      'waits for ever',
      'setInterval(() => {}, 1000);',
      { timeoutMs: 200 },
      'TIMEOUT',
      'it took longer than 0.2 seconds',
    ],
    [
      'takes too much memory',
      'const all = []; for (;;) all.push({ a: 1 });',
      {},
      'MEMORY',
      'it needed more than 32 MB of memory',
    ],
    ['ends without a result', 'process.exit(3);', {}, 'ENDED', 'it ended without a result'],
  ])('that %s is broken off, and this process goes on', async (_what, script, given, reason, message) => {
    const { result, hasEnded } = run(script, given);
    const error = await result.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ThreadError);
    expect(error).toMatchObject({ reason, message });
    expect(hasEnded()).toBe(true);
  });
});
