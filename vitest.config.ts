import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Node resolves graphql by `module-sync`: with Vite's own choice there would be two copies of it in tests.
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: {
    globalSetup: ['test/start-postgres.ts'],
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
