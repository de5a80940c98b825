import { type SQL, sql } from 'drizzle-orm';
import type { ScoreCell } from '../../domain/scorecard/publish-scores.js';
import { isShareFigure, SCORECARD_FIGURES, type ScorecardFigure } from '../../domain/scorecard/scorecard-figure.js';
import { type Cell, NO_CELL } from '../../domain/statistics/disclosure/cell.js';
import type { Transaction } from '../../platform/database/database.js';
import { keySumOf, ownersOf, recordKeyOf } from '../publication/index.js';
import { publishedScore } from '../publication/published-cell.table.js';
import { FIGURE_ROWS, type FigurePeriod, type FigureSubject, joined, SUBJECT_OF } from './figure-rows.repository.js';
import { rowsIn, rowsOf, type ScoreScope } from './score-scope.repository.js';
import { metColumns } from './scorecard.repository.js';

/** 评分部分 · By which a publication tells that it has scorecards, with the households behind them; named anew where older ones will not do. @article none — technical */
export const SCORES_PART = 'scores with households';

/** Kinds of records of which a household may have many; those of nobody are their own. */
const OF_HOUSEHOLDS: ReadonlySet<FigureSubject> = new Set(['ALERT', 'FINDING']);
const OWNER_KEY = recordKeyOf('coalesce(t.household_id, t.id)');
/** The household's, whatever is counted of it. */
const keyOf = (subject: FigureSubject): SQL => (subject === 'HOUSEHOLD' ? recordKeyOf('t.id') : OWNER_KEY);

/** 评分单元 · The records of a kind by place, and those that meet each figure, with the keys of both. */
export async function scoreCells(tx: Transaction, scope: ScoreScope, subject: FigureSubject): Promise<ScoreCell[]> {
  const { table, counted, meets } = FIGURE_ROWS[subject];
  const { key, rows } = rowsOf(scope);
  const { joins, shares } = metColumns(scope, meets);
  const owned = OF_HOUSEHOLDS.has(subject);
  const columns = [undefined, ...shares.map(({ met }) => met)].map((met, at) => {
    const named = (letter: string) => sql.identifier(`${letter}${at}`);
    const owners = ownersOf(OWNER_KEY, met);
    const some = met === undefined ? sql`` : sql` FILTER (WHERE ${met})`;
    const own = owned ? sql`, ${owners.count} AS ${named('o')}, ${owners.key} AS ${named('h')}` : sql``;
    return sql`, (count(*)${some})::int AS ${named('n')}, ${keySumOf(keyOf(subject), met)} AS ${named('k')}${own}`;
  });
  const statement = sql`
    SELECT ${key} AS key${sql.join(columns)}
    FROM ${sql.identifier(table)} t ${sql.join(joins, sql` `)} WHERE ${rows} AND ${counted(scope, joined)} GROUP BY 1`;
  const found = await rowsIn<Record<string, number> & { key: string }>(tx, scope, statement);
  const numbers = SCORECARD_FIGURES.filter((figure) => SUBJECT_OF[figure] === subject && !isShareFigure(figure));
  return found.flatMap((row): ScoreCell[] => {
    const cellAt = (at: number): Cell =>
      cellOf(row[`n${at}`]!, row[`k${at}`]!, row[`o${at}`] ?? null, row[`h${at}`] ?? 0);
    const own = { place: row.key, units: cellAt(0) };
    return [
      ...numbers.map((figure) => ({ ...own, figure, met: NO_CELL })),
      ...shares.map(({ figure }, at) => ({ ...own, figure, met: cellAt(at + 1) })),
    ];
  });
}

function cellOf(count: number, key: number, owners: number | null, ownerKey: number): Cell {
  return owners === null ? { count, key } : { count, key, owners: { count: owners, key: ownerKey } };
}

/** 写入评分 · Writes the cells of a county, a period and a publication. */
export async function insertScores(
  tx: Transaction,
  county: string,
  publicationId: string,
  { from, to }: Pick<FigurePeriod, 'from' | 'to'>,
  cells: readonly (ScoreCell & { readonly id: string })[],
): Promise<void> {
  if (cells.length === 0) return;
  const rows = cells.map(({ id, place, figure, units, met }) => ({
    ...{ countyCode: county, id, regionCode: place.padEnd(PADDED, '0'), publicationId, periodFrom: from, periodTo: to },
    ...{ figure, units: units.count, unitKey: units.key, met: met.count, metKey: met.key },
    ...{ owners: units.owners?.count ?? null, ownerKey: units.owners?.key ?? null },
    ...{ metOwners: met.owners?.count ?? null, metOwnerKey: met.owners?.key ?? null },
  }));
  await tx.insert(publishedScore, rows);
}

/** 读取评分单元 · The cells of a period of a publication, by the digits of a scope; exact: what may be shown of them is decided elsewhere. */
export async function publishedScoreCells(
  tx: Transaction,
  scope: ScoreScope,
  publicationId: string,
): Promise<ScoreCell[]> {
  const { key, rows } = rowsOf(scope);
  const sum = (column: string): SQL => keySumOf(sql.raw(`t.${column}`));
  const statement = sql`
    SELECT ${key} AS place, t.figure, sum(t.units)::int AS units, ${sum('unit_key')} AS "unitKey", sum(t.met)::int AS met,
      ${sum('met_key')} AS "metKey", sum(t.owners)::int AS owners, ${sum('owner_key')} AS "ownerKey",
      sum(t.met_owners)::int AS "metOwners", ${sum('met_owner_key')} AS "metOwnerKey"
    FROM ${publishedScore} t WHERE ${rows} AND t.publication_id = ${publicationId}::uuid
      AND t.period_from = ${scope.from}::date AND t.period_to = ${scope.to}::date GROUP BY 1, 2`;
  const found = await rowsIn<{
    place: string;
    figure: ScorecardFigure;
    units: number;
    unitKey: number;
    met: number;
    metKey: number;
    owners: number | null;
    ownerKey: number;
    metOwners: number | null;
    metOwnerKey: number;
  }>(tx, scope, statement);
  return found.map(({ place, figure, units, unitKey, met, metKey, owners, ownerKey, metOwners, metOwnerKey }) => ({
    ...{ place, figure },
    units: cellOf(units, unitKey, owners, ownerKey),
    met: cellOf(met, metKey, metOwners, metOwnerKey),
  }));
}

const PADDED = 12;
