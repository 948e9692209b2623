/** A request of Node's server. */
type Body = {
  readonly headers: { readonly 'content-length'?: string | undefined };
  readonly destroyed: boolean;
  readonly on: (event: 'data' | 'end' | 'close', listener: (chunk: Buffer) => void) => unknown;
  readonly pause: () => unknown;
  readonly destroy: () => unknown;
};

/**
 * The most chunks of a body. Each chunk costs as much CPU as a hundred bytes, and a legitimate client never sends this
 * many.
 */
export const mostPieces = 1000;

/**
 * The bytes of a request's body, or null if there are more than `maximumBytes`. Then the rest is not read, and the
 * connection stays open for the refusal. Rejects if the sender leaves early or sends too many chunks. Read by events,
 * because an iterator watches the end of the stream by listeners and promises of its own.
 */
export async function readBytes(request: Body, maximumBytes: number): Promise<Buffer | null> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > maximumBytes) return null;
  if (request.destroyed) throw new Error('the sender left before its body was read');
  return new Promise((resolve, reject) => {
    const gathered = createGathering(maximumBytes);
    let whole: Buffer | null = null;
    let pieces = 0;
    let isOver = false;
    const end = (settle: () => void): void => {
      if (!isOver) settle();
      isOver = true;
    };
    request.on('data', (chunk) => {
      if (isOver) return;
      if (pieces++ === 0 && chunk.length === declared) whole = chunk;
      else if (gathered.length() + chunk.length <= maximumBytes) gathered.add(chunk);
      else {
        request.pause();
        end(() => resolve(null));
      }
      if (pieces <= mostPieces) return;
      request.destroy();
      end(() => reject(new Error(`a body came in more than ${mostPieces} pieces`)));
    });
    request.on('end', () => end(() => resolve(whole ?? gathered.take())));
    request.on('close', () => end(() => reject(new Error('the sender left before the end of its body'))));
  });
}

export type Gathering = {
  readonly length: () => number;
  /** Appends a copy of the bytes. */
  readonly add: (bytes: Uint8Array) => void;
  /** Takes the gathered bytes and starts anew. */
  readonly take: () => Buffer;
};

const smallest = 4096;
const nothing = Buffer.alloc(0);

/**
 * Bytes in one buffer that doubles when it is full. A list of chunks costs a hundred times its content if each has one
 * byte: a few dozen slow senders could fill the heap.
 */
export function createGathering(maximumBytes: number): Gathering {
  let held = nothing;
  let length = 0;
  return {
    length: () => length,
    add: (bytes) => {
      const needed = length + bytes.length;
      if (needed > held.length) {
        const larger = Buffer.allocUnsafeSlow(
          Math.max(needed, Math.min(maximumBytes, Math.max(smallest, 2 * held.length))),
        );
        held.copy(larger, 0, 0, length);
        held = larger;
      }
      held.set(bytes, length);
      length = needed;
    },
    take: () => {
      const taken = held.subarray(0, length);
      held = nothing;
      length = 0;
      return taken;
    },
  };
}

/** All of the bytes; null where there are more than `maximumBytes`. Then the rest is not read. */
export async function gatherBytes(bytes: AsyncIterable<Uint8Array>, maximumBytes: number): Promise<Buffer | null> {
  const gathered = createGathering(maximumBytes);
  for await (const part of bytes) {
    if (gathered.length() + part.length > maximumBytes) return null;
    gathered.add(part);
  }
  return gathered.take();
}
