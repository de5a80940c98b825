import { CASE_CATEGORIES } from '../../domain/case/monitoring-case.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 监测对象类别 · GraphQL enum of the categories; stands here since an assessment suggests one. @article 2.1 */
export const CaseCategoryEnum = describedEnum(
  'CaseCategory',
  'Why a household is monitored (监测对象类别) (art. 2.1). Which ones are open to it depends on its former status.',
  CASE_CATEGORIES,
  {
    UNSTABLE_OUT_OF_POVERTY:
      'Household that came out of registered poverty and is not stable yet (脱贫不稳定户); only for FORMERLY_POOR.',
    MARGINAL_AT_RISK: 'Household never registered as poor that may fall into poverty (边缘易致贫户); only for GENERAL.',
    SUDDEN_SEVERE_DIFFICULTY:
      'Basic life in serious difficulty through unavoidable spending or a sharp fall of income (突发严重困难户), whatever the former status and the income.',
  },
);
