import { minuteMs } from '../kernel/durations.ts';
import { faultOf } from '../kernel/store-unavailable.ts';
import { createGrowingPauses } from './growing-pauses.ts';
import type { Failed } from './unless-fails.ts';

/**
 * Reports at once what fails, and ever more rarely what fails again in the same way: a round comes every few seconds.
 * @param firstMs it is silent for so long after the first report of a failure, then for twice as long each time
 */
export function reportRarely(
  clock: () => number,
  report: Failed,
  { firstMs = minuteMs, longestMs = 30 * minuteMs }: { readonly firstMs?: number; readonly longestMs?: number } = {},
): Failed {
  const pauses = createGrowingPauses(firstMs, longestMs);
  return (subject, error) => {
    const [failure, now] = [`${subject} ${faultOf(error)}`, clock()];
    if (pauses.isResting(failure, now)) return;
    pauses.rest(failure, now);
    report(subject, error);
  };
}
