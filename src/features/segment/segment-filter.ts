import type { GraphQLSchema } from 'graphql';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import { normalizeFilter, type WrittenFilter } from '../../domain/segment/normalize-filter.js';
import type { StatSubject } from '../../domain/statistics/definition.js';
import { ApiError } from '../../platform/errors/api-error.js';
import { limitFilter } from '../../platform/graphql/filter-limits.js';
import { type ReadInput, readInput, writeInput } from '../../platform/graphql/stored-input.js';
import type { SegmentConditions } from './segment.input.js';

/** 分组条件 · What a segment is about, and its filter as it is kept. */
export interface SegmentDefinition {
  readonly subject: StatSubject;
  readonly filter: WrittenFilter;
}

/** 所给条件 · A definition as it was given, with the values that the filter stands for. */
export interface GivenDefinition extends SegmentDefinition {
  readonly values: object;
}

/** 条件的位置与类型 · By subject, the field that gives its filter, and the type of the filter in the schema. */
const FILTERS: Readonly<Record<StatSubject, { readonly field: keyof SegmentConditions; readonly type: string }>> = {
  HOUSEHOLDS: { field: 'households', type: 'HouseholdFilter' },
  CASES: { field: 'cases', type: 'MonitoringCaseFilter' },
  MEASURES: { field: 'measures', type: 'SupportMeasureFilter' },
  ALERTS: { field: 'alerts', type: 'DepartmentAlertFilter' },
};

/** 条件的位置 · Where the filter of a subject stands in the input of a mutation. @article none — technical */
export function filterPath(subject: StatSubject): string[] {
  return ['filter', FILTERS[subject].field];
}

/** 书写条件 · The one filter that was given, as it is kept; or what is wrong with how it was given. @article none — technical */
export function writeDefinition(schema: GraphQLSchema, conditions: SegmentConditions): GivenDefinition | Refusal {
  const given = (Object.keys(FILTERS) as StatSubject[]).filter((subject) => conditions[FILTERS[subject].field]);
  const [subject] = given;
  if (subject === undefined || given.length > 1)
    return refuse('BAD_VALUE', `one of households, cases, measures and alerts is given; found ${given.length}`, [
      'filter',
    ]);
  const { field, type } = FILTERS[subject];
  const values = conditions[field]!;
  try {
    limitFilter(values, field);
  } catch (error) {
    if (error instanceof ApiError) return refuse('BAD_VALUE', error.message, filterPath(subject));
    throw error;
  }
  return { subject, values, filter: normalizeFilter(writeInput(schema, type, values)) };
}

/** 读回条件 · The filter of a segment by the types of the schema as it is now. @article none — technical */
export function readDefinition(schema: GraphQLSchema, { subject, filter }: SegmentDefinition): ReadInput<object> {
  return readInput(schema, FILTERS[subject].type, filter);
}
