import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** `npm run test:exhaustive` sets it. `test/support/sample.ts` says what that changes. */
const isExhaustive = process.env.EXHAUSTIVE === '1';

const everyFile = 'test/**/*.test.ts';
const unitFiles = 'test/**/*.unit.test.ts';
const exhaustiveFiles = 'test/**/*.exhaustive.test.ts';
const sampledFiles = globSync(everyFile).filter((file) => readFileSync(file, 'utf8').includes('support/sample.ts'));

/**
 * What stands on the whole gateway and is worth a second run on PostgreSQL. The rules of payments are tested on both by
 * `describe.each(databases)`.
 */
const onPostgresToo = [
  'test/schema/error-table.test.ts',
  'test/modules/customers/rights.test.ts',
  'test/modules/direct-debits/mandate-form.test.ts',
  'test/modules/privacy/canaries.test.ts',
  'test/rest/clients.test.ts',
  'test/rest/hostile-input.test.ts',
  'test/rest/legacy-door.test.ts',
  'test/schema/answer-errors.test.ts',
  'test/schema/subscriptions.test.ts',
];

const include = isExhaustive
  ? {
      sqlite: [exhaustiveFiles, ...sampledFiles],
      postgres: onPostgresToo.filter((file) => sampledFiles.includes(file)),
    }
  : { sqlite: [everyFile], postgres: onPostgresToo };

export default defineConfig({
  test: {
    globalSetup: ['test/support/draw-seed.ts', 'test/support/use-memory.ts', 'test/support/postgres/start-postgres.ts'],
    maxWorkers: availableParallelism(),
    // Node runs the tests as it runs the gateway, without a compiler between. A worker reads the gateway once for all of
    // its files.
    experimental: { viteModuleRunner: false },
    isolate: false,
    // Long, for a machine with much else to do: the tests measure no times by them.
    testTimeout: 60_000,
    hookTimeout: 90_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: isExhaustive ? sampledFiles.filter((file) => file.endsWith('.unit.test.ts')) : [unitFiles],
          // Threads: what `rules-only.ts` forbids here stays allowed in the processes of the other projects.
          pool: 'threads',
          setupFiles: ['test/support/rules-only.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: include.sqlite,
          exclude: isExhaustive ? [unitFiles] : [unitFiles, exhaustiveFiles],
          provide: { database: 'sqlite' },
        },
      },
      { extends: true, test: { name: 'postgres', include: include.postgres, provide: { database: 'postgres' } } },
    ],
  },
});
