import { defineConfig } from 'vitest/config';

/** Pure code shares its modules between files: nothing there keeps anything. */
const PURE = ['test/domain/**/*.test.ts', 'test/province-sdk/**/*.test.ts', 'test/provinces/**/*.test.ts'];

/**
 * One configuration for both databases: `DATABASE_URL` set runs the suite on that PostgreSQL, otherwise on the
 * embedded one. The alias keeps a single copy of graphql, since type-graphql loads the CommonJS build.
 */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }], conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    setupFiles: ['test/support/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'product',
          globalSetup: ['test/support/embedded-snapshots.ts'],
          include: ['test/**/*.test.ts'],
          exclude: PURE,
        },
      },
    ],
  },
});
