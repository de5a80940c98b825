import { z } from 'zod';
import { ApiError } from '../errors/api-error.js';
import type { CellKind, Column } from '../table/column.js';

/** 图形 · How a table is drawn. `grid` is a tile for each region, the darker the more. @article none — technical */
export const CHART_KINDS = ['bar', 'line', 'area', 'heat', 'grid'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

const columnName = z.string().min(1).max(200);

const SPEC = z.strictObject({
  x: columnName,
  y: z.union([columnName.transform((name) => [name]), z.array(columnName).min(1).max(6)]),
  series: columnName.optional(),
  stacked: z.boolean().optional(),
  title: z.string().max(80).optional(),
  subtitle: z.string().max(160).optional(),
  language: z.enum(['zh', 'en']).optional(),
  width: z.int().min(320).max(2000).default(960),
  height: z.int().min(240).max(1600).default(540),
  scale: z.union([z.literal(1), z.literal(2)]).default(1),
});

/** 图的说明 · What of a table is drawn where: the names of its columns, words, and a size in pixels. @article none — technical */
export type ChartSpec = z.infer<typeof SPEC>;

interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}

const NUMBERS: ReadonlySet<CellKind> = new Set(['integer', 'number', 'money']);
const WITHOUT_ORDER: ReadonlySet<CellKind> = new Set(['json', 'texts']);

/**
 * 读图的说明 · Reads the description of a chart.
 *
 * @throws ApiError BAD_USER_INPUT naming every fault at once, in `faults`
 * @article none — technical
 */
export function readChartSpec(kind: ChartKind, given: unknown): ChartSpec {
  const { data, error } = SPEC.safeParse(given ?? {});
  if (data === undefined)
    throw faulty(
      error!.issues.map(({ path, message }) => ({
        path: path.map(String),
        message: message.replace(/^Invalid input: /, ''),
      })),
    );
  throwAny(agreementFaults(kind, data));
  return data;
}

/** What a kind asks for beyond the form. */
function agreementFaults(kind: ChartKind, { y, series }: ChartSpec): Fault[] {
  const faults: Fault[] = [];
  if (kind === 'heat' && series === undefined)
    faults.push({ path: ['series'], message: 'a heat table needs the column that makes its lines' });
  if (kind === 'grid' && series !== undefined)
    faults.push({ path: ['series'], message: 'a grid has one tile for each x: leave series out' });
  if (y.length > 1 && (series !== undefined || kind === 'heat' || kind === 'grid'))
    faults.push({ path: ['y'], message: 'one measure is drawn here: give one column' });
  return faults;
}

/** 图的各列 · The columns that a chart is drawn from. @article none — technical */
export interface ChartColumns {
  readonly x: Column;
  readonly y: readonly Column[];
  readonly series: Column | null;
}

/**
 * 查图的各列 · Finds the columns that a description names.
 *
 * @throws ApiError BAD_USER_INPUT naming each that is not there, or holds no number where a measure has to
 * @article none — technical
 */
export function findChartColumns({ x, y, series }: ChartSpec, columns: readonly Column[]): ChartColumns {
  const faults: Fault[] = [];
  const find = (path: string, name: string, fits: (kind: CellKind) => boolean, what: string): Column => {
    const found = columns.find((column) => column.name === name);
    if (found === undefined)
      faults.push({
        path: [path],
        message: `the table has no column ${name}; it has ${columns.map((column) => column.name).join(', ')}`,
      });
    else if (!fits(found.kind)) faults.push({ path: [path], message: `${name} is no ${what}` });
    return found ?? columns[0]!;
  };
  const isDimension = (kind: CellKind): boolean => !WITHOUT_ORDER.has(kind);
  const found = {
    x: find('x', x, isDimension, 'single value'),
    y: y.map((name) => find('y', name, (kind) => NUMBERS.has(kind), 'number')),
    series: series === undefined ? null : find('series', series, isDimension, 'single value'),
  };
  throwAny(faults);
  return found;
}

function throwAny(faults: readonly Fault[]): void {
  if (faults.length > 0) throw faulty(faults);
}

function faulty(faults: readonly Fault[]): ApiError {
  const told = faults.map(({ path, message }) => `${['chart', ...path].join('.')}: ${message}`);
  return new ApiError('BAD_USER_INPUT', told.join('; '), { path: ['chart', ...faults[0]!.path], faults });
}
