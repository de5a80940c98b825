import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = 'docs/reference/threats.md';
const ROWS = [...Array.from({ length: 17 }, (_, at) => at + 15), 42, ...Array.from({ length: 10 }, (_, at) => at + 45)];

const TESTS = readdirSync(join(ROOT, 'test'), { recursive: true })
  .map((file) => join('test', String(file)))
  .filter((file) => file.endsWith('.test.ts') && file !== join('test', 'docs', 'threats.test.ts'));
const page = readFileSync(join(ROOT, PAGE), 'utf8');
const rows = new Map(
  [...page.matchAll(/^\| (\d+) \|(.*)\|$/gm)].map(([, row, cells]) => [
    Number(row),
    [
      ...cells!
        .split('|')
        .at(-1)!
        .matchAll(/\]\(([^)]+)\)/g),
    ].map(([, link]) => normalize(join(dirname(PAGE), link!))),
  ]),
);
const filesOf = (row: number): string[] =>
  TESTS.filter((file) => new RegExp(`threat ${row}\\b`).test(readFileSync(join(ROOT, file), 'utf8')));

describe('the page of attacks', () => {
  it('has every row of access, personal data and audit', () => {
    expect([...rows.keys()]).toEqual(ROWS);
  });

  it.each(ROWS)('names for row %i tests that say it', (row) => {
    const named = rows.get(row)!;
    expect(named.length).toBeGreaterThan(0);
    expect(filesOf(row)).toEqual(expect.arrayContaining(named));
  });
});
