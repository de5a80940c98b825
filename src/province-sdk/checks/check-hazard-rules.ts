import { checkHazardRule } from '../../domain/province/rules/hazard-rules-single-out.js';
import { soundParts } from '../sound-parts.js';
import { faultOf, type ModuleCheck } from './check-context.js';

/** 风险筛查规则检查 · Each rule of hazards has a kind and a condition. @article 2.3 */
export const checkHazardRules: ModuleCheck = ({ module }) =>
  soundParts(module, 'hazardRules').flatMap(({ index, part }) =>
    part.value.flatMap((rule, place) =>
      checkHazardRule(rule).map((reason) =>
        faultOf(
          reason,
          { module, path: ['hazardRules', index, 'value', place], day: part.from },
          'kinds of hazards, and what the households must be',
        ),
      ),
    ),
  );
