import type { RegionLevel } from '../kernel/region-code.js';
import type { DimensionDefinition, MeasureDefinition, StatCatalogue, TimeBucket } from './definition.js';

/** 所选字段 · A dimension or measure selected on a row, under its response key. @article none — technical */
export interface AskedField {
  readonly name: string;
  readonly key: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** 排序键 · By the response key of a dimension or measure. @article none — technical */
export interface AskedOrder {
  readonly by: string;
  readonly direction?: 'ASC' | 'DESC' | null;
}

/** 统计提问 · The selections of `rows`, each a grouping of its own, in which order and how many. @article 5.2 */
export interface StatQuestion {
  readonly groupings: readonly { readonly key: string; readonly fields: readonly AskedField[] }[];
  readonly orderBy: readonly AskedOrder[];
  /** Null for as many as there are where nothing is said. */
  readonly first: number | null;
}

/** 分组的维度 · A dimension of a grouping; asked for twice alike it is one. @article none — technical */
export interface PlannedDimension {
  readonly definition: DimensionDefinition;
  readonly level: RegionLevel | null;
  readonly bucket: TimeBucket | null;
  /** Its column in the answer. */
  readonly slot: string;
  readonly keys: readonly string[];
}

/** 分组的指标 · A measure of a grouping. @article none — technical */
export interface PlannedMeasure {
  readonly definition: MeasureDefinition;
  readonly slot: string;
  readonly keys: readonly string[];
}

/** 分组计划 · What one selection of `rows` computes. @article none — technical */
export interface GroupingPlan {
  readonly key: string;
  readonly dimensions: readonly PlannedDimension[];
  readonly measures: readonly PlannedMeasure[];
  readonly order: readonly { readonly slot: string; readonly direction: 'ASC' | 'DESC' }[];
}

/** 统计计划 · What a question computes, all of it checked. @article 5.2 */
export interface StatPlan {
  readonly catalogue: StatCatalogue;
  readonly groupings: readonly GroupingPlan[];
  readonly limit: number;
}

/** 提问有误 · Why a question is not answered, at which argument. @article none — technical */
export interface QuestionFault {
  readonly path: readonly string[];
  readonly message: string;
}

/** Rows of a grouping at most. */
export const MOST_ROWS = 10_000;
/** Rows of a grouping where nothing is said. */
export const ROWS_UNLESS_TOLD = 1_000;
/** Groupings of one question. */
export const MOST_GROUPINGS = 6;
/** Dimensions of one grouping. */
export const MOST_DIMENSIONS = 8;

/**
 * 计划提问 · What a question computes, or every reason why it would be wrong to answer it.
 *
 * @article 5.2
 */
export function planQuestion(
  catalogue: StatCatalogue,
  question: StatQuestion,
): { readonly plan: StatPlan } | { readonly faults: readonly QuestionFault[] } {
  const faults: QuestionFault[] = [];
  const limit = question.first ?? ROWS_UNLESS_TOLD;
  if (limit < 1 || limit > MOST_ROWS)
    faults.push({ path: ['first'], message: `\`first\` is between 1 and ${MOST_ROWS}; found ${limit}` });
  if (question.groupings.length > MOST_GROUPINGS)
    faults.push({
      path: [],
      message: `\`rows\` is selected ${question.groupings.length} times, and at most ${MOST_GROUPINGS} groupings make one question: ask twice`,
    });
  const groupings = question.groupings.map((grouping) => planGrouping(catalogue, grouping, question.orderBy));
  for (const { key, dimensions } of groupings)
    if (dimensions.length > MOST_DIMENSIONS)
      faults.push({
        path: [key],
        message: `${dimensions.length} dimensions are selected on \`${key}\`, and at most ${MOST_DIMENSIONS} make one grouping`,
      });
  faults.push(...orderFaults(groupings, question.orderBy));
  return faults.length > 0 ? { faults } : { plan: { catalogue, groupings, limit } };
}

function planGrouping(
  catalogue: StatCatalogue,
  { key, fields }: StatQuestion['groupings'][number],
  orderBy: readonly AskedOrder[],
): GroupingPlan {
  const dimensions: PlannedDimension[] = [];
  const measures: PlannedMeasure[] = [];
  for (const field of fields) {
    const measured = catalogue.measures.find(({ name }) => name === field.name);
    if (measured !== undefined)
      add(measures, measured.name, (slot, keys) => ({ definition: measured, slot, keys }), field, 'm');
    const grouped = catalogue.dimensions.find(({ name }) => name === field.name);
    if (grouped === undefined) continue;
    const level = (field.args['level'] as RegionLevel | undefined) ?? null;
    const bucket = (field.args['bucket'] as TimeBucket | undefined) ?? null;
    const same = dimensions.findIndex(
      (one) => one.definition === grouped && one.level === level && one.bucket === bucket,
    );
    if (same >= 0) dimensions[same] = { ...dimensions[same]!, keys: [...dimensions[same]!.keys, field.key] };
    else dimensions.push({ definition: grouped, level, bucket, slot: `d${dimensions.length}`, keys: [field.key] });
  }
  return { key, dimensions, measures, order: orderOf(dimensions, measures, orderBy) };
}

function add(
  measures: PlannedMeasure[],
  name: string,
  make: (slot: string, keys: readonly string[]) => PlannedMeasure,
  { key }: AskedField,
  prefix: string,
): void {
  const same = measures.findIndex(({ definition }) => definition.name === name);
  if (same < 0) measures.push(make(`${prefix}${measures.length}`, [key]));
  else measures[same] = make(measures[same]!.slot, [...measures[same]!.keys, key]);
}

/** What was asked for first, then every dimension, so that equals stand in one order. */
function orderOf(
  dimensions: readonly PlannedDimension[],
  measures: readonly PlannedMeasure[],
  orderBy: readonly AskedOrder[],
): GroupingPlan['order'] {
  const asked = orderBy.flatMap(({ by, direction }) => {
    const found = [...dimensions, ...measures].find(({ keys }) => keys.includes(by));
    return found === undefined ? [] : [{ slot: found.slot, direction: direction ?? ('DESC' as const) }];
  });
  const rest = dimensions
    .filter(({ slot }) => !asked.some((one) => one.slot === slot))
    .map(({ slot }) => ({ slot, direction: 'ASC' as const }));
  return [...asked, ...rest];
}

function orderFaults(groupings: readonly GroupingPlan[], orderBy: readonly AskedOrder[]): QuestionFault[] {
  const keys = groupings.flatMap(({ dimensions, measures }) => [...dimensions, ...measures].flatMap((one) => one.keys));
  return orderBy
    .map(({ by }, index) => ({ by, index }))
    .filter(({ by }) => !keys.includes(by))
    .map(({ by, index }) => ({
      path: ['orderBy', String(index), 'by'],
      message: `${JSON.stringify(by.slice(0, 40))} is the response key of no dimension or measure that was selected; selected are ${keys.join(', ') || 'none'}`,
    }));
}
