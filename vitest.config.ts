import { defineConfig } from 'vitest/config';

// Node resolves graphql by `module-sync`: with Vite's own choice there would be two copies of it in tests.
const ssr = { resolve: { conditions: ['module-sync', 'node'] } };
// For a machine with much else to do: they are waited for, never measured.
const timeouts = { testTimeout: 60_000, hookTimeout: 90_000 };

/**
 * What stands on the whole gateway and is worth a second run on PostgreSQL. The rules of payments are tested on both by
 * `describe.each(databases)`.
 */
const onPostgresToo = [
  'test/error-table.test.ts',
  'test/customers/rights.test.ts',
  'test/mandates/mandate-form.test.ts',
  'test/privacy/canaries.test.ts',
  'test/rest/{clients,hostile-input,legacy-door}.test.ts',
  'test/schema/{answer-errors,subscriptions}.test.ts',
];

export default defineConfig({
  test: {
    globalSetup: ['test/start-postgres.ts'],
    projects: [
      { ssr, test: { name: 'sqlite', include: ['test/**/*.test.ts'], ...timeouts, provide: { database: 'sqlite' } } },
      { ssr, test: { name: 'postgres', include: onPostgresToo, ...timeouts, provide: { database: 'postgres' } } },
    ],
  },
});
