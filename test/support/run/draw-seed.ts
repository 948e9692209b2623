import { randomInt } from 'node:crypto';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of every sample of this run. */
    seed: number;
  }
}

/** Draws the seed of a run and prints it once. `SEED=` before the command repeats a run's samples. */
export default function drawSeed({ provide }: TestProject): void {
  const { SEED = '' } = process.env;
  const seed = SEED === '' ? randomInt(1, 1_000_000_000) : Number(SEED);
  if (!Number.isSafeInteger(seed)) throw new Error('SEED has to be a whole number.');
  provide('seed', seed);
  console.log(`SEED=${seed} draws the samples of this run again.`);
}
