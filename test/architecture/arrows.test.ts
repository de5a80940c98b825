import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const CRUISER = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
/** Fewer would mean that the check did not look. */
const FEWEST_MODULES = 450;

interface Cruise {
  readonly modules: readonly { source: string }[];
  readonly summary: { readonly violations: readonly { from: string; to: string; rule: { name: string } }[] };
}

function cruise(folder = '.'): Cruise {
  const words = [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'provinces'];
  try {
    return JSON.parse(
      execFileSync(process.execPath, words, {
        cwd: folder,
        maxBuffer: 1 << 28,
        stdio: ['ignore', 'pipe', 'ignore'],
      }).toString(),
    ) as Cruise;
  } catch (error) {
    return JSON.parse(String((error as { stdout: Buffer }).stdout)) as Cruise;
  }
}

/** File → its one import, and the rule that it breaks. */
const PLANTED: readonly (readonly [file: string, source: string, rule: string])[] = [
  ['src/domain/kernel/planted.ts', `export { readFileSync } from 'node:fs';`, 'domain-is-pure'],
  [
    'src/province-sdk/planted.ts',
    `export { Database } from '../platform/database/database.js';`,
    'sdk-sees-domain-and-zod',
  ],
  [
    'provinces/hunan/planted.ts',
    `export { refuse } from '../../src/domain/kernel/verdict.js';`,
    'province-imports-sdk-only',
  ],
  [
    'src/features/case/planted.ts',
    `export { PROVINCES } from '../../../provinces/index.js';`,
    'only-the-catalogue-loads-provinces',
  ],
  [
    'src/features/lead/planted.service.ts',
    `export { lockHousehold } from '../household/household-row.repository.js';`,
    'service-floor',
  ],
  ['src/features/lead/planted-b.service.ts', `export { Field } from 'type-graphql';`, 'service-knows-no-graphql'],
  ['src/features/lead/planted.resolver.ts', `export { lead } from './lead.table.js';`, 'resolver-asks-the-service'],
  [
    'src/features/lead/planted.repository.ts',
    `export { LeadService } from './lead.service.js';`,
    'repository-looks-down',
  ],
  ['src/features/lead/planted.ts', `export { sql } from 'drizzle-orm';`, 'sql-lives-in-repositories'],
  ['src/platform/planted.ts', `export { createApp } from '../app.js';`, 'platform-knows-no-feature'],
  ['src/domain/kernel/planted-a.ts', `export * from './planted-a.js';`, 'no-circular'],
];

describe('the arrows of the house', () => {
  it('go down everywhere, and the check looked at every module', () => {
    const { modules, summary } = cruise();
    const own = modules.filter(({ source }) => /^(src|provinces)\//.test(source));
    expect(own.length).toBeGreaterThanOrEqual(FEWEST_MODULES);
    expect(summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  it('are missed by none of eleven planted violations', () => {
    const copy = mkdtempSync(join(tmpdir(), 'holdline-arrows-'));
    try {
      for (const part of ['src', 'provinces', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
        cpSync(part, join(copy, part), { recursive: true });
      symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
      for (const [file, source] of PLANTED) writeFileSync(join(copy, file), `${source}\n`);
      const found = cruise(copy).summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
      for (const [file, , rule] of PLANTED) expect(found).toContain(`${rule}: ${file}`);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});

/** Source files under a folder. */
function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

describe('the files of the house', () => {
  const lengthOf = (path: string): number => readFileSync(path, 'utf8').split('\n').length - 1;

  it('have 400 lines at most, tests 600', () => {
    const long = [
      ...['src', 'provinces', 'scripts'].flatMap((folder) =>
        [...sources(folder)].filter((path) => lengthOf(path) > 400),
      ),
      ...[...sources('test')].filter((path) => lengthOf(path) > 600),
    ];
    expect(long).toEqual([]);
  });

  it('carry no name that says nothing', () => {
    const idle = /[-/](utils?|helpers?|common|managers?|misc)[-./]|\/(types|infos?|base|data)\.ts$/;
    expect([...sources('src'), ...sources('provinces')].filter((path) => idle.test(path))).toEqual([]);
  });

  it('leave nothing soft: no task notes, no silenced checks, no skipped tests', () => {
    const soft = /\b(TODO|FIXME|XXX)\b|\b(it|test|describe)\.(todo|only)\b|@ts-ignore|\bas any\b/;
    const found = [...sources('src'), ...sources('provinces'), ...sources('scripts'), ...sources('test')]
      .filter((path) => !path.endsWith('arrows.test.ts'))
      .filter((path) => soft.test(readFileSync(path, 'utf8')));
    expect(found).toEqual([]);
  });
});
