import { instrument } from '#province-sdk';
import { FIRST_DAY } from '../first-day.js';
import { CENTRAL_2021, SURVEY_2023 } from '../sources.js';
import { BY_BETTER_CONDITIONS } from './addresses.js';
import { PUBLIC_FUNDS } from './funding.js';

const shared = {
  nature: 'OTHER',
  fundingSources: PUBLIC_FUNDS,
  from: FIRST_DAY,
} as const;

/** 生产生活条件改善、基础设施建设、扶志扶智 @article 4.2 */
export const CONDITIONS_AND_MOTIVATION = [
  instrument({
    ...shared,
    code: 'living-conditions',
    name: { zh: '生产生活条件改善', en: 'Better living and working conditions' },
    family: 'LIVING_CONDITIONS',
    addresses: BY_BETTER_CONDITIONS,
    source: SURVEY_2023,
  }),
  instrument({
    ...shared,
    code: 'infrastructure',
    name: { zh: '基础设施建设', en: 'Infrastructure' },
    family: 'INFRASTRUCTURE',
    addresses: BY_BETTER_CONDITIONS,
    source: SURVEY_2023,
  }),
  // A need and no risk type: it answers none.
  instrument({
    ...shared,
    code: 'aspiration-and-skills',
    name: { zh: '扶志扶智', en: 'Aspiration and skills' },
    family: 'MOTIVATION',
    addresses: [],
    source: CENTRAL_2021,
  }),
];
