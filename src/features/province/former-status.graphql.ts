import { FORMER_STATUSES } from '../../domain/household/household.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 户类型 · GraphQL enum. @article 2.1 */
export const FormerStatusEnum = describedEnum(
  'FormerStatus',
  'Whether the household was registered as poor before the end of 2020 (户类型) (art. 2.1); decides which category is open to it.',
  FORMER_STATUSES,
  {
    FORMERLY_POOR: 'Registered as poor (建档立卡) and out of poverty since (脱贫户).',
    GENERAL: 'Never registered as poor (一般农户).',
  },
);
