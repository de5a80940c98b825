import { describe, expect, it } from 'vitest';
import { folderWith, runCommand, shaanxi } from './run-command.js';

const scenario = (perCapita: string, within: boolean): string => `scenarios:
  - name: 人均${perCapita}元
    on: 2024-06-01
    household: { incomes: [{ perCapita: ${perCapita} }], guarantees: {} }
    expect: { line: 8000.00, withinRange: ${within} }
`;

describe('province test', () => {
  it('holds twins one fen apart, 7,999.99 within the range and 8,000.00 not, and exits with 0', async () => {
    const folder = folderWith({
      'index.ts': shaanxi(),
      'scenarios/a.yaml': scenario('7999.99', true),
      'scenarios/b.yaml': scenario('8000.00', false),
    });
    const { code, stdout } = await runCommand(['test', folder]);
    expect(stdout).toContain('2 scenarios, all hold');
    expect(code).toBe(0);
  });

  it('names path, expected and found of an answer that is another, and exits with 1', async () => {
    const folder = folderWith({ 'index.ts': shaanxi(), 'scenarios/a.yaml': scenario('8000.00', true) });
    const { code, stdout } = await runCommand(['test', folder]);
    expect(stdout).toContain('expect.withinRange: expected true, found false');
    expect(code).toBe(1);
    const [file] = JSON.parse((await runCommand(['test', folder, '--json'])).stdout);
    expect(file.scenarios[0].mismatches).toHaveLength(1);
  });

  it('is no success where a module has no scenario', async () => {
    const { code, stderr } = await runCommand(['test', folderWith({ 'index.ts': shaanxi() })]);
    expect(code).toBe(2);
    expect(stderr).toContain('610000: no scenarios');
  });
});

describe('province check, warnings', () => {
  it('tells that a line is older than its year, and passes all the same', async () => {
    const { code, stdout } = await runCommand(['check', folderWith({ 'index.ts': shaanxi() })]);
    expect(stdout).toContain('warning: parameter-outdated');
    expect(code).toBe(0);
  });
});
