import type { TestProject } from 'vitest/node';
import { leftOutOfRun, runsWhole } from './drawn-files.ts';
import { seedOfRun } from './seed.ts';
import { testFiles } from './skipped-here.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of every sample of this run. */
    seed: number;
    /** Whether files run on both databases, and none is left out. */
    runsWhole: boolean;
  }
}

/** Prints the seed of a run once, and the files that it leaves out. `SEED=` before the command repeats a run's samples. */
export default function drawSeed({ provide, vitest }: TestProject): void {
  const seed = seedOfRun();
  provide('seed', seed);
  provide('runsWhole', runsWhole());
  console.log(`SEED=${seed} draws the samples of this run again.`);
  if (vitest.projects.every(({ name }) => name === 'unit')) return;
  const left = leftOutOfRun(testFiles().keys());
  if (left.length > 0) console.log(`${left.length} test files are left to the exhaustive tests: ${left.join(', ')}`);
}
