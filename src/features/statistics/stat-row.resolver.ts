import type { GraphQLResolveInfo } from 'graphql';
import { Arg, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionLevel } from '../../domain/kernel/region-code.js';
import { ALERT_CATALOGUE } from '../../domain/statistics/catalogue/alerts.js';
import { CASE_CATALOGUE } from '../../domain/statistics/catalogue/cases.js';
import { HOUSEHOLD_CATALOGUE } from '../../domain/statistics/catalogue/households.js';
import { MEASURE_CATALOGUE } from '../../domain/statistics/catalogue/measures.js';
import { describeStat } from '../../domain/statistics/catalogues.js';
import type { TimeBucket } from '../../domain/statistics/definition.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { Region, RegionLevelEnum } from '../region/region.graphql.js';
import { AlertStatRow, AlertStats } from './alert-stats.graphql.js';
import { CaseStatRow, CaseStats } from './case-stats.graphql.js';
import { HouseholdStatRow, HouseholdStats } from './household-stats.graphql.js';
import { MeasureStatRow, MeasureStats } from './measure-stats.graphql.js';
import { valueKey } from './present-stat-row.js';
import { TimeBucketEnum } from './stat-enums.graphql.js';
import { ROWS } from './stat-words.js';

/** 统计结果 · Rows by the response key of the selection of `rows` that they answer. */
export interface RowsByKey {
  readonly byKey: ReadonlyMap<string, readonly Record<string, unknown>[]>;
  readonly suppressed: number;
  readonly truncated: boolean;
}

type Row = Readonly<Record<string, unknown>>;

const LEVEL = 'At which level (层级); the field may be selected for several under aliases.';
const BUCKET = 'How days are put together (时间分段).';

const rowsFor = ({ byKey }: RowsByKey, info: GraphQLResolveInfo) => byKey.get(String(info.path.key)) ?? [];

/** The value that was read for a field under its response key: its argument is part of the grouping. */
const valueFor = <T>(row: Row, info: GraphQLResolveInfo): T | null =>
  (row[valueKey(info.fieldName, String(info.path.key))] as T | undefined) ?? null;

/** 农户统计 · Rows by their selections. */
@Resolver(() => HouseholdStats)
export class HouseholdStatsResolver {
  @FieldResolver(() => [HouseholdStatRow], { description: ROWS })
  rows(@Root() stats: RowsByKey, @Info() info: GraphQLResolveInfo): readonly Row[] {
    return rowsFor(stats, info);
  }
}

/** 监测对象统计 · Rows by their selections. */
@Resolver(() => CaseStats)
export class CaseStatsResolver {
  @FieldResolver(() => [CaseStatRow], { description: ROWS })
  rows(@Root() stats: RowsByKey, @Info() info: GraphQLResolveInfo): readonly Row[] {
    return rowsFor(stats, info);
  }
}

/** 帮扶措施统计 · Rows by their selections. */
@Resolver(() => MeasureStats)
export class MeasureStatsResolver {
  @FieldResolver(() => [MeasureStatRow], { description: ROWS })
  rows(@Root() stats: RowsByKey, @Info() info: GraphQLResolveInfo): readonly Row[] {
    return rowsFor(stats, info);
  }
}

/** 部门预警统计 · Rows by their selections. */
@Resolver(() => AlertStats)
export class AlertStatsResolver {
  @FieldResolver(() => [AlertStatRow], { description: ROWS })
  rows(@Root() stats: RowsByKey, @Info() info: GraphQLResolveInfo): readonly Row[] {
    return rowsFor(stats, info);
  }
}

/** 部门预警统计行 · Dimensions that take an argument. */
@Resolver(() => AlertStatRow)
export class AlertStatRowResolver {
  @FieldResolver(() => Region, { nullable: true, description: describeStat(ALERT_CATALOGUE, 'region') })
  region(
    @Arg('level', () => RegionLevelEnum, { description: LEVEL }) _level: RegionLevel,
    @Root() row: Row,
    @Info() info: GraphQLResolveInfo,
  ): Region | null {
    return valueFor(row, info);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: describeStat(ALERT_CATALOGUE, 'raisedIn') })
  raisedIn(
    @Arg('bucket', () => TimeBucketEnum, { description: BUCKET }) _bucket: TimeBucket,
    @Root() row: Row,
    @Info() info: GraphQLResolveInfo,
  ): CalendarDate | null {
    return valueFor(row, info);
  }
}

/** 农户统计行 · Dimensions that take an argument. */
@Resolver(() => HouseholdStatRow)
export class HouseholdStatRowResolver {
  @FieldResolver(() => Region, { nullable: true, description: describeStat(HOUSEHOLD_CATALOGUE, 'region') })
  region(
    @Arg('level', () => RegionLevelEnum, { description: LEVEL }) _level: RegionLevel,
    @Root() row: Row,
    @Info() info: GraphQLResolveInfo,
  ): Region | null {
    return valueFor(row, info);
  }
}

/** 监测对象统计行 · Dimensions that take an argument. */
@Resolver(() => CaseStatRow)
export class CaseStatRowResolver {
  @FieldResolver(() => Region, { nullable: true, description: describeStat(CASE_CATALOGUE, 'region') })
  region(
    @Arg('level', () => RegionLevelEnum, { description: LEVEL }) _level: RegionLevel,
    @Root() row: Row,
    @Info() info: GraphQLResolveInfo,
  ): Region | null {
    return valueFor(row, info);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: describeStat(CASE_CATALOGUE, 'openedIn') })
  openedIn(
    @Arg('bucket', () => TimeBucketEnum, { description: BUCKET }) _bucket: TimeBucket,
    @Root() row: Row,
    @Info() info: GraphQLResolveInfo,
  ): CalendarDate | null {
    return valueFor(row, info);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: describeStat(CASE_CATALOGUE, 'identifiedIn') })
  identifiedIn(
    @Arg('bucket', () => TimeBucketEnum, { description: BUCKET }) _bucket: TimeBucket,
    @Root() row: Row,
    @Info() info: GraphQLResolveInfo,
  ): CalendarDate | null {
    return valueFor(row, info);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: describeStat(CASE_CATALOGUE, 'eliminatedIn') })
  eliminatedIn(
    @Arg('bucket', () => TimeBucketEnum, { description: BUCKET }) _bucket: TimeBucket,
    @Root() row: Row,
    @Info() info: GraphQLResolveInfo,
  ): CalendarDate | null {
    return valueFor(row, info);
  }
}

/** 帮扶措施统计行 · Dimensions that take an argument. */
@Resolver(() => MeasureStatRow)
export class MeasureStatRowResolver {
  @FieldResolver(() => Region, { nullable: true, description: describeStat(MEASURE_CATALOGUE, 'region') })
  region(
    @Arg('level', () => RegionLevelEnum, { description: LEVEL }) _level: RegionLevel,
    @Root() row: Row,
    @Info() info: GraphQLResolveInfo,
  ): Region | null {
    return valueFor(row, info);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: describeStat(MEASURE_CATALOGUE, 'startedIn') })
  startedIn(
    @Arg('bucket', () => TimeBucketEnum, { description: BUCKET }) _bucket: TimeBucket,
    @Root() row: Row,
    @Info() info: GraphQLResolveInfo,
  ): CalendarDate | null {
    return valueFor(row, info);
  }
}
