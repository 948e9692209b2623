import { faultOf } from '../kernel/store-unavailable.ts';
import { createGrowingPauses } from './growing-pauses.ts';
import type { Failed } from './unless-fails.ts';

export type Rarely = {
  /** In milliseconds: after the first report of a failure it is silent for so long, then for twice as long each time. */
  readonly firstMs: number;
  readonly longestMs: number;
};

/** Reports at once what fails, and ever more rarely what fails again in the same way: a round comes every few seconds. */
export function reportRarely(clock: () => number, { firstMs, longestMs }: Rarely, report: Failed): Failed {
  const pauses = createGrowingPauses(firstMs, longestMs);
  return (subject, error) => {
    const [failure, now] = [`${subject} ${faultOf(error)}`, clock()];
    if (pauses.isResting(failure, now)) return;
    pauses.rest(failure, now);
    report(subject, error);
  };
}
