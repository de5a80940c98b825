import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import config from '../../vitest.config.js';
import { ALONE, ON_BOTH, ONCE, type Project, projectOf, testFiles } from '../support/projects.js';

const CI = readFileSync('.ci/run', 'utf8');
/** The projects that a stage of CI runs, as its script names them. */
const stage = (name: 'EMBEDDED' | 'POSTGRES'): string[] => {
  const [, words = ''] = new RegExp(`^${name}='(.*)'$`, 'm').exec(CI) ?? [];
  return [...words.matchAll(/--project (\w+)/g)].map(([, project]) => project!);
};
/** What the configuration says of a project. */
interface Configured {
  readonly test: { readonly name: string; readonly include: readonly string[]; readonly exclude: readonly string[] };
}
const configured = config({ mode: 'test', command: 'serve' }).test?.projects as readonly unknown[];
const projects = (configured as readonly Configured[]).map(({ test }) => test);
const filesOf = (names: readonly string[]): string[] =>
  projects.flatMap(({ name, include }) => (names.includes(name) ? include : [])).sort();

describe('the projects of the tests', () => {
  it('hold every test file once, and nothing is left out', () => {
    expect(filesOf(projects.map(({ name }) => name))).toEqual(testFiles().sort());
    expect(projects.flatMap(({ exclude }) => exclude)).toEqual([]);
  });

  it('run each in a stage of CI, so that no file is left out of both', () => {
    expect([...new Set(filesOf([...stage('EMBEDDED'), ...stage('POSTGRES')]))].sort()).toEqual(testFiles().sort());
    for (const name of ['EMBEDDED', 'POSTGRES']) expect(CI).toContain(`npm test -- $${name} `);
  });

  it('ask no database where only the embedded one is, but for what starts one of its own', () => {
    expect(stage('EMBEDDED').filter((name) => !stage('POSTGRES').includes(name))).toEqual(['pure', 'alone']);
    expect(ALONE.flatMap((entry) => testFiles().filter((file) => file.startsWith(entry))).map(projectOf)).not.toContain(
      'product',
    );
  });

  it.each([
    ['test/domain/household/id-number.test.ts', 'pure'],
    ['test/features/region/region.resolver.test.ts', 'alone'],
    // A whole life over HTTP from an empty folder on, statistics, import, migrations: on both.
    ['test/api/story.test.ts', 'product'],
    ['test/features/statistics/statistics.test.ts', 'product'],
    ['test/features/household-import/import-households.test.ts', 'product'],
    ['test/features/publication/figures-for-analysts.test.ts', 'product'],
    ['test/platform/database/engines.test.ts', 'product'],
    ['test/lifecycle/sequences.test.ts', 'product'],
    ['test/docs/guide.test.ts', 'product'],
    ['test/api/role-matrix.test.ts', 'once'],
  ] as const)('puts %s into %s', (file, project: Project) => {
    expect(projectOf(file)).toBe(project);
  });

  it('are chosen by lists that name nothing which is not there', () => {
    const named = (entry: string) => testFiles().filter((file) => file.startsWith(entry));
    for (const entry of [...ALONE, ...ONCE, ...ON_BOTH]) expect(named(entry), entry).not.toEqual([]);
    for (const entry of ONCE) expect(named(entry).map(projectOf), entry).toContain('once');
    for (const entry of ON_BOTH) {
      expect(projectOf(entry), entry).toBe('product');
      expect(
        ONCE.some((folder) => entry.startsWith(folder)),
        entry,
      ).toBe(true);
    }
  });
});
