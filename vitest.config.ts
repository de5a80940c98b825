import { defineConfig } from 'vitest/config';

/** Files share their modules in a worker, since loading them anew costs a third of the run; pure code keeps nothing in them. */
const PURE = ['test/domain/**/*.test.ts', 'test/province-sdk/**/*.test.ts', 'test/provinces/**/*.test.ts'];
/** These declare types of their own, which type-graphql keeps for the whole process, or look at all that are declared. */
const ALONE = ['test/platform/graphql/**/*.test.ts', 'test/features/region/region.resolver.test.ts'];

/**
 * One configuration for both databases: `DATABASE_URL` set runs the suite on that PostgreSQL, otherwise on the
 * embedded one. The alias keeps a single copy of graphql, since type-graphql loads the CommonJS build.
 */
export default defineConfig(({ mode }) => {
  // Asked for again by each project in the mode `test`; its workers inherit the environment.
  if (mode === 'long') process.env['LONG'] = 'yes';
  return {
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
            globalSetup: ['test/support/database-templates.ts'],
            include: ['test/**/*.test.ts'],
            exclude: [...PURE, ...ALONE],
            isolate: false,
          },
        },
        {
          extends: true,
          test: { name: 'alone', globalSetup: ['test/support/database-templates.ts'], include: ALONE },
        },
      ],
    },
  };
});
