import { GUARANTEE_STATUSES } from '../../domain/guarantee/guarantee-check.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 保障状况 · GraphQL enum. @article 2.1 */
export const GuaranteeStatusEnum = describedEnum(
  'GuaranteeStatus',
  'How one of the six guarantees stands (保障状况) (art. 2.1): food, clothing, schooling, medical care, housing, water.',
  GUARANTEE_STATUSES,
  {
    SECURE: 'Secured (已保障), and no sign that it will not last.',
    AT_RISK: 'Secured today and in danger (有风险).',
    NOT_SECURED: 'Not secured (未保障): a difficulty that must be solved.',
  },
);
