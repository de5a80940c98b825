import type { CalendarDate } from '../kernel/calendar-date.js';
import type { RegionLevel } from '../kernel/region-code.js';
import type { DimensionDefinition, MeasureDefinition, StatCatalogue, TimeBucket } from './definition.js';
import type { StatComparison } from './stat-question.js';

/** 分组的维度 · A dimension of a grouping; asked for twice alike it is one. @article none — technical */
export interface PlannedDimension {
  readonly definition: DimensionDefinition;
  readonly level: RegionLevel | null;
  readonly bucket: TimeBucket | null;
  /** Its column in the answer. */
  readonly slot: string;
  readonly keys: readonly string[];
}

/** 分组的指标 · A measure of a grouping; without keys where only a share or a change of it is asked for. @article none — technical */
export interface PlannedMeasure {
  readonly definition: MeasureDefinition;
  readonly slot: string;
  readonly keys: readonly string[];
}

/** 占比 · A row's part of what the rows of some dimensions come to together. @article none — technical */
export interface PlannedShare {
  readonly of: PlannedMeasure;
  /** Slots of the dimensions that are put together in the whole. */
  readonly over: readonly string[];
  readonly slot: string;
  readonly keys: readonly string[];
}

/** 对比的时点 · Against what a figure is held: an earlier period of the rows, or the same rows as of an earlier day. @article none — technical */
export type Against =
  | {
      readonly kind: 'PERIOD';
      readonly comparison: StatComparison;
      readonly along: string;
      readonly bucket: TimeBucket;
    }
  | { readonly kind: 'DAY'; readonly since: CalendarDate };

/** 变动 · By how much a figure differs from an earlier one. @article none — technical */
export interface PlannedChange {
  readonly of: PlannedMeasure;
  readonly against: Against;
  /** Column of the difference; that of the earlier figure is `earlierOf` it. */
  readonly slot: string;
  readonly keys: readonly string[];
}

/** 指标条件 · What a figure of a row has to be, in the unit in which it is kept (fen for money). @article none — technical */
export interface PlannedHaving {
  readonly slot: string;
  readonly operator: '=' | '>' | '>=' | '<' | '<=';
  readonly value: number;
}

/** 分组计划 · What one selection of `rows` computes. @article none — technical */
export interface GroupingPlan {
  readonly key: string;
  readonly dimensions: readonly PlannedDimension[];
  readonly measures: readonly PlannedMeasure[];
  readonly shares: readonly PlannedShare[];
  readonly changes: readonly PlannedChange[];
  readonly having: readonly PlannedHaving[];
  /** Whether the total and the subtotals come as rows too. */
  readonly totals: boolean;
  readonly order: readonly { readonly slot: string; readonly direction: 'ASC' | 'DESC' }[];
}

/** 不分组 · A plan that groups by nothing and computes nothing: what is read by a statement of its own is reckoned by it. @article none — technical */
export const UNGROUPED: GroupingPlan = {
  key: '',
  dimensions: [],
  measures: [],
  shares: [],
  changes: [],
  having: [],
  totals: false,
  order: [],
};

/** 统计计划 · What a question computes, all of it checked. @article 5.2 */
export interface StatPlan {
  readonly catalogue: StatCatalogue;
  readonly groupings: readonly GroupingPlan[];
  readonly limit: number;
}

/** 合并列 · Column of a row whose bits, from the last dimension on, say which dimensions it puts together. */
export const TOGETHER = 'g';

/** 上期列 · Column of the earlier figure of a change. @article none — technical */
export function earlierOf({ slot }: PlannedChange): string {
  return `${slot}e`;
}

/**
 * 合计层次 · How many of the dimensions, from the first on, the rows of each level keep: all of them, and where totals are asked for each
 * beginning of their list down to none.
 *
 * @article none — technical
 */
export function levelsOf({ dimensions, totals }: GroupingPlan): number[] {
  return totals
    ? Array.from({ length: dimensions.length + 1 }, (_, at) => dimensions.length - at)
    : [dimensions.length];
}

/** 合并标记 · The bits of a row that keeps so many of the dimensions. @article none — technical */
export function bitsOf({ dimensions }: Pick<GroupingPlan, 'dimensions'>, kept: number): number {
  return 2 ** (dimensions.length - kept) - 1;
}

/** 合并的维度 · The dimensions that a row puts together; none in a row of the whole grouping. @article none — technical */
export function putTogether(
  { dimensions }: Pick<GroupingPlan, 'dimensions'>,
  row: Readonly<Record<string, unknown>>,
): readonly PlannedDimension[] {
  const bits = Number(row[TOGETHER] ?? 0);
  return dimensions.filter((_, at) => Math.floor(bits / 2 ** (dimensions.length - 1 - at)) % 2 === 1);
}
