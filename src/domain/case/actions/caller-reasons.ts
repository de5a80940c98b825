import { holdsRole } from '../../jurisdiction/may-act.js';
import { mayCall, OPERATIONS } from '../../jurisdiction/operations.js';
import { refuse } from '../../kernel/verdict.js';
import type { ActionQuestion, ActionReason, CaseAction } from './available-action.js';

/**
 * 办理人资格 · Why the viewer's grants do not allow an action on this case, whatever its state: FORBIDDEN for roles that may
 * never call the mutation, WRONG_LEVEL for those that may, but not in the case's region.
 *
 * @article 5.1
 */
export function callerReasons(
  { grants, regionCode }: Pick<ActionQuestion, 'grants' | 'regionCode'>,
  action: CaseAction,
): ActionReason[] {
  const operation = `Mutation.${action}`;
  const allowed = OPERATIONS[operation] ?? [];
  if (allowed === 'open' || holdsRole(grants, allowed, regionCode)) return [];
  const roles = allowed.join(' or ');
  const message = `${action} is for ${roles} of a region that contains the case`;
  const reason = refuse('WRONG_LEVEL', message, [], '5.1');
  const mayEver = mayCall(
    grants.map(({ role }) => role),
    operation,
  );
  return [mayEver ? reason : { ...reason, code: 'FORBIDDEN' }];
}
