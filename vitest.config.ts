import { defineConfig } from 'vitest/config';

/**
 * One configuration for both databases: `DATABASE_URL` set runs the suite on that PostgreSQL, otherwise on the
 * embedded one. The alias keeps a single copy of graphql, since type-graphql loads the CommonJS build.
 */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }], conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
