import { instrument } from '#province-sdk';
import { FIRST_DAY } from '../first-day.js';
import { SURVEY_2023 } from '../sources.js';
import { BY_HOUSING, BY_WATER } from './addresses.js';
import { PUBLIC_FUNDS } from './funding.js';

const shared = {
  nature: 'GUARANTEE',
  fundingSources: PUBLIC_FUNDS,
  from: FIRST_DAY,
  source: SURVEY_2023,
} as const;

/** 住房安全保障、饮水安全保障、搬迁 @article 4.1 */
export const HOUSING_AND_WATER = [
  instrument({
    ...shared,
    code: 'dilapidated-house-renovation',
    name: { zh: '危房改造', en: 'Renovation of a dilapidated house' },
    family: 'HOUSING',
    addresses: BY_HOUSING,
    department: 'HOUSING',
  }),
  instrument({
    ...shared,
    code: 'drinking-water-project',
    name: { zh: '饮水安全保障', en: 'Safe drinking water' },
    family: 'DRINKING_WATER',
    addresses: BY_WATER,
    department: 'WATER',
  }),
  instrument({
    ...shared,
    code: 'relocation',
    name: { zh: '搬迁', en: 'Relocation' },
    family: 'RELOCATION_FOLLOW_UP',
    nature: 'OTHER',
    addresses: BY_HOUSING,
  }),
];
