import { instrument } from '#province-sdk';
import { FIRST_DAY } from '../first-day.js';
import { RULE_SET } from '../sources.js';
import { BY_INDUSTRY } from './addresses.js';
import { PUBLIC_FUNDS } from './funding.js';

const shared = {
  family: 'INDUSTRY',
  nature: 'DEVELOPMENTAL',
  addresses: BY_INDUSTRY,
  fundingSources: PUBLIC_FUNDS,
  from: FIRST_DAY,
  source: RULE_SET,
} as const;

/** 产业帮扶 @article 4.1 */
export const INDUSTRY = [
  instrument({
    ...shared,
    code: 'production-supplies',
    name: { zh: '种苗、化肥等物资帮扶', en: 'Seedlings, fertilizer and other supplies' },
  }),
  instrument({
    ...shared,
    code: 'industry-award',
    name: { zh: '产业奖补', en: 'Award for household production' },
  }),
  instrument({
    ...shared,
    code: 'industry-partnership',
    name: { zh: '致富带头人、合作社、龙头企业带动', en: 'Taken along by a leader, cooperative or enterprise' },
  }),
  instrument({
    ...shared,
    code: 'rural-tourism',
    name: { zh: '乡村旅游', en: 'Rural tourism' },
  }),
  instrument({
    ...shared,
    code: 'share-dividends',
    name: { zh: '入股分红', en: 'Dividends on shares' },
  }),
  instrument({
    ...shared,
    code: 'consumption-support',
    name: { zh: '消费帮扶', en: 'Help by buying' },
  }),
  instrument({
    ...shared,
    code: 'industry-other',
    name: { zh: '其他产业帮扶', en: 'Other industry support' },
  }),
];
