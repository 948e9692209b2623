import type { Failed } from '../../../src/workers/unless-fails.ts';

/** Ends a round at its first failure. */
export const failing: Failed = (_subject, error) => {
  throw error;
};
