import type { GraphQLResolveInfo } from 'graphql';
import type { RowRefusal } from '../../domain/kernel/row-refusal.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import type { Row } from '../../platform/database/read-rows.js';
import { selectedBelow, selects } from '../../platform/database/selection.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { itemErrors } from '../change/index.js';
import { readsCases } from './case-answer.js';
import type { CaseBatchOutcome } from './case-batch.service.js';
import type { CaseReader } from './case-reader.service.js';

/** 批量变更后的档案 · The cases as they stand now, and every reason against an item. */
export interface BatchAnswer {
  readonly cases: readonly Row[];
  readonly rowErrors: readonly RowRefusal[];
  readonly userErrors: readonly Refusal[];
}

/** 批量作答 · Reads the cases that were changed with what the caller asked of them, a statement a county. */
export async function batchAnswer(
  reader: CaseReader,
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  { cases, refused, userErrors }: CaseBatchOutcome,
  placeOf: (index: number, path: readonly string[]) => readonly string[],
): Promise<BatchAnswer> {
  const rowErrors = itemErrors(refused, placeOf);
  const asked = selectionOf(info);
  if (!selects(asked, 'cases') || !readsCases(ctx)) return { cases: [], rowErrors, userErrors };
  const selection = selectedBelow(asked, 'cases');
  const counties = [...new Set(cases.map(({ county }) => county))];
  const found = new Map<string, Row>();
  for (const county of counties) {
    const ids = cases.filter((place) => place.county === county).map(({ id }) => id);
    for (const row of await reader.find(ctx, county, ids, selection)) found.set(String(row['rowId']), row);
  }
  return { cases: cases.map(({ id }) => found.get(id)).filter((row) => row !== undefined), rowErrors, userErrors };
}
