type Body = {
  readonly headers: { readonly 'content-length'?: string | undefined };
  readonly iterator: (options: { readonly destroyOnReturn: boolean }) => AsyncIterable<unknown>;
  readonly destroy: () => unknown;
};

/**
 * The most chunks of a body. Each chunk costs as much CPU as a hundred bytes, and a legitimate client never sends this
 * many.
 */
export const mostPieces = 1000;

/**
 * The bytes of a request's body, or null if there are more than `maximumBytes`. Then the rest is not read, and the
 * connection stays open for the refusal. Rejects if the sender leaves early or sends too many chunks.
 */
export async function readBytes(request: Body, maximumBytes: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > maximumBytes) return null;
  const gathered = createGathering(maximumBytes);
  let pieces = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    if (gathered.length() + chunk.length > maximumBytes) return null;
    gathered.add(chunk);
    if (++pieces <= mostPieces) continue;
    request.destroy();
    throw new Error(`a body came in more than ${mostPieces} pieces`);
  }
  return gathered.take();
}

export type Gathering = {
  readonly length: () => number;
  /** Appends a copy of the bytes. */
  readonly add: (bytes: Uint8Array) => void;
  /** Takes the gathered bytes and starts anew. */
  readonly take: () => Buffer;
};

const smallest = 4096;

/**
 * Bytes in one buffer that doubles when it is full. A list of chunks costs a hundred times its content if each has one
 * byte: a few dozen slow senders could fill the heap.
 */
export function createGathering(maximumBytes: number): Gathering {
  let held = Buffer.alloc(0);
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
      held = Buffer.alloc(0);
      length = 0;
      return taken;
    },
  };
}
