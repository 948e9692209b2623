import type { Socket } from 'node:net';

export type RefusalTimes = {
  /**
   * How long a refusal waits before it is sent, up to twice that, so that they spread out. A sender that reopens each
   * closed connection would otherwise fill the accept queue, and Node accepts one connection in a turn of its event
   * loop.
   */
  readonly refuseAfterMs: number;
};

/** Refuses connections, each after its time; at most `places` wait for it, and one more is refused at once. */
export function createRefusals(
  { refuseAfterMs }: RefusalTimes,
  places: number,
): (socket: Socket, text: string) => void {
  let waiting = 0;
  let refused = 0;
  return (socket, text) => {
    socket.on('error', () => undefined);
    const end = (): void => {
      socket.end(text);
      socket.destroySoon();
    };
    if (waiting >= places) {
      end();
      return;
    }
    waiting++;
    const timer = setTimeout(end, refuseAfterMs * (1 + (refused++ % turns) / turns)).unref();
    socket.once('close', () => {
      waiting--;
      clearTimeout(timer);
    });
    // Unread data would stay in memory, and closing a socket before reading may lose the refusal.
    socket.on('data', () => {
      if (socket.bytesRead > mostBytes) socket.destroy();
    });
    // The sender has left.
    socket.once('end', () => socket.destroy());
  };
}

/** Over how many moments the refusals of one moment are spread. */
const turns = 128;

/** A request of ordinary size; a sender of more does not wait for an answer. */
const mostBytes = 64 * 1024;
