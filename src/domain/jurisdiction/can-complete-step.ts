import type { RegionCode } from '../kernel/region-code.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { StepDefinition } from '../procedure/procedure-definition.js';
import { LEVEL_ROLES } from './level-roles.js';
import { holdsRole, mayAct } from './may-act.js';
import type { Grant } from './role.js';

/** 环节办理资格 · Who would complete which step of a case where. @article 5.1 */
export interface StepActor {
  readonly grants: readonly Grant[];
  readonly step: Pick<StepDefinition, 'code' | 'kind' | 'level'>;
  readonly regionCode: RegionCode;
}

/**
 * 环节办理资格 · Refuses a step to whoever has no role for its level in the case's region; null when it may be done.
 *
 * A department may bring in the result of a comparison, whatever level the step belongs to. Naming an office holder in
 * `enteredFor` changes nothing here: a clerk enters with a role of the level, or above it up to the county.
 *
 * @article 5.1
 */
export function canCompleteStep({ grants, step, regionCode }: StepActor): Refusal | null {
  if (mayAct({ grants, level: step.level, regionCode })) return null;
  if (step.kind === 'DATA_COMPARISON' && holdsRole(grants, ['DEPARTMENT_CLIENT'], regionCode)) return null;
  const roles = LEVEL_ROLES[step.level].join(' or ') || 'nobody';
  const message = `step "${step.code}" belongs to the level ${step.level}; it is completed by ${roles} of a region that contains the case`;
  return refuse('WRONG_LEVEL', message, ['step'], '5.1');
}
