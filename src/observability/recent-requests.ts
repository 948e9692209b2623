/** The last requests, for people who look for a fault: without paths and queries, which hold personal data. */

export type RecentRequest = {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  /** The template, not the address. */
  readonly route: string;
  /** Null: none was known. */
  readonly client: string | null;
  readonly status: number;
  /** The caller left before the answer was whole. */
  readonly isAborted: boolean;
  readonly durationMs: number;
};

export type RecentRequests = {
  readonly add: (request: RecentRequest) => void;
  /** Newest first. */
  readonly list: () => readonly RecentRequest[];
};

const keptAtMost = 5_000;
const keptForMs = 24 * 3_600_000;

export function createRecentRequests(clock: () => number): RecentRequests {
  const ring: RecentRequest[] = [];
  let next = 0;
  return {
    add: (request) => {
      ring[next] = request;
      next = (next + 1) % keptAtMost;
    },
    list: () => {
      const earliest = clock() - keptForMs;
      return [...ring.slice(0, next).toReversed(), ...ring.slice(next).toReversed()].filter(({ at }) => at >= earliest);
    },
  };
}
