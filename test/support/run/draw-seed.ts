import type { TestProject } from 'vitest/node';
import { leftOutOfRun, namesTests } from './drawn-files.ts';
import { seedOfRun } from './seed.ts';
import { testFiles } from './skipped-here.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of every sample of this run. */
    seed: number;
    /** Whether the command line names test files, which then run whole. */
    namesTests: boolean;
  }
}

/** Prints the seed of a run once, and the files that it leaves out. `SEED=` before the command repeats a run's samples. */
export default function drawSeed({ provide, vitest }: TestProject): void {
  const seed = seedOfRun();
  provide('seed', seed);
  provide('namesTests', namesTests(process.argv.slice(2)));
  console.log(`SEED=${seed} draws the samples of this run again.`);
  if (vitest.projects.every(({ name }) => name === 'unit')) return;
  const { everywhere } = leftOutOfRun(testFiles().keys());
  if (everywhere.length > 0)
    console.log(`${everywhere.length} test files are left to the exhaustive tests: ${everywhere.join(', ')}`);
}
