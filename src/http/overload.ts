import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ServerResponse } from 'node:http';

export type OverloadLimits = {
  /** Mean delay of the event loop since the last look: how long everybody waits for their turn. */
  readonly eventLoopDelayMs: number;
  /** Requests that have no answer yet; open streams have one. */
  readonly waitingRequests: number;
  readonly lookEveryMs: number;
};

export const defaultOverloadLimits: OverloadLimits = { eventLoopDelayMs: 200, waitingRequests: 500, lookEveryMs: 250 };

export type Overload = {
  readonly isOverloaded: () => boolean;
  /** Counts a request until it is answered. */
  readonly follow: (response: ServerResponse) => void;
  readonly stop: () => void;
};

const resolutionMs = 10;

/**
 * Whether the process has more to do than it can. It is looked at by the clock, not at each request, and what is found
 * holds until the next look, so that a single long turn of the event loop turns nobody away for longer.
 */
export function createOverload(limits: OverloadLimits = defaultOverloadLimits): Overload {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  const open = new Set<ServerResponse>();
  let isOverloaded = false;
  const look = (): void => {
    if (delay.count === 0) return;
    // The histogram has whole intervals between its samples, which are as long as the resolution on an idle process.
    const meanDelayMs = delay.mean / 1e6 - resolutionMs;
    delay.reset();
    isOverloaded =
      meanDelayMs > limits.eventLoopDelayMs || (open.size > limits.waitingRequests && waiting(open) > limits.waitingRequests);
  };
  const timer = setInterval(look, limits.lookEveryMs);
  timer.unref();
  return {
    isOverloaded: () => isOverloaded,
    follow(response) {
      open.add(response);
      response.once('close', () => open.delete(response));
    },
    stop() {
      clearInterval(timer);
      delay.disable();
    },
  };
}

function waiting(open: ReadonlySet<ServerResponse>): number {
  let count = 0;
  for (const { headersSent } of open) if (!headersSent) count++;
  return count;
}
