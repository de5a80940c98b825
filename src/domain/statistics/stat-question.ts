import type { CalendarDate } from '../kernel/calendar-date.js';

/** 所选字段 · A dimension, a measure or what is derived of one, selected on a row, under its response key. @article none — technical */
export interface AskedField {
  readonly name: string;
  readonly key: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** 排序键 · By the response key of a dimension, measure, share or change. @article none — technical */
export interface AskedOrder {
  readonly by: string;
  readonly direction?: 'ASC' | 'DESC' | null;
}

/** 指标条件 · Which rows are answered, by a figure of theirs; all comparisons given must hold. @article none — technical */
export interface AskedHaving {
  readonly by: string;
  readonly eq?: number | null;
  readonly gt?: number | null;
  readonly gte?: number | null;
  readonly lt?: number | null;
  readonly lte?: number | null;
}

/** 对比 · With which earlier period of the rows a figure is compared. @article none — technical */
export const STAT_COMPARISONS = ['PREVIOUS_PERIOD', 'SAME_PERIOD_LAST_YEAR'] as const;
export type StatComparison = (typeof STAT_COMPARISONS)[number];

/** 统计提问 · The selections of `rows`, each a grouping of its own, in which order and how many. @article 5.2 */
export interface StatQuestion {
  readonly groupings: readonly { readonly key: string; readonly fields: readonly AskedField[] }[];
  readonly orderBy: readonly AskedOrder[];
  readonly having: readonly AskedHaving[];
  readonly withTotals: boolean;
  /** Null for as many as there are where nothing is said. */
  readonly first: number | null;
  /** The day as of which it is asked. */
  readonly day: CalendarDate;
}

/** 提问有误 · Why a question is not answered, at which argument. @article none — technical */
export interface QuestionFault {
  readonly path: readonly string[];
  readonly message: string;
}
