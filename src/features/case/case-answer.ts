import type { GraphQLResolveInfo } from 'graphql';
import { mayCall } from '../../domain/jurisdiction/operations.js';
import type { Row } from '../../platform/database/read-rows.js';
import { type Selection, selectedBelow, selects } from '../../platform/database/selection.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { Changed } from '../change/index.js';
import type { CaseReader } from './case-reader.service.js';

/** 变更后的档案 · What a mutation answers: the case as it stands now, or every reason against the change. */
export type CaseAnswer = { case: Row | null; userErrors: Changed<unknown>['refusals'] };

const kept = new WeakMap<Selection, Selection>();

/** 作答 · Reads the case that was changed with what the caller asked of it. */
export async function answer(
  reader: CaseReader,
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  changed: Changed<{ county: string; case: string }>,
): Promise<CaseAnswer> {
  if (changed.done === null) return { case: null, userErrors: changed.refusals };
  const asked = selectionOf(info);
  if (!selects(asked, 'case') || !readsCases(ctx)) return { case: null, userErrors: [] };
  const [found] = await reader.find(ctx, changed.done.county, [changed.done.case], belowCase(asked));
  return { case: found ?? null, userErrors: [] };
}

/** A department may bring in a comparison and reads no case: what it did stands, and the case stays unseen. */
export function readsCases({ principal }: RequestContext): boolean {
  return mayCall(principal?.grants.map(({ role }) => role) ?? [], 'Query.monitoringCase');
}

/** The same for the same document, since plans are kept by it. */
function belowCase(asked: Selection): Selection {
  const below = kept.get(asked) ?? selectedBelow(asked, 'case');
  kept.set(asked, below);
  return below;
}
