import type { RegionLevel } from '../kernel/region-code.js';
import type { MeasureDefinition, StatCatalogue, TimeBucket } from './definition.js';
import { planChanges } from './plan-changes.js';
import { planHaving } from './plan-having.js';
import { planShares } from './plan-shares.js';
import type { GroupingPlan, PlannedDimension, PlannedMeasure, StatPlan } from './stat-plan.js';
import type { AskedField, AskedOrder, QuestionFault, StatQuestion } from './stat-question.js';

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
  const groupings = question.groupings.map((grouping) => planGrouping(catalogue, grouping, question, faults));
  for (const { key, dimensions } of groupings)
    if (dimensions.length > MOST_DIMENSIONS)
      faults.push({
        path: [key],
        message: `${dimensions.length} dimensions are selected on \`${key}\`, and at most ${MOST_DIMENSIONS} make one grouping`,
      });
  faults.push(...totalFaults(groupings, question));
  faults.push(...orderFaults(groupings, question.orderBy));
  const { having, faults: unanswerable } = planHaving(catalogue, groupings, question.having);
  faults.push(...unanswerable);
  if (faults.length > 0) return { faults };
  const answered = groupings.map((grouping, at) => ({ ...grouping, having: having[at]! }));
  return { plan: { catalogue, groupings: answered, limit } };
}

function planGrouping(
  catalogue: StatCatalogue,
  { key, fields }: StatQuestion['groupings'][number],
  question: StatQuestion,
  faults: QuestionFault[],
): GroupingPlan {
  const dimensions = planDimensions(catalogue, fields);
  const measures = new Measures(catalogue);
  for (const field of fields) measures.select(field);
  const asked = { catalogue, key, fields, dimensions, day: question.day };
  const of = (name: string): PlannedMeasure => measures.need(name);
  const shares = planShares(asked, of);
  const changes = planChanges(asked, of);
  faults.push(...shares.faults, ...changes.faults);
  const plan = {
    key,
    dimensions,
    measures: measures.all,
    shares: shares.planned,
    changes: changes.planned,
    having: [],
    totals: question.withTotals && dimensions.length > 0,
  };
  return { ...plan, order: orderOf(plan, question.orderBy) };
}

function planDimensions(catalogue: StatCatalogue, fields: readonly AskedField[]): PlannedDimension[] {
  const dimensions: PlannedDimension[] = [];
  for (const field of fields) {
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
  return dimensions;
}

/** Each measure once, whether it is selected or a share or change of it is. */
class Measures {
  readonly all: PlannedMeasure[] = [];

  constructor(private readonly catalogue: StatCatalogue) {}

  select({ name, key }: AskedField): void {
    const definition = this.find(name);
    if (definition === undefined) return;
    const { slot, keys } = this.need(name);
    this.all[this.all.findIndex((one) => one.slot === slot)] = { definition, slot, keys: [...keys, key] };
  }

  need(name: string): PlannedMeasure {
    const known = this.all.find(({ definition }) => definition.name === name);
    if (known !== undefined) return known;
    const definition = this.find(name);
    if (definition === undefined) throw new RangeError(`${this.catalogue.subject} has no measure ${name}`);
    const planned = { definition, slot: `m${this.all.length}`, keys: [] };
    this.all.push(planned);
    return planned;
  }

  private find(name: string): MeasureDefinition | undefined {
    return this.catalogue.measures.find((one) => one.name === name);
  }
}

type Selected = Pick<GroupingPlan, 'dimensions' | 'measures' | 'shares' | 'changes'>;

const selectedOn = ({ dimensions, measures, shares, changes }: Selected) => [
  ...dimensions,
  ...measures,
  ...shares,
  ...changes,
];

/** What was asked for first, then every dimension, so that equals stand in one order. */
function orderOf(selected: Selected, orderBy: readonly AskedOrder[]): GroupingPlan['order'] {
  const asked = orderBy.flatMap(({ by, direction }) => {
    const found = selectedOn(selected).find(({ keys }) => keys.includes(by));
    return found === undefined ? [] : [{ slot: found.slot, direction: direction ?? ('DESC' as const) }];
  });
  const rest = selected.dimensions
    .filter(({ slot }) => !asked.some((one) => one.slot === slot))
    .map(({ slot }) => ({ slot, direction: 'ASC' as const }));
  return [...asked, ...rest];
}

function orderFaults(groupings: readonly GroupingPlan[], orderBy: readonly AskedOrder[]): QuestionFault[] {
  const keys = groupings.flatMap((one) => selectedOn(one).flatMap((field) => field.keys));
  return orderBy
    .map(({ by }, index) => ({ by, index }))
    .filter(({ by }) => !keys.includes(by))
    .map(({ by, index }) => ({
      path: ['orderBy', String(index), 'by'],
      message: `${JSON.stringify(by.slice(0, 40))} is the response key of no dimension or measure that was selected; selected are ${keys.join(', ') || 'none'}`,
    }));
}

/** A total is a row whose dimensions are null, as they are in rows of units without a value: it has to say which it is. */
function totalFaults(
  groupings: readonly GroupingPlan[],
  { withTotals, groupings: asked }: StatQuestion,
): QuestionFault[] {
  if (!withTotals) return [];
  const grouped = groupings.filter(({ dimensions }) => dimensions.length > 0);
  if (grouped.length === 0 && groupings.length > 0)
    return [
      {
        path: ['withTotals'],
        message: 'no dimension is selected, so that the only row is the total already: leave it out',
      },
    ];
  return grouped
    .filter(({ key }) => !asked.some((one) => one.key === key && one.fields.some(({ name }) => name === 'totalOver')))
    .map(({ key }) => ({
      path: [key],
      message: `with totals a dimension is null in a total and where a unit has no value alike: select \`totalOver\` on \`${key}\`, which tells them apart`,
    }));
}
