import { sql } from 'drizzle-orm';
import { provincesOf } from '../../domain/kernel/region-code.js';
import { catalogueOf } from '../../domain/statistics/catalogues.js';
import type { BaseCell } from '../../domain/statistics/disclosure/base-cell.js';
import type { Cell } from '../../domain/statistics/disclosure/cell.js';
import { foldKeptCells, type KeptCell } from '../../domain/statistics/disclosure/fold-kept-cells.js';
import { KEPT_CELLS, type KeptCells, keptCellsFor } from '../../domain/statistics/disclosure/kept-cells.js';
import type { AmountCell } from '../../domain/statistics/disclosure/publish-amount.js';
import { attributeName } from '../../domain/statistics/disclosure/published-attribute.js';
import type { AttributeValue } from '../../domain/statistics/disclosure/selection.js';
import type { PlannedMeasure } from '../../domain/statistics/stat-plan.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { rowsOver } from '../../platform/database/read-rows.js';
import { pinned } from '../../platform/database/read-shape.js';
import { WHOLE_REGISTER } from '../../platform/database/scope.js';
import { inScope } from '../../platform/database/scope-condition.js';
import { publishedCell } from './published-cell.table.js';
import { type CellsWanted, publishedCells } from './published-cells.repository.js';

/** By which a publication tells that its cells are kept. */
export const CELLS = 'cells';

/** More than there are of any of them. */
const EVERY_CELL = 1_000_000;
/** Rows of one statement. */
const MOST_AT_ONCE = 2_000;

/** 常备单元 · Keeps the cells of a province with a publication, once all of its counties are published. @article 5.3 */
export async function keepCells(
  tx: Transaction,
  publicationId: string,
  province: string,
  counties: readonly string[],
): Promise<void> {
  for (const kept of KEPT_CELLS) {
    const { name, subject, attributes } = kept;
    const measures = measuresOf(kept);
    const cells = await publishedCells(tx, {
      subject,
      publicationId,
      attributes,
      measures,
      counties,
      scope: WHOLE_REGISTER,
      regionPrefix: null,
      basis: { riskGroups: new Map() },
      limit: EVERY_CELL,
    });
    const rows = cells.map(({ count, key, owners, values, measured }, position) => ({
      countyCode: province,
      regionCode: province,
      publicationId,
      name,
      position,
      values: attributes.map((attribute) => values[attributeName(attribute)] ?? null),
      units: count,
      unitKey: key,
      owners: owners?.count ?? null,
      ownerKey: owners?.key ?? null,
      measured: Object.fromEntries(measures.map(({ slot, definition: { name: own } }) => [own, measured[slot]])),
    }));
    for (let from = 0; from < rows.length; from += MOST_AT_ONCE)
      await tx.insert(publishedCell, rows.slice(from, from + MOST_AT_ONCE));
  }
}

/** The measures of kept cells. */
function measuresOf({ subject, measures }: KeptCells): PlannedMeasure[] {
  return catalogueOf(subject)
    .measures.filter(({ name }) => measures.includes(name))
    .map((definition, at) => ({ slot: `m${at}`, keys: [], definition }));
}

/** 清除常备单元 · Forgets the cells of every publication but some. */
export async function forgetCells(tx: Transaction, kept: readonly string[]): Promise<void> {
  await tx.rows(sql`DELETE FROM ${publishedCell} WHERE publication_id <> ALL (${arrayLiteral(kept)}::uuid[])`);
}

/**
 * 所求单元 · The cells of a publication: put together from those that were kept with it where these answer it, else folded from its units.
 *
 * @param parts  what was kept with the publication
 * @article 5.3
 */
export async function cellsOf(
  tx: Transaction,
  wanted: CellsWanted,
  parts: readonly string[] | null,
): Promise<BaseCell[]> {
  const { scope, attributes, measures } = wanted;
  const kept =
    parts?.includes(CELLS) === true && scope.householdId === null
      ? keptCellsFor({ ...wanted, prefixes: scope.prefixes })
      : null;
  if (kept === null) return publishedCells(tx, wanted);
  const cells = await keptCells(tx, kept, wanted);
  return foldKeptCells(cells, kept, attributes, measures).slice(0, wanted.limit);
}

interface KeptRow {
  readonly province: string;
  readonly values: readonly AttributeValue[];
  readonly units: number;
  readonly unitKey: number;
  readonly owners: number | null;
  readonly ownerKey: number | null;
  readonly measured: Readonly<Record<string, Cell | AmountCell>>;
}

async function keptCells(
  tx: Transaction,
  { name }: KeptCells,
  { counties, publicationId, scope, regionPrefix }: CellsWanted,
): Promise<KeptCell[]> {
  const within = regionPrefix === null ? sql`true` : sql`t.region_code LIKE ${`${regionPrefix}%`}`;
  const provinces = provincesOf(counties);
  const rows = await rowsOver<KeptRow>(
    tx,
    provinces,
    (
      pin,
    ) => sql`SELECT t.county_code AS province, t.values, t.units, t.unit_key AS "unitKey", t.owners, t.owner_key AS "ownerKey", t.measured
      FROM published_cell t WHERE ${sql.raw(pinned('t', pin))} AND t.publication_id = ${publicationId}::uuid AND t.name = ${name}
        AND ${inScope(scope, null)} AND ${within} ORDER BY t.county_code, t.position`,
  );
  return rows.map(({ province, values, units, unitKey, owners, ownerKey, measured }) => ({
    province,
    values,
    units: {
      count: units,
      key: unitKey,
      ...(owners !== null && { owners: { count: owners, key: ownerKey! } }),
    },
    measured,
  }));
}
