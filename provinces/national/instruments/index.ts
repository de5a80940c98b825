import { COMPULSORY_EDUCATION } from './compulsory-education.js';
import { CONDITIONS_AND_MOTIVATION } from './conditions-and-motivation.js';
import { EDUCATION } from './education.js';
import { EMPLOYMENT } from './employment.js';
import { HEALTH } from './health.js';
import { HOUSING_AND_WATER } from './housing-and-water.js';
import { INDUSTRY } from './industry.js';
import { MICROCREDIT } from './microcredit.js';
import { PUBLIC_WELFARE_JOBS } from './public-welfare-jobs.js';
import { SAFETY_NET } from './safety-net.js';
import { SOCIAL_HELP } from './social-help.js';

/** 帮扶政策工具 · One instrument for each sub-item of the national groups, in their order. @article 4.1 */
export const INSTRUMENTS = [
  ...INDUSTRY,
  ...EMPLOYMENT,
  ...MICROCREDIT,
  ...PUBLIC_WELFARE_JOBS,
  ...HEALTH,
  ...COMPULSORY_EDUCATION,
  ...EDUCATION,
  ...HOUSING_AND_WATER,
  ...SAFETY_NET,
  ...SOCIAL_HELP,
  ...CONDITIONS_AND_MOTIVATION,
];
