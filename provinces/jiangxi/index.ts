import {
  adaptProcedure,
  dated,
  defineProvince,
  incomeWindow,
  monitoringLine,
  nationalProcedure,
  workingDays,
} from '#province-sdk';
import national from '../national/index.js';
import { LIMIT_YUANZHOU, LINE_2022, WINDOW_DAYU, WINDOW_DINGNAN } from './sources.js';

const [DAYU, DINGNAN, YUANZHOU] = ['360723', '360728', '360902'];
const YEAR_2022 = { from: '2022-01-01', vouchedTo: '2022-12-31' } as const;
const AMOUNT = { perCapitaIncome: '6900.00' } as const;
// Yuanzhou's report has no date: it begins with the module's first own rule, and in that district alone.
const IN_YUANZHOU = { from: YEAR_2022.from, county: YUANZHOU, source: LIMIT_YUANZHOU } as const;

/** 江西省 · Its line of 2022 (province inferred), and how three counties count months and days. @article 5.1 */
export default defineProvince({
  code: '360000',
  name: { zh: '江西省', en: 'Jiangxi' },
  sdk: '^1.0.0',
  monitoringLines: dated([
    { ...YEAR_2022, value: monitoringLine(AMOUNT), source: LINE_2022 },
    {
      ...YEAR_2022,
      county: DAYU,
      value: monitoringLine({ ...AMOUNT, window: incomeWindow('WHOLE_MONTHS_BEFORE', 'OCTOBER_TO_SEPTEMBER') }),
      source: WINDOW_DAYU,
    },
    {
      ...YEAR_2022,
      county: DINGNAN,
      value: monitoringLine({ ...AMOUNT, window: incomeWindow('MONTHS_BEFORE') }),
      source: WINDOW_DINGNAN,
    },
  ]),
  procedures: dated([
    {
      ...IN_YUANZHOU,
      value: adaptProcedure(nationalProcedure(national, 'IDENTIFICATION', YEAR_2022.from), { limit: workingDays(10) }),
    },
  ]),
  identificationLimit: dated([{ ...IN_YUANZHOU, value: workingDays(10) }]),
});
