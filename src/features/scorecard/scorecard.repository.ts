import { type SQL, sql } from 'drizzle-orm';
import type { ScorecardFigure } from '../../domain/scorecard/scorecard-figure.js';
import type { Transaction } from '../../platform/database/database.js';
import { pinnedTo } from '../../platform/database/read-rows.js';
import { inspectionCampaign } from '../campaign/campaign.table.js';
import {
  FIGURE_ROWS,
  type FigureRows,
  type FigureSubject,
  joined,
  type MembersThatMeet,
} from './figure-rows.repository.js';
import { type Keyed, rowsIn, rowsOf, type ScoreScope } from './score-scope.repository.js';

/** 计数结果 · How many records there are, and how many of them meet each figure. */
export interface Counts {
  readonly counted: number;
  readonly met: Readonly<Partial<Record<ScorecardFigure, number>>>;
}

/**
 * 分地计数 · Counts the records of a kind by place, and those that meet each figure that is taken of them. Members that meet are joined, each
 * once: of a province that is a fraction of looking them up row by row.
 */
export async function countFigures(tx: Transaction, scope: ScoreScope, subject: FigureSubject): Keyed<Counts> {
  const { table, counted, meets } = FIGURE_ROWS[subject];
  const { key, rows } = rowsOf(scope);
  const { joins, shares } = metColumns(scope, meets);
  const columns = shares.map(
    ({ figure, met }) => sql`, (count(*) FILTER (WHERE ${met}))::int AS ${sql.identifier(figure)}`,
  );
  const statement = sql`
    SELECT ${key} AS key, count(*)::int AS counted${sql.join(columns)} FROM ${sql.identifier(table)} t ${sql.join(joins, sql` `)}
    WHERE ${rows} AND ${counted(scope, joined)} GROUP BY 1`;
  const found = await rowsIn<Record<string, number> & { key: string; counted: number }>(tx, scope, statement);
  return found.map(({ key: digits, counted: all, ...met }) => ({ key: digits, counted: all, met }));
}

/** 达标列 · Of each figure when a row of alias `t` meets it, and what is joined to tell that. */
export function metColumns(
  scope: ScoreScope,
  meets: FigureRows['meets'],
): { joins: SQL[]; shares: { figure: ScorecardFigure; met: SQL }[] } {
  const joins: SQL[] = [];
  const shares = Object.entries(meets).map(([figure, meet], at) => {
    if (typeof meet !== 'function') joins.push(membersJoined(scope, meet, `m${at}`));
    const met = typeof meet === 'function' ? meet(scope) : sql.raw(`m${at}.member IS NOT NULL`);
    return { figure: figure as ScorecardFigure, met };
  });
  return { joins, shares };
}

function membersJoined(scope: ScoreScope, { by, members }: MembersThatMeet, name: string): SQL {
  const alias = sql.raw(name);
  const those = members(scope, (table) => pinnedTo(scope.counties, table));
  return sql`LEFT JOIN (SELECT DISTINCT m.county_code, m.member FROM (${those}) m) ${alias}
    ON ${alias}.county_code = t.county_code AND ${alias}.member = ${sql.raw(`t.${by}`)}`;
}

/** 集中排查 · Digits and years of the campaigns that concern some region. */
export function campaignPrefixes(
  tx: Transaction,
  first: number,
  last: number,
): Promise<{ prefix: string; year: number }[]> {
  return tx.rows(sql`
    SELECT DISTINCT t.prefix, t.year FROM ${inspectionCampaign} t WHERE t.year BETWEEN ${first}::int AND ${last}::int`);
}
