import hunan from '../../../provinces/hunan/index.js';
import { BASELINE } from '../../../provinces/index.js';
import { type CalendarDate, date } from '../../../src/domain/kernel/calendar-date.js';
import type { LoadedProvince } from '../../../src/domain/province/province-config.js';
import type { ProvinceRules } from '../../../src/domain/province/province-rules.js';
import { resolveRules } from '../../../src/domain/province/resolve-rules.js';
import { defineProvince, inherit } from '../../../src/province-sdk/index.js';

/** Hunan as it is loaded, with a made-up content hash. */
export const HUNAN: LoadedProvince = {
  code: '430000',
  name: { zh: '湖南省', en: 'Hunan' },
  configVersion: 'hunan-version',
  servedByBaseline: false,
  config: inherit(BASELINE, hunan),
};

/** Qinghai, which has no module. */
export const QINGHAI: LoadedProvince = {
  code: '630000',
  name: { zh: '青海省', en: 'Qinghai' },
  configVersion: 'baseline-version',
  servedByBaseline: true,
  config: inherit(BASELINE, defineProvince({ code: '630000', name: { zh: '青海省', en: 'Qinghai' } })),
};

export const JUNE_2023: CalendarDate = date('2023-06-01');

export function hunanOn(day: string, county: string | null = '430121'): ProvinceRules {
  return resolveRules(HUNAN, date(day), county);
}
