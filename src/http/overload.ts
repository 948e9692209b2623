import type { ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { OpenResponses } from './open-responses.ts';

export type OverloadLimits = {
  /** Mean delay of the event loop since the last look: how long each turn waits. */
  readonly eventLoopDelayMs: number;
  /** Requests that have no answer yet, though the gateway has their body; open streams have one. */
  readonly waitingRequests: number;
  readonly lookEveryMs: number;
};

export const defaultOverloadLimits: OverloadLimits = { eventLoopDelayMs: 200, waitingRequests: 500, lookEveryMs: 1000 };

export type Overload = {
  readonly isOverloaded: () => boolean;
  /** Does not count a response that waits on purpose. */
  readonly leaveOut: (response: ServerResponse) => void;
  readonly stop: () => void;
};

const resolutionMs = 20;

/** One large job, such as a batch of 10,000 debits, has long turns for some seconds. Requests right after it are served. */
const longLooksInRow = 3;

/**
 * Whether the process is overloaded. A timer measures, not each request, and the result holds until the next
 * measurement. Some long turns (a garbage collection, a batch) do not refuse requests: the mean of several measurements
 * in a row must be too long.
 */
export function createOverload(
  { all }: Pick<OpenResponses, 'all'>,
  limits: OverloadLimits = defaultOverloadLimits,
): Overload {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  const leftOut = new WeakSet<ServerResponse>();
  const waiting = (): number =>
    all().filter((response) => !response.headersSent && isGatewaysTurn(response) && !leftOut.has(response)).length;
  let isOverloaded = false;
  let longLooks = 0;
  const look = (): void => {
    if (delay.count === 0) return;
    // The histogram has whole intervals between its samples, which are as long as the resolution on an idle process.
    const meanDelayMs = delay.mean / 1e6 - resolutionMs;
    delay.reset();
    longLooks = meanDelayMs > limits.eventLoopDelayMs ? longLooks + 1 : 0;
    isOverloaded =
      longLooks >= longLooksInRow || (all().length > limits.waitingRequests && waiting() > limits.waitingRequests);
  };
  const timer = setInterval(look, limits.lookEveryMs);
  timer.unref();
  return {
    isOverloaded: () => isOverloaded,
    leaveOut: (response) => leftOut.add(response),
    stop() {
      clearInterval(timer);
      delay.disable();
    },
  };
}

/** The request is there to its end, or to the bytes that Node holds of a large body before the gateway reads it. */
const isGatewaysTurn = ({ req }: ServerResponse): boolean => req.complete || req.readableLength > 0;
