import { instrument } from '#province-sdk';
import { FIRST_DAY } from '../first-day.js';
import { RULE_SET } from '../sources.js';
import { BY_EMPLOYMENT } from './addresses.js';
import { PUBLIC_FUNDS } from './funding.js';

const shared = {
  family: 'EMPLOYMENT',
  nature: 'DEVELOPMENTAL',
  addresses: BY_EMPLOYMENT,
  requiresLabour: true,
  fundingSources: PUBLIC_FUNDS,
  from: FIRST_DAY,
  source: RULE_SET,
} as const;

/** 就业帮扶 @article 4.1 */
export const EMPLOYMENT = [
  instrument({
    ...shared,
    code: 'labour-export',
    name: { zh: '劳务输出', en: 'Placement in work elsewhere' },
  }),
  instrument({
    ...shared,
    code: 'migrant-work-subsidy',
    name: { zh: '外出务工补贴', en: 'Subsidy for work away from home' },
  }),
];
