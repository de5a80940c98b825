import { type SQL, sql } from 'drizzle-orm';
import { subtreePrefix } from '../../domain/kernel/region-code.js';
import type { Transaction } from '../../platform/database/database.js';
import { pinnedTo, rowsOver } from '../../platform/database/read-rows.js';
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

/** 分地条件 · Rows of alias `t` that count, and the digits of their region; for statements that run by `rowsIn`. */
export function rowsOf({ reach, counties, region, digits }: ScoreScope): { key: SQL; rows: SQL } {
  return {
    key: sql`left(t.region_code, ${digits}::int)`,
    rows: sql`${pinnedTo(counties, 't')} AND ${inRegion(region)} AND ${inScope(reach.scope, null)}`,
  };
}

/** 分地读取 · Runs a statement over the counties of a scope, which its conditions name by `$1`. */
export function rowsIn<T>(tx: Transaction, scope: ScoreScope, statement: SQL): Promise<T[]> {
  return rowsOver(tx, scope.counties, () => statement);
}

/** 区划条件 · Rows of alias `t` of a region and all below it. */
export function inRegion(region: FigurePeriod['region']): SQL {
  return sql`t.region_code LIKE ${`${subtreePrefix(region)}%`}`;
}
