import { inject } from 'vitest';
import { drawSample, type SampleOptions } from './draw-sample.ts';

/** `npm run test:exhaustive` runs every file that imports this one or `fuzz.ts`, with every case and with long random runs. */
export const isExhaustive = process.env.EXHAUSTIVE === '1';

/** The seed of this run, which is printed at its start. */
export const seed = inject('seed');

/**
 * The cases of a table for `test.each` or `describe.each`. `npm run test:exhaustive` takes all of them. `npm test` takes
 * about as many as `about` says, drawn by the seed, and at least one of each `kind`.
 */
export function sampled<Case>(
  cases: readonly Case[],
  { about, kind = () => '', name = '' }: SampleOptions<Case>,
): readonly Case[] {
  return isExhaustive ? cases : drawSample(cases, { about, kind, name, seed });
}

/** For `fc.assert`: so many runs in `npm test`, ten times as many in the exhaustive tests. */
export const someRuns = (usual: number) => ({ numRuns: isExhaustive ? 10 * usual : usual, seed });

/** How long each property with random input goes on. */
export const fuzzSeconds = Number(process.env.FUZZ_SECONDS ?? (isExhaustive ? 10 : 0.5));
