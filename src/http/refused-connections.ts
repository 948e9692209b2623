import type { Socket } from 'node:net';

export type RefusalTimes = {
  /**
   * How long a refusal waits before it is sent; up to twice that, so that not all are sent at once. A sender that opens
   * a connection for each one that is closed would otherwise fill the queue in which connections wait to be accepted,
   * and Node accepts one in a turn of its event loop.
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
    // What is not read would be kept, and a socket closed before it was read may lose the refusal.
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
