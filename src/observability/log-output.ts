import { write, writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

export type LogOutput = DestinationStream & {
  /** Pino calls it after a fatal line, and the process at its exit. It waits a second at most for a slow reader. */
  readonly flushSync: () => void;
  /** Calls back when everything is written, or when the reader has gone. */
  readonly flush: (done: () => void) => void;
};

const retryMs = 10;
const patienceMs = 1000;
/** Some 30,000 lines. Those that come while so much waits are dropped. */
const waitingCharacters = 8 * 1024 * 1024;

/**
 * Writes lines to a file descriptor in their order, without making a request wait for a slow reader. When the reader has
 * gone, it drops what comes. The output that pino brings (sonic-boom 4.2) repeats the write of such a last line for ever,
 * so that the process never ends.
 * @param fd non-blocking where it is a pipe or a socket: a process cannot end while a write blocks
 * @param onDropped called with the number of dropped lines, once the reader takes lines again
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
      if (error && !isBusy(error)) return giveUp();
      rest = error ? given : given.subarray(count);
      if (error) setTimeout(writeRest, retryMs);
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

const isBusy = ({ code }: NodeJS.ErrnoException): boolean => code === 'EAGAIN' || code === 'EBUSY';

/** Answers false where the reader has gone, or takes too long. */
function writeAll(fd: number, text: Buffer): boolean {
  let rest = text;
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
