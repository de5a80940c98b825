import type { ChartData } from './chart-data.js';
import type { ChartKind, ChartSpec } from './chart-spec.js';

/** Embedded where a picture is drawn here; whoever shows the SVG has it, or one of the others, or any. */
export const FONT = 'Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif';

/** Told apart by whoever sees no red or no green, too (Okabe and Ito, with darker turns). */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#7f7f7f', '#b8a400'];
const FROM_LIGHT_TO_DARK = ['#eff6fb', '#9ecae1', '#4292c6', '#08519c'];
const INK = '#222222';
const PALE = '#666666';
/** More would lie over each other. */
const MOST_LABELS = 150;
const SLANTED_FROM = 12;
const LONGEST_TILE_NAME = 7;

/**
 * 图的画法 · What the drawing library is told.
 *
 * @article none — technical
 */
export function chartOption(kind: ChartKind, spec: ChartSpec, data: ChartData): object {
  const common = {
    animation: false,
    backgroundColor: '#ffffff',
    color: COLOURS,
    textStyle: { fontFamily: FONT, color: INK },
    title: {
      text: spec.title ?? (data.yTitle || data.series.map(({ name }) => name).join(' · ')),
      subtext: spec.subtitle ?? '',
      left: 'center',
      top: 12,
      textStyle: { fontFamily: FONT, fontSize: 18, fontWeight: 'normal', color: INK },
      subtextStyle: { fontFamily: FONT, fontSize: 12, color: PALE },
    },
  };
  if (kind === 'heat') return { ...common, ...heat(data) };
  if (kind === 'grid') return { ...common, ...tiles(spec, data) };
  return { ...common, ...cartesian(kind, spec, data) };
}

function cartesian(kind: 'bar' | 'line' | 'area', { stacked, subtitle }: ChartSpec, data: ChartData) {
  const stacks = kind === 'area' || (stacked ?? false);
  const several = data.series.length > 1;
  return {
    grid: within({ left: 24, right: 32, top: subtitle ? 96 : 80, bottom: several ? 44 : 20 }),
    legend: { show: several, bottom: 10, type: 'plain', textStyle: { fontFamily: FONT, color: INK } },
    xAxis: categoryAxis(data.categories, data.xTitle),
    yAxis: {
      type: 'value',
      name: data.yTitle,
      nameTextStyle: { align: 'left', color: PALE },
      axisLabel: { color: PALE },
    },
    series: data.series.map(({ name, values }) => ({
      type: kind === 'bar' ? 'bar' : 'line',
      name,
      data: stacks ? values.map((value) => value ?? 0) : values,
      ...(stacks && { stack: 'all' }),
      ...(kind === 'area' && { areaStyle: { opacity: 0.75 }, lineStyle: { width: 1 } }),
      ...(kind !== 'bar' && { symbolSize: 5, showSymbol: data.categories.length <= 60 }),
    })),
  };
}

function heat({ categories, series, xTitle }: ChartData) {
  const cells = series.flatMap(({ values }, line) => values.map((value, at) => [at, line, value] as const));
  const known = cells.filter(([, , value]) => value !== null);
  return {
    grid: within({ left: 24, right: 32, top: 76, bottom: 64 }),
    xAxis: { ...categoryAxis(categories, xTitle), splitArea: { show: true } },
    yAxis: { type: 'category', data: series.map(({ name }) => name), inverse: true, axisLabel: { color: INK } },
    visualMap: scaleOf(known.map(([, , value]) => value)),
    series: [
      {
        type: 'heatmap',
        data: known,
        label: { show: known.length <= MOST_LABELS, color: INK, textBorderWidth: 2, textBorderColor: '#ffffff' },
      },
    ],
  };
}

/** A tile for each category, line by line in their order: regions side by side where no map is needed. */
function tiles({ width, height }: ChartSpec, { categories, series }: ChartData) {
  const values = series[0]!.values;
  const columns = Math.max(1, Math.ceil(Math.sqrt((categories.length * width) / height / 1.6)));
  const lines = Math.ceil(categories.length / columns);
  const axis = (length: number) => ({
    type: 'category',
    data: Array.from({ length }, (_, at) => at),
    show: false,
  });
  return {
    grid: { left: 24, right: 24, top: 76, bottom: 72 },
    xAxis: axis(columns),
    yAxis: { ...axis(lines), inverse: true },
    visualMap: scaleOf(values),
    series: [
      {
        type: 'heatmap',
        itemStyle: { borderColor: '#ffffff', borderWidth: 3 },
        data: categories.map((category, at) => ({
          value: [at % columns, Math.floor(at / columns), values[at] ?? null],
          label: { formatter: `${shortened(category)}\n${values[at] ?? '—'}` },
          ...(values[at] === null && { itemStyle: { color: '#eeeeee' } }),
        })),
        label: { show: true, color: INK, fontSize: 11, lineHeight: 15, textBorderWidth: 2, textBorderColor: '#ffffff' },
      },
    ],
  };
}

/** Names and labels of the axes stand within these edges, too. */
function within(edges: Readonly<Record<string, number>>) {
  return { ...edges, outerBoundsMode: 'same', outerBoundsContain: 'all' };
}

function shortened(name: string): string {
  const letters = [...name];
  return letters.length <= LONGEST_TILE_NAME ? name : `${letters.slice(0, LONGEST_TILE_NAME - 1).join('')}…`;
}

function categoryAxis(categories: readonly string[], name: string) {
  const rotate = categories.length > SLANTED_FROM ? 40 : 0;
  return {
    type: 'category',
    data: categories,
    name,
    nameLocation: 'middle',
    nameGap: 6,
    nameTextStyle: { color: PALE },
    axisLabel: { rotate, hideOverlap: true, color: INK },
    axisTick: { alignWithLabel: true },
  };
}

function scaleOf(values: readonly (number | null)[]) {
  const known = values.filter((value) => value !== null);
  const [min, max] = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
  return {
    type: 'continuous',
    min: Math.min(min, 0) === 0 && min > 0 && min < max / 3 ? 0 : min,
    max: max > min ? max : min + 1,
    orient: 'horizontal',
    left: 'center',
    bottom: 10,
    inRange: { color: FROM_LIGHT_TO_DARK },
    textStyle: { fontFamily: FONT, color: INK },
    calculable: true,
  };
}
