import { dated } from '#province-sdk';
import { FIRST_DAY } from '../first-day.js';
import { DEFAULT_EMERGENCY_LIMIT, DEFAULT_SUPPORT_STEPS, ELIMINATION_TEXTS, GUIDE_QINAN } from '../sources.js';
import { ELIMINATION } from './elimination.js';
import { EMERGENCY_IDENTIFICATION, IDENTIFICATION } from './identification.js';
import { SUPPORT } from './support.js';

/** 四类程序 · The baseline of R08. @article 3.2 */
export const PROCEDURES = dated([
  { from: FIRST_DAY, value: IDENTIFICATION, source: GUIDE_QINAN },
  { from: FIRST_DAY, value: EMERGENCY_IDENTIFICATION, source: DEFAULT_EMERGENCY_LIMIT },
  { from: FIRST_DAY, value: SUPPORT, source: DEFAULT_SUPPORT_STEPS },
  { from: FIRST_DAY, value: ELIMINATION, source: ELIMINATION_TEXTS },
]);
