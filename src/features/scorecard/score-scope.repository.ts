import { type SQL, sql } from 'drizzle-orm';
import { subtreePrefix } from '../../domain/kernel/region-code.js';
import { among } from '../../platform/database/filter-condition.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Reach } from '../access/index.js';
import type { FigurePeriod } from './figure-rows.repository.js';

/** 评分范围 · Which rows are counted, by which digits of their region, in which days. */
export interface ScoreScope extends FigurePeriod {
  readonly reach: Pick<Reach, 'scope'>;
  /** Digits by which rows are put together. */
  readonly digits: number;
}

/** 分地之行 · Rows by the digits of a region. */
export type Keyed<T> = Promise<({ readonly key: string } & T)[]>;

/** 分地条件 · Rows of alias `t` that count, and the digits of their region. */
export function rowsOf({ reach, counties, region, digits }: ScoreScope): { key: SQL; rows: SQL } {
  return {
    key: sql`left(t.region_code, ${digits}::int)`,
    rows: sql`${among('t.county_code', counties, 'text')} AND ${inRegion(region)} AND ${inScope(reach.scope, null)}`,
  };
}

/** 区划条件 · Rows of alias `t` of a region and all below it. */
export function inRegion(region: FigurePeriod['region']): SQL {
  return sql`t.region_code LIKE ${`${subtreePrefix(region)}%`}`;
}
