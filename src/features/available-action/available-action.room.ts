import { AvailableActionResolver } from './available-action.resolver.js';
import { type AvailableActionsNeeds, AvailableActionsService } from './available-actions.service.js';

/** 可办理事项室 · What a viewer could do with a case today. @article none — technical */
export function assembleAvailableActions(needs: AvailableActionsNeeds) {
  return { resolvers: [new AvailableActionResolver(new AvailableActionsService(needs), needs.provinces)] };
}
