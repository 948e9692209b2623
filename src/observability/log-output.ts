import { write, writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

export type LogOutput = DestinationStream & {
  /** Pino calls it after a fatal line, and the process at its exit. It waits a second at most for a slow reader. */
  readonly flushSync: () => void;
  /** Calls back when everything is written, or when the reader has gone. */
  readonly flush: (done: () => void) => void;
};

const retryMs = 50;
const patienceMs = 1000;

/**
 * Writes lines to a file descriptor in their order, without making a request wait for a slow reader. When the reader has
 * gone, it drops what comes. The output that pino brings (sonic-boom 4.2) repeats the write of such a last line for ever,
 * so that the process never ends.
 */
export function createLogOutput(fd: number): LogOutput {
  let waiting = '';
  let isWriting = false;
  let isGone = false;
  const whenDone: (() => void)[] = [];

  const writeChunk = (chunk: Buffer | string): void => {
    write(fd, chunk as string, (error, count) => {
      if (error && isBusy(error)) setTimeout(() => writeChunk(chunk), retryMs);
      else if (error) giveUp();
      else if (count < Buffer.byteLength(chunk)) writeChunk(Buffer.from(chunk as string).subarray(count));
      else finish();
    });
  };
  const writeOn = (): void => {
    isWriting = true;
    const chunk = waiting;
    waiting = '';
    writeChunk(chunk);
  };
  const finish = (): void => {
    isWriting = false;
    if (waiting === '') for (const done of whenDone.splice(0)) done();
    else writeOn();
  };
  const giveUp = (): void => {
    isGone = true;
    waiting = '';
    finish();
  };

  return {
    write: (line) => {
      if (isGone) return;
      waiting += line;
      if (!isWriting) writeOn();
    },
    flushSync: () => {
      const rest = waiting;
      waiting = '';
      isGone ||= !writeAll(fd, rest);
    },
    flush: (done) => {
      whenDone.push(done);
      if (!isWriting) finish();
    },
  };
}

const isBusy = ({ code }: NodeJS.ErrnoException): boolean => code === 'EAGAIN' || code === 'EBUSY';

/** Answers false where the reader has gone, or takes too long. */
function writeAll(fd: number, text: string): boolean {
  let rest = Buffer.from(text);
  for (const deadline = Date.now() + patienceMs; rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      if (!isBusy(error as NodeJS.ErrnoException) || Date.now() > deadline) return false;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, retryMs);
    }
  }
  return true;
}
