import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createGathering, mostPieces, readBytes } from '../../src/kernel/bytes/bounded-bytes.ts';

/** Bodies are kept in one piece of memory, however they come. */

/** Sends its chunks once a reader listens, until that pauses or destroys it. */
function bodyOf(chunks: Iterable<Buffer>, length?: number, isCut = false) {
  const events = new EventEmitter();
  let read = 0;
  let isDestroyed = false;
  let isPaused = false;
  const send = (): void => {
    for (const chunk of chunks) {
      if (isDestroyed || isPaused) return;
      read += chunk.length;
      events.emit('data', chunk);
    }
    events.emit(isCut ? 'close' : 'end');
  };
  events.once('newListener', () => setImmediate(send));
  return {
    read: () => read,
    isDestroyed: () => isDestroyed,
    destroyed: false,
    destroy: () => {
      isDestroyed = true;
    },
    pause: () => {
      isPaused = true;
    },
    headers: length === undefined ? {} : { 'content-length': String(length) },
    on: events.on.bind(events),
  };
}

function* bytesOneByOne(count: number): Generator<Buffer> {
  // A reader of sockets may use the same memory again for what comes next.
  const shared = Buffer.alloc(1);
  for (let index = 0; index < count; index++) {
    shared[0] = index % 251;
    yield shared;
  }
}

describe('a body', () => {
  it('is read as it came, up to its limit and not a byte further', async () => {
    const given = Buffer.from(Array.from({ length: 10_000 }, (_, index) => index % 251));
    const pieces = [given.subarray(0, 1), given.subarray(1, 4_100), given.subarray(4_100)];
    expect((await readBytes(bodyOf(pieces), 10_000))?.equals(given)).toBe(true);
    expect(await readBytes(bodyOf(pieces), 9_999)).toBeNull();
    expect(await readBytes(bodyOf([]), 10)).toEqual(Buffer.alloc(0));
  });

  it('whose sender leaves is not waited for', async () => {
    await expect(readBytes(bodyOf([Buffer.from('ab')], 10, true), 10)).rejects.toThrow('left');
    await expect(readBytes({ ...bodyOf([], 10), destroyed: true }, 10)).rejects.toThrow('left');
  });

  it('that comes in one chunk of its length is that chunk', async () => {
    const chunk = Buffer.from('{"query":"{ id }"}');
    expect(await readBytes(bodyOf([chunk], chunk.length), 100)).toBe(chunk);
  });

  it('that says it is too large is not read at all', async () => {
    const body = bodyOf([Buffer.from('a')], 11);
    expect(await readBytes(body, 10)).toBeNull();
    expect(body.read()).toBe(0);
  });

  it('that is cut into single bytes is read up to the most pieces that one may have', async () => {
    const read = await readBytes(bodyOf(bytesOneByOne(mostPieces)), 64_000);
    expect([...(read ?? [])]).toEqual(Array.from({ length: mostPieces }, (_, index) => index % 251));
    const endless = bodyOf(bytesOneByOne(60_000));
    await expect(readBytes(endless, 64_000)).rejects.toThrow('pieces');
    expect([endless.read(), endless.isDestroyed()]).toEqual([mostPieces + 1, true]);
  });
});

it('what was gathered is handed out once, and the next begins anew', () => {
  const gathered = createGathering(5);
  for (const text of ['ab', 'c', 'de']) gathered.add(Buffer.from(text));
  const first = gathered.take();
  gathered.add(Buffer.from('fg'));
  expect([String(first), gathered.length(), String(gathered.take()), gathered.length()]).toEqual(['abcde', 2, 'fg', 0]);
});
