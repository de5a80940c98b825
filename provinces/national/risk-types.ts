import { riskType } from '#province-sdk';
import { FIRST_DAY } from './first-day.js';
import { RULE_SET } from './sources.js';

const shared = { from: FIRST_DAY, source: RULE_SET } as const;

/** 风险类型 · The list of the national form, on the national groups; INCOME_DROP has no type in it. @article 4.2 */
export const RISK_TYPES = [
  riskType({ ...shared, code: 'ILLNESS', name: { zh: '因病', en: 'Illness' }, group: 'ILLNESS' }),
  riskType({ ...shared, code: 'SCHOOLING', name: { zh: '因学', en: 'Schooling' }, group: 'EDUCATION' }),
  riskType({ ...shared, code: 'DISABILITY', name: { zh: '因残', en: 'Disability' }, group: 'DISABILITY' }),
  riskType({ ...shared, code: 'DISASTER', name: { zh: '因自然灾害', en: 'Natural disaster' }, group: 'DISASTER' }),
  riskType({ ...shared, code: 'ACCIDENT', name: { zh: '因意外事故', en: 'Accident' }, group: 'ACCIDENT' }),
  riskType({
    ...shared,
    code: 'INDUSTRY_FAILURE',
    name: { zh: '因产业项目失败', en: 'Failed farm or industry project' },
    group: 'INDUSTRY',
  }),
  riskType({
    ...shared,
    code: 'UNSTABLE_JOB',
    name: { zh: '因务工就业不稳', en: 'Unstable migrant work' },
    group: 'EMPLOYMENT',
  }),
  riskType({
    ...shared,
    code: 'LABOUR_SHORTAGE',
    name: { zh: '缺劳动力', en: 'Lack of labour' },
    group: 'LABOUR_SHORTAGE',
  }),
  riskType({ ...shared, code: 'HOUSING', name: { zh: '因安全住房', en: 'Unsafe housing' }, group: 'HOUSING' }),
  riskType({
    ...shared,
    code: 'WATER',
    name: { zh: '因安全饮水', en: 'Unsafe drinking water' },
    group: 'DRINKING_WATER',
  }),
  riskType({ ...shared, code: 'OTHER', name: { zh: '其他', en: 'Other' }, group: 'OTHER' }),
];
