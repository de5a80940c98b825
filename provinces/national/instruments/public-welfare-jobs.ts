import { instrument } from '#province-sdk';
import { FIRST_DAY } from '../first-day.js';
import { QUXIAN_2022, SURVEY_2023 } from '../sources.js';
import { BY_EMPLOYMENT } from './addresses.js';
import { PUBLIC_FUNDS } from './funding.js';

const shared = {
  family: 'PUBLIC_WELFARE_JOB',
  nature: 'DEVELOPMENTAL',
  addresses: BY_EMPLOYMENT,
  requiresLabour: true,
  fundingSources: PUBLIC_FUNDS,
  from: FIRST_DAY,
} as const;

/** 公益岗位帮扶 @article 4.1 */
export const PUBLIC_WELFARE_JOBS = [
  instrument({
    ...shared,
    code: 'public-welfare-job',
    name: { zh: '公益性岗位', en: 'Public-welfare job' },
    source: SURVEY_2023,
  }),
  instrument({
    ...shared,
    code: 'forest-ranger',
    name: { zh: '护林员', en: 'Forest ranger' },
    source: QUXIAN_2022,
  }),
  instrument({
    ...shared,
    code: 'cleaner',
    name: { zh: '保洁员', en: 'Cleaner' },
    source: QUXIAN_2022,
  }),
  instrument({
    ...shared,
    code: 'river-patrol',
    name: { zh: '巡河员', en: 'River patrol' },
    source: QUXIAN_2022,
  }),
];
