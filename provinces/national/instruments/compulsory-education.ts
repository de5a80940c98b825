import { instrument } from '#province-sdk';
import { FIRST_DAY } from '../first-day.js';
import { RULE_SET } from '../sources.js';
import { BY_EDUCATION } from './addresses.js';
import { PUBLIC_FUNDS } from './funding.js';

const shared = {
  family: 'COMPULSORY_EDUCATION',
  nature: 'GUARANTEE',
  addresses: BY_EDUCATION,
  fundingSources: PUBLIC_FUNDS,
  department: 'EDUCATION',
  from: FIRST_DAY,
  source: RULE_SET,
} as const;

/** 义务教育保障 @article 4.1 */
export const COMPULSORY_EDUCATION = [
  instrument({
    ...shared,
    code: 'return-to-school',
    name: { zh: '劝返', en: 'Brought back to school' },
  }),
  instrument({
    ...shared,
    code: 'teaching-at-home',
    name: { zh: '送教上门', en: 'Teaching at home' },
  }),
  instrument({
    ...shared,
    code: 'boarder-allowance',
    name: { zh: '寄宿生生活补贴', en: 'Living allowance of boarders' },
    statutory: true,
  }),
  instrument({
    ...shared,
    code: 'school-meals',
    name: { zh: '营养餐', en: 'School meals' },
    statutory: true,
  }),
  instrument({
    ...shared,
    code: 'compulsory-education-other',
    name: { zh: '其他义务教育保障', en: 'Other support of compulsory education' },
  }),
];
