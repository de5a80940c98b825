import type { StatSubject } from '../../domain/statistics/definition.js';
import type { SlotRow } from '../../domain/statistics/derive-rows.js';
import type { KeyedDraw } from '../../domain/statistics/disclosure/cell.js';
import {
  type PublishedRow,
  publishTableInParts,
  type TableQuestion,
} from '../../domain/statistics/disclosure/publish-table.js';
import { attributeName, type PublishedAttribute } from '../../domain/statistics/disclosure/published-attribute.js';
import type { GroupingPlan, PlannedDimension, PlannedMeasure } from '../../domain/statistics/stat-plan.js';
import type { Transaction } from '../../platform/database/database.js';
import { ApiError } from '../../platform/errors/api-error.js';
import { inParts } from '../../platform/in-parts.js';
import type { Publication } from './publish.repository.js';
import { cellsOf } from './kept-cells.repository.js';
import type { CellsWanted } from './published-cells.repository.js';
import type { PublishedFilter } from './published-filter.js';

/** 所读发布 · Which publication is read, and what was kept with it: without that, its units are looked at. */
type PublicationRead = Pick<Publication, 'id' | 'parameters'> & Partial<Pick<Publication, 'parts'>>;

/** 发布的行所求 · One grouping over a publication, in some counties. */
export interface PublishedRowsWanted extends Pick<CellsWanted, 'counties' | 'scope' | 'regionPrefix' | 'basis'> {
  readonly subject: StatSubject;
  readonly publication: PublicationRead;
  readonly grouping: GroupingPlan;
  /** The filter, and the attributes on which it really depends; null for every unit. */
  readonly chosen: (PublishedFilter & { readonly filteredBy: readonly string[] }) | null;
}

/**
 * 发布的行 · The rows of a grouping that may be shown, by its slots.
 *
 * @throws ApiError BAD_USER_INPUT where it has more attributes or cells than may be
 * @article 5.3
 */
export async function publishedRows(
  tx: Transaction,
  { subject, publication, grouping, chosen, ...within }: PublishedRowsWanted,
  draw: KeyedDraw,
): Promise<SlotRow[]> {
  const { parameters } = publication;
  const dimensions = grouping.dimensions.map((one) => ({ slot: one.slot, attribute: attributeOf(one) }));
  const attributes = new Map(dimensions.map(({ attribute }) => [attributeName(attribute), attribute]));
  for (const name of chosen?.filteredBy ?? []) attributes.set(name, chosen!.attributes.get(name)!);
  if (attributes.size > parameters.mostDimensions)
    throw refusedToAnalyst(
      `${attributes.size} attributes are asked about, in rows and filter together, and published figures have at most ${parameters.mostDimensions}`,
      'where',
    );
  const table = {
    ...within,
    subject,
    publication,
    attributes: [...attributes.values()],
    dimensions: dimensions.map(({ attribute }) => attributeName(attribute)),
    open: new Set([...attributes].filter(([, one]) => isOpen(one)).map(([name]) => name)),
    measures: grouping.measures,
    selection: chosen?.selection ?? null,
    filteredBy: chosen?.filteredBy ?? [],
  };
  const shown = await publishedTable(tx, table, draw);
  return shown.map((row) => bySlot(row, dimensions));
}

/** 发布的表所求 · A table over a publication: the attributes of its cells, and what is shown of them. */
export interface PublishedTableWanted
  extends TableQuestion,
    Pick<CellsWanted, 'subject' | 'attributes' | 'measures' | 'counties' | 'scope' | 'regionPrefix' | 'basis'> {
  readonly publication: PublicationRead;
  readonly measures: readonly PlannedMeasure[];
}

/**
 * 发布的表 · The rows of a table that may be shown, by the names of its attributes: the one way in which anybody is shown a publication.
 *
 * @throws ApiError BAD_USER_INPUT where it has more cells than may be
 * @article 5.3
 */
export async function publishedTable(
  tx: Transaction,
  { publication: { id, parameters, parts = null }, ...table }: PublishedTableWanted,
  draw: KeyedDraw,
): Promise<PublishedRow[]> {
  const cells = await cellsOf(tx, { ...table, publicationId: id, limit: parameters.mostCells + 1 }, parts);
  if (cells.length > parameters.mostCells)
    throw refusedToAnalyst(
      `the question has more than ${parameters.mostCells} cells: name a region, or fewer dimensions`,
      'where',
    );
  return inParts(publishTableInParts(cells, table, { draw, parameters }));
}

function attributeOf({ definition: { name, overlapping }, level, bucket }: PlannedDimension): PublishedAttribute {
  if (name === 'region') return { kind: 'region', level: level ?? 'COUNTY' };
  if (bucket !== null) return { kind: 'bucket', name, bucket };
  if (overlapping) return { kind: 'each', name: name as 'specialGroup' | 'riskType' | 'riskGroup' };
  return { kind: 'plain', name };
}

const isOpen = ({ kind }: PublishedAttribute): boolean => kind === 'region' || kind === 'bucket';

function bySlot(
  { values, figures }: PublishedRow,
  dimensions: readonly { readonly slot: string; readonly attribute: PublishedAttribute }[],
): Record<string, unknown> {
  const own = dimensions.map(({ slot, attribute }) => [slot, values[attributeName(attribute)] ?? null]);
  return { ...Object.fromEntries(own), ...figures };
}

/** 不予回答 · Why published figures do not answer a question. @article 5.3 */
export function refusedToAnalyst(why: string, at: string): ApiError {
  return new ApiError('BAD_USER_INPUT', `An analyst is not answered this: ${why}.`, { path: [at] });
}
