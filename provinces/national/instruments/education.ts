import { instrument } from '#province-sdk';
import { FIRST_DAY } from '../first-day.js';
import { RULE_SET } from '../sources.js';
import { BY_EDUCATION } from './addresses.js';
import { PUBLIC_FUNDS } from './funding.js';

const shared = {
  family: 'EDUCATION',
  nature: 'RELIEF',
  addresses: BY_EDUCATION,
  fundingSources: PUBLIC_FUNDS,
  department: 'EDUCATION',
  from: FIRST_DAY,
  source: RULE_SET,
} as const;

/** 教育帮扶 · Beyond compulsory education. @article 4.1 */
export const EDUCATION = [
  instrument({
    ...shared,
    code: 'yulu-programme',
    name: { zh: '雨露计划', en: 'Yulu programme' },
    department: 'RURAL_REVITALIZATION',
  }),
  instrument({
    ...shared,
    code: 'student-loan',
    name: { zh: '助学贷款', en: 'Student loan' },
    statutory: true,
  }),
  instrument({
    ...shared,
    code: 'student-grant',
    name: { zh: '助学金', en: 'Student grant' },
    statutory: true,
  }),
  instrument({
    ...shared,
    code: 'preschool-fee-waiver',
    name: { zh: '免保教费', en: 'Waiver of preschool fees' },
    statutory: true,
  }),
  instrument({
    ...shared,
    code: 'education-other',
    name: { zh: '其他教育帮扶', en: 'Other education support' },
  }),
];
