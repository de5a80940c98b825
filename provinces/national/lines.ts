import { dated, monitoringLine, writtenYuan } from '#province-sdk';
import { FIRST_DAY } from './first-day.js';
import { CENTRAL_2021, FLOOR_2021 } from './sources.js';

const FLOOR = '6000.00';
// "2021年执行6000元 … 2022年起,每年根据全省动态调整": the texts vouch for 2021 only. It stays in force, marked outdated.
const YEAR_2021 = { from: '2021-01-01', vouchedTo: '2021-12-31' } as const;

/** 国家底线 · 1.5 × the national standard of the alleviation years, as texts below the nation quote it. @article 2.2 */
export const NATIONAL_FLOOR = dated([{ ...YEAR_2021, value: writtenYuan(FLOOR), source: FLOOR_2021 }]).map(
  ({ county, ...entry }) => entry,
);

/** 基线监测线 · The floor itself: what serves a province that sets no line. @article 2.2 */
export const MONITORING_LINES = dated([
  { ...YEAR_2021, value: monitoringLine({ perCapitaIncome: FLOOR }), source: FLOOR_2021 },
]);

/** 收入分档 · Under the line, and not: no national text draws a band beside it. @article 2.2 */
export const BANDS = dated([
  {
    from: FIRST_DAY,
    value: [
      {
        code: 'within-range',
        name: { zh: '监测范围内', en: 'Within the range' },
        rank: 1,
        fromPercentOfLine: null,
        toPercentOfLine: 100,
        response: 'MUST_VERIFY' as const,
      },
      {
        code: 'above-range',
        name: { zh: '监测范围以上', en: 'Above the range' },
        rank: 2,
        fromPercentOfLine: 100,
        toPercentOfLine: null,
        response: 'NONE' as const,
      },
    ],
    source: CENTRAL_2021,
  },
]);
