import type { AssessmentRule } from '../situation.js';
import { guarantees } from './guarantees.js';
import { healthConsistency } from './health-consistency.js';
import { incomeAfterRigid } from './income-after-rigid.js';
import { incomeConcept } from './income-concept.js';
import { incomeFall } from './income-fall.js';
import { incomeLine } from './income-line.js';
import { labour } from './labour.js';
import { medicalShare } from './medical-share.js';
import { parameterOutdated } from './parameter-outdated.js';
import { specialGroups } from './special-groups.js';

/**
 * 评估规则清单 · The rules of the assessment in the order in which their findings are read: income and spending, the six
 * guarantees, labour, special groups, what does not agree, and last how old the parameters are.
 *
 * @article 2.1
 */
export const ASSESSMENT_RULES: readonly AssessmentRule[] = [
  incomeLine,
  incomeConcept,
  incomeAfterRigid,
  incomeFall,
  medicalShare,
  guarantees,
  labour,
  specialGroups,
  healthConsistency,
  parameterOutdated,
];
