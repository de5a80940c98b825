import { ApiError } from '../errors/api-error.js';
import { joinedText, plainText, visibleText } from '../table/cell-text.js';
import { type Column, cellOf, type TableRow } from '../table/column.js';
import type { ChartColumns, ChartKind } from './chart-spec.js';

/** 图的数据 · What is drawn: for each series a value for each category, null where there is none. @article none — technical */
export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly xTitle: string;
  readonly yTitle: string;
}

/** Drawing one that is larger would keep others waiting. */
export const CHART_LIMITS = { categories: 500, series: 24, marks: 2_000, lines: 100, tiles: 200 } as const;

const NOTHING = '—';
const UNIT = { zh: '（元）', en: ' (yuan)' } as const;

/**
 * 图的数据 · Arranges the rows of a table by the columns of a chart. Categories keep the order of the rows; days go upwards.
 *
 * @throws ApiError BAD_USER_INPUT where two rows stand for one mark, and where there are more marks than can be drawn
 * @article none — technical
 */
export function arrangeChart(
  kind: ChartKind,
  { x, y, series }: ChartColumns,
  rows: readonly TableRow[],
  language: 'zh' | 'en',
): ChartData {
  const categories = inOrder(x, rows, language);
  const lines = series === null ? [] : inOrder(series, rows, language);
  refuseTooMuch(kind, categories.length, series === null ? y.length : lines.length);
  const yTitle = y.map((column) => titled(column, language)).join(' · ');
  const common = { categories, xTitle: named(x, language), yTitle: y.length === 1 ? yTitle : '' };
  if (series === null)
    return {
      ...common,
      series: y.map((column) => ({ name: titled(column, language), values: valuesOf(column, rows) })),
    };

  const places = new Map(categories.map((category, at) => [category, at]));
  const values = new Map(lines.map((line) => [line, new Array<number | null>(categories.length).fill(null)]));
  const met = new Set<string>();
  for (const row of rows) {
    const [category, line] = [worded(x, row, language), worded(series, row, language)];
    refuseTwice(met, `${category} / ${line}`);
    values.get(line)![places.get(category)!] = numberOf(y[0]!, row);
  }
  return { ...common, series: lines.map((name) => ({ name, values: values.get(name)! })) };

  function valuesOf(column: Column, all: readonly TableRow[]): (number | null)[] {
    const own = new Array<number | null>(categories.length).fill(null);
    const seen = new Set<string>();
    for (const row of all) {
      const category = worded(x, row, language);
      refuseTwice(seen, category);
      own[categories.indexOf(category)] = numberOf(column, row);
    }
    return own;
  }
}

/** The words of a column, each once. */
function inOrder(column: Column, rows: readonly TableRow[], language: 'zh' | 'en'): string[] {
  const words = [...new Set(rows.map((row) => worded(column, row, language)))];
  return column.kind === 'day' || column.kind === 'instant' ? words.sort() : words;
}

function worded(column: Column, row: TableRow, language: 'zh' | 'en'): string {
  const value = cellOf(row, column);
  if (value === null) return NOTHING;
  const text = Array.isArray(value) ? joinedText(value) : plainText(value);
  return visibleText((language === 'zh' ? column.words?.get(text) : undefined) ?? text);
}

function numberOf(column: Column, row: TableRow): number | null {
  const value = cellOf(row, column);
  return value === null ? null : Number(value);
}

function named({ name, title }: Column, language: 'zh' | 'en'): string {
  return language === 'zh' ? title : name;
}

function titled(column: Column, language: 'zh' | 'en'): string {
  return `${named(column, language)}${column.kind === 'money' ? UNIT[language] : ''}`;
}

function refuseTwice(met: Set<string>, mark: string): void {
  if (met.has(mark))
    throw new ApiError(
      'BAD_USER_INPUT',
      `Two rows stand for ${mark}: group by what the chart shows, and nothing else.`,
      {
        path: ['chart', 'x'],
      },
    );
  met.add(mark);
}

function refuseTooMuch(kind: ChartKind, categories: number, series: number): void {
  const most = kind === 'grid' ? CHART_LIMITS.tiles : kind === 'heat' ? CHART_LIMITS.marks : CHART_LIMITS.categories;
  const mostSeries = kind === 'heat' ? CHART_LIMITS.lines : CHART_LIMITS.series;
  if (categories <= most && series <= mostSeries && categories * series <= CHART_LIMITS.marks) return;
  throw new ApiError(
    'BAD_USER_INPUT',
    `The chart would have ${categories} × ${series} marks; at most ${most} × ${mostSeries} and ${CHART_LIMITS.marks} in all are drawn. Ask for fewer rows.`,
    { path: ['chart'] },
  );
}
