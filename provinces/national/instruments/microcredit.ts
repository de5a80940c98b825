import { instrument } from '#province-sdk';
import { FIRST_DAY } from '../first-day.js';
import { MICROCREDIT_DIGEST } from '../sources.js';
import { BY_MICROCREDIT } from './addresses.js';
import { PUBLIC_FUNDS } from './funding.js';

const shared = {
  family: 'MICROCREDIT',
  nature: 'DEVELOPMENTAL',
  addresses: BY_MICROCREDIT,
  fundingSources: PUBLIC_FUNDS,
  from: FIRST_DAY,
  source: MICROCREDIT_DIGEST,
} as const;

/** 金融帮扶 · Up to 50,000 yuan for up to three years, unsecured, interest subsidized. @article 4.1 */
export const MICROCREDIT = [
  instrument({
    ...shared,
    code: 'microcredit',
    name: { zh: '脱贫人口小额信贷', en: 'Microcredit' },
    cap: '50000.00',
  }),
];
