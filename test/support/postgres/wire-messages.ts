import type { Socket } from 'node:net';

/** A message of PostgreSQL's protocol: a letter, its length, and its body. */
export type Message = { readonly type: string; readonly body: Buffer; readonly bytes: Buffer };

export function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** The text at the beginning of a body, and what follows it. */
export function text(body: Buffer): readonly [text: string, rest: Buffer] {
  const end = body.indexOf(0);
  return [body.toString('utf8', 0, end), body.subarray(end + 1)];
}

/** Calls `take` for each message that arrives whole. `onStart` is for a client: its first message has no letter. */
export function readMessages(socket: Socket, take: (message: Message) => void, onStart?: () => void): void {
  let kept: Buffer = Buffer.alloc(0);
  let hasStarted = onStart === undefined;
  const next = (): Message | null => {
    const letters = hasStarted ? 1 : 0;
    if (kept.length < letters + 4) return null;
    const length = letters + kept.readUInt32BE(letters);
    if (kept.length < length) return null;
    const bytes = kept.subarray(0, length);
    kept = kept.subarray(length);
    return {
      type: letters === 1 ? String.fromCharCode(bytes[0] as number) : '',
      body: bytes.subarray(letters + 4),
      bytes,
    };
  };
  socket.on('data', (chunk: Buffer) => {
    kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    for (let one = next(); one !== null; one = next()) {
      if (hasStarted) take(one);
      else {
        hasStarted = true;
        onStart?.();
      }
    }
  });
}
