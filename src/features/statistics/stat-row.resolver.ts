import type { GraphQLResolveInfo } from 'graphql';
import { Arg, type ClassType, FieldResolver, Float, Info, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionLevel } from '../../domain/kernel/region-code.js';
import { ALERT_CATALOGUE } from '../../domain/statistics/catalogue/alerts.js';
import { CASE_CATALOGUE } from '../../domain/statistics/catalogue/cases.js';
import { HOUSEHOLD_CATALOGUE } from '../../domain/statistics/catalogue/households.js';
import { MEASURE_CATALOGUE } from '../../domain/statistics/catalogue/measures.js';
import { describeStat } from '../../domain/statistics/catalogues.js';
import type { StatCatalogue, TimeBucket } from '../../domain/statistics/definition.js';
import type { StatComparison } from '../../domain/statistics/stat-question.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { Region, RegionLevelEnum } from '../region/region.graphql.js';
import { TimeBucketEnum } from '../stat-source/time-bucket.graphql.js';
import { AlertStatRow, AlertStats } from './alert-stats.graphql.js';
import { CaseStatRow, CaseStats } from './case-stats.graphql.js';
import { HouseholdStatRow, HouseholdStats } from './household-stats.graphql.js';
import { MeasureStatRow, MeasureStats } from './measure-stats.graphql.js';
import { BY_KEY } from './present-stat-row.js';
import { StatChange, StatComparisonEnum } from './stat-change.graphql.js';
import { FIGURE_ENUMS } from './stat-figures.graphql.js';
import { CHANGE, ROWS, SHARE } from './stat-words.js';

/** 统计结果 · Rows by the response key of the selection of `rows` that they answer. */
export interface RowsByKey {
  readonly byKey: ReadonlyMap<string, readonly Record<string, unknown>[]>;
  readonly suppressed: number;
  readonly truncated: boolean;
}

type Row = Readonly<Record<string, unknown>>;

/** The value that was read for a field under its response key: its arguments are part of the question. */
const valueFor = <T>(row: Row, info: GraphQLResolveInfo): T | null =>
  ((row[BY_KEY] as Row)[info.path.key] as T | undefined) ?? null;

/** Rows of the answers of a subject by their selections. */
function answerResolver(answer: ClassType, row: ClassType): new () => object {
  @Resolver(() => answer)
  class AnswerResolver {
    @FieldResolver(() => [row], { description: ROWS })
    rows(@Root() { byKey }: RowsByKey, @Info() info: GraphQLResolveInfo): readonly Row[] {
      return byKey.get(String(info.path.key)) ?? [];
    }
  }
  return AnswerResolver;
}

/** What takes an argument on the rows of a subject: the region, the times of its catalogue, shares and changes. */
function rowResolver(row: ClassType, catalogue: StatCatalogue): new () => object {
  const figures = FIGURE_ENUMS[catalogue.subject];

  @Resolver(() => row)
  class RowResolver {
    @FieldResolver(() => Region, { nullable: true, description: describeStat(catalogue, 'region') })
    region(
      @Arg('level', () => RegionLevelEnum, {
        description: 'At which level (层级); the field may be selected for several under aliases.',
      })
      _level: RegionLevel,
      @Root() own: Row,
      @Info() info: GraphQLResolveInfo,
    ): Region | null {
      return valueFor(own, info);
    }

    @FieldResolver(() => Float, { nullable: true, description: SHARE })
    share(
      @Arg('of', () => figures, { description: 'Of which measure (指标); it need not be selected itself.' })
      _of: string,
      @Arg('over', () => [String], {
        nullable: true,
        description:
          'Response keys of the dimensions that are put together in the whole (合并的维度); all of them where absent, for a share of the total.',
      })
      _over: string[] | null,
      @Root() own: Row,
      @Info() info: GraphQLResolveInfo,
    ): number | null {
      return valueFor(own, info);
    }

    @FieldResolver(() => StatChange, { nullable: true, description: CHANGE })
    change(
      @Arg('of', () => figures, { description: 'Of which measure (指标); it need not be selected itself.' })
      _of: string,
      @Arg('against', () => StatComparisonEnum, {
        nullable: true,
        description: 'Against which earlier period of the time that is selected on the rows (对比时段).',
      })
      _against: StatComparison | null,
      @Arg('since', () => DateScalar, {
        nullable: true,
        description:
          'Against the same rows as of this earlier day (对比日期); households and cases only. Either this or `against`.',
      })
      _since: CalendarDate | null,
      @Root() own: Row,
      @Info() info: GraphQLResolveInfo,
    ): StatChange | null {
      return valueFor(own, info);
    }
  }

  for (const { name, takes } of catalogue.dimensions) if (takes === 'BUCKET') addTime(RowResolver, catalogue, name);
  return RowResolver;
}

/** A dimension of time, as if it were written out as the methods above are. */
function addTime(resolver: ClassType, catalogue: StatCatalogue, name: string): void {
  const { prototype } = resolver;
  const value = (_bucket: TimeBucket, own: Row, info: GraphQLResolveInfo): CalendarDate | null => valueFor(own, info);
  Object.defineProperty(prototype, name, { value });
  Arg('bucket', () => TimeBucketEnum, { description: 'How days are put together (时间分段).' })(prototype, name, 0);
  Root()(prototype, name, 1);
  Info()(prototype, name, 2);
  const description = describeStat(catalogue, name);
  FieldResolver(() => DateScalar, { nullable: true, description })(prototype, name, { value });
}

/** 统计行解析 · Of every subject: its answers, and what takes an argument on its rows. @article none — technical */
export const STAT_ROW_RESOLVERS: readonly (new () => object)[] = [
  answerResolver(HouseholdStats, HouseholdStatRow),
  answerResolver(CaseStats, CaseStatRow),
  answerResolver(MeasureStats, MeasureStatRow),
  answerResolver(AlertStats, AlertStatRow),
  rowResolver(HouseholdStatRow, HOUSEHOLD_CATALOGUE),
  rowResolver(CaseStatRow, CASE_CATALOGUE),
  rowResolver(MeasureStatRow, MEASURE_CATALOGUE),
  rowResolver(AlertStatRow, ALERT_CATALOGUE),
];
