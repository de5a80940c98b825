import type { StatSubject } from '../../domain/statistics/definition.js';
import type { SlotRow } from '../../domain/statistics/derive-rows.js';
import type { KeyedDraw } from '../../domain/statistics/disclosure/cell.js';
import { cellsAtMost } from '../../domain/statistics/disclosure/cells-at-most.js';
import {
  type PublishedRow,
  publishTableInParts,
  type TableQuestion,
} from '../../domain/statistics/disclosure/publish-table.js';
import { attributeName, type PublishedAttribute } from '../../domain/statistics/disclosure/published-attribute.js';
import type { Publishing } from '../../domain/statistics/disclosure/show-cell.js';
import type { GroupingPlan, PlannedDimension, PlannedMeasure } from '../../domain/statistics/stat-plan.js';
import type { Transaction } from '../../platform/database/database.js';
import { ApiError } from '../../platform/errors/api-error.js';
import { inParts } from '../../platform/in-parts.js';
import type { Publication } from './publish.repository.js';
import { cellsOf } from './kept-cells.repository.js';
import type { CellsWanted } from './published-cells.repository.js';
import { type DomainParts, finestPlace, possibilities } from './published-domains.js';
import type { PublishedFilter } from './published-filter.js';

/** 所读发布 · Which publication is read, and what was kept with it: without that, its units are looked at. */
type PublicationRead = Pick<Publication, 'id' | 'parameters'> & Partial<Pick<Publication, 'parts'>>;

/** 发布的表之范围 · Of which units a table is, and what keeps it from having too many cells. */
interface TableWithin extends Pick<CellsWanted, 'counties' | 'scope' | 'regionPrefix' | 'basis'> {
  /** By what it is known how many cells attributes could make; null for a table that is kept whatever it has. */
  readonly domains: Omit<DomainParts, 'subject' | 'counties'> | null;
}

/** 发布的行所求 · One grouping over a publication, in some counties. */
export interface PublishedRowsWanted extends TableWithin {
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
    TableWithin,
    Pick<CellsWanted, 'subject' | 'attributes' | 'measures'> {
  readonly publication: PublicationRead;
  readonly measures: readonly PlannedMeasure[];
}

/**
 * 发布的表 · The rows of a table that may be shown, by the names of its attributes: the one way in which anybody is shown a publication.
 *
 * @throws ApiError BAD_USER_INPUT where it could have more cells than may be
 * @article 5.3
 */
export async function publishedTable(
  tx: Transaction,
  { publication: { id, parameters, parts = null }, domains, ...table }: PublishedTableWanted,
  draw: KeyedDraw,
): Promise<PublishedRow[]> {
  const wanted = { ...table, publicationId: id, limit: EVERY_CELL };
  const publishing = { draw, parameters };
  const cellsOn: CellsOn = (attributes, measures) => cellsOf(tx, { ...wanted, attributes, measures }, parts);
  if (domains !== null) await refuseTooMany(cellsOn, table.attributes, { ...domains, ...table }, publishing);
  const cells = await cellsOn(table.attributes, table.measures);
  if (cells.length === EVERY_CELL) throw new RangeError(`a published table has ${EVERY_CELL} cells and more`);
  return inParts(publishTableInParts(cells, table, publishing));
}

/** The cells of the units of a table, by some attributes. */
type CellsOn = (attributes: CellsWanted['attributes'], measures: CellsWanted['measures']) => ReturnType<typeof cellsOf>;

/** Units are looked at only where lists of values say that there could be too many cells. */
async function refuseTooMany(
  cellsOn: CellsOn,
  attributes: CellsWanted['attributes'],
  domains: DomainParts,
  publishing: Publishing,
): Promise<void> {
  const { mostCells } = publishing.parameters;
  const possible = possibilities(attributes, domains);
  if (possible.all <= mostCells) return;
  const place = finestPlace(attributes);
  const places = await cellsOn(place ? [place] : [], []);
  if (cellsAtMost(possible, places, publishing) <= mostCells) return;
  throw refusedToAnalyst(
    `the question could have more than ${mostCells} cells, by the values that there are: name a region, or fewer dimensions`,
    'where',
  );
}

/** Far more than a question may have. */
const EVERY_CELL = 1_000_000;

/** 维度的属性 · By what cells are told apart for a dimension of rows. @article none — technical */
export function attributeOf({
  definition: { name, overlapping },
  level,
  bucket,
}: PlannedDimension): PublishedAttribute {
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
