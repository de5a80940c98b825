import type { ActionQuestion, AvailableAction } from './available-action.js';
import { eliminationActions, objectionActions, riskActions, wholeCaseActions } from './case-actions.js';
import { stepActions } from './step-actions.js';
import { supportActions } from './support-actions.js';

/**
 * 可办理事项 · All that could be done with a case today, each allowed or with every reason against it.
 *
 * What is asked is whether the viewer could do it now with an input as it should be, dated today: every entry is tried by the
 * function that its mutation calls, so that the two agree. An input that is wrong in itself is refused all the same.
 *
 * @article 5.1
 */
export function availableActions(question: ActionQuestion): AvailableAction[] {
  return [
    ...stepActions(question),
    ...objectionActions(question),
    ...riskActions(question),
    ...supportActions(question),
    ...eliminationActions(question),
    ...wholeCaseActions(question),
  ];
}

/** 可否办理 · Whether nothing stands against an action. @article 5.1 */
export function isAllowed({ reasons }: Pick<AvailableAction, 'reasons'>): boolean {
  return reasons.length === 0;
}
