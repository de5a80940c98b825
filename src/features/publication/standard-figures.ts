import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionLevel } from '../../domain/kernel/region-code.js';
import type { KeyedDraw } from '../../domain/statistics/disclosure/cell.js';
import { STANDARD_TABLES, type StandardTable, standardGrouping } from '../../domain/statistics/standard-tables.js';
import type { Transaction } from '../../platform/database/database.js';
import { WHOLE_REGISTER } from '../../platform/database/scope.js';
import type { StatBasis } from '../stat-source/index.js';
import type { Publication } from './publish.repository.js';
import { publishedRows } from './published-rows.js';
import { insertStandardFigures, type StandardFigure } from './standard-figure.repository.js';

/** 标准统计表所需 · What the standard tables of a publication are made with. */
export interface StandardParts {
  readonly draw: KeyedDraw;
  readonly riskGroups: StatBasis['riskGroups'];
  readonly publication: Pick<Publication, 'id' | 'day' | 'parameters'>;
}

/**
 * 编制标准统计表 · Keeps the rows of every standard table for the regions of some levels in some counties, as an analyst is shown them.
 *
 * @param counties  all counties of each of the regions
 * @article 5.3
 */
export async function keepStandardFigures(
  tx: Transaction,
  parts: StandardParts,
  levels: readonly RegionLevel[],
  counties: readonly string[],
): Promise<void> {
  for (const table of STANDARD_TABLES)
    for (const level of levels.filter((one) => table.levels.includes(one)))
      await insertStandardFigures(tx, await figuresOf(tx, parts, table, level, counties));
}

async function figuresOf(
  tx: Transaction,
  { draw, riskGroups, publication }: StandardParts,
  table: StandardTable,
  level: RegionLevel,
  counties: readonly string[],
): Promise<StandardFigure[]> {
  const grouping = standardGrouping(table, level, publication.day as CalendarDate);
  const rows = await publishedRows(
    tx,
    {
      subject: table.subject,
      publication,
      grouping,
      counties,
      scope: WHOLE_REGISTER,
      regionPrefix: null,
      basis: { riskGroups },
      chosen: null,
      domains: null,
    },
    draw,
  );
  const [region, ...dimensions] = grouping.dimensions;
  const met = new Map<string, number>();
  return rows.flatMap((row) => {
    const regionCode = row[region!.slot] as string | null;
    // A household that is registered at its county stands in no township.
    if (regionCode === null) return [];
    const position = met.get(regionCode) ?? 0;
    met.set(regionCode, position + 1);
    const named = (some: readonly { readonly definition: { readonly name: string }; readonly slot: string }[]) =>
      Object.fromEntries(some.map(({ definition: { name }, slot }) => [name, row[slot] ?? null]));
    return [
      {
        publicationId: publication.id,
        name: table.name,
        level,
        regionCode,
        position,
        dimensions: named(dimensions),
        figures: named(grouping.measures),
      },
    ];
  });
}
