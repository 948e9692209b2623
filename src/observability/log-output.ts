import { write, writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

export type LogOutput = DestinationStream & {
  /** Pino calls it after a fatal line, and the process at its exit. It waits a second at most for a slow reader. */
  readonly flushSync: () => void;
  /** Calls back when everything is written, or when the reader has gone. */
  readonly flush: (done: () => void) => void;
};

/**
 * When to write again, by the error: soon to a slow reader, later to a disk that is full or fails. Every other error
 * means that the reader has gone.
 */
const retryMs: Readonly<Record<string, number>> = {
  ...{ EAGAIN: 10, EBUSY: 10 },
  ...{ ENOSPC: 1000, EDQUOT: 1000, EFBIG: 1000, EIO: 1000 },
};
const patienceMs = 1000;
/** Some 30,000 lines. Those that come while so much waits are dropped. */
const waitingCharacters = 8 * 1024 * 1024;

/**
 * Writes lines to a file descriptor in their order, without making a request wait for a slow reader or a full disk. When
 * the reader has gone, it drops what comes. The output that pino brings (sonic-boom 4.2) repeats the write of such a last
 * line for ever, so that the process never ends.
 * @param fd non-blocking where it is a pipe or a socket: a process cannot end while a write blocks
 * @param onDropped called with the number of dropped lines, once lines can be written again
 */
export function createLogOutput(fd: number, onDropped: (lines: number) => void): LogOutput {
  let waiting = '';
  let dropped = 0;
  /** Of the text that is being written, what the system was not given yet. */
  let rest = Buffer.alloc(0);
  let isWriting = false;
  let isGone = false;
  const whenDone: (() => void)[] = [];

  const writeRest = (): void => {
    const given = rest;
    rest = Buffer.alloc(0);
    write(fd, given, (error, count) => {
      const waitMs = error && waitMsAfter(error);
      if (waitMs === undefined) return giveUp();
      rest = error ? given : given.subarray(count);
      if (waitMs !== null) setTimeout(writeRest, waitMs);
      else if (rest.length > 0) writeRest();
      else finish();
    });
  };
  const writeOn = (): void => {
    isWriting = true;
    rest = Buffer.from(waiting);
    waiting = '';
    if (dropped > 0) onDropped(dropped);
    dropped = 0;
    writeRest();
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
      if (waiting.length + line.length > waitingCharacters) dropped++;
      else waiting += line;
      if (!isWriting) writeOn();
    },
    flushSync: () => {
      const text = Buffer.concat([rest, Buffer.from(waiting)]);
      rest = Buffer.alloc(0);
      waiting = '';
      isGone ||= !writeAll(fd, text);
    },
    flush: (done) => {
      whenDone.push(done);
      if (!isWriting) finish();
    },
  };
}

const waitMsAfter = ({ code }: NodeJS.ErrnoException): number | undefined => retryMs[code ?? ''];

/** Answers false where the reader has gone, or it takes too long. */
function writeAll(fd: number, text: Buffer): boolean {
  let rest = text;
  for (const deadline = Date.now() + patienceMs; rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      const waitMs = waitMsAfter(error as NodeJS.ErrnoException);
      if (waitMs === undefined || Date.now() + waitMs > deadline) return false;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
    }
  }
  return true;
}
