import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { drawnFrom, drawsSamples, leftOutOfRun, onPostgresToo, runsWhole } from './test/support/run/drawn-files.ts';
import { LongestFirst } from './test/support/run/longest-first.ts';
import { skippedOn, testFiles, thisMachine } from './test/support/run/skipped-here.ts';

const everyFile = 'test/**/*.test.ts';
const unitFiles = 'test/**/*.unit.test.ts';
const exhaustiveFiles = 'test/**/*.exhaustive.test.ts';
const texts = testFiles();
const wholeFiles = [...drawnFrom(texts.keys()), ...onPostgresToo];
const sampledFiles = [...texts]
  .filter(([file, text]) => drawsSamples(text) || wholeFiles.includes(file))
  .map(([file]) => file);
/** What this machine cannot run. `test/support/run/say-what-is-skipped.ts` names it at the start of a run. */
const skippedFiles = [...skippedOn(thisMachine(), texts).keys()];

/** The exhaustive tests are a mode of Vitest, or `EXHAUSTIVE=1`. `test/support/sample.ts` says what that changes. */
function filesOf(isExhaustive: boolean) {
  if (!isExhaustive) {
    const notSqlite = [unitFiles, exhaustiveFiles, ...skippedFiles, ...leftOutOfRun(texts.keys())];
    return { unit: [unitFiles], sqlite: [everyFile], notSqlite, postgres: runsWhole() ? [...onPostgresToo] : [] };
  }
  return {
    unit: sampledFiles.filter((file) => file.endsWith('.unit.test.ts')),
    sqlite: [exhaustiveFiles, ...sampledFiles],
    notSqlite: [unitFiles, ...skippedFiles],
    postgres: [...onPostgresToo],
  };
}

export default defineConfig(({ mode }) => {
  if (mode === 'exhaustive') process.env.EXHAUSTIVE = '1';
  if (mode === 'tour') process.env.TOUR = '1';
  // What a worker compiled of the gateway, the next one reads: a run of one file takes two thirds of the time.
  process.env.NODE_COMPILE_CACHE ??= path.resolve('node_modules/.cache/reglement');
  const files = filesOf(process.env.EXHAUSTIVE === '1');
  return {
    test: {
      globalSetup: [
        'test/support/run/draw-seed.ts',
        'test/support/run/say-what-is-skipped.ts',
        'test/support/run/use-memory.ts',
        'test/support/postgres/start-postgres.ts',
      ],
      // One more than the cores: tests wait for timers, browsers and PostgreSQL.
      maxWorkers: availableParallelism() + 1,
      sequence: { sequencer: LongestFirst },
      // Node runs the tests as it runs the gateway, without a compiler between. A worker reads the gateway once for all of
      // its files.
      experimental: { viteModuleRunner: false },
      isolate: false,
      // Long, for a machine with much else to do: the tests measure no times by them.
      testTimeout: 180_000 + 1_000 * Number(process.env.FUZZ_SECONDS ?? 0),
      hookTimeout: 180_000,
      expect: { poll: { timeout: 60_000 } },
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: files.unit,
            // Threads: what `rules-only.ts` forbids here stays allowed in the processes of the other projects.
            pool: 'threads',
            setupFiles: ['test/support/rules-only.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'sqlite',
            include: files.sqlite,
            exclude: files.notSqlite,
            provide: { database: 'sqlite' },
          },
        },
        {
          extends: true,
          test: {
            name: 'postgres',
            include: files.postgres,
            exclude: skippedFiles,
            provide: { database: 'postgres' },
          },
        },
      ],
    },
  };
});
