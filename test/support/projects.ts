import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where a test file runs: `alone` has a process for each file, the others share theirs. Only `product` and `once` ask the
 * database that `DATABASE_URL` names, or the embedded one; `.ci/run` says which of them runs on which.
 */
export type Project = 'pure' | 'alone' | 'product' | 'once';

/** These declare types of their own, which type-graphql keeps for the whole process, or look at all that are declared. */
export const ALONE: readonly string[] = ['test/platform/graphql/', 'test/features/region/region.resolver.test.ts'];

/**
 * They ask the same of whatever database there is, so that CI runs them on PostgreSQL only, which is several times faster. A
 * folder stands for all in it.
 */
export const ONCE: readonly string[] = [
  'test/api/',
  'test/docs/',
  'test/features/province/',
  'test/features/publication/attacks.test.ts',
  'test/features/publication/kept-cells.test.ts',
  'test/features/segment/',
  'test/features/simulation/simulation.resolver.test.ts',
  'test/features/stat-desk/',
  'test/features/tally/help-of-older-registers.test.ts',
  'test/lifecycle/threats-at-once.test.ts',
  'test/scripts/year.test.ts',
];

/** Of those folders, what a database could do otherwise: a start on nothing, whole lives, pages, transactions, rules that change. */
export const ON_BOTH: readonly string[] = [
  'test/api/batches.test.ts',
  'test/api/case-record.test.ts',
  'test/api/elimination.test.ts',
  'test/api/examples.test.ts',
  'test/api/export.test.ts',
  'test/api/in-process-story.test.ts',
  'test/api/lifecycle-paths.test.ts',
  'test/api/request-limits.test.ts',
  'test/api/run-under-reload.test.ts',
  'test/api/story.test.ts',
  'test/api/subscriptions.test.ts',
  'test/api/two-at-once.test.ts',
  'test/docs/guide.test.ts',
  'test/features/province/province.repository.test.ts',
  'test/features/stat-desk/explain-stats.test.ts',
];

/** The one place where a test gets a database, and what tells of one that a test was given. */
const DATABASE = 'test/support/test-database.ts';
const GIVEN = /process\.env(\.|\[')DATABASE_URL/;
const IMPORTED = /(?:from |import\()'(\.[^']+)\.js'/g;

/** Every test file of the tree, by its path from the root. */
export function testFiles(): string[] {
  const found = readdirSync('test', { recursive: true, encoding: 'utf8' });
  return found.filter((path) => path.endsWith('.test.ts')).map((path) => join('test', path));
}

/** The project of a test file: one and only one. Who reaches no database by what it imports is pure. */
export function projectOf(file: string): Project {
  if (isIn(ALONE, file)) return 'alone';
  if (!asksDatabase(file)) return 'pure';
  return isIn(ONCE, file) && !isIn(ON_BOTH, file) ? 'once' : 'product';
}

function isIn(list: readonly string[], file: string): boolean {
  return list.some((entry) => (entry.endsWith('/') ? file.startsWith(entry) : file === entry));
}

const known = new Map<string, { readonly asks: boolean; readonly imports: readonly string[] }>();

function read(file: string) {
  let own = known.get(file);
  if (own === undefined) {
    const text = readFileSync(file, 'utf8');
    const imports = [...text.matchAll(IMPORTED)].map(([, path]) => join(dirname(file), `${path}.ts`));
    own = {
      asks: file === DATABASE || GIVEN.test(text),
      imports: imports.filter((path) => path.startsWith('test/') && existsSync(path)),
    };
    known.set(file, own);
  }
  return own;
}

function asksDatabase(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  const { asks, imports } = read(file);
  return asks || imports.some((path) => asksDatabase(path, seen));
}
