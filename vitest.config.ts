import { defineConfig } from 'vitest/config';
import { type Project, projectOf, testFiles } from './test/support/projects.js';

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
 * embedded one. Which project a file belongs to stands in `test/support/projects.ts`; which of them CI runs on which database, in
 * `.ci/run`: what reaches no database, and what asks the same of any, once. The
 * alias keeps a single copy of graphql, since type-graphql loads the CommonJS build.
 */
export default defineConfig(({ mode }) => {
  // Asked for again by each project in the mode `test`; its workers inherit the environment.
  if (mode === 'long') process.env['LONG'] = 'yes';
  if (mode === 'brief') process.env['BRIEF'] = 'yes';
  const left = process.env['BRIEF'] === 'yes' ? LONG_STORIES : [];
  const files = testFiles();
  const of = (name: Project) => ({
    name,
    include: files.filter((file) => projectOf(file) === name),
    exclude: left,
    // Files share their modules in a worker, since loading them anew costs a third of the run.
    isolate: name === 'alone',
    globalSetup: name === 'product' || name === 'once' ? ['test/support/database-templates.ts'] : [],
  });
  return {
    resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }], conditions: ['source'] },
    ssr: { resolve: { conditions: ['source'] } },
    test: {
      setupFiles: ['test/support/setup.ts'],
      testTimeout: 60_000,
      hookTimeout: 120_000,
      maxWorkers: 2,
      projects: (['pure', 'product', 'once', 'alone'] as const).map((name) => ({ extends: true, test: of(name) })),
    },
  };
});
