import { instrument } from '#province-sdk';
import { FIRST_DAY } from '../first-day.js';
import { RULE_SET } from '../sources.js';
import { BY_SAFETY_NET } from './addresses.js';
import { PUBLIC_FUNDS } from './funding.js';

const shared = {
  family: 'SAFETY_NET',
  nature: 'SAFETY_NET',
  addresses: BY_SAFETY_NET,
  fundingSources: PUBLIC_FUNDS,
  from: FIRST_DAY,
  source: RULE_SET,
} as const;

/** 综合保障 @article 4.2 */
export const SAFETY_NET = [
  instrument({
    ...shared,
    code: 'subsistence-allowance',
    name: { zh: '低保', en: 'Subsistence allowance' },
    department: 'CIVIL_AFFAIRS',
  }),
  instrument({
    ...shared,
    code: 'extreme-poverty-support',
    name: { zh: '特困供养', en: 'Extreme-poverty support' },
    department: 'CIVIL_AFFAIRS',
  }),
  instrument({
    ...shared,
    code: 'pension',
    name: { zh: '养老金', en: 'Pension' },
    statutory: true,
    fundingSources: ['INSURANCE'],
    department: 'HUMAN_RESOURCES',
  }),
  instrument({
    ...shared,
    code: 'temporary-assistance',
    name: { zh: '临时救助', en: 'Temporary assistance' },
    family: 'TEMPORARY_ASSISTANCE',
    nature: 'RELIEF',
    department: 'CIVIL_AFFAIRS',
  }),
  instrument({
    ...shared,
    code: 'disability-allowance',
    name: { zh: '残疾人补贴', en: 'Disability allowance' },
  }),
  instrument({
    ...shared,
    code: 'anti-poverty-insurance',
    name: { zh: '防贫保险', en: 'Insurance against falling into poverty' },
    family: 'INSURANCE',
    nature: 'GUARANTEE',
    fundingSources: ['INSURANCE', ...PUBLIC_FUNDS],
  }),
  instrument({
    ...shared,
    code: 'safety-net-other',
    name: { zh: '其他综合保障', en: 'Other safety net' },
  }),
];
