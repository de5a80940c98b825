import { defineConfig } from 'vitest/config';

/**
 * What asks no database, so that CI runs it once and not on each. Files share their modules in a worker, since loading them anew
 * costs a third of the run; pure code keeps nothing in them.
 */
const PURE = [
  'test/{domain,explorer,province-sdk,provinces}/**/*.test.ts',
  'test/architecture/!(catalog|plan-lint).test.ts',
  'test/features/demonstration/{generate-register,reserved-id-numbers}.test.ts',
  'test/platform/{chart,crypto,logging,sandbox,socket,table}/**/*.test.ts',
  'test/platform/http/!(rate-limit).test.ts',
  'test/scripts/package.test.ts',
  'test/scripts/province/{province,test.command}.test.ts',
];
/** These declare types of their own, which type-graphql keeps for the whole process, or look at all that are declared. */
const ALONE = ['test/platform/graphql/**/*.test.ts', 'test/features/region/region.resolver.test.ts'];

/**
 * Commands, guides, roles and modules: they ask the same of whatever database there is, so that CI runs them on the embedded one only. With
 * `DATABASE_URL`, `npm test` runs them on that too.
 */
const ONCE = [
  'test/api/{newer-rules,province-from-outside,role-matrix}.test.ts',
  'test/docs/**/*.test.ts',
  'test/scripts/{scripts-start,tokens,year}.test.ts',
];

/**
 * What `npm run check` leaves to `npm test` and CI: whole stories in servers of their own, whole registers, every field by every
 * role, whatever waits for a clock. They are a twentieth of the files and half the time.
 */
const LONG_STORIES = [
  'test/api/{story,province-from-outside,newer-rules,role-matrix,paging,subscriptions}.test.ts',
  'test/docs/{typed-client,write-a-province}.test.ts',
  'test/features/demonstration/*.test.ts',
  'test/features/province/reload-by-signal.test.ts',
  'test/features/region/fill-region-table.test.ts',
  'test/lifecycle/{sequences,threats-at-once}.test.ts',
  'test/platform/http/{streams,threats-connections}.test.ts',
  'test/scripts/{package,scripts-start,tokens,year}.test.ts',
];

/**
 * One configuration for both databases: `DATABASE_URL` set runs the suite on that PostgreSQL, otherwise on the
 * embedded one. The alias keeps a single copy of graphql, since type-graphql loads the CommonJS build.
 */
export default defineConfig(({ mode }) => {
  // Asked for again by each project in the mode `test`; its workers inherit the environment.
  if (mode === 'long') process.env['LONG'] = 'yes';
  if (mode === 'brief') process.env['BRIEF'] = 'yes';
  const left = process.env['BRIEF'] === 'yes' ? LONG_STORIES : [];
  return {
    resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }], conditions: ['source'] },
    ssr: { resolve: { conditions: ['source'] } },
    test: {
      setupFiles: ['test/support/setup.ts'],
      testTimeout: 60_000,
      hookTimeout: 120_000,
      maxWorkers: 2,
      projects: [
        { extends: true, test: { name: 'pure', include: PURE, exclude: left, isolate: false } },
        {
          extends: true,
          test: {
            name: 'product',
            globalSetup: ['test/support/database-templates.ts'],
            include: ['test/**/*.test.ts'],
            exclude: [...PURE, ...ALONE, ...ONCE, ...left],
            isolate: false,
          },
        },
        {
          extends: true,
          test: {
            name: 'once',
            globalSetup: ['test/support/database-templates.ts'],
            include: ONCE,
            exclude: left,
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
