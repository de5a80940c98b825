import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import template from '../../provinces/_template/index.js';
import { lineOf } from '../../provinces/_template/lines.js';
import { identificationFrom } from '../../provinces/_template/procedures.js';
import { BASELINE } from '../../provinces/index.js';
import { chineseHolidayCalendar } from '../../src/features/province/index.js';
import { dated, inherit, runScenarios, validateProvince } from '../../src/province-sdk/index.js';

describe('the template of a province', () => {
  it('loads as it is, and sets nothing', () => {
    expect(validateProvince(template, BASELINE)).toEqual([]);
    const { code, name, ...rest } = inherit(BASELINE, template);
    const { code: _, name: __, ...national } = BASELINE;
    expect(rest).toEqual(national);
  });

  it('loads with a line of 7,500.00 yuan, a county line, and a procedure of 20 working days and 7 days of notice', () => {
    const filled = {
      ...template,
      code: '610000',
      monitoringLines: dated([lineOf(2023, '7500.00'), lineOf(2023, '7800.00', '610122')]),
      procedures: dated([identificationFrom('2023-01-01', 20, 7)]),
    };
    expect(validateProvince(filled, BASELINE)).toEqual([]);
    const loosened = { ...filled, procedures: dated([identificationFrom('2023-01-01', 20, 4)]) };
    expect(validateProvince(loosened, BASELINE)).toMatchObject([{ code: 'limit-loosened' }]);
  });

  it('passes its own scenarios', async () => {
    const config = inherit(BASELINE, template);
    const province = { code: config.code, name: config.name, configVersion: '', servedByBaseline: false, config };
    const file = parse(readFileSync('provinces/_template/scenarios/line.yaml', 'utf8'));
    const results = await runScenarios(file, { province, holidays: chineseHolidayCalendar() });
    expect(results.map(({ mismatches }) => mismatches)).toEqual([[], []]);
  });
});
