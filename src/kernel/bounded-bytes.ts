type Body = {
  readonly headers: { readonly 'content-length'?: string | undefined };
  readonly iterator: (options: { readonly destroyOnReturn: boolean }) => AsyncIterable<unknown>;
  readonly destroy: () => unknown;
};

/**
 * Each piece of a body costs as much as a hundred bytes, and an honest sender fills its packets: whoever cuts a body into
 * more pieces only wants to be dear, and is not heard to the end.
 */
export const mostPieces = 1000;

/**
 * The bytes of a request's body, or null where they are more than `maximumBytes`: then no more of it is read, however
 * long the sender goes on, and the connection stays open for the refusal. Rejects where the sender leaves before the
 * end, or is left for the pieces that it sends.
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
  /** Copies the bytes behind those that are there. */
  readonly add: (bytes: Uint8Array) => void;
  /** What was gathered; what is added afterwards begins anew. */
  readonly take: () => Buffer;
};

const smallest = 4096;

/**
 * Bytes in one piece of memory, twice as large each time that it is full. A list of what came would cost a hundred
 * times a body that is sent in chunks of one byte, and a few dozen slow senders of such bodies all of the heap.
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
