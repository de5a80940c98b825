import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BASELINE, PROVINCES } from '../../provinces/index.js';
import type { LoadedProvince } from '../../src/domain/province/province-config.js';
import { chineseHolidayCalendar, JudgementRunner } from '../../src/features/province/index.js';
import { Sandbox } from '../../src/platform/sandbox/sandbox.js';
import { inherit, runScenarios } from '../../src/province-sdk/index.js';

const FEWEST_SCENARIOS = 4;
const holidays = chineseHolidayCalendar();
const loaded = (config: LoadedProvince['config']): LoadedProvince => ({
  code: config.code,
  name: config.name,
  configVersion: 'as-in-the-tree',
  servedByBaseline: config.code === BASELINE.code,
  config,
});
const MODULES: readonly LoadedProvince[] = [BASELINE, ...PROVINCES.map((module) => inherit(BASELINE, module))].map(
  loaded,
);

const judges = new JudgementRunner({ sandbox: new Sandbox(), tellsMessages: true });

describe.each(MODULES.map((province) => [province.name.zh, province] as const))(
  'scenarios of %s',
  async (_, province) => {
    const english = province.code === BASELINE.code ? 'national' : province.name.en.toLowerCase();
    const folder = join('provinces', english, 'scenarios');
    const files = readdirSync(folder).map((file) => parse(readFileSync(join(folder, file), 'utf8')));
    const results = (await Promise.all(files.map((file) => runScenarios(file, { province, holidays, judges })))).flat();

    it(`are at least ${FEWEST_SCENARIOS}, with names of their own`, () => {
      expect(results.length).toBeGreaterThanOrEqual(FEWEST_SCENARIOS);
      expect(new Set(results.map(({ name }) => name)).size).toBe(results.length);
    });

    it.each(results.map(({ name, mismatches }) => [name, mismatches] as const))('%s', (_name, mismatches) => {
      expect(mismatches).toEqual([]);
    });
  },
);
