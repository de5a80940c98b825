import { type SQL, sql } from 'drizzle-orm';
import type { ScoreCell } from '../../domain/scorecard/publish-scores.js';
import { isShareFigure, SCORECARD_FIGURES, type ScorecardFigure } from '../../domain/scorecard/scorecard-figure.js';
import { NO_CELL } from '../../domain/statistics/disclosure/cell.js';
import type { Transaction } from '../../platform/database/database.js';
import { keySumOf, publishedScore, recordKeyOf } from '../statistics/publication.table.js';
import { FIGURE_ROWS, type FigurePeriod, type FigureSubject, SUBJECT_OF } from './figure-rows.repository.js';
import { rowsOf, type ScoreScope } from './score-scope.repository.js';
import { metColumns } from './scorecard.repository.js';

const OWN_KEY = recordKeyOf('t.id');

/** 评分单元 · The records of a kind by place, and those that meet each figure, with the keys of both. */
export async function scoreCells(tx: Transaction, scope: ScoreScope, subject: FigureSubject): Promise<ScoreCell[]> {
  const { table, counted, meets } = FIGURE_ROWS[subject];
  const { key, rows } = rowsOf(scope);
  const { joins, shares } = metColumns(scope, meets);
  const columns = shares.map(
    ({ met }, at) => sql`, (count(*) FILTER (WHERE ${met}))::int AS ${sql.identifier(`n${at}`)},
      ${keySumOf(OWN_KEY, met)} AS ${sql.identifier(`k${at}`)}`,
  );
  const found = await tx.rows<Record<string, number> & { key: string; n: number; k: number }>(sql`
    SELECT ${key} AS key, count(*)::int AS n, ${keySumOf(OWN_KEY)} AS k${sql.join(columns)}
    FROM ${sql.identifier(table)} t ${sql.join(joins, sql` `)} WHERE ${rows} AND ${counted(scope)} GROUP BY 1`);
  const numbers = SCORECARD_FIGURES.filter((figure) => SUBJECT_OF[figure] === subject && !isShareFigure(figure));
  return found.flatMap((row): ScoreCell[] => {
    const own = { place: row.key, units: { count: row.n, key: row.k } };
    return [
      ...numbers.map((figure) => ({ ...own, figure, met: NO_CELL })),
      ...shares.map(({ figure }, at) => ({ ...own, figure, met: { count: row[`n${at}`]!, key: row[`k${at}`]! } })),
    ];
  });
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
  const found = await tx.rows<{
    place: string;
    figure: ScorecardFigure;
    units: number;
    unitKey: number;
    met: number;
    metKey: number;
  }>(sql`
    SELECT ${key} AS place, t.figure, sum(t.units)::int AS units, ${sum('unit_key')} AS "unitKey", sum(t.met)::int AS met,
      ${sum('met_key')} AS "metKey"
    FROM ${publishedScore} t WHERE ${rows} AND t.publication_id = ${publicationId}::uuid
      AND t.period_from = ${scope.from}::date AND t.period_to = ${scope.to}::date GROUP BY 1, 2`);
  return found.map(({ place, figure, units, unitKey, met, metKey }) => ({
    ...{ place, figure },
    units: { count: units, key: unitKey },
    met: { count: met, key: metKey },
  }));
}

const PADDED = 12;
