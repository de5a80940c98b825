import { instrument } from '#province-sdk';
import { FIRST_DAY } from '../first-day.js';
import { RULE_SET } from '../sources.js';
import { BY_SOCIAL_HELP } from './addresses.js';
import { SOCIAL_FUNDS } from './funding.js';

const shared = {
  family: 'SOCIAL',
  nature: 'RELIEF',
  addresses: BY_SOCIAL_HELP,
  fundingSources: SOCIAL_FUNDS,
  from: FIRST_DAY,
  source: RULE_SET,
} as const;

/** 社会帮扶 @article 4.3 */
export const SOCIAL_HELP = [
  instrument({
    ...shared,
    code: 'social-donation',
    name: { zh: '社会捐助', en: 'Donation' },
  }),
  instrument({
    ...shared,
    code: 'social-other',
    name: { zh: '其他社会帮扶', en: 'Other social help' },
  }),
];
