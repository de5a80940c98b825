import { instrument } from '#province-sdk';
import { FIRST_DAY } from '../first-day.js';
import { RULE_SET } from '../sources.js';
import { BY_HEALTH } from './addresses.js';
import { PUBLIC_FUNDS } from './funding.js';

const shared = {
  family: 'HEALTH',
  nature: 'GUARANTEE',
  addresses: BY_HEALTH,
  fundingSources: PUBLIC_FUNDS,
  from: FIRST_DAY,
  source: RULE_SET,
} as const;

/** 健康帮扶 @article 4.1 */
export const HEALTH = [
  instrument({
    ...shared,
    code: 'medical-insurance-subsidy',
    name: {
      zh: '参加城乡居民基本医疗保险个人缴费补贴',
      en: 'Subsidy of the personal premium of basic medical insurance',
    },
    department: 'MEDICAL_SECURITY',
  }),
  instrument({
    ...shared,
    code: 'medical-assistance',
    name: { zh: '医疗救助', en: 'Medical assistance' },
    department: 'MEDICAL_SECURITY',
  }),
  instrument({
    ...shared,
    code: 'chronic-disease-card',
    name: { zh: '办理慢性病卡', en: 'Chronic-disease card' },
  }),
  instrument({
    ...shared,
    code: 'family-doctor',
    name: { zh: '签约家庭医生', en: 'Contracted family doctor' },
    department: 'HEALTH',
  }),
  instrument({
    ...shared,
    code: 'hospital-reimbursement',
    name: { zh: '住院医疗报销', en: 'Reimbursement of hospital care' },
    statutory: true,
    fundingSources: ['INSURANCE'],
    department: 'MEDICAL_SECURITY',
  }),
  instrument({
    ...shared,
    code: 'health-other',
    name: { zh: '其他健康帮扶', en: 'Other health support' },
  }),
];
