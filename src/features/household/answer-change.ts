import type { GraphQLResolveInfo } from 'graphql';
import type { Row } from '../../platform/database/read-rows.js';
import { selectedBelow, selects } from '../../platform/database/selection.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { UserError } from '../../platform/graphql/user-error.js';
import type { Changed } from '../change/index.js';
import type { HouseholdService } from './household.service.js';
import type { HouseholdIds } from './household-change.service.js';

/** 农户变更答复 · A payload whose household is read as it is asked for. */
export interface HouseholdAnswer {
  readonly household: Row | null;
  readonly userErrors: readonly UserError[];
}

/** 答复农户变更 · What a mutation of a household answers: the household as it is now, or why not. @article none — technical */
export async function answerChange(
  reader: HouseholdService,
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  changed: Changed<HouseholdIds>,
): Promise<HouseholdAnswer> {
  const asked = selectionOf(info);
  const userErrors = changed.refusals;
  if (changed.done === null || !selects(asked, 'household')) return { household: null, userErrors };
  const { of, ...place } = changed.done;
  const wanted = selectedBelow(asked, 'household');
  const read = of === 'memberId' ? reader.ofMember(ctx, place, wanted) : reader.one(ctx, place, wanted);
  return { household: await read, userErrors };
}
