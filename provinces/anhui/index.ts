import {
  adaptProcedure,
  announcement,
  dated,
  defineProvince,
  monitoringLine,
  nationalProcedure,
  workingDays,
} from '#province-sdk';
import national from '../national/index.js';
import { ANNOUNCED_ZONGYANG, ELIMINATION_ZONGYANG, GUZHEN_2022, ONE_CODE_2022, STEPS_ZONGYANG } from './sources.js';

const FROM = '2022-03-30';
const [ZONGYANG, GUZHEN] = ['340722', '340323'];
/** The day of Zongyang's page of identification. */
const FROM_ZONGYANG = '2024-01-19';

// 申请及承诺授权, 入户核查, 评议, then 公示 and 比对 side by side.
const IDENTIFICATION = adaptProcedure(nationalProcedure(national, 'IDENTIFICATION', FROM), {
  limit: workingDays(20),
  steps: {
    'commitment-authorization': { after: [] },
    'household-verification': {
      after: ['commitment-authorization'],
      deadline: workingDays(2),
      outcomes: ['PASSED', 'RETURNED', 'REJECTED'],
    },
    'democratic-review': { after: ['household-verification'] },
    'data-comparison': { after: ['democratic-review'] },
  },
});

// 县级审定公告, 审核确认公告: one county's pages, which do not speak for the province. That of elimination has no date: it
// begins with the module's first own rule of procedures.
const ANNOUNCED = announcement({ level: 'COUNTY' });
const IDENTIFICATION_ZONGYANG = adaptProcedure(IDENTIFICATION, { add: [ANNOUNCED] });
const ELIMINATION_IN_ZONGYANG = adaptProcedure(nationalProcedure(national, 'ELIMINATION', FROM), { add: [ANNOUNCED] });

/** 安徽省 · Comparison beside the notice, two and twenty working days, a warning when overdue; Guzhen's line; Zongyang announces results. @article 5.1 */
export default defineProvince({
  code: '340000',
  name: { zh: '安徽省', en: 'Anhui' },
  sdk: '^1.0.0',
  monitoringLines: dated([
    {
      from: '2022-01-01',
      vouchedTo: '2022-12-31',
      county: GUZHEN,
      value: monitoringLine({ perCapitaIncome: '7000.00' }),
      source: GUZHEN_2022,
    },
  ]),
  procedures: dated([
    { from: FROM, value: IDENTIFICATION, source: STEPS_ZONGYANG },
    { from: FROM_ZONGYANG, county: ZONGYANG, value: IDENTIFICATION_ZONGYANG, source: ANNOUNCED_ZONGYANG },
    { from: FROM, county: ZONGYANG, value: ELIMINATION_IN_ZONGYANG, source: ELIMINATION_ZONGYANG },
  ]),
  leadVerificationLimit: dated([{ from: FROM, value: workingDays(2), source: ONE_CODE_2022 }]),
  identificationLimit: dated([{ from: FROM, value: workingDays(20), source: ONE_CODE_2022 }]),
  overdueWarning: dated([
    { from: FROM, value: { grade: 'ORANGE' as const, followedUpBy: 'PROVINCE' as const }, source: ONE_CODE_2022 },
  ]),
});
