import { TIME_BUCKETS } from '../../domain/statistics/definition.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 时间分段 · GraphQL enum. @article none — technical */
export const TimeBucketEnum = describedEnum(
  'TimeBucket',
  'How days are put together (时间分段); a bucket is named by its first day.',
  TIME_BUCKETS,
  {
    DAY: 'Each day by itself (日).',
    MONTH: 'Calendar months (月).',
    QUARTER: 'Calendar quarters, from January (季度).',
    YEAR: 'Calendar years (年).',
  },
);
