import { type SQL, sql } from 'drizzle-orm';
import { DIGITS_OF_LEVEL, type RegionLevel } from '../../domain/kernel/region-code.js';
import type { PlannedDimension, PlannedMeasure } from '../../domain/statistics/stat-plan.js';
import type { TimeBucket } from '../../domain/statistics/definition.js';
import type { CountyPin } from '../../platform/database/read-shape.js';
import type { StatBasis } from './stat-basis.js';

/** 联接 · A table joined to alias `t` because some column needs it; each is joined once. */
export interface SourceJoin {
  readonly name: string;
  readonly join: (pin: CountyPin, basis: StatBasis) => SQL;
}

/** 列 · An expression on a row of the source, and the joins that it stands on. */
export interface SourceColumn {
  readonly value: SQL;
  readonly joins?: readonly SourceJoin[];
}

/** 统计来源 · Where the units of a subject are read: a table as alias `t`, and what each dimension and measure is there. */
export interface StatSource {
  readonly table: (basis: StatBasis, pin: CountyPin) => SQL;
  /** The column of `t` that names the household. */
  readonly householdColumn: 'id' | 'household_id';
  /** The column of `t` with the day on which its record was closed, where figures of past days may ask for it. */
  readonly closedColumn: 'closed_on' | 'record_closed_on' | null;
  readonly dimensions: Readonly<
    Record<string, (asked: PlannedDimension, basis: StatBasis, pin: CountyPin) => SourceColumn>
  >;
  /** What of a unit is folded; null where units are counted. */
  readonly measures: Readonly<Record<string, (basis: StatBasis, pin: CountyPin) => SourceColumn | null>>;
  /** Where a row tells of many units: its table pins its counties itself. */
  readonly sums?: SourceSums;
}

/** 合计列 · How figures are made of rows that are sums already. */
export interface SourceSums {
  /** Columns that these figures are made of, of `t`, in rows by some dimensions. */
  readonly columns: (dimensions: readonly PlannedDimension[], measures: readonly PlannedMeasure[]) => string;
  /** How many units a cell has; one that has none is no row. */
  readonly units: string;
  /** The figure of a cell. */
  readonly figure: (measure: PlannedMeasure) => string;
}

/** 区划列 · The code at a level of what is known of a unit's region; null below it. */
export function regionColumn({ level }: PlannedDimension): SourceColumn {
  return { value: regionAt('t.region_code', 't.county_code', level ?? 'COUNTY') };
}

/** 区划列 · The code at a level of a region. @param region  SQL of the code, ours */
export function regionAt(region: string, county: string, level: RegionLevel): SQL {
  if (level === 'NATION') return sql.raw(`'000000'::text`);
  if (level === 'COUNTY') return sql.raw(county);
  const digits = DIGITS_OF_LEVEL[level];
  if (digits < 6) return sql.raw(`substr(${county}, 1, ${digits}) || '${'0'.repeat(6 - digits)}'`);
  return sql.raw(`CASE WHEN length(${region}) >= ${digits} THEN substr(${region}, 1, ${digits}) END`);
}

/** 时间列 · The first day of the bucket of a day. @param day  SQL of the day, ours */
export function bucketColumn(day: string, bucket: TimeBucket | null): SourceColumn {
  if (bucket === null || bucket === 'DAY') return { value: sql.raw(day) };
  return { value: sql.raw(`date_trunc('${bucket.toLowerCase()}', ${day}::timestamp)::date`) };
}

/** 原列 · A column of `t` as it is. */
export const plain = (column: string) => (): SourceColumn => ({ value: sql.raw(`t.${column}`) });
